import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool, QuerySqlToken } from 'slonik';
import * as z from 'zod';
import { openPool } from '../../db/pool.ts';
import { listTransfers, transfersAsked } from '../../db/read/transferList.ts';
import type { Viewer } from '../../db/read/worklist.ts';
import { sql } from '../../db/sql.ts';
import { MOST_COUNTED, TRANSFER_SORTS, TransferQuery } from '../../domain/exchange/transferList.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';

const COUNT = 30_000;
const NOBODY = '00000000-0000-4000-8000-000000000000';
const now = '2023-09-04T10:00:00+07:00';
const CENTRE: Viewer = { account: NOBODY, roles: ['CENTRE_RECEIVER'], unit: CENTRE_UNIT, now };
const PROVINCE: Viewer = { account: NOBODY, roles: ['RECORD_OFFICER'], unit: 'STP-40', now };

let database: TestDatabase;
let db: DatabasePool;
beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.url, { size: 1 });
  const caseId = sql.fragment`'HN-T-2023-' || lpad(i::text, 6, '0')`;
  const unit = sql.fragment`(ARRAY['STP-01', 'STP-40', 'STP-79'])[1 + i % 3]`;
  await db.query(sql.typeAlias('void')`
    INSERT INTO submissions (case_id, kind, unit, body, body_hash, facts, accepted, submitted_by, submitted_at)
    SELECT ${caseId}, 'TRANSFER', ${unit}, '{}', 'h', '{}', true, 'x', now() FROM generate_series(1, ${COUNT}::int) AS i`);
  await db.query(sql.typeAlias('void')`
    INSERT INTO subjects (case_id, full_name, folded_name, birth_date)
    SELECT ${caseId}, 'Trần Văn Mẫu', 'tran van mau ' || md5(i::text), '1980' FROM generate_series(1, ${COUNT}::int) AS i`);
  // A state about as wide as a real one: only then is an index worth reading.
  await db.query(sql.typeAlias('void')`
    INSERT INTO cases (case_id, kind, unit, step, rev, opened_at, closed_at, legal_due_at, state)
    SELECT ${caseId}, 'TRANSFER', ${unit}, CASE WHEN i % 10 > 0 THEN 'OFFICIALLY_UPDATED' WHEN i % 100 = 0 THEN 'RETURNED'
        ELSE 'SENT' END, 1, now() + i * interval '1 minute', CASE WHEN i % 10 > 0 THEN now() END, now(),
      CASE WHEN i % 500 = 0 THEN '{"paper": {"postedAt": 1}}' ELSE '{}' END::jsonb
        || jsonb_build_object('wide', repeat(md5(i::text), 40))
    FROM generate_series(1, ${COUNT}::int) AS i`);
  // The test server flushes commits late: before that no row is known to be visible to all.
  await db.query(sql.typeAlias('void')`CHECKPOINT`);
  await db.query(sql.typeAlias('void')`VACUUM ANALYZE cases`);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const Plan = z.object({ 'QUERY PLAN': z.string() });

/** How the database finds a page, and how it counts. */
async function plansOf(asked: object, viewer: Viewer): Promise<string[]> {
  const { page, count } = transfersAsked(TransferQuery.parse(asked), viewer);
  const plan = async (query: QuerySqlToken): Promise<string> =>
    (await db.anyFirst(sql.type(Plan)`EXPLAIN ${query}`)).join('\n');
  return [await plan(page), await plan(count)];
}

const orders = TRANSFER_SORTS.flatMap((sort) =>
  ['false', 'true'].map((descending) => ({ sort, descending })),
);

test.each([{}, { state: 'closed' }, ...orders])(
  'the Centre’s list %j is read from an index in its order, and counted in one',
  async (asked) => {
    const [page, count] = await plansOf(asked, CENTRE);
    expect(page).not.toMatch(/Seq Scan on cases|-> {2}Sort/u);
    expect(page).toMatch(/Index Only Scan/u);
    expect(count).toMatch(/Index Only Scan/u);
  },
);

test.each([
  { state: 'open' },
  { state: 'open', sort: 'name' },
  { state: 'RETURNED' },
  { paperState: 'POSTED' },
  { unit: 'STP-01', sort: 'name' },
  { q: 'mau 0a1' },
])('what narrows the Centre’s list, %j, reads no other transfers’ rows', async (asked) => {
  for (const plan of await plansOf(asked, CENTRE)) expect(plan).not.toMatch(/Seq Scan on cases/u);
});

test.each(orders)('a department’s list %j is sorted without a row being visited', async (asked) => {
  for (const plan of await plansOf(asked, PROVINCE)) {
    expect(plan).toMatch(/Index Only Scan/u);
    expect(plan).not.toMatch(/Seq Scan on cases/u);
  }
});

test('counting stops where nobody reads on', async () => {
  const { total } = await listTransfers(db, TransferQuery.parse({}), CENTRE);
  expect(total).toBe(MOST_COUNTED);
  const few = await listTransfers(db, TransferQuery.parse({ state: 'RETURNED' }), CENTRE);
  expect(few.total).toBe(COUNT / 100);
});
