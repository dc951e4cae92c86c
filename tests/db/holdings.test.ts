import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { openPool } from '../../db/pool.ts';
import { CALENDAR_VERSION } from '../../db/reference.ts';
import { sql } from '../../db/sql.ts';
import { workingMsBetween } from '../../domain/clock/workingTime.ts';
import { isoOf } from '../../domain/instant.ts';
import { seededRandom } from '../../demo/random.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';
import { ALL_YEARS, at } from '../support/nationalCalendar.ts';

let database: TestDatabase;
let db: DatabasePool;
beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.url, { size: 2 });
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

test('SQL counts the same office time as the domain, over all published years', async () => {
  const random = seededRandom('office time');
  const [first, last] = [at('2015-01-01'), at('2028-12-31')];
  const pairs = Array.from({ length: 2_000 }, () => {
    const from = first + Math.floor(random.next() * (last - first));
    const to = Math.min(last, from + Math.floor(random.next() * 40 * 86_400_000));
    return { from, to };
  });
  const rows = await db.any(sql.type(z.object({ ms: z.coerce.number() }))`
    SELECT office_ms(${CALENDAR_VERSION}, p.f, p.t) AS ms
    FROM ROWS FROM (unnest(${sql.array(
      pairs.map(({ from }) => isoOf(from)),
      'timestamptz',
    )}),
      unnest(${sql.array(
        pairs.map(({ to }) => isoOf(to)),
        'timestamptz',
      )})) WITH ORDINALITY AS p (f, t, i)
    ORDER BY p.i
  `);
  expect(rows.map(({ ms }) => ms)).toEqual(
    pairs.map(({ from, to }) => workingMsBetween(from, to, ALL_YEARS)),
  );
});

test('office time beyond the published calendar is an error, not a number', async () => {
  const beyond = db.oneFirst(sql.type(z.object({ ms: z.coerce.number() }))`
    SELECT office_ms(${CALENDAR_VERSION}, '2028-12-30', '2029-01-03') AS ms
  `);
  const said = await beyond.catch((error: Error) => String(error.cause));
  expect(said).toContain('is not published for');
});
