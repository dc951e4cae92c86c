import { expect, test } from '@jest/globals';
import type pg from 'pg';
import { loadReference } from '../../db/reference.ts';
import { ownDatabase } from '../support/ownDatabase.ts';

const database = ownDatabase();

const RESTRICTED = '23001';
const CHECK = '23514';
const FORBIDDEN = '42501';

/** The SQLSTATE of the statement that fails, the last of several; null when none does. Nothing is kept. */
async function refused(statements: string[], role?: string): Promise<string | null> {
  await database.owner.query('BEGIN');
  try {
    if (role !== undefined) await database.owner.query(`SET LOCAL ROLE ${role}`);
    for (const statement of statements) await database.owner.query(statement);
    return null;
  } catch (error) {
    return (error as pg.DatabaseError).code ?? 'unknown';
  } finally {
    await database.owner.query('ROLLBACK');
  }
}

const MADE = (state: string) => `INSERT INTO catalogue_releases (id, base, state, title, file_name,
    encoding, sha256, imported_by, imported_at)
  SELECT '00000000-0000-4000-8000-000000000001', r.id, '${state}', 't', 'f', 'UTF-8', 'x', a.id, now()
  FROM catalogue_releases r, (SELECT id FROM accounts ORDER BY username LIMIT 1) a WHERE r.version = 1`;
const PUBLISHED_BY = (
  who: string,
) => `UPDATE catalogue_releases SET state = 'PUBLISHED', version = 2,
    released_by = (${who}), released_at = now() WHERE version IS NULL`;
const FIRST = 'SELECT id FROM accounts ORDER BY username LIMIT 1';
const SECOND = 'SELECT id FROM accounts ORDER BY username OFFSET 1 LIMIT 1';

test('the reference data are loaded once, however often they are brought', async () => {
  await loadReference(database.owner);
  const { rows } = await database.owner.query(
    `SELECT count(*)::int AS entries, count(DISTINCT release_id)::int AS releases FROM offences`,
  );
  expect(rows).toEqual([{ entries: 679, releases: 1 }]);
});

test('a published release and its entries never change, whoever tries', async () => {
  for (const statement of [
    `UPDATE catalogue_releases SET title = 'x'`,
    `UPDATE catalogue_releases SET state = 'DISCARDED', version = NULL`,
    `SELECT put_offences((SELECT id FROM catalogue_releases), '[{"body": {}, "folded": "x"}]', false)`,
  ]) {
    expect([statement, await refused([statement])]).toEqual([statement, RESTRICTED]);
  }
});

test('a release needs another person than the one who imported it', async () => {
  expect(await refused([MADE('DRAFT'), PUBLISHED_BY(FIRST)])).toBe(CHECK);
  expect(await refused([MADE('DRAFT'), PUBLISHED_BY('NULL')])).toBe(CHECK);
  expect(await refused([MADE('DRAFT'), PUBLISHED_BY(SECOND)])).toBeNull();
});

test.each(['lltp_api', 'lltp_worker'])('%s cannot change or delete entries', async (role) => {
  for (const statement of [
    'DELETE FROM offences',
    'UPDATE offences SET name = name',
    'DELETE FROM catalogue_releases',
    'UPDATE catalogue_releases SET problems = problems',
  ]) {
    expect([statement, await refused([statement], role)]).toEqual([statement, FORBIDDEN]);
  }
});

test('the worker imports nothing', async () => {
  expect(await refused([MADE('DRAFT')], 'lltp_worker')).toBe(FORBIDDEN);
});
