import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import { hire } from '../support/accounts.ts';
import { APPROVER, draftChange, DRAFTER, finished, rehearsed, SWAP } from '../support/drafts.ts';
import { openOffice, type Office } from '../support/office.ts';
import { handIn, HANOI } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await handIn(office);
});
afterAll(() => office.close());

test('whoever drafted or edited may not approve, and a director of a province may not either', async () => {
  await hire(office, [{ username: 'quantri2', roles: ['SYSTEM_ADMIN'] }]);
  const off = { ...SWAP.days[0], date: '2023-10-06' };
  const change = { of: 'CALENDAR', base: 'vn-2026-11', days: [off] };
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
  const draft = await draftChange(office, { of: 'CALENDAR', base: 'vn-2026-11', days: [off] });
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
  const draft = await draftChange(office, { of: 'CALENDAR', base: 'vn-2026-11', days: [off] });
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
  const change = { of: 'CALENDAR', base: 'vn-2026-11', days };
  const { body } = await drafter.ask('POST', '/drafts', { title: 'Sai', change });
  expect(body.code).toBe(code);
  expect(new Set(body.fields.map((field: { path: string }) => field.path))).toEqual(
    new Set([path]),
  );
  expect((await drafter.must('GET', '/drafts')).drafts).toHaveLength(before);
});

test('a draft may lengthen the calendar alone, and no deadline moves by it', async () => {
  const draft = await draftChange(office, { ...SWAP, days: [], extendTo: 2031 });
  expect(draft.change).toEqual({ of: 'CALENDAR', base: SWAP.base, days: [], extendTo: 2031 });
  const { state, figures } = await rehearsed(office, draft);
  expect([state, figures]).toMatchObject(['DONE', { moved: 0 }]);
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
