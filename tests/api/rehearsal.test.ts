import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { endOfDay, isoOf } from '../../domain/instant.ts';
import { APPROVER, draftChange, DRAFTER, published, rehearsed, SWAP } from '../support/drafts.ts';
import { openOffice, type Office } from '../support/office.ts';
import { anApplication, answer, askedCase, HANOI, issuedCase } from '../support/scenes.ts';
import { loggedActs, traceOf } from '../support/traces.ts';
import { until } from '../support/until.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const due = (date: string): string => isoOf(endOfDay(date));
const MONDAY_DUE = due('2023-09-25');
const TUESDAY_DUE = due('2023-09-26');

/** What the row of a case says: the calendar it is on, and when the police is due. */
function askedDue(caseId: string) {
  return office.db.one(sql.type(z.object({ version: z.string(), dueAt: z.string() }))`
    SELECT c.state ->> 'calendarVersion' AS version, v.due_at AS "dueAt"
    FROM cases c JOIN verifications v USING (case_id) WHERE case_id = ${caseId}
  `);
}

/** Due instants of a case's clocks by name. */
async function clocksOf(caseId: string): Promise<Record<string, string>> {
  const rows = await office.db.any(sql.type(z.object({ name: z.string(), due: z.string() }))`
    SELECT name, due_at AS due FROM case_clocks WHERE case_id = ${caseId}
  `);
  return Object.fromEntries(rows.map(({ name, due: at }) => [name, at]));
}

test('a swap announced late moves exactly the right deadlines, from the rehearsal to the case', async () => {
  const waiting = await askedCase(office);
  const answered = await askedCase(office);
  await answer(office, answered.policeRequest);
  const done = await issuedCase(office);
  const desk = await office.as(HANOI.desk);
  const fresh = await desk.must('POST', '/applications', anApplication());
  const cases = [waiting, answered, done, fresh];
  const traces = () => Promise.all(cases.map(({ caseId }) => traceOf(office, caseId)));
  const lives = async () => (await traces()).map(({ standing, history }) => [standing, history]);
  const before = await lives();

  const draft = await draftChange(office);
  const rehearsal = await rehearsed(office, draft);
  expect(rehearsal).toMatchObject({
    state: 'DONE',
    figures: { moved: 1, casesMoved: 1, unreached: 0 },
  });
  const drafter = await office.as(DRAFTER);
  const { moves, total } = await drafter.must('GET', `/law-runs/${rehearsal.id}/moves`);
  expect([total, moves]).toEqual([
    1,
    [
      {
        caseId: waiting.caseId,
        unit: HANOI.unit,
        unitName: expect.any(String),
        asked: HANOI.police,
        clock: 'verification:POLICE',
        from: MONDAY_DUE,
        to: TUESDAY_DUE,
        why: ['2023-09-22'],
        side: null,
      },
    ],
  ]);
  const csv = await drafter.ask('GET', `/law-runs/${rehearsal.id}/moves.csv`);
  expect(csv.text).toMatch(new RegExp(`^${waiting.caseId},.*,26/09/2023 23:59`, 'mu'));
  expect(await lives()).toEqual(before);

  expect(await published(office, draft)).toMatchObject({ state: 'DONE' });
  expect(await askedDue(waiting.caseId)).toEqual({ version: 'vn-2026-11.1', dueAt: TUESDAY_DUE });
  expect(await clocksOf(waiting.caseId)).toEqual({
    total: due('2023-09-28'),
    [`verification:${waiting.policeRequest}`]: TUESDAY_DUE,
  });
  expect(await askedDue(answered.caseId)).toEqual({ version: 'vn-2026-11.1', dueAt: MONDAY_DUE });
  for (const { caseId } of cases) {
    const acts = await loggedActs(office, caseId);
    expect(acts.filter((act) => act === 'recalculate')).toHaveLength(1);
  }
  const officer = await office.as(HANOI.officer);
  const { events, chainIntact } = await officer.must('GET', `/cases/${waiting.caseId}/events`);
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
          name: `verification:${waiting.policeRequest}`,
          from: Date.parse(MONDAY_DUE),
          to: Date.parse(TUESDAY_DUE),
        },
      ],
    },
  });

  // The case's workflow judges by the new calendar from now on, and new cases start on it.
  await officer.act(fresh.caseId, 'classify', { codes: { regime: 'SIMPLE', grounds: [] } });
  expect(await askedDue(fresh.caseId)).toEqual({ version: 'vn-2026-11.1', dueAt: TUESDAY_DUE });
  const later = await askedCase(office);
  expect(await askedDue(later.caseId)).toEqual({ version: 'vn-2026-11.1', dueAt: TUESDAY_DUE });
  expect(await loggedActs(office, later.caseId)).not.toContain('recalculate');
});

test('the tracker says that the legal date moved, and because of which days', async () => {
  const application = anApplication();
  const desk = await office.as(HANOI.desk);
  const { caseId, trackingCode } = await desk.must('POST', '/applications', application);
  expect((await clocksOf(caseId))['total']).toBe(due('2023-09-28'));
  const source = 'Thông báo nghỉ đột xuất (tình huống thử)';
  const off = {
    kind: 'swap_off',
    nameVi: 'Nghỉ đột xuất',
    nameEn: 'Day off',
    confirmed: true,
    source,
  };
  const draft = await draftChange(office, {
    of: 'CALENDAR',
    base: 'vn-2026-11.1',
    days: [{ ...off, date: '2023-09-28' }],
  });
  await rehearsed(office, draft);
  await published(office, draft);
  const question = { code: trackingCode, birthDate: application.subject.birthDate };
  const tracked = await desk.must('POST', '/public/tracking', question);
  expect(tracked).toMatchObject({
    legalDueAt: due('2023-09-29'),
    legalDueMoved: {
      from: due('2023-09-28'),
      to: due('2023-09-29'),
      calendarVersion: 'vn-2026-11.2',
      days: [{ date: '2023-09-28', works: false, name: 'Nghỉ đột xuất', source }],
    },
  });
});

test('publishing twice is one effect, and a draft on the same base comes too late', async () => {
  const draftOn = (date: string) =>
    draftChange(office, {
      of: 'CALENDAR',
      base: 'vn-2026-11.2',
      days: [{ ...SWAP.days[0], date }],
    });
  const draft = await draftOn('2023-10-20');
  const other = await draftOn('2023-10-27');
  await rehearsed(office, draft);
  await rehearsed(office, other);
  const approver = await office.as(APPROVER);
  const path = `/drafts/${draft.id}/approval`;
  const { token } = await approver.must('GET', path);
  const answers = await Promise.all([1, 2, 3].map(() => approver.ask('POST', path, { token })));
  const won = answers.filter(({ status }) => status === 200);
  expect(won.map(({ body }) => body.version)).toEqual(['vn-2026-11.3']);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  const { runs } = await approver.must('GET', `/drafts/${draft.id}`);
  expect(runs.filter(({ kind }: { kind: string }) => kind === 'REPLAN')).toHaveLength(1);
  const late = await approver.ask('GET', `/drafts/${other.id}/approval`);
  expect(late.body.code).toBe('DRAFT_OUTDATED');
  await until(async () => {
    const page = await approver.must('GET', `/drafts/${draft.id}`);
    return page.runs[0].state === 'DONE';
  });
  const twice = await office.db.anyFirst(sql.type(z.object({ caseId: z.string() }))`
    SELECT case_id AS "caseId" FROM case_events
    WHERE act = 'recalculate' GROUP BY case_id, codes ->> 'calendarVersion' HAVING count(*) > 1
  `);
  expect(twice).toEqual([]);
});
