import { workingMsBetween } from '../domain/clock/workingTime.ts';
import type { CalendarSlice } from '../domain/clock/law.ts';
import type { InstantMs } from '../domain/instant.ts';
import { sliceOf } from '../domain/law/calendar.ts';
import type { ApiDeps } from './deps.ts';
import { ALL_MONTHS } from './lawBook.ts';

/**
 * The calendar a case pinned, as far as it is published: rows may lie years back, which the slice that
 * travels with a new case does not reach. Computations beyond it throw CalendarExhausted.
 */
export async function wholeCalendar(
  { laws }: Pick<ApiDeps, 'laws'>,
  version: string,
  overlay?: string | undefined,
): Promise<CalendarSlice> {
  const calendar = await laws.calendar(version, overlay);
  return sliceOf(calendar, calendar.from, ALL_MONTHS);
}

/** Office milliseconds a question has left: until now, or until it was answered. Negative when late. */
export function officeMsLeft(
  { dueAt, answeredAt }: { dueAt: string; answeredAt: string | null },
  now: InstantMs,
  calendar: CalendarSlice,
): number {
  const from = answeredAt === null ? now : Date.parse(answeredAt);
  return workingMsBetween(from, Date.parse(dueAt), calendar);
}
