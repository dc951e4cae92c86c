import { useTranslation } from 'react-i18next';
import type { EntryEvaluation, ReasoningStep } from '../../../domain/conviction/evaluation.ts';
import { formatDate } from '../../pieces/format.ts';
import { useLabel } from '../../words/index.ts';

/** The steps of both codes, each with its days and its source; what nobody has read is marked. */
export function Reasoning({ reasoning }: Pick<EntryEvaluation, 'reasoning'>) {
  const { t } = useTranslation('evaluation');
  if (reasoning.length === 0) return null;
  return (
    <details className="reasoning">
      <summary>{t('reasoning', { count: reasoning.length })}</summary>
      <ol>
        {reasoning.map((step) => (
          <Step key={`${step.law} ${step.step} ${step.from} ${step.to}`} step={step} />
        ))}
      </ol>
    </details>
  );
}

function Step({
  step: { step, law, from, to, period, citation, verified },
}: {
  step: ReasoningStep;
}) {
  const { t } = useTranslation('evaluation');
  const label = useLabel();
  const days = [from, to].filter((date) => date !== null).map(formatDate);
  return (
    <li>
      <span className="reasoning-law">
        {law === null ? t('allCodes') : label('penalCode', law.slice(4))}
      </span>{' '}
      {t(`step.${step}`)}
      {period !== null && <>: {t(`period_${period.unit}`, { count: period.amount })}</>}
      {days.length > 0 && <strong> {days.join(' → ')}</strong>}
      <br />
      <small className="muted">
        {citation}
        {!verified && <em> ({t('unverified')})</em>}
      </small>
    </li>
  );
}
