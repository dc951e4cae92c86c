import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { openPool } from '../../db/pool.ts';
import { measureHolders, type Window } from '../../db/read/holdings.ts';
import { listLeague } from '../../db/read/league.ts';
import { CALENDAR_VERSION } from '../../db/reference.ts';
import { sql } from '../../db/sql.ts';
import { sumUpDays } from '../../db/write/sums.ts';
import type { Interval } from '../../domain/holding.ts';
import { DAY_MS, HOUR_MS, isoOf } from '../../domain/instant.ts';
import { allOf } from '../support/boardStock.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';
import { at } from '../support/nationalCalendar.ts';
import { drawLives, OWNERS, sharesOf, writeLife, writeOutage } from '../support/randomLives.ts';

const NOW = at('2023-09-28', '10:20');
const FIRST = '2023-08-30';
const TODAY = '2023-09-28';

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

const lives = drawLives({
  seed: 'lives',
  count: 40,
  begins: { from: at('2023-08-10'), to: NOW - DAY_MS },
  now: NOW,
});
const outages: Interval[] = [
  { from: at('2023-09-05', '08:00'), to: at('2023-09-05', '15:00') },
  { from: at('2023-09-05', '14:00'), to: at('2023-09-06', '09:00') },
  { from: at('2023-09-20', '16:00'), to: at('2023-09-20', '16:40') },
];

function windowOf(owner: string | null): Window {
  return { owner, calendar: CALENDAR_VERSION, firstDate: FIRST, now: isoOf(NOW) };
}

function expectedOf(owner: string | null, all: readonly Interval[] = outages): Map<string, number> {
  return sharesOf(lives, all, { owner, from: at(FIRST, '00:00'), to: NOW });
}

async function measured(owner: string | null): Promise<Map<string, number>> {
  const rows = await measureHolders(db, windowOf(owner));
  const held = rows.filter(({ workingMs }) => workingMs > 0);
  return new Map(held.map(({ holder, unit, workingMs }) => [`${holder} ${unit}`, workingMs]));
}

const sumUp = () => sumUpDays(db, { firstDate: FIRST, today: TODAY, calendar: CALENDAR_VERSION });

async function sumUpAll(): Promise<number> {
  let days = 0;
  for (let done = await sumUp(); done > 0; done = await sumUp()) days += done;
  return days;
}

test('the board’s shares are what the domain makes of every single case, outages and rulings included', async () => {
  for (const owner of [null, ...OWNERS]) {
    expect(await measured(owner)).toEqual(expectedOf(owner));
  }
});

test('days summed up beforehand say the same, and an outage told later sums its days up anew', async () => {
  expect(await sumUpAll()).toBe(29);
  for (const owner of [null, ...OWNERS]) {
    expect(await measured(owner)).toEqual(expectedOf(owner));
  }
  const late = { from: at('2023-09-12', '09:00'), to: at('2023-09-13', '11:00') };
  await writeOutage(db, late);
  expect(await sumUpAll()).toBe(2);
  expect(await measured(null)).toEqual(expectedOf(null, [...outages, late]));
});

const ASKED = at('2023-09-04', '16:50');
/** Answered in so many working days: five answers, of which the term of three days holds three. */
const ANSWERED = [
  ['2023-09-05', 1],
  ['2023-09-06', 2],
  ['2023-09-07', 3],
  ['2023-09-11', 5],
  ['2023-09-12', 6],
] as const;

let asked = 0;

async function ask(
  n: number,
  unit: string,
  answeredOn: string | null,
  askedAt = ASKED,
  dueOn = '2023-09-07',
) {
  const caseId = lives[n]?.caseId ?? '';
  asked += 1;
  await db.query(sql.typeAlias('void')`
    INSERT INTO verifications (request_id, case_id, kind, unit, asked_at, due_at, round, answered_at)
    VALUES (${`${caseId}/POLICE-${asked}`}, ${caseId}, 'POLICE', ${unit}, ${isoOf(askedAt)},
      ${isoOf(at(dueOn, '23:59'))}, 1, ${answeredOn === null ? null : isoOf(at(answeredOn))})
  `);
}

test('the league counts working days as the law does, the same before and after summing up', async () => {
  for (const [n, [date]] of ANSWERED.entries()) await ask(n, 'PV06-40', date);
  const open = lives.findIndex(({ closed }) => !closed);
  await ask(open, 'PV06-40', null, ASKED + HOUR_MS);
  await ask(open, 'PV06-01', null, ASKED);
  const line = {
    answered: 5,
    median: 3,
    percentile85: 6,
    // The question that is open and overdue counts as not on time.
    withinTerm: 3 / 6,
    withinFiveDays: 4 / 6,
    open: 1,
    overdue: 1,
    oldestAskedAt: isoOf(ASKED + HOUR_MS),
  };
  await db.query(sql.typeAlias('void')`DELETE FROM summed_days`);
  const live = await listLeague(db, windowOf(null));
  expect(live.find(({ unit }) => unit === 'PV06-40')).toMatchObject(line);
  expect(live.find(({ unit }) => unit === 'PV06-01')).toMatchObject({
    answered: 0,
    median: null,
    withinTerm: 0,
    open: 1,
    overdue: 1,
  });
  await sumUpAll();
  expect(await listLeague(db, windowOf(null))).toEqual(live);
  const [alone, ...others] = await listLeague(db, { ...windowOf(null), unit: 'PV06-40' });
  expect([alone, others]).toEqual([live.find(({ unit }) => unit === 'PV06-40'), []]);
  const answeredIn = async (owner: string) =>
    (await listLeague(db, windowOf(owner))).find(({ unit }) => unit === 'PV06-40')?.answered ?? 0;
  expect((await answeredIn('STP-01')) + (await answeredIn('STP-40'))).toBe(5);
});

test('what a unit owes, and owes late, opens as many cases as the league counts', async () => {
  await db.query(sql.typeAlias('void')`
    INSERT INTO subjects (case_id, full_name, folded_name, birth_date)
    SELECT case_id, 'Trần Văn Mẫu', 'tran van mau', '1990' FROM cases ON CONFLICT DO NOTHING
  `);
  const [, second] = lives.filter(({ closed }) => !closed);
  if (second === undefined) throw new Error('too few lives are open');
  // Asked the same day, and its term is not over.
  await ask(lives.indexOf(second), 'PV06-40', null, NOW - HOUR_MS, '2023-10-02');
  for (const owner of [null, ...OWNERS]) {
    const league = await listLeague(db, windowOf(owner));
    for (const { unit, open: owed, overdue } of league) {
      const listed = async (narrowed: object) =>
        (await allOf(db, owner, { ...(owner !== null && { unit: owner }), ...narrowed }, NOW))
          .length;
      expect([unit, await listed({ owedBy: unit }), await listed({ overdueBy: unit })]).toEqual([
        unit,
        owed,
        overdue,
      ]);
    }
  }
  const [police] = await listLeague(db, { ...windowOf(null), unit: 'PV06-40' });
  expect(police).toMatchObject({ open: 2, overdue: 1 });
});

test('an answer that replaces another is counted on its own day only', async () => {
  const Request = z.object({ id: z.string() });
  const id = await db.oneFirst(sql.type(Request)`
    SELECT request_id AS id FROM verifications WHERE answered_at = ${isoOf(at('2023-09-05'))}
  `);
  await db.query(sql.typeAlias('void')`
    UPDATE verifications SET answered_at = ${isoOf(at('2023-09-26'))} WHERE request_id = ${id}
  `);
  await db.query(
    sql.typeAlias('void')`UPDATE summed_days SET stale = true WHERE date = '2023-09-26'`,
  );
  await sumUpAll();
  const [line] = await listLeague(db, { ...windowOf(null), unit: 'PV06-40' });
  expect(line).toMatchObject({ answered: 5, withinTerm: 2 / 6 });
});
