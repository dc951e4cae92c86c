import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { endOfDay, isoOf } from '../../domain/instant.ts';
import { APPROVER, draftChange, finished, published, rehearsed, SWAP } from '../support/drafts.ts';
import { openOffice, type Office } from '../support/office.ts';
import {
  anApplication,
  answer,
  askedCase,
  decide,
  handIn,
  HANOI,
  issuedCase,
} from '../support/scenes.ts';
import { historyLength, loggedActs, traceOf } from '../support/traces.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const MONDAY_DUE = isoOf(endOfDay('2023-09-25'));
const TUESDAY_DUE = isoOf(endOfDay('2023-09-26'));

const Due = z.object({ clock: z.string(), due: z.string() });
function writtenDue(caseId: string) {
  return office.db.any(sql.type(Due)`
    SELECT name AS clock, due_at AS due FROM case_clocks WHERE case_id = ${caseId} ORDER BY name
  `);
}

const Slice = z.object({ version: z.string(), dueAt: z.string() });
function askedDue(caseId: string) {
  return office.db.one(sql.type(Slice)`
    SELECT c.state ->> 'calendarVersion' AS version, v.due_at AS "dueAt"
    FROM cases c JOIN verifications v USING (case_id) WHERE case_id = ${caseId}
  `);
}

test('a swap announced late moves exactly the right deadlines, on the case, its timer and the tracker', async () => {
  const urgentBefore = await askedCase(office);
  const answered = await askedCase(office);
  await answer(office, answered.policeRequest);
  const done = await issuedCase(office);
  const application = anApplication();
  const desk = await office.as(HANOI.desk);
  const complex = await desk.must('POST', '/applications', application);
  const traces = await Promise.all(
    [urgentBefore, answered, done].map(({ caseId }) => traceOf(office, caseId)),
  );

  const draft = await draftChange(office);
  const rehearsal = await rehearsed(office, draft);
  expect(rehearsal).toMatchObject({
    state: 'DONE',
    figures: { moved: 1, casesMoved: 1, unreached: 0 },
  });
  const drafter = await office.as('quantri');
  const { moves, total } = await drafter.must('GET', `/law-runs/${rehearsal.id}/moves`);
  expect(total).toBe(1);
  expect(moves).toEqual([
    {
      caseId: urgentBefore.caseId,
      unit: HANOI.unit,
      unitName: expect.any(String),
      asked: HANOI.police,
      clock: 'verification:POLICE',
      from: MONDAY_DUE,
      to: TUESDAY_DUE,
      why: ['2023-09-22'],
      side: null,
    },
  ]);
  const csv = await drafter.ask('GET', `/law-runs/${rehearsal.id}/moves.csv`);
  expect(csv.text).toContain(`${urgentBefore.caseId},${HANOI.unit}`);
  // A rehearsal is a rehearsal: no case has moved.
  const untouched = await Promise.all(
    [urgentBefore, answered, done].map(({ caseId }) => traceOf(office, caseId)),
  );
  expect(untouched.map(({ standing, history }) => ({ standing, history }))).toEqual(
    traces.map(({ standing, history }) => ({ standing, history })),
  );

  expect(await published(office, draft)).toMatchObject({ state: 'DONE' });
  expect(await askedDue(urgentBefore.caseId)).toEqual({
    version: 'vn-2026-11.1',
    dueAt: TUESDAY_DUE,
  });
  const [total_, police] = await writtenDue(urgentBefore.caseId);
  expect([total_?.due, police?.due]).toEqual([isoOf(endOfDay('2023-09-28')), TUESDAY_DUE]);
  expect(await askedDue(answered.caseId)).toEqual({ version: 'vn-2026-11.1', dueAt: MONDAY_DUE });
  for (const { caseId } of [urgentBefore, answered, done, complex]) {
    expect(await loggedActs(office, caseId)).toContain('recalculate');
  }
  const officer = await office.as(HANOI.officer);
  const { events, chainIntact } = await officer.must('GET', `/cases/${urgentBefore.caseId}/events`);
  expect(chainIntact).toBe(true);
  expect(events.at(-1)).toMatchObject({
    act: 'recalculate',
    actor: 'system',
    codes: {
      calendarVersion: 'vn-2026-11.1',
      replaced: 'vn-2026-11',
      draftId: draft.id,
      moved: [
        {
          name: `verification:${urgentBefore.policeRequest}`,
          from: Date.parse(MONDAY_DUE),
          to: Date.parse(TUESDAY_DUE),
        },
      ],
    },
  });
  // From now on the workflow judges by the new calendar: a question of today is due a day later.
  await officer.act(complex.caseId, 'classify', { codes: { regime: 'SIMPLE', grounds: [] } });
  expect(await askedDue(complex.caseId)).toEqual({ version: 'vn-2026-11.1', dueAt: TUESDAY_DUE });
});
