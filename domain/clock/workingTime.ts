import type { InstantMs } from '../instant.ts';
import { HOUR_MS } from '../instant.ts';
import type { CalendarSlice } from './law.ts';
import { officeMsBefore } from './officeTime.ts';

export { budgetOf, dueOf } from './dueOf.ts';
export { type DayExplanation, dueAt, explainTerm } from './term.ts';
export { Uncountable } from './uncountable.ts';
export { CalendarExhausted, isWorkingDay } from './workingDay.ts';

const MINUTE_MS = 60_000;

/**
 * Office-hours milliseconds from `a` to `b`, negative when `b` comes first. Additive: from a to c is
 * from a to b and from b to c. Throws CalendarExhausted when a date on the way is not in the slice.
 */
export function workingMsBetween(a: InstantMs, b: InstantMs, calendar: CalendarSlice): number {
  return officeMsBefore(b, calendar) - officeMsBefore(a, calendar);
}

export interface WorkingTime {
  /** Whole office days; one is as long as the calendar's office hours, in law and practice 8 hours. */
  days: number;
  hours: number;
  minutes: number;
  /** True for a negative amount: the parts then say how late, not how much is left. */
  late: boolean;
}

/**
 * An amount of office time in the parts people say ("còn 2 ngày 5 giờ", "trễ 1 ngày 3 giờ"), rounded
 * down to the minute. Throws RangeError when the calendar has no office hours.
 */
export function describeWorkingTime(ms: number, calendar: CalendarSlice): WorkingTime {
  const dayMs = calendar.officeHours.reduce((sum, [opens, closes]) => sum + closes - opens, 0);
  if (dayMs <= 0) throw new RangeError(`Calendar ${calendar.version} has no office hours`);
  const amount = Math.abs(ms);
  const rest = amount % dayMs;
  return {
    days: Math.floor(amount / dayMs),
    hours: Math.floor(rest / HOUR_MS),
    minutes: Math.floor((rest % HOUR_MS) / MINUTE_MS),
    late: ms < 0,
  };
}
