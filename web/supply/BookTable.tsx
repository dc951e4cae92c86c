import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SUPPLY_SORTS, type SupplyLine } from '../../domain/supply/supply.ts';
import { type Asked, pagesOf, sortedBy } from '../pieces/askedList.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatDate } from '../pieces/format.ts';
import { StateMark } from './StateMark.tsx';
import { TermMark } from './TermMark.tsx';

interface BookTableProps extends Asked {
  supplies: readonly SupplyLine[];
  total: number;
  loading: boolean;
}

/** Entries of one page; the server sorts and cuts. */
export function BookTable({ supplies, total, loading, query, onChange }: BookTableProps) {
  const { t } = useTranslation('supply');
  return (
    <Table<SupplyLine>
      size="small"
      rowKey="id"
      aria-label={t('title')}
      columns={useColumns(query)}
      dataSource={supplies}
      loading={loading}
      {...pagesOf({ query, onChange }, total, SUPPLY_SORTS)}
      locale={{ emptyText: <EmptyState text={t('none')} hint={t('noneHint')} /> }}
    />
  );
}

function useColumns(query: Asked['query']): TableProps<SupplyLine>['columns'] {
  const { t } = useTranslation('supply');
  const sorted = (key: string) => sortedBy(query, key, true);
  return [
    {
      title: t('book'),
      className: 'case-number',
      ...sorted('book'),
      render: (_, { id, bookNumber, year }) => (
        <Link to={`/so-tiep-nhan/${id}`}>{t('bookNumber', { number: bookNumber, year })}</Link>
      ),
    },
    {
      title: t('person'),
      ...sorted('person'),
      render: (_, line) => <PersonCell line={line} />,
    },
    {
      title: t('kind'),
      key: 'kind',
      responsive: ['md'],
      render: (_, { kind, number, date }) => (
        <>
          {t(`kind.${kind}`)}
          <span className="cell-line muted">
            {number} · {formatDate(date)}
          </span>
        </>
      ),
    },
    {
      title: t('supplier'),
      key: 'supplier',
      responsive: ['lg'],
      render: (_, line) => <SupplierCell line={line} />,
    },
    {
      title: t('arrivedOn'),
      responsive: ['md'],
      ...sorted('arrived'),
      render: (_, line) => (
        <>
          {formatDate(line.arrivedOn)}
          <span className="cell-line muted">{t(`channel.${line.channel}`)}</span>
          <span className="cell-line">
            <TermMark line={line} />
          </span>
        </>
      ),
    },
    {
      title: t('state'),
      key: 'state',
      responsive: ['md'],
      render: (_, { state, recordNumber }) => (
        <>
          <StateMark state={state} />
          {recordNumber !== null && <span className="cell-line case-number">{recordNumber}</span>}
        </>
      ),
    },
  ];
}

function PersonCell({ line }: { line: SupplyLine }) {
  const { t } = useTranslation('supply');
  return (
    <>
      {line.personName}
      <span className="cell-line muted">{formatDate(line.birthDate)}</span>
      <div className="only-narrow">
        <span className="cell-line">
          {t(`kind.${line.kind}`)} {line.number}
        </span>
        <StateMark state={line.state} />
      </div>
    </>
  );
}

function SupplierCell({ line: { supplierName, supplierKind } }: { line: SupplyLine }) {
  const { t } = useTranslation('supply');
  return (
    <>
      {supplierName}
      <span className="cell-line muted">{t(`supplierKind.${supplierKind}`)}</span>
    </>
  );
}
