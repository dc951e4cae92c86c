import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CatalogueQuery } from '../../domain/offence/release.ts';
import { useAsked } from '../pieces/askedList.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { CatalogueFilters } from './CatalogueFilters.tsx';
import { OffenceTable } from './OffenceTable.tsx';
import { useOffences } from './query.ts';
import './catalogue.css';

/** `/danh-muc`: the offences in force, searched, filtered, sorted and exported; the address holds the question. */
export default function Catalogue() {
  const { t } = useTranslation('catalogue');
  const { query, onChange: change } = useAsked(CatalogueQuery);
  const { data, error, isPending, refetch } = useOffences(query);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <div className="catalogue">
      <div className="catalogue-head">
        <h1>{t('title')}</h1>
        <Link to="/danh-muc/de-nghi">{t('requests')}</Link>
        <Link to="/danh-muc/ban">{t('releases')}</Link>
      </div>
      {data !== undefined && <p className="muted">{t('lead', data.release)}</p>}
      <CatalogueFilters query={query} onChange={change} total={data?.total ?? null} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <OffenceTable
        offences={data?.offences ?? []}
        total={data?.total ?? 0}
        query={query}
        loading={isPending}
        onChange={change}
      />
    </div>
  );
}
