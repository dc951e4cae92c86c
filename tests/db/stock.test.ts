import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import type * as z from 'zod';
import { openPool } from '../../db/pool.ts';
import { countQueues, listCases, type Viewer } from '../../db/read/worklist.ts';
import { sql } from '../../db/sql.ts';
import type { CaseLine, WorklistQuery } from '../../domain/case.ts';
import { foldName } from '../../domain/foldName.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';

type Asked = Partial<z.infer<typeof WorklistQuery>>;

let database: TestDatabase;
let db: DatabasePool;
/** Dossiers handed in, more of one name than a search looks up first; the first half has begun. */
const PEOPLE = 2_600;
/** Every second case is closed. */
const COUNT = PEOPLE / 2;
const OPEN_COUNT = COUNT / 2;
const COMMON = 'Nguyễn Văn An';
const OTHER = 'Trần Thị Lan';
const NOW = '2023-09-18T02:00:00.000Z';

beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.url, { size: 4 });
  for (const statement of STOCK) await db.query(statement);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const caseId = sql.fragment`'HN-P-2023-' || lpad(i::text, 6, '0')`;
const people = sql.fragment`generate_series(1, ${PEOPLE}::int) AS i`;
/** Two open cases in three wait for a role, one for an agency; many share their instants. */
const STOCK = [
  sql.typeAlias('void')`
    INSERT INTO submissions (case_id, kind, unit, body, body_hash, facts, accepted, submitted_by, submitted_at)
    SELECT ${caseId}, 'APPLICATION', 'STP-01', '{}', 'h', '{}', true, 'x', ${NOW} FROM ${people}`,
  sql.typeAlias('void')`
    INSERT INTO subjects (case_id, full_name, folded_name, birth_date)
    SELECT ${caseId}, CASE WHEN i % 20 < 2 THEN ${OTHER} ELSE ${COMMON} END,
      CASE WHEN i % 20 < 2 THEN ${foldName(OTHER)} ELSE ${foldName(COMMON)} END, '1990' FROM ${people}`,
  sql.typeAlias('void')`
    INSERT INTO cases (case_id, kind, unit, step, rev, queue_role, queue_unit, opened_at, issued_at,
      closed_at, legal_due_at, state)
    SELECT ${caseId}, 'APPLICATION', 'STP-01', (ARRAY['SIGNING', 'REVIEWED', 'VERIFYING'])[1 + i % 3], 1,
      (ARRAY['DIRECTOR', 'DIVISION_HEAD', NULL])[1 + i % 3], 'STP-01',
      ${NOW}::timestamptz - i % 40 * interval '1 day',
      CASE WHEN i % 2 = 0 THEN ${NOW}::timestamptz - i % 35 * interval '1 day' END,
      CASE WHEN i % 2 = 0 THEN ${NOW}::timestamptz - i % 33 * interval '1 day' END,
      CASE WHEN i % 5 > 0 THEN ${NOW}::timestamptz + i % 9 * interval '1 day' END, '{}'
    FROM generate_series(1, ${COUNT}::int) AS i`,
];

const viewer: Viewer = {
  account: '00000000-0000-4000-8000-000000000000',
  roles: ['DIRECTOR', 'DIVISION_HEAD'],
  unit: 'STP-01',
  now: NOW,
};

/** All lines of a list, page after page. */
async function allOf(asked: Asked): Promise<CaseLine[]> {
  const query = { queue: 'all' as const, limit: 50, ...asked };
  const lines: CaseLine[] = [];
  let next: string | null = null;
  do {
    const page = await listCases(db, next === null ? query : { ...query, after: next }, viewer);
    lines.push(...page.cases);
    next = page.next;
  } while (next !== null);
  return lines;
}

const idsOf = (lines: readonly CaseLine[]) => new Set(lines.map((line) => line.caseId));

/** What the order of open cases compares: no due date comes after every date. */
const dueKey = (line: CaseLine) => `${line.legalDueAt ?? '~'} ${line.caseId}`;

function expectEachOnceByDue(lines: readonly CaseLine[], count: number): void {
  expect([lines.length, idsOf(lines).size]).toEqual([count, count]);
  expect(lines.map(dueKey)).toEqual(lines.map(dueKey).toSorted());
}

test.each([7, 50, 200])(
  'paging by %i visits each closed case once, the latest first',
  async (limit) => {
    const lines = await allOf({ queue: 'closed', limit });
    expect([lines.length, idsOf(lines).size]).toEqual([OPEN_COUNT, OPEN_COUNT]);
    const latestFirst = lines.toSorted(
      (a, b) =>
        Date.parse(b.closedAt ?? '') - Date.parse(a.closedAt ?? '') ||
        (a.caseId < b.caseId ? -1 : 1),
    );
    expect(lines).toEqual(latestFirst);
  },
);

test('a queue of several roles or steps is one list in order of due date, as long as its count', async () => {
  const counts = await countQueues(db, viewer);
  for (const queue of ['unclaimed', 'sign'] as const) {
    const lines = await allOf({ queue });
    expect(new Set(lines.map(({ step }) => step)).size).toBe(2);
    expectEachOnceByDue(lines, counts[queue]);
  }
});

test('a name that too many have to be looked up first is found on every page', async () => {
  const everyone = await allOf({});
  const lines = await allOf({ q: COMMON });
  expectEachOnceByDue(lines, everyone.filter(({ subjectName }) => subjectName === COMMON).length);
  expect(lines.length).toBeGreaterThan(50);
});

test('a text of one or two letters finds the beginnings of names, not their middles', async () => {
  const lines = await allOf({ q: 'An' });
  expect(new Set(lines.map(({ subjectName }) => subjectName))).toEqual(new Set([COMMON]));
  expect(idsOf(await allOf({ q: 'tr' }))).toEqual(idsOf(await allOf({ q: 'Lan' })));
});

test('a dossier number finds its case and no other, in the queue where it stands', async () => {
  expect([...idsOf(await allOf({ q: 'hn-p-2023-000007' }))]).toEqual(['HN-P-2023-000007']);
  expect(await allOf({ q: 'HN-P-2023-000008' })).toEqual([]);
  expect(idsOf(await allOf({ q: 'HN-P-2023-000008', queue: 'closed' })).size).toBe(1);
});

test('a cursor of another list, or of none, starts from the top', async () => {
  const top = await listCases(db, { queue: 'all', limit: 3 }, viewer);
  const closed = await listCases(db, { queue: 'closed', limit: 3 }, viewer);
  for (const after of [closed.next ?? '', 'due~yesterday~HN-P-2023-000007', 'due', '~~']) {
    expect(await listCases(db, { queue: 'all', limit: 3, after }, viewer)).toEqual(top);
  }
});
