import { useTranslation } from 'react-i18next';
import type { Reconciliation } from '../../domain/exchange/reconciliation.ts';

/** How many differences of a run are settled, in words and as a bar. */
export function ProgressLine({ run: { step, findings, open } }: { run: Reconciliation }) {
  const { t } = useTranslation('reconciliation');
  if (step === 'LISTING') return <span className="muted">{t('notCompared')}</span>;
  if (findings === 0) return <>{t('noDifference')}</>;
  return (
    <>
      {t('settledOf', { settled: findings - open, findings })}
      <progress
        className="reconciliation-progress"
        max={findings}
        value={findings - open}
        aria-hidden
      />
    </>
  );
}
