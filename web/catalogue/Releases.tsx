import { Table, type TableProps } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type CatalogueRelease, RELEASE_STATES } from '../../domain/offence/release.ts';
import { allows } from '../../domain/permission.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { formatInstant } from '../pieces/format.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useSession } from '../session.tsx';
import { ImportForm } from './ImportForm.tsx';
import { useReleases } from './query.ts';
import { StateMark } from './StateMark.tsx';
import './catalogue.css';

/** `/danh-muc/ban`: releases and what waits to become one; the Centre's people import here. */
export default function Releases() {
  const { t } = useTranslation('catalogue');
  const { account } = useSession();
  const { data, error, isPending, refetch } = useReleases();
  useEffect(() => {
    document.title = t('releases');
  }, [t]);
  return (
    <div className="catalogue">
      <p>
        <Link to="/danh-muc">← {t('back')}</Link>
      </p>
      <h1>{t('releases')}</h1>
      <p className="muted">{t('releases.lead')}</p>
      {allows(account, 'catalogue.import') && <ImportForm />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Table<CatalogueRelease>
        size="small"
        rowKey="id"
        aria-label={t('releases')}
        columns={useColumns()}
        dataSource={data?.releases ?? []}
        loading={isPending}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <EmptyState text={t('releases.empty')} /> }}
      />
    </div>
  );
}

function useColumns(): TableProps<CatalogueRelease>['columns'] {
  const { t } = useTranslation('catalogue');
  const signed = (name: string | null, at: string | null): string =>
    name === null || at === null
      ? t('release.shipped')
      : t('release.by', { name, at: formatInstant(at) });
  return [
    {
      title: t('release.title'),
      key: 'title',
      render: (_, { id, title, version, entries }) => (
        <>
          <Link to={`/danh-muc/ban/${id}`}>{title}</Link>
          {version !== null && (
            <span className="cell-line muted">{t('release.version', { version })}</span>
          )}
          <span className="only-narrow muted">{t('count', { total: entries })}</span>
        </>
      ),
    },
    {
      title: t('release.state'),
      key: 'state',
      filters: RELEASE_STATES.map((value) => ({ value, text: t(`state.${value}`) })),
      onFilter: (state, release) => release.state === state,
      render: (_, { state }) => <StateMark state={state} />,
    },
    { title: t('release.entries'), dataIndex: 'entries', align: 'end', responsive: ['md'] },
    {
      title: t('release.imported'),
      key: 'imported',
      responsive: ['md'],
      sorter: (a, b) => Date.parse(a.importedAt) - Date.parse(b.importedAt),
      render: (_, { importedBy, importedAt }) => signed(importedBy, importedAt),
    },
    {
      title: t('release.released'),
      key: 'released',
      responsive: ['lg'],
      render: (_, { state, releasedBy, releasedAt }) =>
        state === 'PUBLISHED' ? signed(releasedBy, releasedAt) : '–',
    },
  ];
}
