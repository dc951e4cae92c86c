import { addDays, dateOf, endOfDay, HOUR_MS, type InstantMs } from '../instant.ts';
import type { Budget, CalendarSlice } from './law.ts';
import { stillDates, type Times } from './standstill.ts';
import { isWorkingDay } from './workingDay.ts';
import { workingMsBetween } from './workingTime.ts';

/** What a clock has to tell at any instant. */
export interface ReadableClock {
  startedAt: InstantMs;
  dueAt: InstantMs;
  /** Times it stood still and runs again since. */
  stood: Times;
  /** Since when it stands still, or null. */
  pausedAt: InstantMs | null;
  stoppedAt: InstantMs | null;
}

/** A clock read at an instant: nothing of this is stored. */
export interface ClockReading {
  budget: Budget;
  /** What is used of the budget, in its unit: days that have ended, hours as they pass; never more than all. */
  consumed: number;
  /** Since when it runs without a break; null while it stands still and after it stopped. */
  runningSince: InstantMs | null;
  /** Whether the budget ran out while it ran, or before it stopped. A clock that stands still is never overdue. */
  overdue: boolean;
}

/**
 * Read a clock at an instant. A clock that stands still or has stopped is read as of when it did.
 * Throws CalendarExhausted when a date on the way is not in the slice.
 */
export function readClock(
  facts: ReadableClock,
  budget: Budget,
  calendar: CalendarSlice,
  now: InstantMs,
): ClockReading {
  const { startedAt, dueAt, stood, pausedAt, stoppedAt } = facts;
  const at = pausedAt ?? stoppedAt ?? now;
  const runs = stoppedAt === null && pausedAt === null;
  return {
    budget,
    consumed: Math.min(budget.amount, usedBy(Math.min(at, dueAt), facts, budget.unit, calendar)),
    runningSince: runs ? (stood.at(-1)?.[1] ?? startedAt) : null,
    overdue: pausedAt === null && at > dueAt,
  };
}

function usedBy(
  at: InstantMs,
  { startedAt, stood }: ReadableClock,
  unit: Budget['unit'],
  calendar: CalendarSlice,
): number {
  if (unit === 'hour' || unit === 'workingHour') {
    const between = (a: InstantMs, b: InstantMs): number =>
      unit === 'hour' ? b - a : workingMsBetween(a, b, calendar);
    const still = stood
      .filter(([from]) => from < at)
      .reduce((sum, [from, to]) => sum + between(from, Math.min(to, at)), 0);
    return Math.max(0, between(startedAt, at) - still) / HOUR_MS;
  }
  const still = new Set(stillDates(stood));
  let used = 0;
  for (let date = addDays(dateOf(startedAt), 1); endOfDay(date) <= at; date = addDays(date, 1)) {
    const counts = unit === 'calendarDay' || isWorkingDay(date, calendar);
    if (counts && !still.has(date)) used += 1;
  }
  return used;
}
