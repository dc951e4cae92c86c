import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { endOfDay, isoOf } from '../../domain/instant.ts';
import { hire } from '../support/accounts.ts';
import {
  APPROVER,
  draftChange,
  DRAFTER,
  finished,
  published,
  rehearsed,
  SWAP,
} from '../support/drafts.ts';
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
  expect(csv.text).toContain(`${waiting.caseId},${HANOI.unit}`);
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

test('whoever drafted or edited may not approve, and a director of a province may not either', async () => {
  await hire(office, [{ username: 'quantri2', roles: ['SYSTEM_ADMIN'] }]);
  const off = { ...SWAP.days[0], date: '2023-10-06' };
  const change = { of: 'CALENDAR', base: 'vn-2026-11.2', days: [off] };
  const draft = await draftChange(office, change);
  const second = await office.as('quantri2');
  const edited = await second.must('PUT', `/drafts/${draft.id}`, {
    rev: draft.rev,
    form: { title: 'Hoán đổi', change },
  });
  await rehearsed(office, edited);
  for (const [username, code] of [
    [DRAFTER, 'DRAFTER_MAY_NOT_APPROVE'],
    ['quantri2', 'DRAFTER_MAY_NOT_APPROVE'],
    [HANOI.director, 'NOT_YOUR_UNIT'],
  ] as const) {
    const person = await office.as(username);
    const { body } = await person.ask('POST', `/drafts/${draft.id}/approval`, { token: 'x' });
    expect([username, body.code]).toEqual([username, code]);
  }
});

test('approving needs a rehearsal of the draft as it stands, and the preview that was seen', async () => {
  const off = { ...SWAP.days[0], date: '2023-10-13' };
  const draft = await draftChange(office, { of: 'CALENDAR', base: 'vn-2026-11.2', days: [off] });
  const approver = await office.as(APPROVER);
  const path = `/drafts/${draft.id}/approval`;
  expect((await approver.ask('GET', path)).body.code).toBe('REHEARSAL_MISSING');
  await rehearsed(office, draft);
  const { token, cases } = await approver.must('GET', path);
  expect(cases).toBeGreaterThan(0);
  expect((await approver.ask('POST', path, { token: 'another' })).body.code).toBe(
    'PREVIEW_OUTDATED',
  );
  const drafter = await office.as(DRAFTER);
  const form = { title: 'Đổi tên', change: draft.change };
  await drafter.must('PUT', `/drafts/${draft.id}`, { rev: draft.rev, form });
  expect((await approver.ask('POST', path, { token })).body.code).toBe('REHEARSAL_MISSING');
  const stale = await drafter.ask('PUT', `/drafts/${draft.id}`, { rev: draft.rev, form });
  expect(stale.body.code).toBe('STALE_REVISION');
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

test('a term may be rehearsed, but is not published from a draft', async () => {
  const term = { of: 'TERM', ruleSetId: 'B', term: 'police', amount: 6, unit: 'workingDay' };
  const draft = await draftChange(office, { ...term, citation: 'Dự thảo sửa đổi' });
  const run = await rehearsed(office, draft);
  expect(run).toMatchObject({ state: 'DONE' });
  const approver = await office.as(APPROVER);
  const { body } = await approver.ask('GET', `/drafts/${draft.id}/approval`);
  expect(body.code).toBe('TERM_NEEDS_RULE_SET');
});

test('a draft is discarded in two steps and is closed then', async () => {
  const off = { ...SWAP.days[0], date: '2023-11-03' };
  const draft = await draftChange(office, { of: 'CALENDAR', base: 'vn-2026-11.3', days: [off] });
  const drafter = await office.as(DRAFTER);
  const path = `/drafts/${draft.id}/discard`;
  expect((await drafter.ask('POST', path, { token: 'x' })).body.code).toBe('PREVIEW_OUTDATED');
  const { token } = await drafter.must('GET', path);
  expect(await drafter.must('POST', path, { token })).toMatchObject({ state: 'DISCARDED' });
  expect((await drafter.ask('POST', `/drafts/${draft.id}/rehearsal`)).body.code).toBe(
    'DRAFT_NOT_OPEN',
  );
  const { drafts } = await drafter.must('GET', '/drafts');
  expect(drafts.map(({ id }: { id: string }) => id)).not.toContain(draft.id);
});

test.each([
  [
    'a make-up day that is a working day already',
    { date: '2023-11-10', kind: 'makeup_working' },
    'INVALID_INPUT',
    'change.days.0.date',
  ],
  ['a date that is none', { date: '2023-02-30' }, 'INVALID_INPUT', 'change.days.0.date'],
  ['a date nobody published', { date: '2035-11-09' }, 'CHANGE_NOT_SOUND', 'change.days.0.date'],
  [
    'a day without its decree',
    { date: '2023-11-10', source: '' },
    'INVALID_INPUT',
    'change.days.0.source',
  ],
] as const)('%s is refused by its field, and nothing is kept', async (_what, day, code, path) => {
  const drafter = await office.as(DRAFTER);
  const before = (await drafter.must('GET', '/drafts')).drafts.length;
  const days = [{ ...SWAP.days[0], ...day }];
  const change = { of: 'CALENDAR', base: 'vn-2026-11.3', days };
  const { body } = await drafter.ask('POST', '/drafts', { title: 'Sai', change });
  expect(body.code).toBe(code);
  expect(new Set(body.fields.map((field: { path: string }) => field.path))).toEqual(
    new Set([path]),
  );
  expect((await drafter.must('GET', '/drafts')).drafts).toHaveLength(before);
});

test('a run that is asked to stop stops, and says so', async () => {
  const term = { of: 'TERM', ruleSetId: 'B', term: 'police', amount: 7, unit: 'workingDay' };
  const draft = await draftChange(office, { ...term, citation: 'Dự thảo' });
  // Held back at its first step by a lock on its own row, as on a busy database.
  const drafter = await office.as(DRAFTER);
  await office.db.connect(async (db) => {
    await db.query(sql.typeAlias('void')`BEGIN`);
    await db.query(sql.typeAlias('void')`LOCK TABLE case_clocks IN ACCESS EXCLUSIVE MODE`);
    const { id } = await drafter.must('POST', `/drafts/${draft.id}/rehearsal`);
    await drafter.must('POST', `/law-runs/${id}/cancel`);
    await db.query(sql.typeAlias('void')`COMMIT`);
    expect(await finished(office, id)).toMatchObject({ state: 'CANCELLED', figures: null });
  });
});
