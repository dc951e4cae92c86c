import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { claimCase } from '../../db/desk/claims.ts';
import { openPool } from '../../db/pool.ts';
import { listEvents } from '../../db/read/events.ts';
import { sql } from '../../db/sql.ts';
import { writeTransition } from '../../db/write/transition.ts';
import { applicationFlow } from '../../domain/flow/applicationFlow.ts';
import type { ApplicationState } from '../../domain/flow/applicationState.ts';
import { NO_EFFECTS } from '../../domain/flow/flow.ts';
import { transitionOf } from '../../domain/flow/transition.ts';
import type { Transition } from '../../domain/transition.ts';
import { actorIn, applicationAt, commandOf, must, opened, OPENED } from '../support/cases.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';

let database: TestDatabase;
let db: DatabasePool;
beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.as('lltp_worker'), { size: 10 });
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

let serial = 0;

function newCaseId(): string {
  serial += 1;
  return `HN-P-2023-${String(serial).padStart(6, '0')}`;
}

function opening(caseId: string, state: ApplicationState = opened()): Transition {
  const command = commandOf('receiveAndAccept', actorIn('ONE_STOP_OFFICER'));
  const done = { command, updateId: 'open', atMs: OPENED, effects: NO_EFFECTS, claims: false };
  return transitionOf(applicationFlow, null, { ...state, caseId, rev: 1 }, done);
}

/** An issue of a case that was opened at ISSUING, revision 2. */
function issuing(
  caseId: string,
  updateId: string = randomUUID(),
  at: ApplicationState = applicationAt('ISSUING'),
): Transition {
  const before = { ...at, caseId, rev: 1 };
  const command = commandOf('issue', actorIn('SEAL_CLERK'));
  const { state, effects, rule } = must(applicationFlow, before, command);
  const done = { command, updateId, atMs: OPENED, effects, claims: rule.claims };
  return transitionOf(applicationFlow, before, state, done);
}

async function openedAtIssuing(): Promise<string> {
  const caseId = newCaseId();
  await writeTransition(db, opening(caseId, applicationAt('ISSUING')));
  return caseId;
}

test('the same transition twice is written once and gives the same number', async () => {
  const caseId = await openedAtIssuing();
  const transition = issuing(caseId);
  const first = await writeTransition(db, transition);
  const second = await writeTransition(db, transition);
  expect(first.outcome).toBe('WRITTEN');
  expect(second).toEqual({ outcome: 'REPEATED', certificateNumber: first.certificateNumber });
  expect(await listEvents(db, caseId)).toHaveLength(2);
});

test('a long log is read to its newest line, and a line changed there shows', async () => {
  const caseId = await openedAtIssuing();
  const owner = new pg.Client(database.url);
  await owner.connect();
  await owner.query(`DO $$ DECLARE e case_events; BEGIN
    SELECT * INTO e FROM case_events WHERE case_id = '${caseId}';
    FOR r IN 2..1100 LOOP
      e.rev := r; e.update_id := 'later ' || r; e.hash := event_hash(e.hash, e);
      INSERT INTO case_events VALUES (e.*);
    END LOOP;
  END $$`);
  const log = await listEvents(db, caseId);
  expect([log.length, log.at(-1)?.rev, log.every(({ intact }) => intact)]).toEqual([
    1100,
    1100,
    true,
  ]);
  await owner.query('ALTER TABLE case_events DISABLE TRIGGER USER');
  await owner.query('UPDATE case_events SET actor = $2 WHERE case_id = $1 AND rev = 1100', [
    caseId,
    'somebody else',
  ]);
  await owner.query('ALTER TABLE case_events ENABLE TRIGGER USER');
  await owner.end();
  expect((await listEvents(db, caseId)).at(-1)?.intact).toBe(false);
});

test('two acts under one revision are a fork, and the first stands', async () => {
  const caseId = await openedAtIssuing();
  await writeTransition(db, issuing(caseId, 'one'));
  const fork = await writeTransition(db, issuing(caseId, 'two'));
  expect(fork.outcome).toBe('FORK');
  expect((await listEvents(db, caseId)).map(({ rev }) => rev)).toEqual([1, 2]);
});

test('a revision without the one before it is an error, not a gap', async () => {
  const orphan = issuing(newCaseId());
  await expect(writeTransition(db, orphan)).rejects.toThrow(/no revision|Query/u);
});

test('an act is not written while the case is on another person’s desk', async () => {
  const caseId = await openedAtIssuing();
  const account = await db.oneFirst(sql.type(z.object({ id: z.string() }))`
    SELECT id FROM accounts WHERE username = 'vanthu.hn'
  `);
  const owner = await openPool(database.url, { size: 1 });
  await claimCase(owner, { caseId, account, at: new Date(OPENED).toISOString() });
  await owner.end();
  const before = await listEvents(db, caseId);
  expect(await writeTransition(db, issuing(caseId))).toEqual({
    outcome: 'CLAIMED_BY_OTHER',
    certificateNumber: null,
  });
  expect(await listEvents(db, caseId)).toEqual(before);
});

test('fifty certificates issued at once, some undone, leave no gap and no pair in the register', async () => {
  const cases = await Promise.all(Array.from({ length: 50 }, () => openedAtIssuing()));
  const undone = new Set(cases.filter((_, index) => index % 5 === 0));
  const numbers = await Promise.all(
    cases.map(async (caseId) => {
      try {
        return await db.transaction(async (tx) => {
          const { certificateNumber } = await writeTransition(tx, issuing(caseId));
          if (undone.has(caseId)) throw new Error('undone');
          return certificateNumber;
        });
      } catch (error) {
        if (undone.has(caseId)) return null;
        throw error;
      }
    }),
  );
  expect(numbers.filter((number) => number !== null)).toHaveLength(40);
  const serials = await db.anyFirst(sql.type(z.object({ serial: z.int() }))`
    SELECT serial FROM certificates WHERE unit = 'STP-01' ORDER BY serial
  `);
  expect(serials).toEqual(serials.map((_, index) => index + 1));
  expect(serials.length).toBeGreaterThanOrEqual(40);
});

/** The number of a certificate issued in a case that pinned a rule set. */
async function numberUnder(ruleSetId: string): Promise<string | null> {
  const caseId = newCaseId();
  const at = { ...applicationAt('ISSUING'), ruleSetId };
  await writeTransition(db, opening(caseId, at));
  return (await writeTransition(db, issuing(caseId, randomUUID(), at))).certificateNumber;
}

test.each([
  ['B', 'STP-LLTP'],
  ['C', 'PV06-LLTP'],
  ['D', 'PV06-LLTP'],
])('a certificate under rule set %s is numbered …/%s', async (rules, sign) => {
  expect(await numberUnder(rules)).toMatch(new RegExp(`^\\d+/${sign}$`, 'u'));
});

test('a rule set published before signs were data numbers papers with the old sign', async () => {
  const owner = await openPool(database.url, { size: 1 });
  await owner.query(sql.typeAlias('void')`
    INSERT INTO rule_sets (id, valid_from, body)
    SELECT 'OLD', valid_from, body #- '{agencies,issuer,papers}' FROM rule_sets WHERE id = 'A'
  `);
  await owner.end();
  expect(await numberUnder('OLD')).toMatch(/^\d+\/STP-LLTP$/u);
});

test('an edited, a removed and an inserted line break the chain of hashes', async () => {
  const owner = await openPool(database.url, { size: 1 });
  const chain = async (caseId: string) =>
    (await listEvents(owner, caseId)).every(({ intact }) => intact);
  const caseId = await openedAtIssuing();
  await writeTransition(db, issuing(caseId));
  expect(await chain(caseId)).toBe(true);
  await owner.query(sql.typeAlias('void')`
    UPDATE case_events SET actor = 'somebody else' WHERE case_id = ${caseId} AND rev = 2
  `);
  expect(await chain(caseId)).toBe(false);

  const other = await openedAtIssuing();
  await writeTransition(db, issuing(other));
  await owner.query(
    sql.typeAlias('void')`DELETE FROM case_events WHERE case_id = ${other} AND rev = 1`,
  );
  expect(await chain(other)).toBe(false);
  await owner.end();
});

test('a written transition is told to who listens', async () => {
  const listener = new pg.Client({ connectionString: database.url });
  await listener.connect();
  const caseId = newCaseId();
  const told = new Promise<unknown>((resolve) => {
    listener.on('notification', ({ payload }) => {
      const change = JSON.parse(payload ?? '{}') as { case?: string };
      if (change.case === caseId) resolve(change);
    });
  });
  await listener.query('LISTEN changes');
  await writeTransition(db, opening(caseId));
  expect(await told).toMatchObject({ case: caseId, rev: 1, step: 'ACCEPTED', unit: 'STP-01' });
  await listener.end();
});

test('the case lands on the desk the flow names and leaves the desk it was on', async () => {
  const caseId = newCaseId();
  const account = await db.oneFirst(sql.type(z.object({ id: z.string() }))`
    SELECT id FROM accounts WHERE username = 'chuyenvien1.hn'
  `);
  const evaluating = { ...applicationAt('EVALUATING'), assignee: account };
  await writeTransition(db, opening(caseId, evaluating));
  const holder = () =>
    db.maybeOneFirst(sql.type(z.object({ holder: z.string() }))`
      SELECT holder FROM claims WHERE case_id = ${caseId}
    `);
  expect(await holder()).toBe(account);
  const draft = commandOf(
    'draft',
    { ...actorIn('LLTP_OFFICER'), id: account },
    { conclusion: 'NO_RECORD' },
  );
  const before = { ...evaluating, caseId, rev: 1 };
  const { state, effects } = must(applicationFlow, before, draft);
  const done = { command: draft, updateId: 'd', atMs: OPENED, effects, claims: true };
  await writeTransition(db, transitionOf(applicationFlow, before, state, done));
  expect(await holder()).toBeNull();
});
