import { useTranslation } from 'react-i18next';
import { periodOfRun, type Reconciliation } from '../../domain/exchange/reconciliation.ts';

/** A period such as `2015-Q3` as people call it. */
export function usePeriodName(): (period: string) => string {
  const { t } = useTranslation('reconciliation');
  return (period) => {
    const [year, part = ''] = period.split('-');
    const rhythm = part.slice(0, 1) || 'Y';
    return t(`period.${rhythm}`, { year, part: part.slice(1) });
  };
}

/** What a run compares: a period, or both books whole. */
export function useSpanName(): (run: Reconciliation) => string {
  const { t } = useTranslation('reconciliation');
  const periodName = usePeriodName();
  return (run) => {
    const period = periodOfRun(run);
    return period === null ? t('wholeBooks') : periodName(period);
  };
}
