import { DownloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, Select, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { VERIFICATION_KINDS } from '../../../domain/flow/verification.ts';
import { type LawMove, type LawRun, MOVE_SIDES, MovePage } from '../../../domain/law/run.ts';
import { get, type Query } from '../../api.ts';
import { useDownload } from '../../pieces/useDownload.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatDate, formatInstantDate } from '../../pieces/format.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useUnits } from '../../pieces/units.ts';
import { useClockName } from './clockName.ts';

const QUESTIONS = VERIFICATION_KINDS.map((kind) => `verification:${kind}`);
const CLOCKS = ['total', ...QUESTIONS, 'supplement', 'send'];
const PAGE = 50;

/** The deadlines a run found to move: from, to, why; filtered, sorted, paged and exported. */
export function MoveTable({ run }: { run: LawRun }) {
  const { t } = useTranslation('rehearsal');
  const [filter, setFilter] = useState<Query>({ sort: 'to' });
  const [page, setPage] = useState(1);
  const choose = (next: Query): void => {
    setFilter({ ...filter, ...next });
    setPage(1);
  };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['law-runs', run.id, 'moves', filter, page],
    queryFn: () => get(`/law-runs/${run.id}/moves`, MovePage, { ...filter, page, limit: PAGE }),
    placeholderData: keepPreviousData,
  });
  const fetchFile = useDownload();
  return (
    <>
      <Filters onChoose={choose} />
      <Button
        className="rehearsal-export"
        icon={<DownloadOutlined aria-hidden />}
        onClick={() => fetchFile(`/law-runs/${run.id}/moves.csv`, filter)}
      >
        {t('move.export')}
      </Button>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Table<LawMove>
        size="small"
        rowKey={({ caseId, clock, from }) => `${caseId} ${clock} ${from}`}
        columns={useColumns(run)}
        dataSource={data?.moves ?? []}
        loading={isPending}
        pagination={{
          current: page,
          pageSize: PAGE,
          total: data?.total ?? 0,
          showSizeChanger: false,
          hideOnSinglePage: true,
          onChange: setPage,
        }}
        locale={{ emptyText: <EmptyState text={t('move.empty')} /> }}
      />
    </>
  );
}

function Filters({ onChoose }: { onChoose: (next: Query) => void }) {
  const { t } = useTranslation('rehearsal');
  const clockName = useClockName();
  const { data: units = [] } = useUnits();
  return (
    <div className="rehearsal-filters">
      <Input.Search
        allowClear
        aria-label={t('move.search')}
        placeholder={t('move.search')}
        maxLength={40}
        onSearch={(q) => onChoose({ q: q.trim() || undefined })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('move.unit')}
        placeholder={t('move.allUnits')}
        options={units.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(unit: string | undefined) => onChoose({ unit })}
      />
      <Select
        allowClear
        aria-label={t('move.clock')}
        placeholder={t('move.allClocks')}
        options={CLOCKS.map((clock) => ({ value: clock, label: clockName(clock) }))}
        onChange={(clock: string | undefined) => onChoose({ clock })}
      />
      <Select
        allowClear
        aria-label={t('move.side')}
        placeholder={t('move.allSides')}
        options={MOVE_SIDES.map((side) => ({ value: side, label: t(`side.${side}`) }))}
        onChange={(side: string | undefined) => onChoose({ side })}
      />
      <Select
        aria-label={t('move.sort')}
        defaultValue="to"
        options={(['to', 'from', 'case'] as const).map((sort) => ({
          value: sort,
          label: `${t('move.sort')}: ${t(`move.${sort}`)}`,
        }))}
        onChange={(sort: string) => onChoose({ sort })}
      />
    </div>
  );
}

function useColumns({ change }: LawRun): TableProps<LawMove>['columns'] {
  const { t } = useTranslation('rehearsal');
  const clockName = useClockName();
  const why = ({ why: dates }: LawMove): string =>
    change.of === 'TERM' ? t('termChanged') : dates.map(formatDate).join(', ');
  return [
    {
      title: t('move.case'),
      key: 'case',
      render: (_, move) => (
        <>
          <Link to={`/ho-so/${move.caseId}`} className="case-number">
            {move.caseId}
          </Link>
          <div className="only-narrow">
            {clockName(move.clock)}: {why(move)}
          </div>
        </>
      ),
    },
    { title: t('move.unit'), dataIndex: 'unitName', responsive: ['md'] },
    { title: t('move.clock'), dataIndex: 'clock', render: clockName, responsive: ['md'] },
    { title: t('move.from'), dataIndex: 'from', render: formatInstantDate },
    {
      title: t('move.to'),
      key: 'to',
      render: (_, { to, side }) => (
        <>
          {formatInstantDate(to)}
          {side !== null && <div data-side={side}>{t(`side.${side}`)}</div>}
        </>
      ),
    },
    { title: t('move.why'), key: 'why', responsive: ['md'], render: (_, move) => why(move) },
  ];
}
