import { Button, Select, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { OUTAGE_PARTS } from '../../../domain/holding.ts';
import { allows } from '../../../domain/permission.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatInstant } from '../../pieces/format.ts';
import { useAmount } from '../../pieces/TimeLeft.tsx';
import { DAY_MS } from '../../../domain/instant.ts';
import { useSession } from '../../session.tsx';
import { OUTAGE_FILE } from '../../../domain/wording/files/boardFiles.ts';
import { CsvButton } from '../ExportButtons.tsx';
import { ListPage } from '../ListPage.tsx';
import { OutageDialog } from './OutageDialog.tsx';
import { type OutageLine, useOutages } from './query.ts';

/** `/dieu-hanh/gian-doan`: times in which the system was down; administrators note what heartbeats missed. */
export default function OutagesPage() {
  const { t } = useTranslation('incidents');
  const { account } = useSession();
  const [search, setSearch] = useSearchParams();
  const { data, error, isPending, refetch } = useOutages();
  const [noting, setNoting] = useState(false);
  const part = OUTAGE_PARTS.find((one) => one === search.get('bo-phan'));
  const shown = (data?.outages ?? []).filter(({ what }) => part === undefined || what === part);
  return (
    <ListPage
      title={t('outages.title')}
      lead={t('outages.lead')}
      error={error}
      onRetry={() => void refetch()}
    >
      <div className="list-head">
        <Select
          aria-label={t('outages.what')}
          value={part ?? 'ALL'}
          options={['ALL', ...OUTAGE_PARTS].map((value) => {
            return { value, label: t(`outages.what.${value}`) };
          })}
          onChange={(value) => setSearch(value === 'ALL' ? {} : { 'bo-phan': value })}
        />
        {allows(account, 'outage.note') && (
          <Button type="primary" onClick={() => setNoting(true)}>
            {t('outages.enter')}
          </Button>
        )}
        <span className="list-end">
          <CsvButton file={OUTAGE_FILE} rows={shown} />
        </span>
      </div>
      <OutageTable outages={shown} loading={isPending} />
      {noting && <OutageDialog onClose={() => setNoting(false)} />}
    </ListPage>
  );
}

function OutageTable({ outages, loading }: { outages: OutageLine[]; loading: boolean }) {
  const { t } = useTranslation('incidents');
  const amountOf = useAmount();
  const lengthOf = ({ from, to }: OutageLine): number => Date.parse(to) - Date.parse(from);
  const columns: TableProps<OutageLine>['columns'] = [
    {
      title: t('outages.from'),
      dataIndex: 'from',
      render: formatInstant,
      sorter: (a, b) => Date.parse(a.from) - Date.parse(b.from),
    },
    { title: t('outages.to'), dataIndex: 'to', render: formatInstant },
    {
      title: t('outages.lasted'),
      key: 'lasted',
      sorter: (a, b) => lengthOf(a) - lengthOf(b),
      render: (_, outage) => amountOf(lengthOf(outage), DAY_MS),
    },
    {
      title: t('outages.what'),
      dataIndex: 'what',
      render: (what: string) => t(`outages.what.${what}`),
    },
    {
      title: t('outages.by'),
      dataIndex: 'notedBy',
      render: (by: string) => t(by === 'heartbeat' ? 'outages.heartbeat' : 'outages.administrator'),
    },
    {
      title: t('outages.reason'),
      dataIndex: 'reason',
      render: (reason: string | null) => <div className="said-reason">{reason ?? '–'}</div>,
    },
  ];
  return (
    <Table<OutageLine>
      size="small"
      rowKey="id"
      aria-label={t('outages.title')}
      className="wide-table"
      columns={columns}
      dataSource={outages}
      loading={loading}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{
        emptyText: <EmptyState text={t('outages.empty')} hint={t('outages.emptyHint')} />,
      }}
    />
  );
}
