import { useTranslation } from 'react-i18next';

/** A period such as `2015-Q3` as people call it. */
export function usePeriodName(): (period: string) => string {
  const { t } = useTranslation('reconciliation');
  return (period) => {
    const [year, part = ''] = period.split('-');
    const rhythm = part.slice(0, 1) || 'Y';
    return t(`period.${rhythm}`, { year, part: part.slice(1) });
  };
}
