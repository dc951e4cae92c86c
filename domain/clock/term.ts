import type { DateText, InstantMs } from '../instant.ts';
import { DAY_MS, HOUR_MS, addDays, dateOf, endOfDay, startOfDay } from '../instant.ts';
import type { CalendarSlice, Term } from './law.ts';
import type { DayNature, Span } from './workingDay.ts';
import { isWorked, natureOf, openSpans, overlapMs } from './workingDay.ts';

/** The part of a term that counting needs; a clock's own budget fits too. */
export type Budget = Pick<Term, 'amount' | 'unit'>;

/**
 * The last instant of a term that begins at `from`; after it the case is late.
 *
 * - `calendarDay`: the first day is not counted and the last day ends at 24:00; when that day is not
 *   a working day the term ends with the next working day (BLDS 2015 Art. 147.2, 148.5, 148.6).
 * - `workingDay`: the same, counting working days only, make-up Saturdays included.
 * - `workingHour`: office hours count, at once; `hour`: the wall clock, nights and Tết included.
 *
 * A term of 0 days is over with the first day, or with the next working day after it.
 * Throws CalendarExhausted when a date from the first day to the last lies outside the slice (except
 * for `hour`, which asks no calendar), and RangeError on an amount that is negative, not finite, or
 * a fraction of a day.
 */
export function dueAt(from: InstantMs, term: Budget, calendar: CalendarSlice): InstantMs {
  checkAmount(term);
  if (term.unit === 'hour') return from + Math.round(term.amount * HOUR_MS);
  if (term.unit === 'workingHour') return lastOfficeInstant(from, term.amount, calendar);
  return endOfDay(lastDay(dateOf(from), term, calendar));
}

/**
 * What a date does in a term:
 * - START: the term begins; in terms of days it is not counted, in terms of hours it may be;
 * - COUNTED; MAKE_UP_COUNTED: a weekend day that counts because offices work on it;
 * - WEEKEND, DAY_OFF: not counted, because offices do not work;
 * - ROLLED_FORWARD: all is counted, but a term does not end on a day without work;
 * - DUE: the term ends. A term that ends on its first day has this one row.
 */
export type DayKind =
  'START' | 'COUNTED' | 'MAKE_UP_COUNTED' | 'WEEKEND' | 'DAY_OFF' | 'ROLLED_FORWARD' | 'DUE';

/** One row of the deadline passport. */
export interface DayExplanation {
  date: DateText;
  kind: DayKind;
  /** What the date is in the calendar: its colour, and whether it has a holiday's name. */
  nature: DayNature;
  /** What the date takes of the term: 0 or 1 day or, in terms of hours, so many hours. */
  counted: number;
}

/**
 * A term day by day, without gaps, from the date it begins to the date of {@link dueAt}. `counted`
 * sums to the term's amount. Throws as {@link dueAt} does, for `hour` also outside the slice.
 */
export function explainTerm(
  from: InstantMs,
  term: Budget,
  calendar: CalendarSlice,
): DayExplanation[] {
  const due = dueAt(from, term, calendar);
  const [first, last] = [dateOf(from), dateOf(due)];
  const days: DayExplanation[] = [];
  let left = term.amount;
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const nature = natureOf(date, calendar);
    const counted = isInDays(term.unit)
      ? Number(date > first && left > 0 && countsAsDay(nature, term.unit))
      : overlapMs(countedSpans(date, term.unit, calendar), [from, due]) / HOUR_MS;
    let kind = kindBetween(nature, counted, left);
    if (kind === 'MAKE_UP_COUNTED' && term.unit === 'calendarDay') kind = 'COUNTED';
    if (date === first) kind = 'START';
    if (date === last) kind = 'DUE';
    days.push({ date, kind, nature, counted });
    left -= counted;
  }
  return days;
}

function checkAmount({ amount, unit }: Budget): void {
  const countable = Number.isFinite(amount) && amount >= 0;
  if (!countable || (isInDays(unit) && !Number.isInteger(amount))) {
    throw new RangeError(`A term cannot be ${amount} ${unit}`);
  }
}

function isInDays(unit: Term['unit']): boolean {
  return unit === 'calendarDay' || unit === 'workingDay';
}

function countsAsDay(nature: DayNature, unit: Term['unit']): boolean {
  return unit === 'calendarDay' || isWorked(nature);
}

function countedSpans(
  date: DateText,
  unit: Term['unit'],
  calendar: CalendarSlice,
): readonly Span[] {
  if (unit === 'workingHour') return openSpans(date, calendar);
  return [[startOfDay(date), startOfDay(date) + DAY_MS]];
}

function kindBetween(nature: DayNature, counted: number, left: number): DayKind {
  if (counted > 0) return nature === 'MAKE_UP' ? 'MAKE_UP_COUNTED' : 'COUNTED';
  if (left <= 0) return 'ROLLED_FORWARD';
  return nature === 'WEEKEND' ? 'WEEKEND' : 'DAY_OFF';
}

function lastDay(first: DateText, { amount, unit }: Budget, calendar: CalendarSlice): DateText {
  let date = first;
  let nature = natureOf(date, calendar);
  let left = amount;
  while (left > 0 || !isWorked(nature)) {
    date = addDays(date, 1);
    nature = natureOf(date, calendar);
    if (countsAsDay(nature, unit)) left -= 1;
  }
  return date;
}

function lastOfficeInstant(from: InstantMs, hours: number, calendar: CalendarSlice): InstantMs {
  let left = Math.round(hours * HOUR_MS);
  for (let date = dateOf(from); ; date = addDays(date, 1)) {
    const spans = openSpans(date, calendar);
    if (left === 0) return from;
    for (const [opens, closes] of spans) {
      const begins = Math.max(opens, from);
      if (closes - begins >= left) return begins + left;
      left -= Math.max(0, closes - begins);
    }
  }
}
