import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FindingQuery } from '../../domain/quality/finding.ts';
import { useAsked } from '../pieces/askedList.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { FindingFilters } from './FindingFilters.tsx';
import { FindingTable } from './FindingTable.tsx';
import { QualityNav } from './QualityNav.tsx';
import { useFindings } from './query.ts';
import './quality.css';

/** `/chat-luong`: what is not right, complete or clean, each with the act that mends it; the address holds the question. */
export default function FindingQueue() {
  const { t } = useTranslation('quality');
  const { query, onChange: change } = useAsked(FindingQuery);
  const { data, error, isPending, refetch } = useFindings(query);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <div className="quality">
      <QualityNav />
      <h1>{t('title')}</h1>
      <p className="muted">{t('lead')}</p>
      <FindingFilters query={query} onChange={change} total={data?.total ?? null} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <FindingTable
        findings={data?.findings ?? []}
        total={data?.total ?? 0}
        query={query}
        loading={isPending}
        onChange={change}
      />
    </div>
  );
}
