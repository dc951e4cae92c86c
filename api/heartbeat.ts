import { setTimeout as pause } from 'node:timers/promises';
import { beat } from '../db/intake/outages.ts';
import { type ApiDeps, nowIso } from './deps.ts';

const EVERY_MS = 10_000;

/** Say every ten seconds that the API lives; a longer silence becomes an outage (workers/heartbeat.ts). */
export async function runHeartbeat(
  deps: Pick<ApiDeps, 'pool' | 'clock' | 'log'>,
  signal: AbortSignal,
): Promise<void> {
  let databaseAway = false;
  while (!signal.aborted) {
    const what = databaseAway ? 'DATABASE' : 'API';
    try {
      const down = await beat(deps.pool, { part: 'API', at: nowIso(deps), what });
      if (down) deps.log.warn({ what }, 'an outage is over');
      databaseAway = false;
    } catch (error) {
      databaseAway = true;
      deps.log.warn({ err: error }, 'heartbeat could not reach the database; trying again');
    }
    await pause(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
