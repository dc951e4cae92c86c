import type { InstantMs } from '../instant.ts';
import { dayNumberOf, endOfDay, startOfDay, startOfDayNumber } from '../instant.ts';
import { hoursOfDay, indexOf } from './calendarIndex.ts';
import type { CalendarSlice } from './law.ts';
import { checkPublished, pastTheEnd } from './workingDay.ts';

/**
 * Office milliseconds from the first day of the slice to an instant. Throws CalendarExhausted when
 * the instant's date is not in the slice.
 */
export function officeMsBefore(instant: InstantMs, calendar: CalendarSlice): number {
  const day = dayNumberOf(instant);
  checkPublished(day, calendar);
  const { first, officeMsBefore: before } = indexOf(calendar);
  const timeOfDay = instant - startOfDayNumber(day);
  return hoursOfDay(day, calendar).reduce(
    (sum, [opens, closes]) => sum + Math.max(0, Math.min(closes, timeOfDay) - opens),
    before[day - first] ?? 0,
  );
}

/**
 * A meter of office time: the difference of two readings is the office milliseconds between two
 * instants. Instants outside the slice read as its ends.
 */
export function officeMeter(calendar: CalendarSlice): (instant: InstantMs) => number {
  const [first, last] = [startOfDay(calendar.from), endOfDay(calendar.to)];
  return (instant) => officeMsBefore(Math.min(Math.max(instant, first), last), calendar);
}

/**
 * The first instant at which so much office time has passed since another: never the opening of an
 * office when the closing before it would do. Throws CalendarExhausted where the slice ends.
 */
export function instantAfterOfficeTime(
  from: InstantMs,
  ms: number,
  calendar: CalendarSlice,
): InstantMs {
  const reached = officeMsBefore(from, calendar) + ms;
  if (ms === 0) return from;
  const { first, officeMsBefore: before } = indexOf(calendar);
  const at = firstDayThatReaches(reached, before, dayNumberOf(from) - first);
  if (at === before.length - 1) throw pastTheEnd(calendar);
  let left = reached - (before[at] ?? 0);
  for (const [opens, closes] of hoursOfDay(first + at, calendar)) {
    if (left <= closes - opens) return startOfDayNumber(first + at) + opens + left;
    left -= closes - opens;
  }
  throw pastTheEnd(calendar);
}

/** The first day, from a day on, by whose end so much office time has passed; the one past the end if none. */
function firstDayThatReaches(reached: number, before: Float64Array, from: number): number {
  let [low, high] = [from, before.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((before[middle + 1] ?? 0) >= reached) high = middle;
    else low = middle + 1;
  }
  return low;
}
