import { Table, type TableProps } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { allows } from '../../../domain/permission.ts';
import type { SupplyBatch } from '../../../domain/supply/batch.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatInstant } from '../../pieces/format.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useSession } from '../../session.tsx';
import { BatchMark } from './BatchMark.tsx';
import { FileForm } from './FileForm.tsx';
import { useBatches } from './query.ts';
import '../supply.css';

/** `/so-tiep-nhan/tep`: files of judgments, each from its preview to its records. */
export default function Files() {
  const { t } = useTranslation('supply');
  const { account } = useSession();
  const [page, setPage] = useState(1);
  const { data, error, isPending, refetch } = useBatches(page);
  useEffect(() => {
    document.title = t('files.title');
  }, [t]);
  return (
    <div className="supply">
      <p>
        <Link to="/so-tiep-nhan">← {t('title')}</Link>
      </p>
      <h1>{t('files.title')}</h1>
      <p className="muted">{t('files.lead')}</p>
      {allows(account, 'supply.receive') && <FileForm />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Table<SupplyBatch>
        size="small"
        rowKey="id"
        aria-label={t('files.title')}
        columns={useColumns()}
        dataSource={data?.batches ?? []}
        loading={isPending}
        pagination={{
          current: page,
          pageSize: 20,
          total: data?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: setPage,
        }}
        locale={{ emptyText: <EmptyState text={t('files.none')} hint={t('files.noneHint')} /> }}
      />
    </div>
  );
}

function useColumns(): TableProps<SupplyBatch>['columns'] {
  const { t } = useTranslation('supply');
  return [
    {
      title: t('files.file'),
      key: 'file',
      render: (_, { id, fileName }) => <Link to={`/so-tiep-nhan/tep/${id}`}>{fileName}</Link>,
    },
    { title: t('state'), key: 'state', render: (_, batch) => <BatchMark state={batch.state} /> },
    {
      title: t('row.ENTERED'),
      key: 'entered',
      align: 'right',
      render: (_, { rows }) => rows.ENTERED,
    },
    {
      title: t('row.FAULTY'),
      key: 'faulty',
      align: 'right',
      responsive: ['sm'],
      render: (_, { rows }) => rows.FAULTY,
    },
    {
      title: t('files.uploaded'),
      key: 'uploaded',
      responsive: ['md'],
      render: (_, { uploadedBy, uploadedAt }) =>
        t('files.by', { name: uploadedBy, at: formatInstant(uploadedAt) }),
    },
  ];
}
