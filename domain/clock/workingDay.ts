import type { DateText, DayNumber, InstantMs } from '../instant.ts';
import { dateOfDay, dayNumberOfDate, startOfDayNumber } from '../instant.ts';
import { DAY_NATURES, type DayNature, hoursOfDay, indexOf } from './calendarIndex.ts';
import type { CalendarSlice } from './law.ts';
import { Uncountable } from './uncountable.ts';

export type { DayNature } from './calendarIndex.ts';

/** From its first instant up to, not including, its second. */
export type Span = readonly [InstantMs, InstantMs];

/** A date was needed that the calendar does not publish; the computation has no answer. */
export class CalendarExhausted extends Error {
  readonly code = 'CALENDAR_EXHAUSTED';

  constructor(date: DateText, calendar: Pick<CalendarSlice, 'version' | 'from' | 'to'>) {
    const { version, from, to } = calendar;
    super(`${date} lies outside calendar ${version}, published from ${from} to ${to}`);
    this.name = 'CalendarExhausted';
  }
}

/** Throws {@link CalendarExhausted} unless the slice publishes a day. */
export function checkPublished(day: DayNumber, calendar: CalendarSlice): void {
  const { first, last } = indexOf(calendar);
  if (day < first || day > last) throw new CalendarExhausted(dateOfDay(day), calendar);
}

/** The error of a computation that runs past the last published date. */
export function pastTheEnd(calendar: CalendarSlice): CalendarExhausted {
  return new CalendarExhausted(dateOfDay(indexOf(calendar).last + 1), calendar);
}

/**
 * What a date is in the calendar. DAY_OFF is a Monday to Friday without work; a holiday on a
 * Saturday is WEEKEND. Throws {@link CalendarExhausted} outside the slice.
 */
export function natureOf(date: DateText, calendar: CalendarSlice): DayNature {
  return natureOfDay(dayOf(date), calendar);
}

/** {@link natureOf} a day by its number. */
export function natureOfDay(day: DayNumber, calendar: CalendarSlice): DayNature {
  checkPublished(day, calendar);
  const { first, natures } = indexOf(calendar);
  return DAY_NATURES[natures[day - first] ?? 0] ?? 'WORKING';
}

/** Whether offices work on days of this nature. */
export function isWorked(nature: DayNature): boolean {
  return nature === 'WORKING' || nature === 'MAKE_UP';
}

/** Whether offices work on a date. Throws {@link CalendarExhausted} outside the slice. */
export function isWorkingDay(date: DateText, calendar: CalendarSlice): boolean {
  return isWorked(natureOf(date, calendar));
}

/**
 * How many working days there are up to a day and with it, from the first of the slice. Throws
 * {@link CalendarExhausted} outside the slice, but for the day before its first.
 */
export function workingDaysThrough(day: DayNumber, calendar: CalendarSlice): number {
  const { first, workedBefore } = indexOf(calendar);
  const count = workedBefore[day - first + 1];
  if (count === undefined) throw new CalendarExhausted(dateOfDay(day), calendar);
  return count;
}

/** The working day with so many before it; throws {@link CalendarExhausted} when there is none. */
export function workingDayAfter(count: number, calendar: CalendarSlice): DayNumber {
  const day = indexOf(calendar).workingDays[count];
  if (day === undefined) throw pastTheEnd(calendar);
  return day;
}

/**
 * Opening spans of a date, in order; none when offices do not work. A make-up day has full hours, a
 * weekend day those of an agency that opens then.
 */
export function openSpans(date: DateText, calendar: CalendarSlice): readonly Span[] {
  return openSpansOfDay(dayOf(date), calendar);
}

/** {@link openSpans} of a day by its number. */
export function openSpansOfDay(day: DayNumber, calendar: CalendarSlice): readonly Span[] {
  checkPublished(day, calendar);
  const midnight = startOfDayNumber(day);
  return hoursOfDay(day, calendar).map(([opens, closes]) => [midnight + opens, midnight + closes]);
}

function dayOf(date: DateText): DayNumber {
  const day = dayNumberOfDate(date);
  if (Number.isInteger(day)) return day;
  throw new Uncountable('INSTANT_IMPOSSIBLE', `"${date}" is no date`);
}

/** Milliseconds of the spans that lie between two instants. */
export function overlapMs(spans: readonly Span[], [from, to]: Span): number {
  return spans.reduce(
    (sum, [opens, closes]) => sum + Math.max(0, Math.min(closes, to) - Math.max(opens, from)),
    0,
  );
}
