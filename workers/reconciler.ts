import { setTimeout as pause } from 'node:timers/promises';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DatabasePool } from 'slonik';
import { listOpenAfter, restoreUnopened } from '../db/intake/outbox.ts';
import { findState } from '../db/read/cases.ts';

const EVERY_MS = 60_000;
/** Open cases looked at in one round; the walk goes on where it stopped. */
const BATCH = 200;

export interface ReconcilerDeps {
  pool: DatabasePool;
  client: Client;
  log: Logger;
}

/**
 * Prove all the time that every dossier number has exactly one life: a dossier without a case is
 * started again, an open case without a running workflow is reported as a fault for people to mend.
 */
export async function runReconciler(deps: ReconcilerDeps, signal: AbortSignal): Promise<void> {
  let last = '';
  while (!signal.aborted) {
    await pause(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return;
    try {
      const restored = await restoreUnopened(deps.pool);
      if (restored.length > 0)
        deps.log.error({ restored }, 'dossiers without a case: started again');
      last = await checkLives(deps, last);
    } catch (error) {
      deps.log.warn({ err: error }, 'reconciler could not finish its round; next one in a minute');
    }
  }
}

/** Look at the next open cases; gives where to go on, or the beginning after the last. */
async function checkLives({ pool, client, log }: ReconcilerDeps, after: string): Promise<string> {
  const caseIds = await listOpenAfter(pool, after, BATCH);
  for (const caseId of caseIds) {
    // It may have been closed between the list and the look: only one that is still open is lost.
    if (!(await isRunning(client, caseId)) && (await isOpen(pool, caseId))) {
      log.error({ caseId }, 'an open case has no running workflow: it needs a person');
    }
  }
  return caseIds.length < BATCH ? '' : (caseIds.at(-1) ?? '');
}

async function isOpen(pool: DatabasePool, caseId: string): Promise<boolean> {
  return (await findState(pool, caseId))?.state.closedAt === null;
}

async function isRunning(client: Client, caseId: string): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(caseId).describe();
    return status.name === 'RUNNING' || status.name === 'CONTINUED_AS_NEW';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
