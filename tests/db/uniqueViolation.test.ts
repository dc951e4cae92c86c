import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import { openPool } from '../../db/pool.ts';
import { sql } from '../../db/sql.ts';
import { brokenUnique } from '../../db/uniqueViolation.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';

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

const failed = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test('a broken unique constraint is told by its name, in a transaction or not; nothing else is one', async () => {
  const insert = sql.typeAlias('void')`
    INSERT INTO units (code, kind, name) VALUES ('STP-01', 'STP', 'x')`;
  expect(brokenUnique(await failed(db.query(insert)))).toBe('units_pkey');
  expect(brokenUnique(await failed(db.transaction((tx) => tx.query(insert))))).toBe('units_pkey');
  const unfit = sql.typeAlias('void')`INSERT INTO units (code, kind, name) VALUES ('X', 'X', 'x')`;
  expect(brokenUnique(await failed(db.query(unfit)))).toBeNull();
  expect(brokenUnique(new Error('x', { cause: new Error('y') }))).toBeNull();
  expect(brokenUnique(null)).toBeNull();
});
