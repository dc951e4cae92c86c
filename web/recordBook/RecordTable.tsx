import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RECORD_SORTS, type RecordLine } from '../../domain/record/book.ts';
import { type Asked, pagesOf, sortedBy } from '../pieces/askedList.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatDate, formatInstantDate } from '../pieces/format.ts';
import { useUnitName } from '../pieces/units.ts';
import { UnnormalisedMark } from '../pieces/UnnormalisedMark.tsx';

interface RecordTableProps extends Asked {
  records: readonly RecordLine[];
  total: number;
  loading: boolean;
}

/** Records of one page; the server sorts and cuts. */
export function RecordTable({ records, total, loading, query, onChange }: RecordTableProps) {
  const { t } = useTranslation('recordBook');
  return (
    <Table<RecordLine>
      size="small"
      rowKey="number"
      aria-label={t('title')}
      columns={useColumns(query)}
      dataSource={records}
      loading={loading}
      {...pagesOf({ query, onChange }, total, RECORD_SORTS)}
      locale={{ emptyText: <EmptyState text={t('none')} hint={t('noneHint')} /> }}
    />
  );
}

function useColumns(query: Asked['query']): TableProps<RecordLine>['columns'] {
  const { t } = useTranslation('recordBook');
  const unitName = useUnitName();
  const sorted = (key: string) => sortedBy(query, key);
  return [
    {
      title: t('number'),
      ...sorted('number'),
      render: (_, { number, fullName, mergedInto, abandonedAt, unnormalised }) => (
        <>
          <Link className="case-number" to={pathOf(number, mergedInto)}>
            {abandonedAt === null ? number : <del>{number}</del>}
          </Link>
          <div className="only-narrow">
            {fullName}
            <UnnormalisedMark count={unnormalised} />
          </div>
        </>
      ),
    },
    { title: t('name'), dataIndex: 'fullName', responsive: ['md'], ...sorted('name') },
    { title: t('birthDate'), dataIndex: 'birthDate', responsive: ['md'], render: formatDate },
    { title: t('unit'), dataIndex: 'unit', responsive: ['xl'], render: unitName },
    { title: t('judgments'), dataIndex: 'judgments', align: 'end', responsive: ['lg'] },
    {
      title: t('standing'),
      key: 'standing',
      responsive: ['sm'],
      render: (_, { unnormalised, proposals, mergedInto, abandonedAt }) => (
        <>
          {mergedInto !== null && t('mergedInto', { number: mergedInto })}
          {abandonedAt !== null && t('abandoned', { on: formatInstantDate(abandonedAt) })}
          <UnnormalisedMark count={unnormalised} />
          {proposals > 0 && <span className="cell-line">{t('waiting', { count: proposals })}</span>}
        </>
      ),
    },
    {
      title: t('updatedAt'),
      dataIndex: 'updatedAt',
      responsive: ['lg'],
      ...sorted('updatedAt'),
      render: formatInstantDate,
    },
  ];
}

/** Where a record is read; of a merged one the old paper itself. */
function pathOf(number: string, mergedInto: string | null): string {
  return mergedInto === null ? `/ly-lich/${number}` : `/ly-lich/${number}?cu=1`;
}
