import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { ApplicationSubmission } from '../../domain/application.ts';
import { hire } from '../support/accounts.ts';
import { openOffice, type Office } from '../support/office.ts';
import { anApplication, askedCase, HANOI } from '../support/scenes.ts';
import { standing } from '../support/traces.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await hire(office, [{ username: 'giamsat2.hn', roles: ['SUPERVISOR'] }]);
});
afterAll(() => office.close());

const DISMISSED = {
  outcome: 'DISMISSED',
  reason: 'Ngày làm việc bình thường',
  citation: 'BLDS 2015, Điều 147',
};
const CONTEST = { clock: 'total', day: null, wanted: null, reason: 'Phiếu hẹn ghi sai ngày' };

/** A ten-day case of Monday 18 September: due on Thursday 28 September. */
async function aCase(changes: Partial<ApplicationSubmission> = {}) {
  const { trackingCode: _code, ...base } = { trackingCode: '', ...anApplication(changes) };
  const subject = {
    ...base.subject,
    residenceHistory: base.subject.residenceHistory.slice(0, 1),
  };
  const application = { ...base, subject };
  const desk = await office.as(HANOI.desk);
  const { caseId, trackingCode } = await desk.must('POST', '/applications', application);
  const { line } = await desk.case(caseId);
  return {
    caseId,
    dueAt: line.legalDueAt ?? '',
    question: { code: trackingCode, birthDate: subject.birthDate },
  };
}

async function contest(caseId: string, changes: object = {}, by: string = HANOI.officer) {
  return (await office.as(by)).must('POST', `/cases/${caseId}/disputes`, {
    ...CONTEST,
    ...changes,
  });
}

async function rule(id: string, ruling: object, by: string = HANOI.supervisor) {
  return (await office.as(by)).ask('POST', `/disputes/${id}/ruling`, ruling);
}

async function rulingOf(id: string) {
  const { rulings, incidents } = await (
    await office.as(HANOI.supervisor)
  ).must('GET', '/deadline-rulings');
  return { ruling: rulings.find((each: { id: string }) => each.id === id), incidents };
}

test('a dismissed contest becomes a vector that the engine agrees with', async () => {
  const { caseId, dueAt } = await aCase();
  const before = await standing(office, caseId);
  const { id, status } = await contest(caseId);
  expect(status).toBe('OPEN');
  const { body } = await rule(id, DISMISSED);
  expect(body).toMatchObject({ status: 'DISMISSED', expectedDueAt: dueAt, dueAt });
  const { ruling, incidents } = await rulingOf(id);
  expect(ruling).toMatchObject({ check: 'AGREES', engineDueAt: dueAt, expectedDueAt: dueAt });
  expect(incidents).toBe(0);
  expect(await standing(office, caseId)).toEqual(before);
});

test('an upheld contest of a day contradicts the engine openly and changes no case', async () => {
  const { caseId, dueAt } = await aCase();
  const before = await standing(office, caseId);
  const day = dueAt.slice(0, 10);
  const { id } = await contest(caseId, { day, wanted: 'OFF', reason: 'Lệnh nghỉ do bão' });
  const upheld = { ...DISMISSED, outcome: 'UPHELD', dayClass: 'OFF', dueOn: null };
  const { body } = await rule(id, upheld);
  expect(body.status).toBe('UPHELD');
  expect(Date.parse(body.expectedDueAt)).toBeGreaterThan(Date.parse(dueAt));
  const { ruling, incidents } = await rulingOf(id);
  expect(ruling).toMatchObject({ check: 'CONTRADICTS', engineDueAt: dueAt, day, dayClass: 'OFF' });
  expect(incidents).toBeGreaterThanOrEqual(1);
  expect(await standing(office, caseId)).toEqual(before);
  const { line } = await (await office.as(HANOI.officer)).case(caseId);
  expect(line.legalDueAt).toBe(dueAt);
});

test('an upheld contest of the date names the date that is due', async () => {
  const { caseId } = await aCase();
  const { id } = await contest(caseId, { wanted: '2023-09-29' });
  const upheld = { ...DISMISSED, outcome: 'UPHELD', dayClass: null, dueOn: null };
  const missing = await rule(id, upheld);
  expect(missing.body.fields).toMatchObject([{ path: 'dueOn', code: 'RULING_FOR_DATE' }]);
  const { body } = await rule(id, { ...upheld, dueOn: '2023-09-29' });
  expect(body.expectedDueAt).toBe('2023-09-29T16:59:59.999Z');
});

test('rulings leave as a file of vectors', async () => {
  const { caseId, dueAt } = await aCase();
  const { id } = await contest(caseId);
  await rule(id, DISMISSED);
  const { text, headers } = await (
    await office.as(HANOI.supervisor)
  ).ask('GET', '/deadline-rulings.csv');
  expect(headers['content-type']).toMatch(/^text\/csv/u);
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  expect(rows.find(({ ruling }) => ruling === id)).toMatchObject({
    unit: 'calendarDay',
    standstills: '',
    dueAt,
    citation: DISMISSED.citation,
  });
});

test('an applicant contests with code and birth date, once at a time, and reads the ruling', async () => {
  const { question } = await aCase();
  const desk = await office.as(HANOI.desk);
  const asked = { ...question, day: null, reason: 'Hẹn chậm hơn luật định' };
  const raised = await desk.must('POST', '/public/disputes', asked);
  expect(raised).toMatchObject({ status: 'OPEN', rulingReason: null });
  const again = await desk.ask('POST', '/public/disputes', asked);
  expect([again.status, again.body.code]).toEqual([409, 'DISPUTE_OPEN']);
  const wrong = await desk.ask('POST', '/public/disputes', { ...asked, birthDate: '1900-01-01' });
  expect([wrong.status, wrong.body.code]).toEqual([404, 'TRACKING_NOT_FOUND']);
  const supervisor = await office.as(HANOI.supervisor);
  const { disputes } = await supervisor.must('GET', '/disputes?status=OPEN&raisedAs=APPLICANT');
  expect(disputes).toHaveLength(1);
  await rule(disputes[0].id, DISMISSED);
  const tracked = await desk.must('POST', '/public/tracking', question);
  expect(tracked.disputes).toMatchObject([{ status: 'DISMISSED', rulingReason: DISMISSED.reason }]);
});

test('nobody rules on what they raised, twice, or for another unit', async () => {
  const { caseId } = await aCase();
  const { id } = await contest(caseId, {}, HANOI.supervisor);
  const own = await rule(id, DISMISSED);
  expect([own.status, own.body.code]).toEqual([403, 'DISPUTER_MAY_NOT_RULE']);
  const elsewhere = await rule(id, DISMISSED, 'giamsat.na');
  expect([elsewhere.status, elsewhere.body.code]).toEqual([403, 'NOT_YOUR_UNIT']);
  const answers = await Promise.all([
    rule(id, DISMISSED, 'giamsat2.hn'),
    rule(id, { ...DISMISSED, reason: 'Lý do khác' }, 'giamsat.tt'),
  ]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('DISPUTE_RULED');
});

test.each([
  ['a day outside the term', { day: '2023-12-25' }, 400, 'INVALID_INPUT'],
  ['a clock the case has not', { clock: 'send' }, 404, 'CLOCK_UNKNOWN'],
  ['a class for the date as a whole', { wanted: 'OFF' }, 400, 'INVALID_INPUT'],
  ['a date for one day', { day: '2023-09-20', wanted: '2023-09-29' }, 400, 'INVALID_INPUT'],
  ['no reason', { reason: '' }, 400, 'INVALID_INPUT'],
])('%s is refused', async (_, changes, expected, code) => {
  const { caseId } = await aCase();
  const officer = await office.as(HANOI.officer);
  const { status, body } = await officer.ask('POST', `/cases/${caseId}/disputes`, {
    ...CONTEST,
    ...changes,
  });
  expect([status, body.code]).toEqual([expected, code]);
  const { disputes } = await officer.must('GET', `/cases/${caseId}/disputes`);
  expect(disputes).toEqual([]);
});

test('a question to the police is contested too; another unit sees nothing of it', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const { id } = await contest(caseId, {
    clock: `verification:${policeRequest}`,
    day: '2023-09-20',
  });
  const stranger = await (
    await office.as('chuyenvien1.na')
  ).ask('GET', `/cases/${caseId}/disputes`);
  expect([stranger.status, stranger.body.code]).toEqual([403, 'NOT_YOUR_UNIT']);
  const { body } = await rule(id, {
    ...DISMISSED,
    outcome: 'UPHELD',
    dayClass: 'PAUSED',
    dueOn: null,
  });
  const { ruling } = await rulingOf(id);
  expect(ruling).toMatchObject({ unit: 'workingDay', check: 'CONTRADICTS' });
  expect(Date.parse(body.expectedDueAt)).toBeGreaterThan(Date.parse(body.dueAt));
});
