import type { InstantMs } from '../instant.ts';
import type { CalendarSlice } from './law.ts';
import { officeMsBefore } from './officeTime.ts';

export { budgetOf, dueOf } from './dueOf.ts';
export { type DayExplanation, dueAt, explainTerm } from './term.ts';
export { Uncountable } from './uncountable.ts';
export { CalendarExhausted, isWorkingDay } from './workingDay.ts';

/**
 * Office-hours milliseconds from `a` to `b`, negative when `b` comes first. Additive: from a to c is
 * from a to b and from b to c. Throws CalendarExhausted when a date on the way is not in the slice.
 */
export function workingMsBetween(a: InstantMs, b: InstantMs, calendar: CalendarSlice): number {
  return officeMsBefore(b, calendar) - officeMsBefore(a, calendar);
}
