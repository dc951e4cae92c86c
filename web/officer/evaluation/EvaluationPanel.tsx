import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../domain/case.ts';
import type { CaseEvaluation } from '../../../domain/conviction/caseEvaluation.ts';
import { EntryList } from '../../pieces/acts/EntryList.tsx';
import { KnownBanSection } from '../../pieces/bans/KnownBanSection.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatDate } from '../../pieces/format.ts';
import { Loading } from '../../pieces/Loading.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useLabel } from '../../words/index.ts';
import { DetailsDialog } from './DetailsDialog.tsx';
import './evaluation.css';
import { useEvaluation } from './useEvaluation.ts';
import { Verdict } from './Verdict.tsx';

/** The judgments before they are drafted: what the rules make of each, and what the officer completes. */
export function EvaluationPanel({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('evaluation');
  const { data, error, isPending, refetch } = useEvaluation(detail);
  if (isPending) return <Loading rows={6} />;
  if (data === undefined) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  return (
    <section aria-label={t('title')} className="evaluation">
      <h3>{t('title')}</h3>
      <p className="muted">{t('hint', { date: formatDate(data.evaluation.onDate) })}</p>
      {data.entries.length === 0 && (
        <EmptyState text={t('noJudgments')} hint={t('noJudgmentsHint')} />
      )}
      <Judgments detail={detail} evaluated={data} />
      {data.entries.length > 0 && <ByRules evaluated={data} />}
      <KnownBanSection caseId={detail.line.caseId} />
    </section>
  );
}

function ByRules({ evaluated: { evaluation } }: { evaluated: CaseEvaluation }) {
  const { t } = useTranslation('evaluation');
  const label = useLabel();
  const { conclusion } = evaluation;
  return (
    <p>
      {t('conclusion')}:{' '}
      <strong>{conclusion === null ? t('noConclusion') : label('conclusion', conclusion)}</strong>
    </p>
  );
}

function Judgments({ detail, evaluated }: { detail: CaseDetail; evaluated: CaseEvaluation }) {
  const { t } = useTranslation('evaluation');
  const [open, setOpen] = useState<number | null>(null);
  const mayDraft = detail.acts.some(({ act, refusal }) => act === 'draft' && refusal === null);
  const { entries, evaluation } = evaluated;
  const opened = open === null ? undefined : entries[open];
  return (
    <>
      {entries.map((entry, index) => {
        const verdict = evaluation.entries[index];
        return (
          <article key={`${entry.judgmentNumber} ${entry.judgmentDate}`} className="evaluated">
            <EntryList entries={[entry]} start={index + 1} />
            {verdict && <Verdict evaluated={verdict} />}
            {mayDraft && (
              <Button
                icon={<EditOutlined />}
                aria-label={t('complete', { n: index + 1 })}
                onClick={() => setOpen(index)}
              >
                {t(entry.details === undefined ? 'completeShort' : 'correctShort')}
              </Button>
            )}
          </article>
        );
      })}
      {open !== null && opened !== undefined && (
        <DetailsDialog detail={detail} entry={opened} index={open} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
