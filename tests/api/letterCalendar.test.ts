import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import { LawBook } from '../../api/lawBook.ts';
import { lettersOf } from '../../api/letters.ts';
import { CALENDAR_VERSION } from '../../db/reference.ts';
import { openPool } from '../../db/pool.ts';
import { sql } from '../../db/sql.ts';
import { applicationFlow } from '../../domain/flow/applicationFlow.ts';
import { LettersQuery } from '../../domain/letter.ts';
import { actorIn, commandOf, opened } from '../support/cases.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';
import { live } from '../support/livedCases.ts';
import { at } from '../support/nationalCalendar.ts';

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

const LATE = at('2023-09-29');
const CLOSED = {
  version: 'STP-01-test',
  unit: 'STP-01',
  closures: [
    {
      date: '2023-10-10',
      nameVi: 'Chuyển trụ sở',
      nameEn: 'Moving house',
      confirmed: true,
      source: 'Thông báo',
    },
  ],
  hours: null,
};

async function lateCase(caseId: string, calendarOverlay?: string) {
  const state = { ...opened(), caseId, calendarVersion: CALENDAR_VERSION };
  const pinned = calendarOverlay === undefined ? state : { ...state, calendarOverlay };
  const lived = await live(db, applicationFlow, pinned);
  await lived.act(commandOf('escalate', actorIn('SYSTEM')), LATE);
}

test('a draft proposes no day on which the unit of the case is closed', async () => {
  await db.query(sql.typeAlias('void')`
    INSERT INTO calendar_overlays (version, unit, body)
    VALUES (${CLOSED.version}, ${CLOSED.unit}, ${JSON.stringify(CLOSED)}::jsonb)
  `);
  await lateCase('HN-P-2023-000001');
  await lateCase('HN-P-2023-000002', CLOSED.version);
  const clock = { businessEpochMs: LATE, realEpochMs: Date.now(), speed: 1 };
  const deps = { pool: db, laws: new LawBook(db), clock };
  const { letters } = await lettersOf(deps, null, LettersQuery.parse({}));
  const proposed = letters.map(({ caseId, proposedOn }) => [caseId, proposedOn]);
  expect(proposed.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))).toEqual([
    ['HN-P-2023-000001', '2023-10-11'],
    ['HN-P-2023-000002', '2023-10-12'],
  ]);
});
