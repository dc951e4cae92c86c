import { useTranslation } from 'react-i18next';
import type { ClockStep, DeadlineExplanation } from '../../../domain/deadline.ts';
import { formatInstant } from '../../pieces/format.ts';
import { useLabel } from '../../words/index.ts';

/** What happened to a clock, each step with its source, and who is told of it when. */
export function ClockHistory({ explanation }: { explanation: DeadlineExplanation }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const { steps, rungs } = explanation;
  // A start alone says nothing that the line above does not.
  const told = steps.filter(({ kind }) => kind !== 'STARTED');
  return (
    <div className="beside clock-history">
      {told.length > 0 && (
        <section aria-label={t('steps')}>
          <h4>{t('steps')}</h4>
          <ol className="plain-list">
            {steps.map((step) => (
              <Step key={`${step.kind} ${step.at}`} step={step} />
            ))}
          </ol>
        </section>
      )}
      {rungs.length > 0 && (
        <section aria-label={t('rungs')}>
          <h4>{t('rungs')}</h4>
          <ol className="plain-list">
            {rungs.map(({ rung, at, reached }) => (
              <li key={rung}>
                <span aria-hidden>{reached ? '✓' : '○'}</span> {label('rung', rung)}:{' '}
                {formatInstant(at)}{' '}
                <span className="muted">({t(reached ? 'rungReached' : 'rungAhead')})</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function Step({ step }: { step: ClockStep }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const { kind, at, reason, citation, dueBefore, dueAt } = step;
  const moved =
    dueBefore !== null && dueAt !== null
      ? t('dueMoved', { before: formatInstant(dueBefore), after: formatInstant(dueAt) })
      : null;
  const why = reason === null ? null : label('stepReason', reason);
  return (
    <li>
      {formatInstant(at)}: <strong>{label('clockStep', kind)}</strong>
      {[why, moved].map((said) => said !== null && `, ${said}`)}
      {citation !== null && <div className="muted">{citation}</div>}
    </li>
  );
}
