import {
  CheckCircleFilled,
  ClockCircleOutlined,
  DownloadOutlined,
  EyeOutlined,
  MinusCircleFilled,
} from '@ant-design/icons';
import { Button, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type PacketRow,
  type PacketUpload,
  ROW_STATES,
  type RowState,
} from '../../../domain/packet.ts';
import { useDownload } from '../../pieces/useDownload.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useLabel } from '../../words/index.ts';
import { useRows } from './query.ts';

const PAGE_SIZE = 50;
const ICONS = {
  READY: EyeOutlined,
  REFUSED: MinusCircleFilled,
  ON_THE_WAY: ClockCircleOutlined,
  DONE: CheckCircleFilled,
} as const;
const ALL = 'ALL';

/** What becomes of every row, refused ones first asked for; also as a file. */
export function RowTable({ upload: { id, state, rows } }: { upload: PacketUpload }) {
  const { t } = useTranslation('packets');
  const label = useLabel();
  const fetchFile = useDownload();
  const [shown, setShown] = useState<RowState | typeof ALL>(rows.REFUSED > 0 ? 'REFUSED' : ALL);
  const [page, setPage] = useState(1);
  const query = { page, limit: PAGE_SIZE, ...(shown !== ALL && { state: shown }) };
  const { data, error, isPending, refetch } = useRows(id, query, `${state} ${rows.READY}`);
  const csv = (): void => {
    fetchFile(`/packets/uploads/${id}/rows.csv`);
  };
  return (
    <section aria-label={t('rowsTitle')}>
      <div className="list-head">
        <h2>{t('rowsTitle')}</h2>
        <Select<RowState | typeof ALL>
          aria-label={t('rowsFilter')}
          value={shown}
          options={[ALL, ...ROW_STATES].map((value) => ({ value, label: t(`rows.${value}`) }))}
          onChange={(next) => {
            setShown(next);
            setPage(1);
          }}
        />
        <Button className="list-end" icon={<DownloadOutlined aria-hidden />} onClick={csv}>
          {t('rowsCsv')}
        </Button>
      </div>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Table<PacketRow>
        size="small"
        rowKey="n"
        aria-label={t('rowsTitle')}
        loading={isPending}
        dataSource={data?.rows ?? []}
        locale={{ emptyText: <EmptyState text={t('noRows')} /> }}
        pagination={{
          current: page,
          pageSize: PAGE_SIZE,
          total: data?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: setPage,
        }}
        columns={[
          {
            title: t('fullName'),
            key: 'request',
            render: (_, { fullName, requestId, lines }) => (
              <>
                {fullName}
                <span className="cell-line muted">
                  <span className="case-number">{requestId}</span>
                  {lines !== null && ` · ${t('line', { lines })}`}
                </span>
              </>
            ),
          },
          {
            title: t('outcome'),
            dataIndex: 'outcome',
            responsive: ['md'],
            render: (outcome: string | null) =>
              outcome === null ? '–' : label('outcome', outcome),
          },
          { title: t('result'), key: 'result', render: (_, row) => <Result row={row} /> },
        ]}
      />
    </section>
  );
}

function Result({ row: { state, reason, fields } }: { row: PacketRow }) {
  const { t } = useTranslation('packets');
  const Icon = ICONS[state];
  return (
    <>
      <Icon aria-hidden className={`packets-row-${state.toLowerCase()}`} /> {t(`row.${state}`)}
      {reason !== null && `: ${reason}`}
      {fields.map(({ path, message }) => (
        <span key={path} className="cell-line muted">
          {t(`field.${path.split('.').at(-1)}`)}: {message}
        </span>
      ))}
    </>
  );
}
