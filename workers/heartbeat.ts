import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DatabasePool } from 'slonik';
import { beat } from '../db/intake/outages.ts';
import { lawAt } from '../db/read/law.ts';
import { sumUpDays, sumUpToday } from '../db/write/sums.ts';
import { type BusinessClock, businessTime } from '../domain/clock/businessClock.ts';
import { addDays, dateOf, isoOf } from '../domain/instant.ts';
import { BOARD_DAYS } from '../domain/turnaround.ts';

const EVERY_MS = 10_000;

export interface HeartbeatDeps {
  pool: DatabasePool;
  clock: BusinessClock;
  /** Whether the Temporal server answers, within a second. */
  engineServes: () => Promise<boolean>;
  log: Logger;
}

/**
 * Say every ten seconds that the worker and the engine live, so that a silence is known afterwards as a
 * time in which nobody could work; beside it sum up for the board the days and quarters of hours that are over.
 */
export async function runHeartbeat(deps: HeartbeatDeps, signal: AbortSignal): Promise<void> {
  let databaseAway = false;
  while (!signal.aborted) {
    try {
      await beatOnce(deps, databaseAway);
      databaseAway = false;
    } catch (error) {
      databaseAway = true;
      deps.log.warn({ err: error }, 'heartbeat could not reach the database; trying again');
    }
    if (!databaseAway) await trySumUp(deps);
    await pause(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

async function beatOnce(
  { pool, clock, engineServes, log }: HeartbeatDeps,
  databaseAway: boolean,
): Promise<void> {
  const serves = await engineServes();
  const at = isoOf(businessTime(clock, Date.now()));
  const parts = serves ? (['WORKER', 'ENGINE'] as const) : (['WORKER'] as const);
  for (const part of parts) {
    const what = databaseAway ? 'DATABASE' : part;
    if (await beat(pool, { part, at, what })) log.warn({ part, what }, 'an outage is over');
  }
}

/** The board reads live what is not summed up: slower, but it is not an outage. */
async function trySumUp(deps: HeartbeatDeps): Promise<void> {
  try {
    await sumUp(deps);
  } catch (error) {
    deps.log.warn({ err: error }, 'days that are over not summed up; trying again');
  }
}

async function sumUp({ pool, clock }: HeartbeatDeps): Promise<void> {
  const now = businessTime(clock, Date.now());
  const law = await lawAt(pool, now);
  if (law === null) return;
  const today = dateOf(now);
  const firstDate = addDays(today, 1 - BOARD_DAYS);
  const calendar = law.calendar.version;
  const days = await sumUpDays(pool, { firstDate, today, calendar });
  if (days === 0) await sumUpToday(pool, { now, calendar });
}
