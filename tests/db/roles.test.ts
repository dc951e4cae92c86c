import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { LOGINS } from '../../db/logins.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';

let database: TestDatabase;
const clients = new Map<string, pg.Client>();
beforeAll(async () => {
  database = await cloneDatabase();
  for (const login of LOGINS) {
    const client = new pg.Client({ connectionString: database.as(login) });
    await client.connect();
    clients.set(login, client);
  }
});
afterAll(async () => {
  await Promise.all([...clients.values()].map((client) => client.end()));
  await database.drop();
});

const FORBIDDEN = '42501';

/** The SQLSTATE a statement fails with for a role; null when it may. Nothing is kept. */
async function refused(role: string, statement: string): Promise<string | null> {
  const client = clients.get(role);
  if (client === undefined) throw new Error(`no client for ${role}`);
  await client.query('BEGIN');
  try {
    await client.query(statement);
    return null;
  } catch (error) {
    return (error as pg.DatabaseError).code ?? 'unknown';
  } finally {
    await client.query('ROLLBACK');
  }
}

const CASE_TABLES = [
  'cases',
  'case_events',
  'case_clocks',
  'holdings',
  'verifications',
  'outgoing_messages',
  'escalations',
  'clock_pauses',
  'promised_dates',
  'registers',
  'certificates',
  'official_records',
  'daily_counts',
  'step_times',
  'rescue_predictions',
  'rescue_calibration',
];
const INTAKE_TABLES = ['submissions', 'subjects', 'papers', 'start_outbox'];

test.each(CASE_TABLES)(
  'the API reads %s and cannot insert, change or delete there',
  async (table) => {
    expect(await refused('lltp_api', `SELECT FROM ${table}`)).toBeNull();
    expect(await refused('lltp_api', `INSERT INTO ${table} DEFAULT VALUES`)).toBe(FORBIDDEN);
    expect(await refused('lltp_api', `DELETE FROM ${table}`)).toBe(FORBIDDEN);
    const column =
      table === 'official_records' || table === 'case_events' ? 'case_id' : firstColumn(table);
    expect(await refused('lltp_api', `UPDATE ${table} SET ${column} = ${column}`)).toBe(FORBIDDEN);
  },
);

function firstColumn(table: string): string {
  const byUnit = ['registers', 'certificates', 'daily_counts', 'step_times', 'rescue_calibration'];
  return byUnit.includes(table) ? 'unit' : 'case_id';
}

test('the API cannot write a transition', async () => {
  expect(await refused('lltp_api', `SELECT apply_transition('{}'::jsonb)`)).toBe(FORBIDDEN);
});

test.each(INTAKE_TABLES)(
  'the worker cannot insert, change or delete what was submitted in %s',
  async (table) => {
    expect(
      await refused('lltp_worker', `INSERT INTO ${table} SELECT * FROM ${table} LIMIT 0`),
    ).toBe(FORBIDDEN);
    expect(await refused('lltp_worker', `UPDATE ${table} SET case_id = case_id`)).toBe(FORBIDDEN);
    expect(await refused('lltp_worker', `DELETE FROM ${table}`)).toBe(FORBIDDEN);
  },
);

test.each(LOGINS)('%s can change or delete nothing of the log and of intake', async (role) => {
  for (const table of [
    'case_events',
    'submissions',
    'papers',
    'claim_log',
    'escalations',
    'known_persons',
    'look_ups',
    'identity_decisions',
  ]) {
    expect([table, await refused(role, `DELETE FROM ${table}`)]).toEqual([table, FORBIDDEN]);
    expect([table, await refused(role, `UPDATE ${table} SET case_id = case_id`)]).toEqual([
      table,
      FORBIDDEN,
    ]);
  }
});

test.each(LOGINS)(
  '%s can neither write, change nor delete a note of a reading itself',
  async (role) => {
    expect(await refused(role, `SELECT FROM read_audit`)).toBeNull();
    for (const statement of [
      `INSERT INTO read_audit DEFAULT VALUES`,
      `UPDATE read_audit SET last_at = last_at`,
      `DELETE FROM read_audit`,
    ])
      expect([statement, await refused(role, statement)]).toEqual([statement, FORBIDDEN]);
  },
);

test('the API alone notes a reading', async () => {
  const note = `SELECT note_reading(gen_random_uuid(), 'case', now(), '{HN-P-2023-000001}', 10)`;
  expect(await refused('lltp_api', note)).toBeNull();
  expect(await refused('lltp_worker', note)).toBe(FORBIDDEN);
});

test.each(LOGINS)(
  '%s can neither change nor delete what arrived, its numbers, or a key',
  async (role) => {
    for (const table of ['message_evidence', 'unit_messages', 'unit_keys']) {
      expect([table, await refused(role, `SELECT FROM ${table}`)]).toEqual([table, null]);
      expect([table, await refused(role, `DELETE FROM ${table}`)]).toEqual([table, FORBIDDEN]);
      expect([table, await refused(role, `UPDATE ${table} SET unit = unit`)]).toEqual([
        table,
        FORBIDDEN,
      ]);
    }
  },
);

test('findings are made by the worker, settled with their history by the API, and never deleted', async () => {
  for (const role of LOGINS) {
    for (const table of ['findings', 'finding_events', 'clean_days', 'campaigns', 'campaign_items'])
      expect([table, await refused(role, `DELETE FROM ${table}`)]).toEqual([table, FORBIDDEN]);
    expect(await refused(role, `UPDATE finding_events SET reason = reason`)).toBe(FORBIDDEN);
    expect(await refused(role, `UPDATE findings SET rule = rule`)).toBe(FORBIDDEN);
  }
  expect(await refused('lltp_api', `SELECT keep_findings('{}')`)).toBe(FORBIDDEN);
  expect(await refused('lltp_worker', `SELECT settle_finding('{}')`)).toBe(FORBIDDEN);
  expect(await refused('lltp_api', `UPDATE campaigns SET rules = rules`)).toBe(FORBIDDEN);
});

test.each(LOGINS)('%s can neither make accounts nor change law nor drop tables', async (role) => {
  for (const statement of [
    `UPDATE accounts SET active = true`,
    `INSERT INTO accounts SELECT * FROM accounts LIMIT 0`,
    `UPDATE rule_sets SET body = body`,
    `UPDATE calendars SET body = body`,
    `UPDATE unit_keys SET jwk = '{}'`,
    `DROP TABLE cases`,
    `CREATE TABLE mine (x int)`,
  ]) {
    expect([statement, await refused(role, statement)]).toEqual([statement, FORBIDDEN]);
  }
});

test.each(LOGINS)('%s can neither change nor delete what a record ever said', async (role) => {
  for (const statement of [
    'UPDATE record_versions SET cause = cause',
    'DELETE FROM record_versions',
    'DELETE FROM records',
    'UPDATE record_proposals SET details = details',
    'DELETE FROM record_notice_items',
    'UPDATE normalisations SET items = items',
  ]) {
    expect([statement, await refused(role, statement)]).toEqual([statement, FORBIDDEN]);
  }
});
