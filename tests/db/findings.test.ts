import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CommonQueryMethods, DatabasePool } from 'slonik';
import * as z from 'zod';
import { openPool } from '../../db/pool.ts';
import { listFindings } from '../../db/read/findings.ts';
import { sql } from '../../db/sql.ts';
import { FINDING_SORTS, FindingQuery } from '../../domain/quality/finding.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';

const COUNT = 30_000;

let database: TestDatabase;
let db: DatabasePool;
beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.url, { size: 2 });
  await db.query(sql.typeAlias('void')`
    INSERT INTO findings (unit, about, subject, rule, side, place, source, judged_on, person_name, folded_name,
      state, opened_at, changed_at)
    SELECT (ARRAY['STP-01', 'STP-40', 'STP-79'])[1 + i % 3], 'RECORD', '25HN2023/' || lpad(i::text, 5, '0'),
      CASE WHEN i % 500 = 0 THEN 'DEATH_BEFORE_JUDGMENT' ELSE 'NO_COMPLETION' END, 'COMPLETE', '1', 'POLICE',
      date '2000-01-01' + i % 5000, 'Trần Văn Mẫu ' || i, 'tran van mau ' || md5(i::text),
      CASE WHEN i % 10 = 0 THEN 'MENDED' ELSE 'OPEN' END, timestamptz '2023-01-01' + i * interval '1 minute', now()
    FROM generate_series(1, ${COUNT}::int) AS i`);
  await db.query(sql.typeAlias('void')`ANALYZE findings`);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const Plan = z.object({ 'QUERY PLAN': z.string() });

/** How the database reads a page of findings. */
async function planOf(asked: object, unit: string | null): Promise<string> {
  const plan: string[] = [];
  const explaining = {
    oneFirst: async () => COUNT,
    any: async (query: Parameters<CommonQueryMethods['any']>[0]) => {
      const rows = await db.any(sql.type(Plan)`EXPLAIN ${query}`);
      plan.push(...rows.map((row) => row['QUERY PLAN']));
      return [];
    },
  } as unknown as CommonQueryMethods;
  await listFindings(explaining, unit, FindingQuery.parse(asked));
  return plan.join('\n');
}

test.each(
  FINDING_SORTS.flatMap((sort) => [false, true].map((descending) => ({ sort, descending }))),
)(
  'the Centre’s list over all departments by $sort, descending $descending, is read from an index in its order',
  async ({ sort, descending }) => {
    const plan = await planOf({ sort, descending: String(descending) }, null);
    expect(plan).toMatch(/Index Scan/u);
    expect(plan).not.toMatch(/Seq Scan on findings|Sort/u);
  },
);

test.each([
  ['a rule that finds little', { rule: 'DEATH_BEFORE_JUDGMENT' }, null],
  ['what was mended', { state: 'MENDED' }, null],
  ['one record', { subject: '25HN2023/00003' }, null],
  ['one department', {}, 'STP-40'],
])('%s is found without reading everything', async (_what, asked, unit) => {
  const plan = await planOf(asked, unit);
  expect(plan).not.toMatch(/Seq Scan on findings/u);
});
