import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../domain/case.ts';
import { EntryList } from '../../pieces/acts/EntryList.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useLabel } from '../../words/index.ts';
import { DraftPaper } from './DraftPaper.tsx';

/** What is concluded, on what judgments and why; beside it the certificate as it will print. */
export function ResultTab({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  const { draft, conclusion, line } = detail;
  // Without the answers this role reads no convictions, and so no conclusion either.
  if (detail.answers === null) return <Alert type="info" showIcon title={t('resultMasked')} />;
  if (draft === null && conclusion === null) {
    return <EmptyState text={t('noResult')} hint={t('noResultHint')} />;
  }
  return (
    <div className="beside">
      <Concluded detail={detail} />
      <DraftPaper caseId={line.caseId} rev={line.rev} issued={detail.certificates.length > 0} />
    </div>
  );
}

/** Conclusion, judgments and reasoning of the draft. */
export function Concluded({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const { draft, conclusion } = detail;
  const entries = draft?.entries ?? [];
  return (
    <section aria-label={t('field.conclusion')}>
      <h3>{t('field.conclusion')}</h3>
      <p>
        <strong>{conclusion === null ? t('unknown') : label('conclusion', conclusion)}</strong>
      </p>
      <h3>{t('field.entries')}</h3>
      {entries.length === 0 ? (
        <p className="muted">{t('noEntries')}</p>
      ) : (
        <EntryList entries={entries} />
      )}
      <h3>{t('field.reasoning')}</h3>
      <p className="prose">{draft?.reasoning ?? '–'}</p>
    </section>
  );
}
