import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DatabasePool } from 'slonik';
import { openPool } from '../../db/pool.ts';
import { countQueues, listCases, type Viewer } from '../../db/read/worklist.ts';
import { sql } from '../../db/sql.ts';
import { writeTransition } from '../../db/write/transition.ts';
import { applicationFlow } from '../../domain/flow/applicationFlow.ts';
import { CENTRE_UNIT, NO_EFFECTS } from '../../domain/flow/flow.ts';
import { transitionOf } from '../../domain/flow/transition.ts';
import { foldName } from '../../domain/foldName.ts';
import { DAY_MS, isoOf } from '../../domain/instant.ts';
import { actorIn, commandOf, opened, OPENED } from '../support/cases.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';

let database: TestDatabase;
let db: DatabasePool;
const COUNT = 57;
const NAMES = ['Nguyễn Thị Hồng Ánh', 'Đặng Quốc Huy', 'Lý Thuỳ Dương', 'Trần Đức Đạt'];

beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.url, { size: 4 });
  for (let index = 0; index < COUNT; index += 1) await put(index);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

/** A case of which every third has no due date and many share theirs. */
async function put(index: number): Promise<void> {
  const caseId = `HN-P-2023-${String(index + 1).padStart(6, '0')}`;
  const name = NAMES[index % NAMES.length] ?? '';
  await db.query(sql.typeAlias('void')`
    INSERT INTO submissions (case_id, kind, unit, body, body_hash, facts, accepted, submitted_by, submitted_at)
    VALUES (${caseId}, 'APPLICATION', 'STP-01', '{}', 'h', '{}', true, 'x', now())
  `);
  await db.query(sql.typeAlias('void')`
    INSERT INTO subjects (case_id, full_name, folded_name, birth_date)
    VALUES (${caseId}, ${name}, ${foldName(name)}, '1990')
  `);
  const state = opened({}, index % 3 !== 0, OPENED - (index % 7) * DAY_MS);
  const done = {
    command: commandOf('submit', actorIn('ONE_STOP_OFFICER')),
    updateId: 'open',
    atMs: OPENED,
    effects: NO_EFFECTS,
    claims: false,
  };
  await writeTransition(db, transitionOf(applicationFlow, null, { ...state, caseId }, done));
}

const viewer: Viewer = {
  account: '00000000-0000-4000-8000-000000000000',
  roles: ['LLTP_OFFICER', 'ONE_STOP_OFFICER'],
  unit: 'STP-01',
  now: isoOf(OPENED),
};

test('paging by keyset visits each case once, in order of due date, whatever the page size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (limit) => {
      const seen: { caseId: string; due: string }[] = [];
      let after: string | undefined;
      do {
        const page = await listCases(
          db,
          { queue: 'all', limit, ...(after ? { after } : {}) },
          viewer,
        );
        seen.push(
          ...page.cases.map((line) => ({ caseId: line.caseId, due: line.legalDueAt ?? '~' })),
        );
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(new Set(seen.map(({ caseId }) => caseId)).size).toBe(COUNT);
      expect(seen).toHaveLength(COUNT);
      expect(seen.map(({ due }) => due)).toEqual(seen.map(({ due }) => due).toSorted());
    }),
    { numRuns: 12 },
  );
});

test.each([
  ['nguyen thi hong anh', 'Nguyễn Thị Hồng Ánh'],
  ['HỒNG ÁNH', 'Nguyễn Thị Hồng Ánh'],
  ['dang', 'Đặng Quốc Huy'],
  ['ly thuy', 'Lý Thuỳ Dương'],
  ['li thui', 'Lý Thuỳ Dương'],
  ['duc dat', 'Trần Đức Đạt'],
  ['Đức Đạt'.normalize('NFD'), 'Trần Đức Đạt'],
])('a search for "%s" finds %s and nobody else', async (q, name) => {
  const { cases } = await listCases(db, { queue: 'all', limit: 200, q }, viewer);
  expect(new Set(cases.map(({ subjectName }) => subjectName))).toEqual(new Set([name]));
});

test('signs of the pattern language are searched as themselves', async () => {
  for (const q of ['%', '_', '\\']) {
    expect((await listCases(db, { queue: 'all', limit: 5, q }, viewer)).cases).toEqual([]);
  }
});

test('the counts of the queues are those of the lists', async () => {
  const counts = await countQueues(db, viewer);
  for (const queue of ['all', 'unclaimed', 'late', 'atRisk', 'mine', 'closed'] as const) {
    const { cases } = await listCases(db, { queue, limit: 200 }, viewer);
    expect([queue, counts[queue]]).toEqual([queue, cases.length]);
  }
  expect(counts.all).toBe(COUNT);
});

test('another unit sees none of them', async () => {
  const elsewhere = { ...viewer, unit: 'STP-40' };
  expect((await listCases(db, { queue: 'all', limit: 5 }, elsewhere)).cases).toEqual([]);
});

test('what lies at the Centre waits to be checked and signed there, not at the department it came from', async () => {
  const centre: Viewer = { ...viewer, roles: ['CENTRE_APPROVER'], unit: CENTRE_UNIT };
  await db.query(sql.typeAlias('void')`
    UPDATE cases SET kind = 'TRANSFER', queue_unit = ${CENTRE_UNIT},
      step = CASE WHEN case_id = 'HN-P-2023-000001' THEN 'RECEIVED' ELSE 'REVIEWED' END
    WHERE case_id IN ('HN-P-2023-000001', 'HN-P-2023-000002')
  `);
  const waiting = async (who: Viewer) => {
    const { check, sign } = await countQueues(db, who);
    const lists = (['check', 'sign'] as const).map((queue) =>
      listCases(db, { queue, limit: 5 }, who),
    );
    const lines = (await Promise.all(lists)).map(({ cases }) => cases.length);
    return { check, sign, lines };
  };
  expect(await waiting(viewer)).toEqual({ check: 0, sign: 0, lines: [0, 0] });
  expect(await waiting(centre)).toEqual({ check: 1, sign: 1, lines: [1, 1] });
});
