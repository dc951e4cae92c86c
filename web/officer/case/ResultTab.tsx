import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../domain/case.ts';
import { EntryList } from '../../pieces/acts/EntryList.tsx';
import { StatedBans } from '../../pieces/bans/StatedBans.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useLabel } from '../../words/index.ts';
import { DraftPaper } from './DraftPaper.tsx';
import '../evaluation/evaluation.css';
import { EvaluationPanel } from '../evaluation/EvaluationPanel.tsx';
import { hasAnswers } from '../evaluation/useEvaluation.ts';
import { Verdict } from '../evaluation/Verdict.tsx';

/** What is concluded, on what judgments and why; beside it the certificate as it will print. */
export function ResultTab({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  const { draft, conclusion, line } = detail;
  // Without the answers this role reads no convictions, and so no conclusion either.
  if (detail.answers === null) return <Alert type="info" showIcon title={t('resultMasked')} />;
  if (draft === null && conclusion === null) {
    if (hasAnswers(detail)) return <EvaluationPanel detail={detail} />;
    return <EmptyState text={t('noResult')} hint={t('noResultHint')} />;
  }
  return (
    <div className="beside">
      <Concluded detail={detail} />
      <DraftPaper caseId={line.caseId} rev={line.rev} issued={detail.certificates.length > 0} />
    </div>
  );
}

/** Conclusion, judgments, bans and reasoning of the draft. */
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
        <Chosen entries={entries} evaluation={draft?.evaluation ?? null} />
      )}
      <StatedBans draft={draft} />
      <h3>{t('field.reasoning')}</h3>
      <p className="prose">{draft?.reasoning ?? '–'}</p>
    </section>
  );
}

type Draft = NonNullable<CaseDetail['draft']>;

/** Each judgment as the officer judged it, beside what the rules made of it at the time. */
function Chosen({ entries, evaluation }: Pick<Draft, 'entries' | 'evaluation'>) {
  const { t } = useTranslation('evaluation');
  return entries.map((entry, index) => {
    const evaluated = evaluation?.entries[index];
    return (
      <article key={`${entry.judgmentNumber} ${entry.judgmentDate}`} className="evaluated">
        <EntryList entries={[entry]} start={index + 1} />
        {entry.deviation != null && (
          <p>
            <strong>{t('otherwise')}:</strong> {entry.deviation}
          </p>
        )}
        {evaluated !== undefined && (
          <>
            <span className="muted">{t('byRules')}</span>
            <Verdict evaluated={evaluated} />
          </>
        )}
      </article>
    );
  });
}
