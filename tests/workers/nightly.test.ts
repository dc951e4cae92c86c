import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import { openPool } from '../../db/pool.ts';
import { listAlarms } from '../../db/read/alarms.ts';
import { sql } from '../../db/sql.ts';
import type { BusinessClock } from '../../domain/clock/businessClock.ts';
import { dateOf, isoOf } from '../../domain/instant.ts';
import { createLog } from '../../logging.ts';
import { NIGHTLY_JOBS, type NightlyJob, runNightly } from '../../workers/nightly.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';
import { at, NATIONAL } from '../support/nationalCalendar.ts';
import { until } from '../support/until.ts';

/** A business day in a hundredth of a real second. */
const SPEED = 8_640_000;

let database: TestDatabase;
let owner: DatabasePool;
let pool: DatabasePool;
beforeAll(async () => {
  database = await cloneDatabase();
  owner = await openPool(database.url, { size: 2 });
  pool = await openPool(database.as('lltp_worker'), { size: 2 });
});
afterAll(async () => {
  await Promise.all([owner.end(), pool.end()]);
  await database.drop();
});

const HORIZON = NIGHTLY_JOBS.filter(({ name }) => name === 'calendar horizon');

let stop: () => Promise<void> = () => Promise.resolve();
afterEach(() => stop());

const logged: string[] = [];
const log = createLog('nightly', 'info', { write: (line: string) => void logged.push(line) });

function startFrom(
  businessEpochMs: number,
  speed: number,
  jobs: readonly NightlyJob[] = HORIZON,
): void {
  const clock: BusinessClock = { businessEpochMs, realEpochMs: Date.now(), speed };
  const stopping = new AbortController();
  const running = runNightly({ pool, clock, log }, jobs, stopping.signal);
  stop = async () => {
    stopping.abort();
    await running;
  };
}

async function alarms() {
  return listAlarms(owner, 10);
}

test('no alarm while twelve months are published', async () => {
  let checked = 0;
  const counting: NightlyJob = { name: 'count', run: async () => void (checked += 1) };
  startFrom(at('2027-12-30'), 1, [...HORIZON, counting]);
  await until(async () => checked === 1);
  expect(await alarms()).toEqual([]);
});

test('a short horizon is raised once, however often it is checked, and cleared by a new calendar', async () => {
  startFrom(at('2027-12-31', '23:00'), SPEED);
  await until(async () => (await alarms()).length > 0);
  const [raised] = await alarms();
  expect(raised).toMatchObject({
    kind: 'CALENDAR_HORIZON',
    detail: { publishedTo: '2028-12-31' },
    clearedAt: null,
  });
  expect((raised?.raisedAt ?? '') >= isoOf(at('2028-01-01', '01:00'))).toBe(true);
  const monthsLeft = Number(raised?.detail['monthsLeft']);
  expect(monthsLeft).toBeLessThan(12);
  // Weeks later the same alarm stands, brought up to date.
  await until(async () => Number((await alarms())[0]?.detail['monthsLeft']) < monthsLeft);
  expect(await alarms()).toHaveLength(1);

  const newer = { ...NATIONAL, version: 'vn-next', to: '2040-12-31' };
  await owner.query(sql.typeAlias('void')`
    INSERT INTO calendars (version, published_at, body)
    VALUES ('vn-next', now() + interval '1 second', ${JSON.stringify(newer)}::jsonb)
  `);
  await until(async () => (await alarms())[0]?.clearedAt !== null);
  expect(await alarms()).toHaveLength(1);
  expect(logged.filter((line) => line.includes('calendar horizon is short'))).toHaveLength(1);
});

test('every check is made once a business day; one that fails is made again without the others', async () => {
  const days: string[] = [];
  let failures = 0;
  const steady: NightlyJob = {
    name: 'steady',
    run: async (_, now) => void days.push(dateOf(now)),
  };
  const failing: NightlyJob = {
    name: 'failing',
    run: async () => {
      failures += 1;
      throw new Error('database away');
    },
  };
  startFrom(at('2024-03-01', '09:00'), SPEED, [failing, steady]);
  await until(async () => days.length >= 4);
  expect(new Set(days).size).toBe(days.length);
  expect(failures).toBeGreaterThan(1);
});
