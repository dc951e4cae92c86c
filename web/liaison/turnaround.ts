import { useLanguage } from '../words/index.ts';

/** Share of answers within their term that a unit should reach, 0 to 1. A norm of the office, not of law. */
export const TURNAROUND_STANDARD = 0.85;

/** A share as the reader's language writes it, such as "92,5 %". */
export function useShareText(): (share: number) => string {
  const { language } = useLanguage();
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return (share) => format.format(share);
}
