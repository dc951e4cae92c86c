import type { InstantMs } from '../instant.ts';
import { dayNumberOf, startOfDayNumber } from '../instant.ts';
import { indexOf } from './calendarIndex.ts';
import type { CalendarSlice } from './law.ts';
import {
  checkPublished,
  isWorked,
  natureOfDay,
  workingDayAfter,
  workingDaysThrough,
} from './workingDay.ts';

/**
 * Office milliseconds from the first day of the slice to an instant. Throws CalendarExhausted when
 * the instant's date is not in the slice.
 */
export function officeMsBefore(instant: InstantMs, calendar: CalendarSlice): number {
  const day = dayNumberOf(instant);
  checkPublished(day, calendar);
  const before = workingDaysThrough(day - 1, calendar) * indexOf(calendar).officeMs;
  if (!isWorked(natureOfDay(day, calendar))) return before;
  const timeOfDay = instant - startOfDayNumber(day);
  return calendar.officeHours.reduce(
    (sum, [opens, closes]) => sum + Math.max(0, Math.min(closes, timeOfDay) - opens),
    before,
  );
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
  const { officeMs } = indexOf(calendar);
  const whole = Math.ceil(reached / officeMs) - 1;
  let left = reached - whole * officeMs;
  const midnight = startOfDayNumber(workingDayAfter(whole, calendar));
  for (const [opens, closes] of calendar.officeHours) {
    if (left <= closes - opens) return midnight + opens + left;
    left -= closes - opens;
  }
  return midnight + (calendar.officeHours.at(-1)?.[1] ?? 0);
}
