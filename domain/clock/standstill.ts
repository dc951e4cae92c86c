import { addDays, DAY_MS, dateOf, type DateText, HOUR_MS, type InstantMs } from '../instant.ts';
import type { CalendarSlice, Term } from './law.ts';
import { isWorkingDay } from './workingDay.ts';

type Times = readonly (readonly [InstantMs, InstantMs])[];

/**
 * A term with the time added in which its clock stood still, in the term's own unit: dates after the
 * first day of a standstill up to its last, of which only working ones for a term in working days.
 */
export function extendedBudget(
  { amount, unit }: Pick<Term, 'amount' | 'unit'>,
  stood: Times,
  calendar: CalendarSlice,
): Pick<Term, 'amount' | 'unit'> {
  if (stood.length === 0) return { amount, unit };
  if (unit === 'hour' || unit === 'workingHour') {
    const ms = stood.reduce((sum, [from, to]) => sum + (to - from), 0);
    return { amount: amount + ms / HOUR_MS, unit };
  }
  const days = stillDates(stood).filter(
    (date) => unit !== 'workingDay' || isWorkingDay(date, calendar),
  );
  return { amount: amount + days.length, unit };
}

/** The dates that do not count because a clock stood still. */
export function stillDates(stood: Times): DateText[] {
  return stood.flatMap(([from, to]) => {
    const days = Math.round((Date.parse(dateOf(to)) - Date.parse(dateOf(from))) / DAY_MS);
    return Array.from({ length: days }, (_, index) => addDays(dateOf(from), index + 1));
  });
}
