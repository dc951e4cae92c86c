import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { openPool } from '../../db/pool.ts';
import { CALENDAR_VERSION } from '../../db/reference.ts';
import { sql } from '../../db/sql.ts';
import { writeTransition } from '../../db/write/transition.ts';
import { workingMsBetween } from '../../domain/clock/workingTime.ts';
import { applicationFlow } from '../../domain/flow/applicationFlow.ts';
import { type Command, type Effects, NO_EFFECTS } from '../../domain/flow/flow.ts';
import { transitionOf } from '../../domain/flow/transition.ts';
import { HOUR_MS, isoOf } from '../../domain/instant.ts';
import { CalendarVersion, wholeSlice } from '../../domain/law/calendar.ts';
import type { Transition } from '../../domain/transition.ts';
import { seededRandom } from '../../demo/random.ts';
import {
  actorIn,
  answered,
  CLASSIFY,
  commandOf,
  type Deed,
  must,
  opened,
  OPENED,
  WAYS,
} from '../support/cases.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';
import { at, NATIONAL } from '../support/nationalCalendar.ts';

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

/** The national calendar with shorter Fridays and hours on Saturday mornings. */
const BY_WEEKDAY = CalendarVersion.parse({
  ...NATIONAL,
  version: 'by-weekday',
  officeHours: {
    ...NATIONAL.officeHours,
    weekly: {
      Fri: [{ opens: '07:30', closes: '11:30' }],
      Sat: [{ opens: '08:00', closes: '11:00' }],
    },
  },
});

test.each([
  [CALENDAR_VERSION, NATIONAL],
  ['by-weekday', BY_WEEKDAY],
])('SQL counts the same office time as the domain, over all years of %s', async (version, body) => {
  await db.query(sql.typeAlias('void')`
    INSERT INTO calendars (version, body) VALUES (${version}, ${JSON.stringify(body)}::jsonb)
    ON CONFLICT DO NOTHING
  `);
  const slice = wholeSlice(body);
  const random = seededRandom('office time');
  const [first, last] = [at('2015-01-01'), at('2028-12-31')];
  const pairs = Array.from({ length: 2_000 }, () => {
    const from = first + Math.floor(random.next() * (last - first));
    const to = Math.min(last, from + Math.floor(random.next() * 40 * 86_400_000));
    return { from, to };
  });
  const rows = await db.any(sql.type(z.object({ ms: z.coerce.number() }))`
    SELECT office_ms(${version}, p.f, p.t) AS ms
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
    pairs.map(({ from, to }) => workingMsBetween(from, to, slice)),
  );
});

test('office time beyond the published calendar is an error, not a number', async () => {
  const beyond = db.oneFirst(sql.type(z.object({ ms: z.coerce.number() }))`
    SELECT office_ms(${CALENDAR_VERSION}, '2028-12-30', '2029-01-03') AS ms
  `);
  await expect(beyond).rejects.toThrow(/is not published for/u);
});

/** Who has a case when, in order, as the table has it. */
function ledger(caseId: string) {
  return db.any(sql.type(z.object({ line: z.string() }))`
    SELECT concat_ws(' ', rev, holder, unit, from_at, to_at) AS line
    FROM holdings WHERE case_id = ${caseId} ORDER BY rev
  `);
}

/** Write an application as a workflow does, an hour of the clock between two acts. */
async function play(caseId: string, deeds: readonly Deed[]): Promise<void> {
  const first = { ...opened(), caseId };
  const opening = commandOf('receiveAndAccept', actorIn('ONE_STOP_OFFICER'));
  const done = (command: Command, updateId: string, atMs: number, effects: Effects) => {
    return { command, updateId, atMs, effects, claims: false };
  };
  await writeTransition(
    db,
    transitionOf(applicationFlow, null, first, done(opening, 'open', OPENED, NO_EFFECTS)),
  );
  const officer = await db.oneFirst(sql.type(z.object({ id: z.string() }))`
    SELECT id FROM accounts WHERE username = 'chuyenvien1.hn'
  `);
  let state = first;
  for (const [index, [act, role, codes]] of deeds.entries()) {
    const actor = role === 'LLTP_OFFICER' ? actorIn(role, officer) : actorIn(role);
    const command = commandOf(act, actor, codes);
    const now = OPENED + (index + 1) * HOUR_MS;
    const made = must(applicationFlow, state, command, now);
    const doing = done(command, `u${index}`, now, made.effects);
    await writeTransition(db, transitionOf(applicationFlow, state, made.state, doing));
    state = made.state;
  }
}

const question = (caseId: string, kind: 'POLICE' | 'COURT') => `${caseId}/${kind}-1`;
const PLAYED: [caseId: string, deeds: (caseId: string) => readonly Deed[]][] = [
  ['HN-P-2023-000101', () => WAYS.POSTED],
  ['HN-P-2023-000102', () => WAYS.WITHDRAWN],
  [
    'HN-P-2023-000103',
    (id) => [
      ['requestSupplement', 'LLTP_OFFICER'],
      ['receiveSupplement', 'ONE_STOP_OFFICER'],
      CLASSIFY,
      answered('RECORD_FOUND', question(id, 'POLICE')),
      answered('RECORD_FOUND', question(id, 'COURT')),
    ],
  ],
];

test('the ledger of cases from before the migration follows from their logs', async () => {
  for (const [caseId, deeds] of PLAYED) {
    const own = deeds(caseId).map(([act, role, codes]): Deed => {
      const id = codes?.['requestId'];
      const named = typeof id === 'string' ? { requestId: id.replace(/^[^/]+/u, caseId) } : {};
      return [act, role, { ...codes, ...named }];
    });
    await play(caseId, own);
  }
  const before = await Promise.all(PLAYED.map(([caseId]) => ledger(caseId)));
  expect(before.map((lines) => lines.length)).toEqual([8, 1, 6]);
  await db.query(sql.typeAlias('void')`DELETE FROM holdings`);
  await backfill();
  expect(await Promise.all(PLAYED.map(([caseId]) => ledger(caseId)))).toEqual(before);
});

/** The statement with which the migration fills the ledger. */
async function backfill(): Promise<void> {
  const file = new URL('../../db/migrations/0010_holdings.sql', import.meta.url);
  const [statement] =
    /WITH lines AS[\s\S]*?WHERE holder IS NOT NULL;/u.exec(readFileSync(file, 'utf8')) ?? [];
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(statement ?? '');
  await client.end();
}

test('an act computed before the migration, without a holder, is still given to one', async () => {
  const caseId = 'HN-P-2023-000104';
  const done = { command: commandOf('receiveAndAccept', actorIn('ONE_STOP_OFFICER')) };
  const whole = { ...done, updateId: 'open', atMs: OPENED, effects: NO_EFFECTS, claims: false };
  const { held: _held, ...old } = transitionOf(
    applicationFlow,
    null,
    { ...opened(), caseId },
    whole,
  );
  await writeTransition(db, old as Transition);
  expect((await ledger(caseId)).map(({ line }) => line.slice(0, 16))).toEqual(['1 OFFICER STP-01']);
});
