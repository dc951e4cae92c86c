import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { openPool } from '../../db/pool.ts';
import { measureHolders, summedUntil, type Window } from '../../db/read/holdings.ts';
import { listLeague } from '../../db/read/league.ts';
import { CALENDAR_VERSION } from '../../db/reference.ts';
import { sql } from '../../db/sql.ts';
import { sumUpDays, sumUpToday } from '../../db/write/sums.ts';
import type { Interval } from '../../domain/holding.ts';
import { isoOf, type InstantMs } from '../../domain/instant.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';
import { at } from '../support/nationalCalendar.ts';
import { drawLives, OWNERS, sharesOf, writeLife, writeOutage } from '../support/randomLives.ts';

const TODAY = '2023-09-28';
const FIRST = '2023-08-30';
/** Sums of today reach to 10:45 and to 14:45 at the first two. */
const [MORNING, AFTERNOON, NIGHT] = [
  at(TODAY, '11:02'),
  at(TODAY, '14:59'),
  at('2023-09-29', '00:02'),
];

/** Most that happens, happens today. */
const lives = drawLives({
  seed: 'today',
  count: 90,
  begins: { from: at('2023-09-26'), to: at(TODAY, '14:00') },
  now: NIGHT,
});
const outages: Interval[] = [
  { from: at('2023-09-27', '16:30'), to: at(TODAY, '08:20') },
  { from: at(TODAY, '09:40'), to: at(TODAY, '10:15') },
  { from: at(TODAY, '14:10'), to: at(TODAY, '14:30') },
];

let database: TestDatabase;
let db: DatabasePool;
beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.url, { size: 2 });
  for (const one of lives) await writeLife(db, one);
  for (const outage of outages) await writeOutage(db, outage);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

function windowOf(owner: string | null, now: InstantMs): Window {
  return { owner, calendar: CALENDAR_VERSION, firstDate: FIRST, now: isoOf(now) };
}

async function sumUp(now: InstantMs): Promise<void> {
  const days = { firstDate: FIRST, today: TODAY, calendar: CALENDAR_VERSION };
  for (let done = 1; done > 0; done = await sumUpDays(db, days));
  await sumUpToday(db, { now, calendar: CALENDAR_VERSION });
}

async function expectTheLog(now: InstantMs, all: readonly Interval[] = outages): Promise<void> {
  for (const owner of [null, ...OWNERS]) {
    const rows = await measureHolders(db, windowOf(owner, now));
    const held = rows.filter(({ workingMs }) => workingMs > 0);
    const shares = new Map(held.map((row) => [`${row.holder} ${row.unit}`, row.workingMs]));
    expect(shares).toEqual(sharesOf(lives, all, { owner, from: at(FIRST, '00:00'), to: now }));
    const open = rows.filter((row) => row.open > 0).map((row) => [row.holder, row.unit, row.open]);
    expect(new Set(open)).toEqual(new Set(await openBy(owner, now)));
  }
}

const Open = z.object({ holder: z.string(), unit: z.string().nullable(), open: z.int() });

/** Rows that stood open at an instant, counted one by one. */
async function openBy(owner: string | null, now: InstantMs) {
  const rows = await db.any(sql.type(Open)`
    SELECT holder, unit, count(*)::int AS open FROM holdings
    WHERE from_at < ${isoOf(now)} AND (to_at IS NULL OR to_at >= ${isoOf(now)})
      AND (owner = ${owner} OR ${owner}::text IS NULL)
    GROUP BY 1, 2
  `);
  return rows.map(({ holder, unit, open }) => [holder, unit, open]);
}

test('quarters of today summed up, one after another, say what every single case says', async () => {
  await expectTheLog(MORNING);
  for (const [now, until] of [
    [MORNING, at(TODAY, '10:45')],
    [AFTERNOON, at(TODAY, '14:45')],
  ] as const) {
    await sumUp(now);
    expect(await summedUntil(db, windowOf(null, now))).toBe(isoOf(until));
    await expectTheLog(now);
  }
});

test('what is told late of quarters summed up is summed up again, what happens after them is not', async () => {
  const late = { from: at(TODAY, '13:20'), to: at(TODAY, '13:50') };
  const after = { from: at(TODAY, '14:46'), to: at(TODAY, '14:50') };
  await sumUp(AFTERNOON);
  await writeOutage(db, after);
  expect(await staleDays()).toEqual([]);
  await expectTheLog(AFTERNOON, [...outages, after]);
  await writeOutage(db, late);
  expect(await staleDays()).toEqual([TODAY]);
  await sumUp(AFTERNOON);
  expect(await staleDays()).toEqual([]);
  await expectTheLog(AFTERNOON, [...outages, after, late]);
});

const Day = z.object({ date: z.string() });
const staleDays = () =>
  db.anyFirst(sql.type(Day)`SELECT date::text FROM summed_days WHERE stale ORDER BY date`);

test('a day summed up by the quarter is read on after midnight until all of it is summed up', async () => {
  await sumUp(AFTERNOON);
  const all = [...outages, { from: at(TODAY, '13:20'), to: at(TODAY, '13:50') }];
  all.push({ from: at(TODAY, '14:46'), to: at(TODAY, '14:50') });
  await expectTheLog(NIGHT, all);
  const days = { firstDate: FIRST, today: '2023-09-29', calendar: CALENDAR_VERSION };
  expect(await sumUpDays(db, days)).toBe(1);
  await expectTheLog(NIGHT, all);
});

test('the league finds the owner of every question, asked before the last summing up or after', async () => {
  const now = isoOf(NIGHT);
  for (const [n, { caseId }] of lives.entries()) {
    if (n === 60)
      await db.query(sql.typeAlias('void')`
      SELECT FROM (SELECT sum_up_day(${CALENDAR_VERSION}, '2023-09-29', ${now})) AS done
    `);
    await db.query(sql.typeAlias('void')`
      INSERT INTO verifications (request_id, case_id, kind, unit, asked_at, due_at, round)
      VALUES (${`${caseId}/POLICE-1`}, ${caseId}, 'POLICE', 'PV06-01', ${now}, ${now}, 1)
    `);
  }
  const openOf = async (owner: string | null) =>
    (await listLeague(db, windowOf(owner, NIGHT))).map(({ open }) => open);
  expect(await openOf(null)).toEqual([90]);
  for (const owner of OWNERS) expect(await openOf(owner)).toEqual([45]);
});
