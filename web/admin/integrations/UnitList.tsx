import { Input, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitTraffic } from '../../../domain/integration.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatInstantDate } from '../../pieces/format.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { TRAFFIC_FILE } from '../../../domain/wording/files/boardFiles.ts';
import { CsvButton } from '../../supervisor/ExportButtons.tsx';
import { LineMark } from './LineMark.tsx';
import { useTraffic } from './query.ts';
import { UnitDrawer } from './UnitDrawer.tsx';

/** Every unit with which anything went: traffic, line, numbering. Its name opens keys and numbers. */
export function UnitList() {
  const { t } = useTranslation('integrations');
  const { data, error, isPending, refetch } = useTraffic();
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<UnitTraffic | null>(null);
  const wanted = text.trim().toLowerCase();
  const units = (data?.units ?? []).filter(({ unit, unitName }) =>
    `${unit} ${unitName}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <div className="admin-filters">
        <Input
          allowClear
          aria-label={t('findUnit')}
          placeholder={t('findUnit')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {data !== undefined && (
          <span className="muted">{t('since', { date: formatInstantDate(data.since) })}</span>
        )}
        <CsvButton file={TRAFFIC_FILE} rows={units} />
      </div>
      <Table<UnitTraffic>
        size="small"
        rowKey="unit"
        aria-label={t('tab.units')}
        columns={useColumns(setOpened)}
        dataSource={units}
        loading={isPending}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <EmptyState text={t('noTraffic')} /> }}
      />
      {opened !== null && (
        <UnitDrawer unit={opened.unit} name={opened.unitName} onClose={() => setOpened(null)} />
      )}
    </>
  );
}

const COUNTS = [
  'sent',
  'acknowledged',
  'answered',
  'waiting',
  'unsent',
  'dead',
  'refused',
] as const;

function useColumns(onOpen: (unit: UnitTraffic) => void): TableProps<UnitTraffic>['columns'] {
  const { t } = useTranslation('integrations');
  return [
    {
      title: t('unit'),
      key: 'unit',
      width: 260,
      sorter: (a, b) => (a.unit < b.unit ? -1 : 1),
      render: (_, line) => (
        <button type="button" className="admin-choose" onClick={() => onOpen(line)}>
          {line.unit} · {line.unitName}
        </button>
      ),
    },
    {
      title: t('line'),
      key: 'line',
      sorter: (a, b) => (a.line < b.line ? -1 : 1),
      render: (_, { line, lastErrorCode }) => <LineMark line={line} code={lastErrorCode} />,
    },
    ...COUNTS.map((name) => {
      const field = name === 'refused' ? 'refusedArrivals' : name;
      return {
        title: t(name),
        key: name,
        align: 'right' as const,
        sorter: (a: UnitTraffic, b: UnitTraffic) => a[field] - b[field],
        render: (_: unknown, line: UnitTraffic) => (
          <span className={name === 'dead' && line.dead > 0 ? 'dead-count' : undefined}>
            {line[field]}
          </span>
        ),
      };
    }),
    {
      title: t('numbering'),
      key: 'numbering',
      render: (_, { gaps, late }) => {
        const parts = [
          gaps > 0 && t('numbering.gaps', { count: gaps }),
          late > 0 && t('numbering.late', { count: late }),
        ].filter((part) => part !== false);
        return parts.length === 0 ? t('numbering.whole') : parts.join(', ');
      },
    },
  ];
}
