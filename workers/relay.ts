import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DatabasePool } from 'slonik';
import { takeStoredMessages } from '../db/intake/agencyMessages.ts';
import { markStarted, noteStartFailure, takePendingStarts } from '../db/intake/outbox.ts';
import { startCase } from '../engine/cases.ts';
import { deliverMessage } from '../engine/deliver.ts';

const BATCH = 50;
const IDLE_MS = 1_000;

export interface RelayDeps {
  pool: DatabasePool;
  client: Client;
  log: Logger;
}

/**
 * Bring to the engine what intake holds and nobody could bring at once: dossiers without workflow,
 * agency messages without effect. Runs until the signal; every step may be repeated safely.
 */
export async function runRelay(deps: RelayDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const moved = (await relayStarts(deps)) + (await relayMessages(deps));
      if (moved > 0) continue;
    } catch (error) {
      deps.log.warn({ err: error }, 'relay could not reach the database; trying again');
    }
    await pause(IDLE_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

async function relayStarts({ pool, client, log }: RelayDeps): Promise<number> {
  const pending = await takePendingStarts(pool, BATCH);
  await Promise.all(
    pending.map(async ({ caseId, kind, input }) => {
      try {
        await startCase(client, kind, caseId, input);
        await markStarted(pool, caseId);
      } catch (error) {
        log.warn({ caseId, err: error }, 'workflow not started; will be tried again');
        await noteStartFailure(pool, caseId, error instanceof Error ? error.name : 'unknown');
      }
    }),
  );
  return pending.length;
}

async function relayMessages({ pool, client, log }: RelayDeps): Promise<number> {
  const stored = await takeStoredMessages(pool, BATCH);
  for (const message of stored) {
    const { id } = message;
    try {
      const result = await deliverMessage(pool, client, message);
      if (!result.ok) log.warn({ message: id, code: result.code }, 'message of an agency refused');
    } catch (error) {
      log.warn(
        { message: id, err: error },
        'message of an agency not delivered; will be tried again',
      );
    }
  }
  return stored.length;
}
