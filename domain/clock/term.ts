import type { DateText, DayNumber, InstantMs } from '../instant.ts';
import { DAY_MS, HOUR_MS, dateOfDay, dayNumberOf, startOfDayNumber } from '../instant.ts';
import { indexOf } from './calendarIndex.ts';
import type { Budget, CalendarSlice, TermUnit } from './law.ts';
import { instantAfterOfficeTime } from './officeTime.ts';
import { isInstant, Uncountable } from './uncountable.ts';
import type { DayNature, Span } from './workingDay.ts';
import {
  checkPublished,
  isWorked,
  natureOfDay,
  openSpansOfDay,
  overlapMs,
  pastTheEnd,
  workingDayAfter,
  workingDaysThrough,
} from './workingDay.ts';

/** Units a term may be counted in, as data and callers name them. */
export const TERM_UNITS: readonly TermUnit[] = ['calendarDay', 'workingDay', 'workingHour', 'hour'];

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
 * for `hour`, which asks no calendar), and Uncountable, a RangeError, on an instant that is none, an
 * unknown unit, and an amount that is negative, not finite, or a fraction of a day.
 */
export function dueAt(from: InstantMs, term: Budget, calendar: CalendarSlice): InstantMs {
  checkCountable(from, term);
  if (term.unit === 'hour') return from + Math.round(term.amount * HOUR_MS);
  if (term.unit === 'workingHour') {
    return instantAfterOfficeTime(from, Math.round(term.amount * HOUR_MS), calendar);
  }
  return startOfDayNumber(lastDay(dayNumberOf(from), term, calendar) + 1) - 1;
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
  const [first, last] = [dayNumberOf(from), dayNumberOf(due)];
  const days: DayExplanation[] = [];
  let left = term.amount;
  for (let day = first; day <= last; day += 1) {
    const nature = natureOfDay(day, calendar);
    const counted = isInDays(term.unit)
      ? Number(day > first && left > 0 && countsAsDay(nature, term.unit))
      : overlapMs(countedSpans(day, term.unit, calendar), [from, due]) / HOUR_MS;
    let kind = kindBetween(nature, counted, left);
    if (kind === 'MAKE_UP_COUNTED' && term.unit === 'calendarDay') kind = 'COUNTED';
    if (day === first) kind = 'START';
    if (day === last) kind = 'DUE';
    days.push({ date: dateOfDay(day), kind, nature, counted });
    left -= counted;
  }
  return days;
}

function checkCountable(from: InstantMs, { amount, unit }: Budget): void {
  if (!isInstant(from)) {
    throw new Uncountable('INSTANT_IMPOSSIBLE', `A term cannot begin at the instant ${from}`);
  }
  if (!TERM_UNITS.includes(unit)) {
    throw new Uncountable('UNIT_UNKNOWN', `Nobody counts in the unit "${unit}"`);
  }
  const countable = Number.isFinite(amount) && amount >= 0;
  const broken = isInDays(unit) && !Number.isInteger(amount);
  if (!countable || broken || (unit === 'hour' && !isInstant(from + amount * HOUR_MS))) {
    throw new Uncountable('AMOUNT_IMPOSSIBLE', `A term cannot be ${amount} ${unit}`);
  }
}

function isInDays(unit: TermUnit): boolean {
  return unit === 'calendarDay' || unit === 'workingDay';
}

function countsAsDay(nature: DayNature, unit: TermUnit): boolean {
  return unit === 'calendarDay' || isWorked(nature);
}

function countedSpans(day: DayNumber, unit: TermUnit, calendar: CalendarSlice): readonly Span[] {
  if (unit === 'workingHour') return openSpansOfDay(day, calendar);
  const midnight = startOfDayNumber(day);
  return [[midnight, midnight + DAY_MS]];
}

function kindBetween(nature: DayNature, counted: number, left: number): DayKind {
  if (counted > 0) return nature === 'MAKE_UP' ? 'MAKE_UP_COUNTED' : 'COUNTED';
  if (left <= 0) return 'ROLLED_FORWARD';
  return nature === 'WEEKEND' ? 'WEEKEND' : 'DAY_OFF';
}

function lastDay(first: DayNumber, { amount, unit }: Budget, calendar: CalendarSlice): DayNumber {
  checkPublished(first, calendar);
  if (unit === 'workingDay' && amount > 0) {
    return workingDayAfter(workingDaysThrough(first, calendar) + amount - 1, calendar);
  }
  const raw = unit === 'calendarDay' ? first + amount : first;
  if (raw > indexOf(calendar).last) throw pastTheEnd(calendar);
  return workingDayAfter(workingDaysThrough(raw - 1, calendar), calendar);
}
