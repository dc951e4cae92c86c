import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool, QuerySqlToken } from 'slonik';
import * as z from 'zod';
import { openPool } from '../../db/pool.ts';
import { recordsAsked, type Shelf } from '../../db/read/records.ts';
import { sql } from '../../db/sql.ts';
import { RECORD_SORTS, RecordQuery } from '../../domain/record/book.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';

const COUNT = 30_000;

let database: TestDatabase;
let db: DatabasePool;
beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.url, { size: 1 });
  await db.query(sql.typeAlias('void')`
    INSERT INTO submissions (case_id, kind, unit, body, body_hash, facts, accepted, submitted_by, submitted_at)
    VALUES ('HN-T-2023-000001', 'TRANSFER', 'STP-01', '{}', 'h', '{}', true, 'x', now())`);
  await db.query(sql.typeAlias('void')`
    INSERT INTO records (book, number, unit, case_id, head, digest, full_name, folded_name, birth_date, unnormalised,
      updated_at, abandoned_at)
    SELECT book, '01HN2023/' || lpad(i::text, 5, '0'), (ARRAY['STP-01', 'STP-40', 'STP-79'])[1 + i % 3],
      'HN-T-2023-000001', 1, repeat(md5(i::text), 2), 'Trần Văn Mẫu', 'tran van mau ' || md5(i::text), '1980',
      CASE WHEN i % 100 = 0 THEN 1 ELSE 0 END, now() + i * interval '1 minute', CASE WHEN i % 50 = 0 THEN now() END
    FROM generate_series(1, ${COUNT}::int) AS i, unnest(ARRAY['PROVINCE', 'CENTRE']) AS book`);
  // The test server flushes commits late: before that no row is known to be visible to all.
  await db.query(sql.typeAlias('void')`CHECKPOINT`);
  await db.query(sql.typeAlias('void')`VACUUM ANALYZE records`);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const CENTRE: Shelf = { book: 'CENTRE', unit: null };
const PROVINCE: Shelf = { book: 'PROVINCE', unit: 'STP-40' };
const Plan = z.object({ 'QUERY PLAN': z.string() });

/** How the database finds a page, and how it counts. */
async function plansOf(shelf: Shelf, asked: object): Promise<string[]> {
  const { page, count } = recordsAsked(shelf, RecordQuery.parse(asked));
  const plan = async (query: QuerySqlToken): Promise<string> =>
    (await db.anyFirst(sql.type(Plan)`EXPLAIN ${query}`)).join('\n');
  return [await plan(page), await plan(count)];
}

test.each([CENTRE, PROVINCE].flatMap((shelf) => RECORD_SORTS.map((sort) => ({ ...shelf, sort }))))(
  'records that stand, $book by $sort, are found in their order and counted in an index',
  async ({ sort, ...shelf }) => {
    for (const descending of ['false', 'true']) {
      const [page, count] = await plansOf(shelf, { sort, descending });
      // Its lines may be put in order once more; before, nothing is sorted.
      expect(page).not.toMatch(/Seq Scan on records|-> {2}Sort/u);
      expect(count).toMatch(/Index Only Scan using records_standing/u);
    }
  },
);

test.each([CENTRE, PROVINCE])(
  'what is to be normalised is counted in an index: $book',
  async (shelf) => {
    const [page, count] = await plansOf(shelf, { state: 'UNNORMALISED' });
    expect(page).not.toMatch(/Seq Scan on records/u);
    expect(count).toMatch(/Index Only Scan using records_unnormalised/u);
  },
);

test('words of a name are looked up by their letters', async () => {
  const [page, count] = await plansOf(CENTRE, { q: 'mau 0a1b' });
  expect(page).toMatch(/records_folded/u);
  expect(count).toMatch(/records_folded/u);
});
