import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { letIn, type Login, LOGINS } from '../../db/logins.ts';
import { openPool } from '../../db/pool.ts';
import { cloneDatabase, passwords, type TestDatabase } from '../support/databases.ts';
import { arrange } from '../support/upgrade.ts';

const FORBIDDEN = { code: '42501' };
const WRONG_PASSWORD = { code: '28P01' };

let database: TestDatabase;
let owner: string;
beforeAll(async () => {
  database = await cloneDatabase();
  owner = await valueOf(database.url, 'SELECT session_user AS value');
});
afterAll(() => database.drop());

/** The one value of a query in a session of its own. */
async function valueOf(url: string, query: string): Promise<string> {
  const { rows } = await arrange(url, (client) => client.query<{ value: string }>(query));
  return rows[0]?.value ?? '';
}

/** Statements one after the other in a session of their own. */
function say(login: Login, ...statements: string[]): Promise<unknown> {
  return arrange(database.as(login), async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

/** What a login may only read: the API a case, the worker what was submitted. */
const READ: Record<Login, string> = { lltp_api: 'cases', lltp_worker: 'submissions' };
const OTHER: Record<Login, Login> = { lltp_api: 'lltp_worker', lltp_worker: 'lltp_api' };

test.each(LOGINS)('%s logs in as itself, and is a member of nobody', async (login) => {
  expect(await valueOf(database.as(login), 'SELECT session_user AS value')).toBe(login);
  expect(await valueOf(database.as(login), 'SELECT current_user AS value')).toBe(login);
  const more = `SELECT string_agg(rolname, ' ') AS value FROM pg_roles
    WHERE rolname <> '${login}' AND pg_has_role('${login}', oid, 'MEMBER')`;
  expect(await valueOf(database.url, more)).toBe('');
});

test.each(LOGINS)(
  'a session of %s gets at no more, whatever it says of its role',
  async (login) => {
    const [other, table] = [OTHER[login], READ[login]];
    const write = `UPDATE ${table} SET case_id = case_id`;
    // Those that the server lets pass change nothing.
    for (const passed of [
      'SELECT 1',
      'RESET ROLE',
      'SET ROLE NONE',
      'RESET SESSION AUTHORIZATION',
      'RESET ALL',
      `GRANT UPDATE ON ${table} TO ${login}`,
    ]) {
      await expect(say(login, passed)).resolves.toBeUndefined();
      await expect(say(login, passed, write)).rejects.toMatchObject(FORBIDDEN);
    }
    for (const refused of [
      `SET ROLE "${owner}"`,
      `SET ROLE ${other}`,
      `SET SESSION AUTHORIZATION "${owner}"`,
      `SET SESSION AUTHORIZATION ${other}`,
      `GRANT "${owner}" TO ${login}`,
      `GRANT ${other} TO ${login}`,
      `ALTER ROLE ${other} PASSWORD 'mine'`,
      `ALTER ROLE ${login} SUPERUSER`,
    ]) {
      await expect(say(login, refused)).rejects.toMatchObject(FORBIDDEN);
    }
  },
);

test('a function with rights of the owner is not for everybody, and sees no temporary table in place of ours', async () => {
  const loose = `SELECT string_agg(proname, ' ') AS value FROM pg_proc
    WHERE prosecdef AND pronamespace = 'public'::regnamespace
    AND (proconfig IS DISTINCT FROM ARRAY['search_path=public, pg_temp']
      OR has_function_privilege('public', oid, 'EXECUTE'))`;
  expect(await valueOf(database.url, loose)).toBe('');
});

test('a wrong password is refused, and so is that of the other login', async () => {
  for (const password of ['guessed', passwords().lltp_worker]) {
    const client = new pg.Client({
      connectionString: database
        .as('lltp_api')
        .replace(/:[^:@]+@/, `:${encodeURIComponent(password)}@`),
    });
    await expect(client.connect()).rejects.toMatchObject(WRONG_PASSWORD);
  }
});

test('databases of one cluster may let the logins in at the same moment', async () => {
  await Promise.all(Array.from({ length: 8 }, () => letIn(database.url, passwords())));
  expect(await valueOf(database.as('lltp_api'), 'SELECT 1 AS value')).toBe(1);
});

test('a process that is given the address of another login says so and opens nothing', async () => {
  await expect(openPool(database.url, { login: 'lltp_api' })).rejects.toThrow(
    `DATABASE_URL logs in as "${owner}", and this process as lltp_api only.`,
  );
});
