import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ListedOffence } from '../../domain/offence/offence.ts';
import { CATALOGUE_SORTS } from '../../domain/offence/release.ts';
import { useValidity } from '../admin/validity.ts';
import { VerifiedMark } from '../admin/VerifiedMark.tsx';
import { EmptyState } from '../pieces/EmptyState.tsx';
import '../admin/admin.css';
import type { Asked } from './CatalogueFilters.tsx';

const PAGE_SIZE = 50;

interface OffenceTableProps extends Asked {
  offences: readonly ListedOffence[];
  total: number;
  loading: boolean;
}

/** Offences of one page; the server sorts and cuts. */
export function OffenceTable({ offences, total, loading, query, onChange }: OffenceTableProps) {
  const { t } = useTranslation('catalogue');
  return (
    <Table<ListedOffence>
      size="small"
      rowKey="code"
      aria-label={t('title')}
      columns={useColumns(query)}
      dataSource={offences}
      loading={loading}
      pagination={{
        current: Number(query['page'] ?? 1),
        pageSize: PAGE_SIZE,
        total,
        hideOnSinglePage: true,
        showSizeChanger: false,
      }}
      onChange={({ current = 1 }, _filters, sorter) => {
        const { columnKey, order } = Array.isArray(sorter) ? {} : sorter;
        const sort = CATALOGUE_SORTS.find((one) => one === columnKey && order);
        onChange({
          sort,
          descending: sort !== undefined && order === 'descend' ? 'true' : undefined,
          page: current === 1 ? undefined : String(current),
        });
      }}
      locale={{ emptyText: <EmptyState text={t('none')} hint={t('noneHint')} /> }}
    />
  );
}

function useColumns(query: Asked['query']): TableProps<ListedOffence>['columns'] {
  const { t } = useTranslation('catalogue');
  const validity = useValidity();
  const sorted = (key: string) => {
    const order = query['descending'] === 'true' ? ('descend' as const) : ('ascend' as const);
    return { sorter: true, sortOrder: query['sort'] === key ? order : null };
  };
  return [
    {
      title: t('code'),
      dataIndex: 'code',
      key: 'code',
      responsive: ['md'],
      className: 'case-number',
      ...sorted('code'),
    },
    {
      title: t('name'),
      key: 'name',
      ...sorted('name'),
      render: (_, offence) => <Named offence={offence} />,
    },
    {
      title: t('article'),
      key: 'article',
      responsive: ['md'],
      render: (_, { article, penalCode }) =>
        t('articleOf', { article, code: t(`penalCode.${penalCode}`) }),
    },
    {
      title: t('validity'),
      key: 'validFrom',
      responsive: ['lg'],
      className: 'catalogue-when',
      ...sorted('validFrom'),
      render: (_, offence) => validity(offence),
    },
    {
      title: t('replacedBy'),
      key: 'replacedBy',
      responsive: ['lg'],
      className: 'catalogue-successors',
      render: (_, { replacedBy }) => (replacedBy.length === 0 ? '–' : replacedBy.join(', ')),
    },
    {
      title: t('verified'),
      key: 'verified',
      responsive: ['sm'],
      render: (_, { verified }) => <VerifiedMark verified={verified} />,
    },
  ];
}

function Named({ offence }: { offence: ListedOffence }) {
  const { t } = useTranslation('catalogue');
  const validity = useValidity();
  const { name, note, code, article, penalCode, verified } = offence;
  return (
    <>
      {name}
      {note !== null && <span className="cell-line muted">{note}</span>}
      <div className="only-narrow">
        <span className="cell-line">
          {t('articleOf', { article, code: t(`penalCode.${penalCode}`) })}
        </span>
        <span className="cell-line muted">
          {code} · {validity(offence)}
        </span>
        <VerifiedMark verified={verified} />
      </div>
    </>
  );
}
