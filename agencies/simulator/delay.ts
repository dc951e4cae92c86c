import {
  type BusinessClock,
  businessTime,
  realDelayUntil,
} from '../../domain/clock/businessClock.ts';
import type { CalendarSlice } from '../../domain/clock/law.ts';
import { openSpans } from '../../domain/clock/workingDay.ts';
import { addDays, dateOf, HOUR_MS, type InstantMs } from '../../domain/instant.ts';
import { around } from './chance.ts';
import type { AgencyKind } from './reference.ts';
import type { Delay } from './settings.ts';

const OFFICE_DAY_MS = 8 * HOUR_MS;
const HANDLING_MS = 60_000;

/** Median office time to a unit's first and further words. Police and court: norm of practice is 5 days. */
const MEDIAN_MS: Readonly<Record<AgencyKind, readonly [number, number]>> = {
  POLICE: [2 * OFFICE_DAY_MS, 2 * OFFICE_DAY_MS],
  COURT: [3 * OFFICE_DAY_MS, 3 * OFFICE_DAY_MS],
  POST: [OFFICE_DAY_MS / 2, 2 * OFFICE_DAY_MS],
};

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
 * Real instants at which units speak. Drawn times run in office hours and queue: a unit handles one
 * paper a minute, so a flood lengthens its backlog.
 */
export function createTimetable(clock: BusinessClock, calendar: CalendarSlice) {
  const busyUntil = new Map<string, InstantMs>();

  function drawn({ unit, kind, seed, step }: Work, now: InstantMs): InstantMs {
    const median = MEDIAN_MS[kind][step === 0 ? 0 : 1];
    const queued = Math.max(now, busyUntil.get(unit) ?? 0);
    const free = afterOfficeTime(queued, HANDLING_MS, calendar);
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
