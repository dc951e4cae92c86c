import { officeMeter } from '../domain/clock/officeMeter.ts';
import { workingMsBetween } from '../domain/clock/workingTime.ts';
import type { CalendarSlice } from '../domain/clock/law.ts';
import type { InstantMs } from '../domain/instant.ts';
import { sliceOf } from '../domain/law/calendar.ts';
import { type ApiDeps, nowMs } from './deps.ts';
import { ALL_MONTHS } from './lawBook.ts';

/**
 * The calendar a case pinned, as far as it is published: rows may lie years back, which the slice that
 * travels with a new case does not reach. Computations beyond it throw CalendarExhausted.
 */
export async function wholeCalendar(
  { laws }: Pick<ApiDeps, 'laws'>,
  version: string,
  overlay?: string,
): Promise<CalendarSlice> {
  const calendar = await laws.calendar(version, overlay);
  return sliceOf(calendar, calendar.from, ALL_MONTHS);
}

/** Meters by calendar version: one is built in tens of milliseconds and read thousands of times. */
const meters = new Map<string, (instant: InstantMs) => number>();

/** The meter of office time by the calendar that a case starting now would pin. */
export async function officeMeterOf(
  deps: Pick<ApiDeps, 'laws' | 'clock'>,
): Promise<(instant: InstantMs) => number> {
  const { calendar } = await deps.laws.at(nowMs(deps));
  const known = meters.get(calendar.version);
  if (known !== undefined) return known;
  const meter = officeMeter(await wholeCalendar(deps, calendar.version));
  meters.set(calendar.version, meter);
  return meter;
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
