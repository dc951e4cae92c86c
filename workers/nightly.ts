import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DatabasePool } from 'slonik';
import { getCalendar } from '../db/read/law.ts';
import { clearAlarms, raiseAlarm } from '../db/write/alarms.ts';
import type { AlarmKind } from '../domain/alarm.ts';
import { type BusinessClock, businessTime, realDelayUntil } from '../domain/clock/businessClock.ts';
import { addDays, dateOf, HOUR_MS, type InstantMs, isoOf, startOfDay } from '../domain/instant.ts';
import { horizonOf } from '../domain/law/horizon.ts';
import { keepQualityOfDay } from './qualityKeeper.ts';
import { recountDay } from './recount.ts';
import { checkRulings } from './rulings.ts';
import { measureDay } from './stepTimes.ts';

/** Local hour at which a business day's checks are made; offices are closed then. */
const HOUR_OF_NIGHT = 1;
/** A wait no longer than this, so that a machine that slept finds the day again. */
const LONGEST_WAIT_MS = 60_000;
const AFTER_FAILURE_MS = 10_000;

export interface NightlyDeps {
  pool: DatabasePool;
  clock: BusinessClock;
  log: Logger;
}

/** A check of the house, made once a business day; `now` is business time. */
export interface NightlyJob {
  name: string;
  run: (deps: NightlyDeps, now: InstantMs, signal: AbortSignal) => Promise<void>;
}

/** Tells administrators when fewer than twelve months of calendar are published. */
const calendarHorizon: NightlyJob = {
  name: 'calendar horizon',
  async run({ pool, log }, now) {
    const kind: AlarmKind = 'CALENDAR_HORIZON';
    const calendar = await getCalendar(pool);
    const { short, ...horizon } = horizonOf(calendar, dateOf(now));
    const at = isoOf(now);
    const except = short ? [calendar.version] : [];
    await clearAlarms(pool, { kind, except, at });
    if (!short) return;
    const raised = await raiseAlarm(pool, {
      kind,
      subject: calendar.version,
      detail: { ...horizon },
      at,
    });
    if (raised) log.error({ calendar: calendar.version, ...horizon }, 'calendar horizon is short');
  },
};

const deadlineRecount: NightlyJob = { name: 'deadline recount', run: recountDay };

const rulings: NightlyJob = { name: 'rulings', run: checkRulings };

const stepTimes: NightlyJob = {
  name: 'step times',
  run: ({ pool }, now) => measureDay(pool, now),
};

const quality: NightlyJob = {
  name: 'data quality',
  run: keepQualityOfDay,
};

export const NIGHTLY_JOBS: readonly NightlyJob[] = [
  calendarHorizon,
  deadlineRecount,
  rulings,
  stepTimes,
  quality,
];

/**
 * Make every check when the process starts and then once a business day, until the signal. A check
 * that fails is logged and made again soon, without the others.
 */
export async function runNightly(
  deps: NightlyDeps,
  jobs: readonly NightlyJob[],
  signal: AbortSignal,
): Promise<void> {
  let left = jobs;
  let nextRound = 0;
  while (!signal.aborted) {
    const now = businessTime(deps.clock, Date.now());
    if (now >= nextRound) {
      left = jobs;
      nextRound = startOfDay(addDays(dateOf(now), 1)) + HOUR_OF_NIGHT * HOUR_MS;
    }
    left = await failedOf(left, deps, now, signal);
    const untilRound = realDelayUntil(deps.clock, nextRound, Date.now());
    const wait = Math.min(untilRound, left.length > 0 ? AFTER_FAILURE_MS : LONGEST_WAIT_MS);
    await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** Run jobs one after the other; gives those that failed. */
async function failedOf(
  jobs: readonly NightlyJob[],
  deps: NightlyDeps,
  now: InstantMs,
  signal: AbortSignal,
): Promise<NightlyJob[]> {
  const failed: NightlyJob[] = [];
  for (const job of jobs) {
    try {
      await job.run(deps, now, signal);
    } catch (error) {
      deps.log.warn({ job: job.name, err: error }, 'nightly check not made; trying again');
      failed.push(job);
    }
  }
  return failed;
}
