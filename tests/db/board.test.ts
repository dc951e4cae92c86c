import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { type BoardReads, countsOf, daysOf } from '../../api/boardCounts.ts';
import { Changes } from '../../api/changes.ts';
import { OpenCounts } from '../../api/openCounts.ts';
import { openPool } from '../../db/pool.ts';
import { type BoardScope, listSoonest, sumFlows } from '../../db/read/board.ts';
import { sql } from '../../db/sql.ts';
import type { Counts } from '../../domain/board.ts';
import type { List } from '../../domain/case.ts';
import { addDays, dateOf, isoOf } from '../../domain/instant.ts';
import type { Reader } from '../../domain/sight.ts';
import { allOf, fillStock, NOW, STOCK, supervisor, UNITS } from '../support/boardStock.ts';
import { until } from '../support/until.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';
import { put, type Standing } from '../support/stockOfCases.ts';

let database: TestDatabase;
let db: DatabasePool;
let changes: Changes;
let reads: BoardReads;
const TODAY = dateOf(NOW);
const READER: Reader = { roles: ['SUPERVISOR'] };

beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.url, { size: 4 });
  changes = new Changes(database.url);
  await changes.listen();
  reads = { db, openCounts: new OpenCounts(db, changes) };
  await fillStock(db);
});
afterAll(async () => {
  await changes.close();
  await db.end();
  await database.drop();
});

function scopeOf(unit: string | null): BoardScope {
  return { unit, kind: null, now: isoOf(NOW) };
}

const Row = z.object({
  unit: z.string(),
  step: z.string(),
  due: z.number().nullable(),
  risk: z.number().nullable(),
  done: z.boolean(),
});

/** The rows as they are, to be counted by hand. */
function rowsOf(unit: string | null) {
  return db.any(sql.type(Row)`
    SELECT unit, step, extract(epoch FROM legal_due_at)::float8 * 1000 AS due,
      extract(epoch FROM at_risk_at)::float8 * 1000 AS risk, legal_done_at IS NOT NULL AS done
    FROM cases WHERE closed_at IS NULL AND (unit = ${unit} OR ${unit}::text IS NULL)
  `);
}

function byHand(rows: readonly z.infer<typeof Row>[]): Counts {
  const running = rows.filter(({ done, due }) => !done && due !== null);
  const ahead = running.filter(({ due }) => (due ?? 0) >= NOW);
  const dueBy = (date: string) => ahead.filter(({ due }) => dateOf(due ?? 0) <= date).length;
  return {
    open: rows.length,
    late: running.length - ahead.length,
    dueToday: dueBy(TODAY),
    dueInThreeDays: dueBy(addDays(TODAY, 3)),
    atRisk: ahead.filter(({ risk }) => risk !== null && risk <= NOW).length,
  };
}

test.each(['STP-01', null])(
  'counts of %s are those of the rows, in all and by step',
  async (unit) => {
    const rows = await rowsOf(unit);
    const { total, steps } = await countsOf(reads, scopeOf(unit), READER);
    expect(total).toEqual(byHand(rows));
    for (const { step, ...counts } of steps) {
      expect([step, counts]).toEqual([step, byHand(rows.filter((row) => row.step === step))]);
    }
    expect(steps.reduce((sum, { open }) => sum + open, 0)).toBe(rows.length);
    // The stock was made so that every number has something to count.
    expect(Object.values(total).every((count) => count > 0)).toBe(true);
  },
);

test('each unit has its own line, and a unit without cases one of nothing', async () => {
  const { units } = await countsOf(reads, scopeOf(null), READER);
  for (const unit of UNITS) {
    const { open, late } = byHand(await rowsOf(unit));
    expect(units.find((line) => line.unit === unit)).toMatchObject({ open, late });
  }
  expect(units.find(({ unit }) => unit === 'STP-79')).toMatchObject({ open: 0, late: 0 });
});

test.each(['STP-01', null])('a number of %s opens exactly the cases it counts', async (unit) => {
  const { total, steps, thirdDay, today, receivedToday, issuedToday } = await countsOf(
    reads,
    scopeOf(unit),
    READER,
  );
  const lists: [number, List, object][] = [
    [total.open, 'all', {}],
    [total.late, 'late', {}],
    [total.atRisk, 'atRisk', {}],
    [total.dueToday, 'due', { to: today }],
    [total.dueInThreeDays, 'due', { to: thirdDay }],
    [receivedToday, 'received', { from: today, to: today }],
    [issuedToday, 'issued', { from: today, to: today }],
    ...steps.map(({ step, late }) => [late, 'late', { step }] as [number, List, object]),
  ];
  for (const [count, queue, rest] of lists) {
    const found = await allOf(db, unit, { queue, ...rest });
    expect([queue, rest, found.length]).toEqual([queue, rest, count]);
  }
});

test.each(['STP-01', null])('days and flows of %s are those of the cases', async (unit) => {
  const stock = STOCK.filter((standing) => unit === null || standing.unit === unit);
  const { days } = await daysOf(reads, scopeOf(unit), 30);
  expect(days).toHaveLength(30);
  for (const { date, received, issued, stock: left } of days) {
    const on = (instant: number | null) => instant !== null && dateOf(instant) === date;
    expect([date, received, issued, left]).toEqual([
      date,
      stock.filter(({ receivedAt }) => on(receivedAt)).length,
      stock.filter(({ issuedAt }) => on(issuedAt)).length,
      stock.filter(({ receivedAt }) => dateOf(receivedAt) <= date).length,
    ]);
    expect((await allOf(db, unit, { queue: 'stock', to: date })).length).toBe(left);
  }
  const range = { from: addDays(TODAY, -29), to: TODAY };
  const flows = await sumFlows(db, scopeOf(unit), range);
  const sum = (name: 'received' | 'issued' | 'doneLate') =>
    flows.reduce((all, flow) => all + flow[name], 0);
  expect(sum('received')).toBe((await allOf(db, unit, { queue: 'received', ...range })).length);
  expect(sum('issued')).toBe((await allOf(db, unit, { queue: 'issued', ...range })).length);
  expect(sum('doneLate')).toBe((await allOf(db, unit, { queue: 'doneLate', ...range })).length);
  expect(sum('doneLate')).toBeGreaterThan(0);
});

test('the soonest due come first, and what is late already is not among them', async () => {
  const lines = await listSoonest(db, scopeOf(null), supervisor(null));
  const dues = lines.map(({ legalDueAt }) => legalDueAt ?? '');
  expect(dues).toEqual(dues.toSorted());
  expect((dues[0] ?? '') >= isoOf(NOW)).toBe(true);
  const late = await allOf(db, null, { queue: 'late' });
  expect(lines.filter(({ caseId }) => late.includes(caseId))).toEqual([]);
});

/** The scope of a unit at another instant. */
const later = (unit: string, instant: number): BoardScope => ({
  ...scopeOf(unit),
  now: isoOf(instant),
});

test('counts that are kept follow every case that is written', async () => {
  const before = (await countsOf(reads, scopeOf('STP-40'), READER)).total.open;
  const added: Standing = {
    caseId: 'HN-P-2023-000990',
    unit: 'STP-40',
    receivedAt: NOW,
    step: 'ACCEPTED',
    issuedAt: null,
  };
  await put(db, added);
  await until(
    async () => (await countsOf(reads, scopeOf('STP-40'), READER)).total.open === before + 1,
  );
});

test('counts that are kept follow time: each clock is late one instant after its due, not before', async () => {
  const [line] = await listSoonest(db, scopeOf('STP-01'), supervisor('STP-01'));
  const due = Date.parse(line?.legalDueAt ?? '');
  const lateAt = async (instant: number) =>
    (await countsOf(reads, later('STP-01', instant), READER)).total.late;
  const before = await lateAt(NOW);
  expect(await lateAt(due)).toBe(before);
  expect(await lateAt(due + 1)).toBeGreaterThan(before);
});
