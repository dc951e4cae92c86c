import { NATIONAL_CALENDAR } from './overlay.ts';
import type { RuleSet } from './ruleSet.ts';

/** A term of a rule set that names a calendar nobody publishes. */
export interface CalendarFault {
  /** Place in the rule set, such as `terms.police.calendar`. */
  path: string;
  reason: string;
}

/**
 * The first term that names a calendar which is neither the national one nor one of a unit, or null: a
 * case under such a rule set could not be opened.
 */
export function calendarFault(
  { terms, furtherTerms }: Pick<RuleSet, 'terms' | 'furtherTerms'>,
  units: readonly string[],
): CalendarFault | null {
  const known = [NATIONAL_CALENDAR, ...units];
  const named = [
    ...Object.entries(terms).map(([name, { calendar }]) => [`terms.${name}`, calendar] as const),
    ...furtherTerms.map(({ calendar }, index) => [`furtherTerms.${index}`, calendar] as const),
  ];
  const wrong = named.find(([, calendar]) => calendar !== undefined && !known.includes(calendar));
  if (wrong === undefined) return null;
  const [place, calendar] = wrong;
  return {
    path: `${place}.calendar`,
    reason: `${calendar} is no calendar; known are ${known.join(', ')}`,
  };
}
