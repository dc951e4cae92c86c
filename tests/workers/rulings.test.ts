import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { raiseDispute, giveRuling } from '../../db/desk/disputes.ts';
import { openPool } from '../../db/pool.ts';
import { listAlarms } from '../../db/read/alarms.ts';
import { getCalendar } from '../../db/read/law.ts';
import { sql } from '../../db/sql.ts';
import { writeTransition } from '../../db/write/transition.ts';
import { dueOf } from '../../domain/clock/dueOf.ts';
import { applicationFlow } from '../../domain/flow/applicationFlow.ts';
import { NO_EFFECTS } from '../../domain/flow/flow.ts';
import { transitionOf } from '../../domain/flow/transition.ts';
import { DAY_MS, isoOf } from '../../domain/instant.ts';
import { wholeSlice } from '../../domain/law/calendar.ts';
import { calendarWith, type DayChange } from '../../domain/law/draft.ts';
import { createLog } from '../../logging.ts';
import { checkRulings } from '../../workers/rulings.ts';
import { actorIn, applicationAt, commandOf, OPENED } from '../support/cases.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';
import { HANOI } from '../support/scenes.ts';

const CASE_ID = 'HN-P-2023-000001';
const TERM = { amount: 10, unit: 'calendarDay' } as const;
const STOOD: [number, number][] = [[OPENED + DAY_MS, OPENED + 3 * DAY_MS]];
/** The last day of the term with its standstill: off, by a decree the calendar does not know. */
const DAY_OFF: DayChange = {
  date: '2023-10-02',
  kind: 'swap_off',
  nameVi: 'Nghỉ thử',
  nameEn: 'Trial day off',
  confirmed: true,
  source: 'Thử',
};

let database: TestDatabase;
let owner: DatabasePool;
let pool: DatabasePool;
beforeAll(async () => {
  database = await cloneDatabase();
  owner = await openPool(database.url, { size: 2 });
  pool = await openPool(database.as('lltp_worker'), { size: 2 });
  const command = commandOf('receiveAndAccept', actorIn('ONE_STOP_OFFICER'));
  const done = { command, updateId: 'open', atMs: OPENED, effects: NO_EFFECTS, claims: false };
  const state = { ...applicationAt('VERIFYING'), caseId: CASE_ID, rev: 1 };
  await writeTransition(pool, transitionOf(applicationFlow, null, state, done));
});
afterAll(async () => {
  await Promise.all([owner.end(), pool.end()]);
  await database.drop();
});

const logged: string[] = [];
const log = createLog('rulings', 'info', { write: (line: string) => void logged.push(line) });
const check = (now: number) => checkRulings({ pool, log }, now);

/** Rule that a date is due; the applicant had contested it. */
async function rule(expectedDueAt: number): Promise<string> {
  const contest = { caseId: CASE_ID, unit: 'STP-01', kind: 'DATE', clock: 'total' } as const;
  const about = { day: null, wanted: null, missedAt: null, reason: 'Sai ngày' };
  const raised = { ...contest, ...about, by: null, at: isoOf(OPENED) };
  const dispute = (await raiseDispute(owner, raised)) ?? '';
  const by = await owner.oneFirst(sql.type(z.object({ id: z.string() }))`
    SELECT id FROM accounts WHERE username = ${HANOI.supervisor}
  `);
  await giveRuling(owner, {
    dispute,
    outcome: 'UPHELD',
    by,
    at: isoOf(OPENED),
    reason: 'Có lệnh nghỉ',
    citation: 'Thử',
    vector: {
      startsAt: isoOf(OPENED),
      ...TERM,
      calendarVersion: (await getCalendar(owner)).version,
      calendarOverlay: null,
      standstills: STOOD,
      day: null,
      dayClass: null,
      expectedDueAt: isoOf(expectedDueAt),
    },
  });
  return dispute;
}

test('what both engines bear out is no alarm; what they contradict stands as one until a calendar bears it out', async () => {
  const calendar = await getCalendar(owner);
  const facts = { startedAt: OPENED, stood: STOOD };
  const due = dueOf(facts, TERM, wholeSlice(calendar));
  const next = calendarWith(calendar, { days: [DAY_OFF] }, 'vn-next');
  const right = dueOf(facts, TERM, wholeSlice(next));
  expect(right).toBeGreaterThan(due);

  await rule(due);
  await check(OPENED);
  expect(await listAlarms(owner, 10)).toEqual([]);

  const contradicted = await rule(right);
  await check(OPENED + DAY_MS);
  await check(OPENED + 2 * DAY_MS);
  const [alarm, ...others] = await listAlarms(owner, 10);
  expect(others).toEqual([]);
  expect(alarm).toMatchObject({
    kind: 'RULING_CONTRADICTED',
    subject: contradicted,
    detail: { expectedDueAt: isoOf(right), firstDueAt: isoOf(due), secondDueAt: isoOf(due) },
    clearedAt: null,
  });
  expect(logged.filter((line) => line.includes('contradicts'))).toHaveLength(1);

  await owner.query(sql.typeAlias('void')`
    INSERT INTO calendars (version, base, published_at, body)
    VALUES ('vn-next', ${calendar.version}, now() + interval '1 second', ${JSON.stringify(next)}::jsonb)
  `);
  await check(OPENED + 3 * DAY_MS);
  expect(await listAlarms(owner, 10)).toMatchObject([
    { subject: contradicted, clearedAt: isoOf(OPENED + 3 * DAY_MS) },
  ]);
});
