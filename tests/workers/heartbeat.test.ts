import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { openPool } from '../../db/pool.ts';
import { sql } from '../../db/sql.ts';
import { createLog } from '../../logging.ts';
import { runHeartbeat } from '../../workers/heartbeat.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';
import { at } from '../support/nationalCalendar.ts';
import { until } from '../support/until.ts';

let database: TestDatabase;
let db: DatabasePool;
beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.as('lltp_worker'), { size: 2 });
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

function run(engineServes: boolean) {
  const stopping = new AbortController();
  const clock = { businessEpochMs: at('2023-09-18'), realEpochMs: Date.now(), speed: 1 };
  const deps = { pool: db, clock, engineServes: async () => engineServes };
  const log = createLog('worker', 'silent');
  const running = runHeartbeat({ ...deps, log }, stopping.signal);
  return async (): Promise<void> => {
    stopping.abort();
    await running;
  };
}

const Beat = z.object({ part: z.string() });
const parts = () => db.anyFirst(sql.type(Beat)`SELECT part FROM heartbeats ORDER BY part`);

test('the worker beats, for the engine too when that serves, and sums up days that are over', async () => {
  const stopAlone = run(false);
  await until(async () => (await parts()).length === 1);
  await stopAlone();
  expect(await parts()).toEqual(['WORKER']);
  const stop = run(true);
  await until(async () => (await parts()).length === 2);
  const Day = z.object({ first: z.string(), last: z.string(), days: z.int() });
  const summed = () =>
    db.one(sql.type(Day)`
      SELECT coalesce(min(date)::text, '') AS first, coalesce(max(date)::text, '') AS last,
        count(*)::int AS days FROM summed_days
    `);
  await until(async () => (await summed()).days >= 5);
  await stop();
  expect(await parts()).toEqual(['ENGINE', 'WORKER']);
  expect(await summed()).toMatchObject({ first: '2023-08-20' });
});
