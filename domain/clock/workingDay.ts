import type { DateText, InstantMs } from '../instant.ts';
import { startOfDay, weekdayOf } from '../instant.ts';
import type { CalendarSlice } from './law.ts';

/** What a date is in the calendar, whatever a term makes of it. */
export type DayNature = 'WORKING' | 'MAKE_UP' | 'WEEKEND' | 'DAY_OFF';

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

/**
 * What a date is in the calendar. DAY_OFF is a Monday to Friday without work; a holiday on a
 * Saturday is WEEKEND. Throws {@link CalendarExhausted} outside the slice.
 */
export function natureOf(date: DateText, calendar: CalendarSlice): DayNature {
  if (date < calendar.from || date > calendar.to) throw new CalendarExhausted(date, calendar);
  if (calendar.makeUpDays.includes(date)) return 'MAKE_UP';
  const weekday = weekdayOf(date);
  if (weekday === 0 || weekday === 6) return 'WEEKEND';
  return calendar.daysOff.includes(date) ? 'DAY_OFF' : 'WORKING';
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
 * Opening spans of a date, in order; none when offices do not work. A make-up day has full hours, a
 * weekend day those of an agency that opens then.
 */
export function openSpans(date: DateText, calendar: CalendarSlice): readonly Span[] {
  const midnight = startOfDay(date);
  return hoursOf(date, calendar).map(([opens, closes]) => [midnight + opens, midnight + closes]);
}

function hoursOf(date: DateText, calendar: CalendarSlice): CalendarSlice['officeHours'] {
  const nature = natureOf(date, calendar);
  if (nature === 'MAKE_UP') return calendar.officeHours;
  const own = calendar.weekHours?.[weekdayOf(date)];
  if (nature === 'WORKING') return own ?? calendar.officeHours;
  return nature === 'WEEKEND' && !calendar.daysOff.includes(date) ? (own ?? []) : [];
}

/** Milliseconds of the spans that lie between two instants. */
export function overlapMs(spans: readonly Span[], [from, to]: Span): number {
  return spans.reduce(
    (sum, [opens, closes]) => sum + Math.max(0, Math.min(closes, to) - Math.max(opens, from)),
    0,
  );
}
