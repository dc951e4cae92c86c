import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { freePorts } from '../../setup/ports.ts';
import { startTemporal, type Temporal } from '../../setup/temporal.ts';
import { newDataDir } from '../support/servers.ts';

/** Where SQLite notes how a file is written and read: 1 is a journal beside it, 2 a log. */
const FORMAT = [18, 19] as const;

let dataDir: string;
let running: Temporal | null = null;

beforeEach(async () => {
  dataDir = await newDataDir();
});

afterEach(async () => {
  await running?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function startHere(dbFile: string): Promise<Client> {
  const [port = 0] = await freePorts(1);
  running = await startTemporal({ dbFile, port });
  return new Client({ connection: await Connection.connect({ address: running.address }) });
}

test('a workflow that was acknowledged is there after the server was killed, by way of its log', async () => {
  const dbFile = join(dataDir, 'temporal.db');
  const client = await startHere(dbFile);
  await client.workflow.start('anything', { workflowId: 'kept', taskQueue: 'nobody' });
  const pid = running?.pid();
  process.kill(pid!, 'SIGKILL');
  const file = await readFile(dbFile);
  expect(FORMAT.map((at) => file[at])).toEqual([2, 2]);
  await client.connection.close();
  await running?.stop();

  const again = await startHere(dbFile);
  const { status } = await again.workflow.getHandle('kept').describe();
  expect(status.name).toBe('RUNNING');
  await again.connection.close();
});
