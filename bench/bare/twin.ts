import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { Child } from '../../setup/child.ts';
import { NODE_SWITCHES, WORKFLOW_SWITCHES } from '../../setup/members.ts';
import { freePorts } from '../../setup/ports.ts';
import type { BenchHouse } from '../benchHouse.ts';
import type { Timed } from '../drive.ts';
import { bareAct, BARE_QUEUE } from './messages.ts';

/** Updates of an ordinary case after its start, and which of them run one more local activity beside. */
const ASIDE = [1, 0, 0, 0, 0, 1, 1, 0] as const;

/** Start the twin's worker process beside a house; resolves when it polls. */
export async function startBareWorker({ house, payloadKey, dataDir }: BenchHouse): Promise<Child> {
  const [port = 0] = await freePorts(1);
  const lines: string[] = [];
  const child = new Child(
    {
      name: 'bare',
      command: process.execPath,
      args: [...NODE_SWITCHES, ...WORKFLOW_SWITCHES, join(import.meta.dirname, 'worker.ts')],
      env: {
        ...process.env,
        DATABASE_URL: house.databaseUrl,
        TEMPORAL_ADDRESS: house.temporalAddress,
        PAYLOAD_KEY: payloadKey,
        DATA_DIR: dataDir,
        WORKER_PORT: String(port),
        TZ: 'UTC',
      },
      isReady: () => polls(port),
      readyWithinMs: 60_000,
      deathsAllowed: 0,
      stopSignal: 'SIGTERM',
      stopWithinMs: 5_000,
    },
    { tell: (_name, line) => void lines.push(line) },
  );
  try {
    await child.start();
  } catch (error) {
    throw new Error(`the bare twin's worker did not start: ${lines.slice(-5).join(' ')}`, {
      cause: error,
    });
  }
  return child;
}

async function polls(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`)).ok;
  } catch {
    return false;
  }
}

/** Drive one bare case from its start to its end; tells how long each act took. */
export async function bareLife(client: Client, timed: Timed): Promise<void> {
  const workflowId = `bare-${randomUUID()}`;
  const handle = await timed('start', () =>
    client.workflow.start('bareCase', { workflowId, taskQueue: BARE_QUEUE, args: [ASIDE.length] }),
  );
  for (const aside of ASIDE) {
    const updateId = randomUUID();
    await timed('act', () => handle.executeUpdate(bareAct, { args: [updateId, aside], updateId }));
  }
}
