import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ListedOffence } from '../../domain/offence/offence.ts';
import { CATALOGUE_SORTS } from '../../domain/offence/release.ts';
import { useValidity } from '../admin/validity.ts';
import { VerifiedMark } from '../admin/VerifiedMark.tsx';
import { type Asked, pagesOf, sortedBy } from '../pieces/askedList.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import '../admin/admin.css';

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
      {...pagesOf({ query, onChange }, total, CATALOGUE_SORTS)}
      locale={{ emptyText: <EmptyState text={t('none')} hint={t('noneHint')} /> }}
    />
  );
}

function useColumns(query: Asked['query']): TableProps<ListedOffence>['columns'] {
  const { t } = useTranslation('catalogue');
  const validity = useValidity();
  const sorted = (key: string) => sortedBy(query, key);
  return [
    {
      title: t('code'),
      dataIndex: 'code',
      responsive: ['md'],
      className: 'case-number',
      ...sorted('code'),
    },
    {
      title: t('name'),
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
