import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { openPool } from '../../db/pool.ts';
import { openFound } from '../../db/read/foundJudgments.ts';
import { sql } from '../../db/sql.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';

let database: TestDatabase;
let db: DatabasePool;
beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.url, { size: 1 });
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

test('the list of what is open reads no table whole: it begins with what is open at the unit', async () => {
  const Plan = z.object({ 'QUERY PLAN': z.string() });
  const lines = await db.connect(async (connection) => {
    // The tables are all but empty: a table is read whole now only where no index leads into it.
    await connection.query(sql.typeAlias('void')`SET enable_seqscan = off`);
    const asked = openFound('STP-01', { page: 1, limit: 50 });
    return connection.anyFirst(sql.type(Plan)`EXPLAIN ${asked}`);
  });
  const plan = lines.join('\n');
  expect(plan).toContain('open_found_pkey');
  expect(plan).toContain('verifications_found');
  expect(plan).not.toContain('Seq Scan');
});
