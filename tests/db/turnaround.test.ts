import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { seededRandom } from '../../demo/random.ts';
import { noteOutage } from '../../db/intake/outages.ts';
import { openPool } from '../../db/pool.ts';
import { measureHolders, type Window } from '../../db/read/holdings.ts';
import { listLeague } from '../../db/read/league.ts';
import { CALENDAR_VERSION } from '../../db/reference.ts';
import { sql } from '../../db/sql.ts';
import { sumUpDays } from '../../db/write/sums.ts';
import { type Held, HOLDERS } from '../../domain/flow/holder.ts';
import { type Interval, spansOf, sumsOf } from '../../domain/holding.ts';
import { DAY_MS, HOUR_MS, isoOf } from '../../domain/instant.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';
import { ALL_YEARS, at } from '../support/nationalCalendar.ts';

const NOW = at('2023-09-28', '10:20');
const FIRST = '2023-08-30';
const TODAY = '2023-09-28';
const CASES = 40;
const OWNERS = ['STP-01', 'STP-40'];

let database: TestDatabase;
let db: DatabasePool;
beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.url, { size: 2 });
  for (const one of lives) await writeLife(one);
  for (const outage of outages) await writeOutage(outage);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

interface Life {
  caseId: string;
  owner: string;
  life: Interval;
  log: (Held & { from: number })[];
  closed: boolean;
  rulings: (Interval & Held)[];
}

const random = seededRandom('lives');
const within = (from: number, to: number): number => from + Math.floor(random.next() * (to - from));
const someHeld = (owner: string): Held => {
  const holder = random.pick([...HOLDERS]);
  const units = { AGENCY: 'PV06-01', POST: 'BUUDIEN-01', APPLICANT: null, SYSTEM: null };
  return { holder, unit: holder in units ? units[holder as keyof typeof units] : owner };
};

/** Lives that begin before or in the window; every third is open, every fifth has a ruling in it. */
const lives: Life[] = Array.from({ length: CASES }, (_, index) => {
  const owner = OWNERS[index % 2] ?? '';
  const from = within(at('2023-08-10'), NOW - DAY_MS);
  const to = index % 3 === 0 ? NOW : within(from + HOUR_MS, NOW);
  const turns = Array.from({ length: 6 }, () => within(from, to)).toSorted((a, b) => a - b);
  const log = [from, ...turns].map((turn) => ({ from: turn, ...someHeld(owner) }));
  const ruled = {
    from: within(from, from + (to - from) / 2),
    to: within(from + (to - from) / 2, to),
  };
  const rulings = index % 5 === 0 ? [{ ...ruled, ...someHeld(owner) }] : [];
  const caseId = `HN-P-2023-${String(index + 1).padStart(6, '0')}`;
  return { caseId, owner, life: { from, to }, log, closed: to < NOW, rulings };
});
const outages: Interval[] = [
  { from: at('2023-09-05', '08:00'), to: at('2023-09-05', '15:00') },
  { from: at('2023-09-05', '14:00'), to: at('2023-09-06', '09:00') },
  { from: at('2023-09-20', '16:00'), to: at('2023-09-20', '16:40') },
];

async function writeLife({ caseId, owner, life, log, closed, rulings }: Life): Promise<void> {
  const ends = closed ? isoOf(life.to) : null;
  await db.query(sql.typeAlias('void')`
    INSERT INTO submissions (case_id, kind, unit, body, body_hash, facts, accepted, submitted_by, submitted_at)
    VALUES (${caseId}, 'APPLICATION', ${owner}, '{}', 'h', '{}', true, 'x', now())
  `);
  await db.query(sql.typeAlias('void')`
    INSERT INTO cases (case_id, kind, unit, step, rev, opened_at, closed_at, state)
    VALUES (${caseId}, 'APPLICATION', ${owner}, 'X', 1, ${isoOf(life.from)}, ${ends}, '{}')
  `);
  for (const [index, { holder, unit, from }] of log.entries()) {
    const next = log[index + 1];
    const to = next === undefined ? ends : isoOf(next.from);
    await db.query(sql.typeAlias('void')`
      INSERT INTO holdings (case_id, rev, owner, holder, unit, from_at, to_at)
      VALUES (${caseId}, ${index + 1}, ${owner}, ${holder}, ${unit}, ${isoOf(from)}, ${to})
    `);
  }
  for (const { from, to, holder, unit } of rulings) {
    await db.query(sql.typeAlias('void')`
      INSERT INTO hold_contests (case_id, n, from_at, to_at, to_holder, to_unit, paper_id, raised_by,
        raised_unit, raised_at, ruling)
      SELECT ${caseId}, 1, ${isoOf(from)}, ${isoOf(to)}, ${holder}, ${unit}, ${randomUUID()}, id, unit,
        now(), 'ACCEPTED' FROM accounts WHERE username = 'congan.hn'
    `);
  }
}

async function writeOutage({ from, to }: Interval): Promise<void> {
  const span = { from: isoOf(from), to: isoOf(to) };
  await noteOutage(db, { ...span, what: 'OTHER', notedBy: 'x', reason: null });
}

function windowOf(owner: string | null): Window {
  return { owner, calendar: CALENDAR_VERSION, firstDate: FIRST, now: isoOf(NOW) };
}

/** What the domain makes of the same lives, as far as they lie in the window. */
function expectedOf(owner: string | null, all: readonly Interval[] = outages): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { life, log, rulings, owner: of } of lives) {
    if (owner !== null && of !== owner) continue;
    const seen = { from: Math.max(life.from, at(FIRST, '00:00')), to: Math.min(life.to, NOW) };
    const spans = spansOf({ life, log, outages: all, rulings }).flatMap((span) => {
      const [from, to] = [Math.max(span.from, seen.from), Math.min(span.to, seen.to)];
      return from < to ? [{ ...span, from, to }] : [];
    });
    for (const { holder, unit, workingMs } of sumsOf(spans, ALL_YEARS)) {
      sums.set(`${holder} ${unit}`, (sums.get(`${holder} ${unit}`) ?? 0) + workingMs);
    }
  }
  return new Map([...sums].filter(([, ms]) => ms > 0));
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
  await writeOutage(late);
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

async function ask(n: number, unit: string, answeredOn: string | null, askedAt = ASKED) {
  const caseId = lives[n]?.caseId ?? '';
  asked += 1;
  await db.query(sql.typeAlias('void')`
    INSERT INTO verifications (request_id, case_id, kind, unit, asked_at, due_at, round, answered_at)
    VALUES (${`${caseId}/POLICE-${asked}`}, ${caseId}, 'POLICE', ${unit}, ${isoOf(askedAt)},
      ${isoOf(at('2023-09-07', '23:59'))}, 1, ${answeredOn === null ? null : isoOf(at(answeredOn))})
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
    withinTerm: 3 / 5,
    withinFiveDays: 4 / 5,
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
    withinTerm: null,
    open: 1,
  });
  await sumUpAll();
  expect(await listLeague(db, windowOf(null))).toEqual(live);
  const [alone, ...others] = await listLeague(db, { ...windowOf(null), unit: 'PV06-40' });
  expect([alone, others]).toEqual([live.find(({ unit }) => unit === 'PV06-40'), []]);
  const answeredIn = async (owner: string) =>
    (await listLeague(db, windowOf(owner))).find(({ unit }) => unit === 'PV06-40')?.answered ?? 0;
  expect((await answeredIn('STP-01')) + (await answeredIn('STP-40'))).toBe(5);
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
  expect(line).toMatchObject({ answered: 5, withinTerm: 2 / 5 });
});
