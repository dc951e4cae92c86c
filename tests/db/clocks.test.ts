import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { openPool } from '../../db/pool.ts';
import { readClockFacts } from '../../db/read/clockFacts.ts';
import { findTracked } from '../../db/read/tracking.ts';
import { sql } from '../../db/sql.ts';
import { applicationFlow } from '../../domain/flow/applicationFlow.ts';
import type { CaseBase } from '../../domain/flow/flow.ts';
import { transferFlow } from '../../domain/flow/transferFlow.ts';
import type { ClockFacts } from '../../domain/law/trial.ts';
import { HOUR_MS, isoOf } from '../../domain/instant.ts';
import { actorIn, commandOf, LAW, opened, openedTransfer } from '../support/cases.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';
import { live, type LivedCase } from '../support/livedCases.ts';
import { at } from '../support/nationalCalendar.ts';
import { calendarOf, recalculate } from '../support/recalculation.ts';

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

const TICK = commandOf('escalate', actorIn('SYSTEM'));

const Told = z.object({ rung: z.string(), dueAt: z.string() });

function toldOf(caseId: string) {
  return db.any(sql.type(Told)`
    SELECT rung, due_at AS "dueAt" FROM escalations WHERE case_id = ${caseId} AND clock = 'total'
    ORDER BY at, rung
  `);
}

function lettersOf(caseId: string) {
  const Letter = z.object({ status: z.string(), why: z.string().nullable() });
  return db.any(sql.type(Letter)`
    SELECT status, cancelled_why AS why FROM letters WHERE case_id = ${caseId}
  `);
}

function dueOf<S extends CaseBase>({ state }: LivedCase<S>): number {
  return state().clocks.find(({ effect }) => effect === 'legal')?.dueAt ?? 0;
}

test('a date that a second correction brings back is told of once, and its letter is due again', async () => {
  const caseId = 'HN-P-2023-000001';
  const lived = await live(db, applicationFlow, { ...opened(), caseId });
  const due = dueOf(lived);
  const late = due + HOUR_MS;
  await lived.act(TICK, late);
  const told = await toldOf(caseId);
  expect(told).toContainEqual({ rung: 'OVERDUE', dueAt: isoOf(due) });
  expect(await lettersOf(caseId)).toEqual([{ status: 'DRAFT', why: null }]);

  const off = calendarOf('VN-test.1', ['2023-09-28', '2023-09-29']);
  await lived.act(recalculate(off, LAW.calendar.version), late + HOUR_MS);
  expect(dueOf(lived)).toBe(at('2023-10-03', '00:00') - 1);
  expect(await lettersOf(caseId)).toEqual([{ status: 'CANCELLED', why: 'DATE_MOVED' }]);

  await lived.act(recalculate(calendarOf('VN-test.2'), 'VN-test.1'), late + 2 * HOUR_MS);
  expect(dueOf(lived)).toBe(due);
  await lived.act(TICK, late + 3 * HOUR_MS);
  expect(await toldOf(caseId)).toEqual(told);
  expect(await lettersOf(caseId)).toEqual([{ status: 'DRAFT', why: null }]);
});

test('a case that is classified as complex when late already owes no apology', async () => {
  const caseId = 'HN-P-2023-000002';
  const lived = await live(db, applicationFlow, { ...opened(), caseId });
  const late = dueOf(lived) + HOUR_MS;
  await lived.act(TICK, late);
  expect(await lettersOf(caseId)).toEqual([{ status: 'DRAFT', why: null }]);
  const codes = { regime: 'COMPLEX', grounds: ['FOREIGNER'] };
  await lived.act(commandOf('classify', actorIn('LLTP_OFFICER'), codes), late + HOUR_MS);
  expect(await lettersOf(caseId)).toEqual([{ status: 'CANCELLED', why: 'DATE_MOVED' }]);
});

test('the tracking page names the calendar behind the date until another act moves it', async () => {
  const caseId = 'HN-P-2023-000003';
  const lived = await live(db, applicationFlow, { ...opened(), caseId });
  await db.query(sql.typeAlias('void')`
    UPDATE submissions SET tracking_code = 'ABCDEFGH23' WHERE case_id = ${caseId}
  `);
  const movedTo = async () => (await findTracked(db, 'ABCDEFGH23', '1990'))?.moved?.to ?? null;
  expect(await movedTo()).toBeNull();
  const off = calendarOf('VN-test.1', ['2023-09-28']);
  await lived.act(recalculate(off, LAW.calendar.version), at('2023-09-20'));
  expect(await movedTo()).toBe(at('2023-09-30', '00:00') - 1);
  const codes = { regime: 'COMPLEX', grounds: ['FOREIGNER'] };
  await lived.act(commandOf('classify', actorIn('LLTP_OFFICER'), codes), at('2023-09-20', '10:00'));
  expect(await movedTo()).toBeNull();
});

test('a clock that stood still when its case lapsed counts as ended where it stood still', async () => {
  const caseId = 'HN-P-2023-000004';
  const day = at('2023-03-06');
  const lived = await live(db, applicationFlow, { ...opened({}, true, day), caseId });
  const asked = day + HOUR_MS;
  await lived.act(commandOf('requestSupplement', actorIn('LLTP_OFFICER')), asked);
  const lapse = lived.state().clocks.find(({ name }) => name === 'supplement')?.dueAt ?? 0;
  await lived.act(commandOf('lapse', actorIn('SYSTEM')), lapse + 1);
  const facts: ClockFacts[] = [];
  const wanted = { of: { from: '2023-03-06', to: '2023-03-06' }, unit: null };
  await readClockFacts(db, wanted, async (batch) => void facts.push(...batch));
  expect(facts.find(({ clock }) => clock === 'total')?.endedAt).toBe(asked);
});

test('a warning that moves alone, the due date standing, is written', async () => {
  const lived = await live(db, transferFlow, openedTransfer());
  const { caseId } = lived.state();
  const due = dueOf(lived);
  const swapped = calendarOf('VN-test.1', ['2023-09-19'], ['2023-09-23']);
  await lived.act(recalculate(swapped, LAW.calendar.version), at('2023-09-18', '10:00'));
  const clock = lived.state().clocks.find(({ name }) => name === 'send');
  expect(clock?.dueAt).toBe(due);
  expect(clock?.atRiskAt).toBe(at('2023-09-23', '12:00'));
  const written = await db.oneFirst(sql.type(z.object({ at: z.string() }))`
    SELECT at_risk_at AS at FROM case_clocks WHERE case_id = ${caseId} AND name = 'send'
  `);
  expect(written).toBe(isoOf(clock?.atRiskAt ?? 0));
});
