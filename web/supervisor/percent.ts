import { useLanguage } from '../words/index.ts';

/** A share as whole percent in the reader's language: chances are no finer than that. */
export function usePercent(): (share: number) => string {
  const { language } = useLanguage();
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return (share) => format.format(share);
}
