import { DownloadOutlined } from '@ant-design/icons';
import { Button, InputNumber, Table } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SupplierLine } from '../../domain/supply/supply.ts';
import { useDownload } from '../pieces/useDownload.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { UnverifiedMark } from '../pieces/UnverifiedMark.tsx';
import { useSuppliers } from './query.ts';
import './supply.css';

const FIRST_YEAR = 2010;

/** `/so-tiep-nhan/nguon`: how punctually each supplier supplied in a year of the book. */
export default function SupplierPage() {
  const { t } = useTranslation('supply');
  const fetchFile = useDownload();
  const [year, setYear] = useState<number | null>(null);
  const query = year === null ? {} : { year };
  const { data, error, isPending, refetch } = useSuppliers(query);
  useEffect(() => {
    document.title = t('suppliers.title');
  }, [t]);
  const csv = (): void => {
    fetchFile('/suppliers.csv', query);
  };
  return (
    <div className="supply">
      <p>
        <Link to="/so-tiep-nhan">← {t('title')}</Link>
      </p>
      <h1>{t('suppliers.title')}</h1>
      <p className="muted">
        {t('suppliers.lead')}{' '}
        {data !== undefined && <UnverifiedMark verified={data.countedFrom.verified} />}
      </p>
      <div className="supply-filters">
        <label>
          {t('suppliers.year')}{' '}
          <InputNumber
            min={FIRST_YEAR}
            max={2100}
            value={year ?? data?.year ?? null}
            onChange={(typed) => setYear(typed)}
          />
        </label>
        <Button className="list-end" icon={<DownloadOutlined aria-hidden />} onClick={csv}>
          {t('export')}
        </Button>
      </div>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <SupplierTable suppliers={data?.suppliers ?? []} loading={isPending} />
    </div>
  );
}

interface SupplierTableProps {
  suppliers: readonly SupplierLine[];
  loading: boolean;
}

function SupplierTable({ suppliers, loading }: SupplierTableProps) {
  const { t } = useTranslation('supply');
  const figure = (name: 'received' | 'onTime' | 'late' | 'uncounted' | 'medianDays') => ({
    title: t(`suppliers.${name}`),
    dataIndex: name,
    align: 'right' as const,
    sorter: (a: SupplierLine, b: SupplierLine) => a[name] - b[name],
  });
  return (
    <Table<SupplierLine>
      size="small"
      rowKey={({ supplierKind, supplierName }) => `${supplierKind} ${supplierName}`}
      aria-label={t('suppliers.title')}
      dataSource={suppliers}
      loading={loading}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: <EmptyState text={t('suppliers.none')} /> }}
      columns={[
        {
          title: t('supplier'),
          key: 'supplier',
          sorter: (a, b) => a.supplierName.localeCompare(b.supplierName, 'vi'),
          render: (_, { supplierName, supplierKind }) => (
            <>
              {supplierName}
              <span className="cell-line muted">{t(`supplierKind.${supplierKind}`)}</span>
            </>
          ),
        },
        figure('received'),
        { ...figure('onTime'), responsive: ['sm'] },
        figure('late'),
        { ...figure('uncounted'), responsive: ['md'] },
        figure('medianDays'),
      ]}
    />
  );
}
