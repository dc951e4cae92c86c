import {
  addDays,
  DAY_MS,
  dateOf,
  endOfDay,
  HOUR_MS,
  type InstantMs,
  startOfDay,
} from '../instant.ts';
import type { Budget, CalendarSlice, ClockEffect, LadderRung, Rung, RungTime } from './law.ts';
import { stillDates, type Times } from './standstill.ts';
import { isWorkingDay, openSpans } from './workingDay.ts';
import { dueAt, dueOf } from './workingTime.ts';

/** A rung and the instant from which it is reached. */
export interface RungAt {
  rung: Rung;
  at: InstantMs;
}

/** What the rungs of a clock follow from. */
export interface RungFacts {
  effect: ClockEffect;
  startedAt: InstantMs;
  dueAt: InstantMs;
  stood: Times;
}

/**
 * The rungs that concern a clock, in the order in which it reaches them; none before it starts.
 * Throws CalendarExhausted when one lies outside the slice.
 */
export function rungsOn(
  ladder: readonly LadderRung[],
  facts: RungFacts,
  budget: Budget,
  calendar: CalendarSlice,
): RungAt[] {
  return ladder
    .filter(({ effects }) => effects.includes(facts.effect))
    .map(({ rung, when }) => {
      const at = rungInstant(when, facts, budget, calendar);
      return { rung, at: Math.max(at, facts.startedAt) };
    })
    .toSorted((a, b) => a.at - b.at);
}

function rungInstant(
  when: RungTime,
  facts: RungFacts,
  budget: Budget,
  calendar: CalendarSlice,
): InstantMs {
  if ('fraction' in when) return shareAt(when.fraction, facts, budget, calendar);
  if ('before' in when) return leftAt(facts.dueAt, when.before, calendar);
  // A term ends with its due instant: what passes after it is counted from there.
  if (when.after.amount === 0) return facts.dueAt + 1;
  return dueAt(facts.dueAt, when.after, calendar) + 1;
}

/** When a share of the budget has been counted; of a day that counts, its hours pass evenly. */
function shareAt(
  share: number,
  { startedAt, stood }: RungFacts,
  { amount, unit }: Budget,
  calendar: CalendarSlice,
): InstantMs {
  const part = { amount: amount * share, unit };
  if (unit === 'hour' || unit === 'workingHour')
    return hoursAfter(startedAt, part, stood, calendar);
  const still = new Set(stillDates(stood));
  let left = part.amount;
  for (let date = addDays(dateOf(startedAt), 1); ; date = addDays(date, 1)) {
    const counts = unit === 'calendarDay' || isWorkingDay(date, calendar);
    if (!counts || still.has(date)) continue;
    if (left <= 1) return startOfDay(date) + Math.floor(left * DAY_MS);
    left -= 1;
  }
}

/** Hours counted from a start, those not counted in which the clock stood still. */
function hoursAfter(
  startedAt: InstantMs,
  part: Budget,
  stood: Times,
  calendar: CalendarSlice,
): InstantMs {
  const before: (readonly [InstantMs, InstantMs])[] = [];
  let at = dueAt(startedAt, part, calendar);
  for (const time of stood) {
    if (time[0] >= at) break;
    before.push(time);
    at = dueOf({ startedAt, stood: before }, part, calendar);
  }
  return at;
}

/** From when on no more than an amount is left: of days, those after that instant up to the due date. */
function leftAt(due: InstantMs, { amount, unit }: Budget, calendar: CalendarSlice): InstantMs {
  if (unit === 'hour') return due - Math.round(amount * HOUR_MS);
  if (unit === 'workingHour') return officeHoursBefore(due, amount, calendar);
  let date = dateOf(due);
  for (let left = amount; left > 0;) {
    date = addDays(date, -1);
    if (unit === 'calendarDay' || isWorkingDay(date, calendar)) left -= 1;
  }
  return Math.min(due, endOfDay(date) + 1);
}

function officeHoursBefore(due: InstantMs, hours: number, calendar: CalendarSlice): InstantMs {
  let left = Math.round(hours * HOUR_MS);
  for (let date = dateOf(due); ; date = addDays(date, -1)) {
    for (const [opens, closes] of openSpans(date, calendar).toReversed()) {
      const until = Math.min(closes, due);
      if (until - opens >= left) return until - left;
      left -= Math.max(0, until - opens);
    }
  }
}
