import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseHoldings } from '../../domain/holding.ts';
import { hire } from '../support/accounts.ts';
import { type Office, openOffice } from '../support/office.ts';
import { answer, answeredCase, askedCase, HANOI, RECORD_FOUND } from '../support/scenes.ts';

const SPEED = 2_000;
/** Somebody who is officer and supervisor at once: for four-eyes. */
const BOTH = 'haivai.thu';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ speed: SPEED });
  await hire(office, [{ username: BOTH, roles: ['LLTP_OFFICER', 'SUPERVISOR'], unit: HANOI.unit }]);
});
afterAll(() => office.close());

interface Form {
  from: string;
  to: string;
  toHolder: string;
  toUnit: string | null;
  reason: string;
}

const shifted = (instant: string, ms: number): string =>
  new Date(Date.parse(instant) + ms).toISOString();

/** A case whose police answered, and the contest by which the police says: this was the officer's time. */
async function contestable(): Promise<{ caseId: string; form: Form }> {
  const { caseId } = await answeredCase(office);
  const liaison = await office.as(HANOI.policeLiaison);
  const { spans }: CaseHoldings = await liaison.must('GET', `/cases/${caseId}/holdings`);
  const [asked] = spans;
  if (asked === undefined) throw new Error('the police never had it');
  const target = { toHolder: 'OFFICER', toUnit: HANOI.unit };
  const reason = 'Văn bản xác minh đến sau một ngày vì lỗi đường truyền';
  const [from, to] = [shifted(asked.from, 1_000), shifted(asked.to, -1_000)];
  return { caseId, form: { from, to, ...target, reason } };
}

async function contest(caseId: string, form: object, username: string = HANOI.policeLiaison) {
  return (await office.as(username)).ask('POST', `/cases/${caseId}/holdings/contests`, form);
}

async function ruleOn(caseId: string, n: number, username: string, ruling = 'ACCEPTED') {
  const path = `/cases/${caseId}/holdings/contests/${n}/ruling`;
  return (await office.as(username)).ask('POST', path, { ruling, reason: 'Đã đối chiếu nhật ký' });
}

async function chainOf(caseId: string): Promise<string[]> {
  const officer = await office.as(HANOI.officer);
  const { spans }: CaseHoldings = await officer.must('GET', `/cases/${caseId}/holdings`);
  return spans.map(({ holder, unit, because }) => `${holder} ${unit ?? '-'} ${because}`);
}

test('an accepted contest gives the time to whom it names, a rejected one changes nothing', async () => {
  const { caseId, form } = await contestable();
  const before = await chainOf(caseId);
  const raised = await contest(caseId, form);
  expect(raised.status).toBe(201);
  expect(raised.body.contests).toEqual([
    expect.objectContaining({ n: 1, ...form, raisedUnit: HANOI.police, ruling: null }),
  ]);
  expect(await chainOf(caseId)).toEqual(before);
  expect((await ruleOn(caseId, 1, HANOI.supervisor, 'REJECTED')).status).toBe(200);
  expect(await chainOf(caseId)).toEqual(before);

  expect((await contest(caseId, form)).body.contests).toHaveLength(2);
  const ruled = await ruleOn(caseId, 2, HANOI.supervisor);
  expect(ruled.body.contests[1]).toMatchObject({
    ruling: 'ACCEPTED',
    rulingReason: 'Đã đối chiếu nhật ký',
    mayRule: false,
  });
  expect(await chainOf(caseId)).toEqual([
    'OFFICER STP-01 LOG',
    'AGENCY PV06-01 LOG',
    'OFFICER STP-01 RULING',
    'AGENCY PV06-01 LOG',
    'OFFICER STP-01 LOG',
  ]);
});

test('the same request twice is one contest', async () => {
  const { caseId, form } = await contestable();
  const liaison = await office.as(HANOI.policeLiaison);
  const key = randomUUID();
  const path = `/cases/${caseId}/holdings/contests`;
  const first = await liaison.ask('POST', path, form, { key });
  expect((await liaison.ask('POST', path, form, { key })).body).toEqual(first.body);
  expect(first.body.contests).toHaveLength(1);
});

const YEAR = 365 * 86_400_000;
const WRONG: [what: string, change: (form: Form) => object, status: number, code: string][] = [
  ['ends before it begins', (f) => ({ from: f.to, to: f.from }), 422, 'HOLDING_INTERVAL_WRONG'],
  ['is empty', (f) => ({ to: f.from }), 422, 'HOLDING_INTERVAL_WRONG'],
  [
    'begins before the case',
    (f) => ({ from: shifted(f.from, -YEAR) }),
    422,
    'HOLDING_INTERVAL_WRONG',
  ],
  ['ends in the future', (f) => ({ to: shifted(f.to, YEAR) }), 422, 'HOLDING_INTERVAL_WRONG'],
  ['has an instant without zone', () => ({ from: '2023-09-18T09:00:00' }), 400, 'INVALID_INPUT'],
  ['has a date that is none', () => ({ from: '2023-02-30T09:00:00Z' }), 400, 'INVALID_INPUT'],
  ['reaches into another’s time', (f) => ({ to: shifted(f.to, 2_000) }), 403, 'HOLDING_NOT_YOURS'],
  ['names nobody known', () => ({ toHolder: 'POLICE' }), 400, 'INVALID_INPUT'],
  ['names a unit that is no agency', () => ({ toHolder: 'AGENCY' }), 422, 'HOLDER_UNIT_WRONG'],
  ['names another office', () => ({ toUnit: 'STP-40' }), 422, 'HOLDER_UNIT_WRONG'],
  ['gives the applicant a unit', () => ({ toHolder: 'APPLICANT' }), 422, 'HOLDER_UNIT_WRONG'],
  [
    'asks for what is so already',
    () => ({ toHolder: 'AGENCY', toUnit: HANOI.police }),
    422,
    'CONTEST_CHANGES_NOTHING',
  ],
  ['has no reason', () => ({ reason: ' ' }), 400, 'INVALID_INPUT'],
];

test('a contest that is not sound is refused by name and nothing is kept', async () => {
  const { caseId, form } = await contestable();
  const answers = [];
  for (const [what, change] of WRONG) {
    const { status, body } = await contest(caseId, { ...form, ...change(form) });
    answers.push([what, status, body.code]);
  }
  expect(answers).toEqual(WRONG.map(([what, , status, code]) => [what, status, code]));
  expect((await contest(caseId, form)).body.contests).toHaveLength(1);
});

test('what is contested or was granted is not contested again', async () => {
  const { caseId, form } = await contestable();
  await contest(caseId, form);
  const inside = { ...form, from: shifted(form.from, 500) };
  expect((await contest(caseId, inside)).body.code).toBe('CONTEST_OVERLAPS');
  await ruleOn(caseId, 1, HANOI.supervisor);
  const officers = { ...form, toHolder: 'AGENCY', toUnit: HANOI.police };
  expect((await contest(caseId, officers, HANOI.officer)).body.code).toBe('CONTEST_OVERLAPS');
});

test('of two contests about the same time at once, one stands', async () => {
  const { caseId, form } = await contestable();
  const both = await Promise.all([contest(caseId, form), contest(caseId, form)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
});

test('nobody rules on a contest of their own, on one that is none, or twice', async () => {
  const { caseId, form } = await contestable();
  const officer = await office.as(HANOI.officer);
  const { spans }: CaseHoldings = await officer.must('GET', `/cases/${caseId}/holdings`);
  const [first] = spans;
  const theirs = { ...form, from: first?.from, to: first?.to, toHolder: 'SYSTEM', toUnit: null };
  await contest(caseId, theirs, BOTH);
  expect((await ruleOn(caseId, 1, BOTH)).body.code).toBe('FOUR_EYES');
  expect((await ruleOn(caseId, 2, HANOI.supervisor)).body.code).toBe('CONTEST_NOT_FOUND');
  expect((await ruleOn(caseId, 1, HANOI.supervisor)).status).toBe(200);
  expect((await ruleOn(caseId, 1, HANOI.director, 'REJECTED')).body.code).toBe('CONTEST_RULED');
});

test('a unit that never had the case and a supervisor of elsewhere are kept out', async () => {
  const { caseId, form } = await contestable();
  await contest(caseId, form);
  expect((await contest(caseId, form, HANOI.courtLiaison)).body.code).toBe('NOT_YOUR_UNIT');
  expect((await contest(caseId, form, HANOI.supervisor)).body.code).toBe('NOT_PERMITTED');
  expect((await ruleOn(caseId, 1, 'giamsat.na')).body.code).toBe('NOT_YOUR_UNIT');
  expect((await contest('HN-P-2023-999999', form)).body.code).toBe('CASE_NOT_FOUND');
});

test('a contest of the court is hidden from the supervisor and ruled on by the director', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  await answer(office, policeRequest, RECORD_FOUND);
  await answer(office, `${caseId}/COURT-1`, RECORD_FOUND);
  const court = await office.as(HANOI.courtLiaison);
  const { spans }: CaseHoldings = await court.must('GET', `/cases/${caseId}/holdings`);
  const { from, to } = spans[0] ?? {};
  const form = { from, to, toHolder: 'SYSTEM', toUnit: null, reason: 'Không nhận được văn bản' };
  expect((await contest(caseId, form, HANOI.courtLiaison)).status).toBe(201);
  const supervisor = await office.as(HANOI.supervisor);
  const seen: CaseHoldings = await supervisor.must('GET', `/cases/${caseId}/holdings`);
  expect(seen.contests).toEqual([]);
  expect((await ruleOn(caseId, 1, HANOI.supervisor)).body.code).toBe('CONTEST_NOT_FOUND');
  expect((await ruleOn(caseId, 1, HANOI.director)).status).toBe(200);
});
