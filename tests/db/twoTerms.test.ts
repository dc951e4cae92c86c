import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import { type BoardReads, countsOf } from '../../api/boardCounts.ts';
import { Changes } from '../../api/changes.ts';
import { OpenCounts } from '../../api/openCounts.ts';
import { openPool } from '../../db/pool.ts';
import { countQueues, listCases } from '../../db/read/worklist.ts';
import { WorklistQuery } from '../../domain/case.ts';
import { applicationFlow } from '../../domain/flow/applicationFlow.ts';
import { DAY_MS, HOUR_MS, type InstantMs, isoOf } from '../../domain/instant.ts';
import type { Role } from '../../domain/role.ts';
import { actorIn, commandOf, opened, OPENED } from '../support/cases.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';
import { live } from '../support/livedCases.ts';

let database: TestDatabase;
let db: DatabasePool;
let changes: Changes;
let reads: BoardReads;
const BOTH = 'HN-P-2023-000001';
const OWN = 'HN-P-2023-000002';
/** When the shorter term warns, and when the case's own does. */
let warned: { shorter: InstantMs; own: InstantMs };

beforeAll(async () => {
  database = await cloneDatabase();
  db = await openPool(database.url, { size: 4 });
  changes = new Changes(database.url);
  await changes.listen();
  reads = { db, openCounts: new OpenCounts(db, changes) };
  const states = await Promise.all(
    [[BOTH, 'EXPUNGEMENT_TO_VERIFY'] as const, [OWN, 'FOREIGNER'] as const].map(
      async ([caseId, ground]) => {
        const lived = await live(db, applicationFlow, { ...opened(), caseId });
        const codes = { regime: 'COMPLEX', grounds: [ground] };
        await lived.act(commandOf('classify', actorIn('LLTP_OFFICER'), codes), OPENED + HOUR_MS);
        return lived.state();
      },
    ),
  );
  const riskOf = (name: string) =>
    states[0]?.clocks.find((clock) => clock.name === name)?.atRiskAt ?? 0;
  warned = { shorter: riskOf('expunged'), own: riskOf('total') };
});
afterAll(async () => {
  await changes.close();
  await db.end();
  await database.drop();
});

const viewerOf = (role: Role, now: InstantMs) => ({
  account: '00000000-0000-4000-8000-000000000000',
  roles: [role],
  unit: 'STP-01',
  now: isoOf(now),
});

/** What a role sees of cases at risk at an instant: the queue, its count, the number of the board. */
async function atRisk(role: Role, now: InstantMs) {
  const viewer = viewerOf(role, now);
  const query = WorklistQuery.parse({ queue: 'atRisk' });
  const { cases } = await listCases(db, query, viewer);
  const queues = await countQueues(db, viewer);
  const scope = { unit: 'STP-01', kind: null, now: isoOf(now) };
  const board = await countsOf(reads, scope, viewer);
  const steps = board.steps.reduce((sum, step) => sum + step.atRisk, 0);
  return {
    cases: cases.map(({ caseId }) => caseId),
    counts: [queues.atRisk, board.total.atRisk, board.units[0]?.atRisk, steps],
  };
}

test('the shorter term puts a case at risk for who knows of convictions, and for nobody else', async () => {
  expect(warned.shorter).toBeLessThan(warned.own - DAY_MS);
  const now = warned.shorter;
  for (const role of ['LLTP_OFFICER', 'DIRECTOR'] as const) {
    expect([role, await atRisk(role, now)]).toEqual([
      role,
      { cases: [BOTH], counts: [1, 1, 1, 1] },
    ]);
  }
  for (const role of ['SUPERVISOR', 'ONE_STOP_OFFICER', 'SEAL_CLERK'] as const) {
    expect([role, await atRisk(role, now)]).toEqual([role, { cases: [], counts: [0, 0, 0, 0] }]);
  }
  for (const role of ['DIRECTOR', 'SUPERVISOR'] as const) {
    const { cases, counts } = await atRisk(role, warned.own);
    expect([role, cases.toSorted(), counts]).toEqual([role, [BOTH, OWN], [2, 2, 2, 2]]);
  }
});

test('lines say which term warns; who may not know sees one term, like that of any complex case', async () => {
  const query = WorklistQuery.parse({ queue: 'all' });
  const lineFor = async (role: Role, caseId: string) => {
    const { cases } = await listCases(db, query, viewerOf(role, warned.shorter));
    return cases.find((line) => line.caseId === caseId);
  };
  expect(await lineFor('DIRECTOR', BOTH)).toMatchObject({
    atRiskAt: isoOf(warned.own),
    shorterTerm: { atRiskAt: isoOf(warned.shorter) },
  });
  expect((await lineFor('DIRECTOR', OWN))?.shorterTerm).toBeNull();
  const [seen, other] = [await lineFor('SUPERVISOR', BOTH), await lineFor('SUPERVISOR', OWN)];
  expect({ ...seen, caseId: OWN, subjectName: other?.subjectName }).toEqual(other);
});
