import {
  type BusinessClock,
  businessTime,
  realDelayUntil,
} from '../../domain/clock/businessClock.ts';
import type { CalendarSlice } from '../../domain/clock/law.ts';
import { openSpans } from '../../domain/clock/workingDay.ts';
import { addDays, dateOf, type InstantMs } from '../../domain/instant.ts';
import { around } from './chance.ts';
import { HABITS } from './habits.ts';
import type { AgencyKind } from './reference.ts';
import type { Delay } from './settings.ts';

export interface Work {
  unit: string;
  kind: AgencyKind;
  /** Makes the drawn time repeatable: the message id. */
  seed: string;
  /** 0 for the first word about a message, 1 and more for what follows. */
  step: number;
}

/** The instant at which so much office time has passed; waits for opening when closed. */
export function afterOfficeTime(
  from: InstantMs,
  officeMs: number,
  calendar: CalendarSlice,
): InstantMs {
  let left = officeMs;
  for (let date = dateOf(from); ; date = addDays(date, 1)) {
    for (const [opens, closes] of openSpans(date, calendar)) {
      const start = Math.max(opens, from);
      if (start >= closes) continue;
      if (left <= closes - start) return start + left;
      left -= closes - start;
    }
  }
}

/**
 * Real instants at which units speak. Drawn times run in the office hours of the kind and queue: papers
 * are handled one after the other, so a flood lengthens a unit's backlog.
 */
export function createTimetable(
  clock: BusinessClock,
  calendars: Readonly<Record<AgencyKind, CalendarSlice>>,
) {
  const busyUntil = new Map<string, InstantMs>();

  function drawn({ unit, kind, seed, step }: Work, now: InstantMs): InstantMs {
    const { firstMs, nextMs, handlingMs } = HABITS[kind];
    const calendar = calendars[kind];
    const median = step === 0 ? firstMs : nextMs;
    const queued = Math.max(now, busyUntil.get(unit) ?? 0);
    const free = afterOfficeTime(queued, handlingMs, calendar);
    busyUntil.set(unit, free);
    return Math.max(free, afterOfficeTime(now, around(`${seed}/${step}`, median), calendar));
  }

  return {
    /** Epoch milliseconds of real time; never before `notBefore` (business) when that is given. */
    speakAt(work: Work, delay: Delay, notBefore: InstantMs | null, realNow = Date.now()): number {
      const now = businessTime(clock, realNow);
      const late = notBefore === null ? 0 : realDelayUntil(clock, notBefore, realNow);
      if (typeof delay === 'object' && 'realMs' in delay) {
        return realNow + Math.max(delay.realMs, late);
      }
      const wake = delay === 'drawn' ? drawn(work, now) : now + delay.businessMs;
      return realNow + Math.max(realDelayUntil(clock, wake, realNow), late);
    },
  };
}

export type Timetable = ReturnType<typeof createTimetable>;
