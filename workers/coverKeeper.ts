import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DatabasePool } from 'slonik';
import { settleCovers } from '../db/desk/absences.ts';
import { type BusinessClock, businessTime } from '../domain/clock/businessClock.ts';
import { isoOf } from '../domain/instant.ts';

const PAUSE_MS = 2_000;

export interface CoverDeps {
  pool: DatabasePool;
  clock: BusinessClock;
  log: Logger;
}

/**
 * Keep desks in line with who is away as days begin and end: work of absent people goes to whoever
 * covers, untouched work returns. Runs until the signal; every round may be repeated.
 */
export async function runCoverKeeper(
  { pool, clock, log }: CoverDeps,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const moved = await settleCovers(pool, isoOf(businessTime(clock, Date.now())));
      if (moved > 0) log.info({ moved }, 'cases moved between desks for absences');
    } catch (error) {
      log.warn({ err: error }, 'absences not settled; trying again');
    }
    await pause(PAUSE_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
