import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FragmentSqlToken } from 'slonik';
import { sql } from '../../db/sql.ts';
import { checkInvariants } from '../../bench/invariants.ts';
import type { Expected, Witnesses } from '../../bench/verdict.ts';
import { openOffice, type Office } from '../support/office.ts';
import { askedCase } from '../support/scenes.ts';
import { STORIES } from '../support/stories.ts';

let office: Office;
let closed = '';
let open = '';
let expected: Expected;

beforeAll(async () => {
  office = await openOffice();
  const story = STORIES['application.clean'];
  if (story === undefined) throw new Error('the clean story is gone');
  closed = await story(office);
  open = (await askedCase(office, { channel: 'PROVINCIAL_MCDT', externalCode: 'X-1' })).caseId;
  expected = {
    dossiers: [closed, open].map((caseId) => ({ caseId, provinceCode: '01', externalCode: null })),
    answered: [{ caseId: closed, rev: 2, act: 'classify' }],
    provinces: [{ code: '01', received: 2, fromMcdt: 1 }],
  };
});
afterAll(() => office.close());

function witnesses(changes: Partial<Witnesses> = {}): Witnesses {
  const { db, client, clock } = office;
  return { db, client, clock, expected, ownEngine: true, ...changes };
}

/** The names of the rules that do not hold after a piece of sabotage, which is undone again. */
async function brokenBy(sabotage: readonly FragmentSqlToken[]): Promise<string[]> {
  let broken: string[] = [];
  const undo = new Error('undo');
  await office.db
    .transaction(async (tx) => {
      for (const statement of sabotage) await tx.query(sql.typeAlias('void')`${statement}`);
      const invariants = await checkInvariants(witnesses({ db: tx, listLagMs: 0 }));
      broken = invariants.filter(({ holds }) => !holds).map(({ name }) => name);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return broken;
}

test('a sound office breaks no rule', async () => {
  const invariants = await checkInvariants(witnesses());
  expect(invariants.filter(({ holds }) => !holds)).toEqual([]);
  expect(invariants.length).toBeGreaterThan(20);
});

const { fragment } = sql;
const COPIED = fragment`
  INSERT INTO submissions
  SELECT 'HN-P-2023-000009', kind, unit, channel, NULL, body, body_hash, facts, accepted, NULL,
    submitted_by, submitted_at
  FROM submissions LIMIT 1`;
const rungsAfter = (delay: string): FragmentSqlToken => fragment`
  INSERT INTO escalations
  SELECT case_id, name, 'OVERDUE', due_at, due_at + ${delay}::interval, 'STP-01' FROM case_clocks`;

test.each<[string, string, ...FragmentSqlToken[]]>([
  ['one_row_per_dossier', 'a dossier without case', COPIED],
  ['one_workflow_per_dossier', 'a dossier without workflow', COPIED],
  ['dossier_numbers_without_gap', 'a number that was not given', COPIED],
  ['dossiers_are_those_handed_in', 'a dossier nobody handed in', COPIED],
  ['sums_equal_input', 'a dossier too many', COPIED],
  ['events_without_gap', 'a lost event', fragment`DELETE FROM case_events WHERE rev = 2`],
  ['no_answered_act_lost', 'a lost event', fragment`DELETE FROM case_events WHERE rev = 2`],
  [
    'event_chain_intact',
    'a forged event',
    fragment`UPDATE case_events SET actor_unit = 'X' WHERE rev = 1`,
  ],
  ['row_is_last_event', 'a row that moved alone', fragment`UPDATE cases SET step = 'SIGNING'`],
  [
    'one_valid_certificate',
    'a closed case without certificate',
    fragment`UPDATE certificates SET status = 'RECALLED'`,
  ],
  [
    'certificates_are_issues',
    'a certificate nobody issued',
    fragment`UPDATE case_events SET act = 'check' WHERE act = 'issue'`,
  ],
  ['certificates_printed', 'no print', fragment`UPDATE certificates SET pdf = NULL`],
  ['register_without_gap', 'a skipped number', fragment`UPDATE registers SET last = last + 1`],
  ['register_without_gap', 'no number 1', fragment`UPDATE certificates SET serial = serial + 1`],
  ['dossier_numbers_without_gap', 'a skipped number', fragment`UPDATE serials SET last = last + 1`],
  [
    'each_rung_once',
    'a supervisor told twice',
    fragment`ALTER TABLE escalations DROP CONSTRAINT escalations_pkey`,
    rungsAfter('1 s'),
    rungsAfter('1 s'),
  ],
  ['rungs_in_order', 'overdue without a warning', rungsAfter('1 s')],
  ['no_rung_before_its_time', 'overdue too soon', rungsAfter('0 s')],
  [
    'no_rung_missed',
    'nobody told',
    fragment`UPDATE case_clocks SET due_at = stopped_at - interval '1 day'
      WHERE stopped_at IS NOT NULL`,
  ],
  ['outbox_empty', 'a start not made', fragment`UPDATE start_outbox SET started_at = NULL`],
  [
    'agency_messages_settled',
    'a message without effect',
    fragment`UPDATE agency_messages SET state = 'STORED'`,
  ],
  [
    'agency_messages_in_log',
    'an answer that is not in the log',
    fragment`UPDATE case_events SET paper_id = NULL`,
  ],
  [
    'questions_acknowledged',
    'a question nobody took',
    fragment`UPDATE outgoing_messages SET acknowledged_at = NULL`,
  ],
  [
    'external_codes_once',
    'one message, two dossiers',
    fragment`ALTER TABLE submissions DROP CONSTRAINT submissions_unit_external_code_key`,
    fragment`UPDATE submissions SET external_code = 'X-1'`,
  ],
  [
    'four_eyes',
    'the drafter signs',
    fragment`UPDATE case_events SET actor = (SELECT actor FROM case_events WHERE act = 'draft')
      WHERE act = 'sign'`,
  ],
  [
    'nobody_holds_a_closed_case',
    'a closed case on a desk',
    fragment`INSERT INTO claims SELECT case_id, (SELECT id FROM accounts LIMIT 1), now() FROM cases
      WHERE closed_at IS NOT NULL`,
  ],
  ['workflow_ends_with_case', 'a case open again', fragment`UPDATE cases SET closed_at = NULL`],
])('%s sees %s', async (name, _what, ...sabotage) => {
  expect(await brokenBy(sabotage)).toContain(name);
});
