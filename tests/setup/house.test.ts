import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { House, type HouseOptions, startHouse } from '../../setup/house.ts';
import { isAlive } from '../../setup/orphans.ts';
import { newDataDir } from '../support/servers.ts';
import { until } from '../support/until.ts';

const standIn = (name: string): string => join(import.meta.dirname, 'standIns', `${name}.ts`);
const ENTRIES = {
  migrate: standIn('errand'),
  seed: standIn('errand'),
  agencies: standIn('agencies'),
  worker: standIn('worker'),
  api: standIn('api'),
};
const MEMBERS = ['postgres', 'temporal', 'agencies', 'worker', 'api'] as const;

const houses: House[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const house of houses.splice(0)) await house.stop();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Servers of the whole test run in place of the house's own: quicker. */
const SHARED = {
  DATABASE_URL: process.env['TEST_POSTGRES_URL'] ?? '',
  TEMPORAL_ADDRESS: process.env['TEST_TEMPORAL_ADDRESS'] ?? '',
};

async function open(options: Partial<HouseOptions> = {}): Promise<House> {
  const dataDir = options.dataDir ?? (await newDataDir());
  folders.push(dataDir);
  const settled = { quiet: true, inMemoryTemporal: true, entries: ENTRIES, demo: true };
  const house = await startHouse({ ...settled, ...options, dataDir });
  houses.push(house);
  return house;
}

/** Let the API die, and wait until it is there again and serves. */
async function startedAgain(house: House): Promise<void> {
  const before = house.pid('api');
  process.kill(before!, 'SIGKILL');
  await until(() => house.pid('api') !== null && house.pid('api') !== before);
  await until(() =>
    fetch(house.url).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

test('a started house serves, and a stopped one leaves no process behind', async () => {
  const house = await open();
  expect(await (await fetch(house.url)).text()).toBe(String(house.pid('api')));
  expect(house.logs('migrate')).toEqual(['errand done']);
  expect(house.logs('seed')).toEqual(['errand done']);
  const pids = MEMBERS.map((name) => house.pid(name));
  await house.stop();
  expect(pids.map((pid) => pid !== null && isAlive(pid))).toEqual(MEMBERS.map(() => false));
});

test('a member that dies is started again by itself', async () => {
  const house = await open({ env: SHARED });
  await startedAgain(house);
  expect(house.logs('api').some((line) => line.startsWith('died (SIGKILL)'))).toBe(true);
});

test('a killed member stays down until it is started again', async () => {
  const house = await open({ env: SHARED });
  await house.kill('worker');
  // By when one that died after it is there again, it would have been started again as well.
  await startedAgain(house);
  expect(house.pid('worker')).toBeNull();
  expect(house.logs('worker').filter((line) => line.includes('starting again'))).toEqual([]);
  await house.restart('worker');
  expect((await fetch(house.workerUrl)).ok).toBe(true);
});

test('rows committed before PostgreSQL was killed are there afterwards', async () => {
  const house = await open();
  await query(house.databaseUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await house.kill('postgres');
  await house.restart('postgres');
  expect(await query(house.databaseUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('an entry that ends before it serves stops the whole house with its name', async () => {
  const dataDir = await newDataDir();
  folders.push(dataDir);
  const entries = { ...ENTRIES, api: standIn('failing') };
  const house = new House({ dataDir, quiet: true, env: SHARED, entries });
  await expect(house.start()).rejects.toThrow('api ended before it served');
  expect(house.logs('api')).toContain('this entry cannot start');
  expect([house.pid('api'), house.pid('worker'), house.pid('agencies')]).toEqual([
    null,
    null,
    null,
  ]);
});

test('an errand that fails stops the whole house with its name', async () => {
  const entries = { ...ENTRIES, migrate: standIn('failing') };
  await expect(open({ entries, env: SHARED })).rejects.toThrow('migrate failed (exit code 3)');
});
