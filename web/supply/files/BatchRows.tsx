import { DownloadOutlined } from '@ant-design/icons';
import { Button, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  SUPPLY_ROW_STATES,
  type SupplyBatch,
  type SupplyRow,
  type SupplyRowState,
} from '../../../domain/supply/batch.ts';
import { SUPPLY_COLUMNS } from '../../../domain/supply/readFile.ts';
import { useDownload } from '../../pieces/useDownload.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useBatchRows } from './query.ts';

const PAGE_SIZE = 50;

/** Rows of a file by what became of them, faulty ones with every column that is wrong. */
export function BatchRows({ batch }: { batch: SupplyBatch }) {
  const { t } = useTranslation('supply');
  const fetchFile = useDownload();
  const first = SUPPLY_ROW_STATES.find((one) => one === 'FAULTY' && batch.rows[one] > 0);
  const other = SUPPLY_ROW_STATES.find((one) => batch.rows[one] > 0);
  const [state, setState] = useState<SupplyRowState>(first ?? other ?? 'GOOD');
  const [page, setPage] = useState(1);
  const query = { state, page, limit: PAGE_SIZE };
  const { data, error, isPending, refetch } = useBatchRows(batch.id, query, batch.state);
  const csv = (): void => {
    fetchFile(`/supply-batches/${batch.id}/rows.csv`, { state });
  };
  return (
    <section aria-label={t('files.rows')}>
      <div className="supply-filters">
        <Segmented
          value={state}
          options={SUPPLY_ROW_STATES.map((value) => ({
            value,
            label: `${t(`row.${value}`)} (${batch.rows[value]})`,
          }))}
          onChange={(value) => {
            setState(value);
            setPage(1);
          }}
        />
        <Button className="list-end" icon={<DownloadOutlined aria-hidden />} onClick={csv}>
          {t('export')}
        </Button>
      </div>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Table<SupplyRow>
        size="small"
        rowKey="line"
        aria-label={t('files.rows')}
        dataSource={data?.rows ?? []}
        loading={isPending}
        pagination={{
          current: page,
          pageSize: PAGE_SIZE,
          total: data?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: setPage,
        }}
        locale={{ emptyText: <EmptyState text={t('batch.noRows')} /> }}
        columns={[
          { title: t('batch.line'), dataIndex: 'line', align: 'right' },
          {
            title: t('person'),
            key: 'person',
            render: (_, { personName, number, supplyId }) => (
              <>
                {supplyId === null ? (
                  personName
                ) : (
                  <Link to={`/so-tiep-nhan/${supplyId}`}>{personName}</Link>
                )}
                <span className="cell-line muted">{number}</span>
              </>
            ),
          },
          {
            title: t('batch.problem'),
            key: 'problem',
            render: (_, { problems }) =>
              problems.map((one) => <Fault key={one.column} fault={one} />),
          },
        ]}
      />
    </section>
  );
}

function Fault({ fault: { column, value, message } }: { fault: SupplyRow['problems'][number] }) {
  const named = SUPPLY_COLUMNS[column as keyof typeof SUPPLY_COLUMNS][0];
  return (
    <span className="cell-line">
      {named}: {message}
      {value !== '' && <span className="muted"> ({value})</span>}
    </span>
  );
}
