import { officeMeter } from '../domain/clock/officeTime.ts';
import { workingMsBetween } from '../domain/clock/workingTime.ts';
import type { CalendarSlice } from '../domain/clock/law.ts';
import type { InstantMs } from '../domain/instant.ts';
import { type ApiDeps, nowMs } from './deps.ts';

/** The meter of office time by the calendar that a case starting now would pin. */
export async function officeMeterOf(
  deps: Pick<ApiDeps, 'laws' | 'clock'>,
): Promise<(instant: InstantMs) => number> {
  const { calendar } = await deps.laws.at(nowMs(deps));
  return officeMeter(await deps.laws.wholeCalendar(calendar.version));
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
