import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DatabasePool } from 'slonik';
import type { OfficeKey } from '../agencies/officeKey.ts';
import { writeOfficeKeys } from '../db/write/officeKeys.ts';

const EVERY_MS = 10_000;

export interface KeyShowDeps {
  pool: DatabasePool;
  officeKey: OfficeKey;
  log: Logger;
}

/** Keep the public halves of our keys where the API shows them to agencies. Runs until the signal. */
export async function runKeyShow(
  { pool, officeKey, log }: KeyShowDeps,
  signal: AbortSignal,
): Promise<void> {
  let shown = '';
  while (!signal.aborted) {
    try {
      const keys = officeKey.publicKeys;
      const next = JSON.stringify(keys);
      if (next !== shown) await writeOfficeKeys(pool, keys);
      shown = next;
    } catch (error) {
      log.warn({ err: error }, 'our public keys could not be shown; trying again');
    }
    await pause(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
