import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lateCase, SPEED, urgentCase } from '../support/apologies.ts';
import { type Office, openOffice } from '../support/office.ts';
import { answer, decide, HANOI } from '../support/scenes.ts';
import { standing } from '../support/traces.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ speed: SPEED });
});
afterAll(() => office.close());

const REASON = 'Đã quá hạn, tôi cần phiếu để xuất cảnh';

type Question = Awaited<ReturnType<typeof urgentCase>>['question'];

async function complain(question: Question, changes: object = {}) {
  const desk = await office.as(HANOI.desk);
  const complaint = { ...question, kind: 'LATE', day: null, reason: REASON, ...changes };
  return desk.ask('POST', '/public/disputes', complaint);
}

async function tracked(question: Question) {
  return (await office.as(HANOI.desk)).must('POST', '/public/tracking', question);
}

test('before the legal date nobody complains of lateness, nor about one day', async () => {
  const { question } = await urgentCase(office, { urgent: false });
  expect(await tracked(question)).toMatchObject({ late: false, mayComplain: false });
  const early = await complain(question);
  expect([early.status, early.body.code]).toEqual([409, 'COMPLAINT_NOT_OPEN']);
  const ofDay = await complain(question, { day: '2023-09-18' });
  expect([ofDay.status, ofDay.body.code]).toEqual([400, 'INVALID_INPUT']);
});

test('a complaint of lateness reaches the supervisor once, and its answer stands at tracking', async () => {
  const { caseId, question } = await lateCase(office);
  const { legalDueAt: missedAt, mayComplain } = await tracked(question);
  expect(mayComplain).toBe(true);
  const before = await standing(office, caseId);
  const both = await Promise.all([complain(question), complain(question)]);
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]));
  expect(both.find(({ status }) => status === 409)?.body.code).toBe('COMPLAINED_ALREADY');
  expect((await tracked(question)).mayComplain).toBe(false);
  // That the date itself is wrong is another matter.
  expect((await complain(question, { kind: 'DATE' })).status).toBe(201);

  const supervisor = await office.as(HANOI.supervisor);
  const { disputes } = await supervisor.must('GET', `/disputes?status=OPEN&kind=LATE&q=${caseId}`);
  expect(disputes).toMatchObject([
    { caseId, kind: 'LATE', missedAt, reason: REASON, raisedAs: 'APPLICANT', status: 'OPEN' },
  ]);
  const answered = await supervisor.must('POST', `/disputes/${disputes[0].id}/ruling`, {
    outcome: 'UPHELD',
    dayClass: null,
    dueOn: null,
    reason: 'Hồ sơ đã được giao người khác xử lý ngay',
    citation: 'Luật Khiếu nại 2011, Điều 7',
  });
  expect(answered).toMatchObject({ status: 'UPHELD', expectedDueAt: null });
  const { rulings } = await supervisor.must('GET', '/deadline-rulings');
  expect(rulings).toEqual([]);
  expect((await tracked(question)).disputes).toMatchObject([
    {
      kind: 'LATE',
      missedAt,
      status: 'UPHELD',
      rulingReason: 'Hồ sơ đã được giao người khác xử lý ngay',
    },
    { kind: 'DATE', status: 'OPEN' },
  ]);
  expect((await complain(question)).body.code).toBe('COMPLAINED_ALREADY');
  expect(await standing(office, caseId)).toEqual(before);
});

test('once the result is ready there is nothing left to hasten', async () => {
  const { caseId, question } = await lateCase(office);
  const grounds = { codes: { regime: 'URGENT', grounds: [] } };
  await (await office.as(HANOI.officer)).act(caseId, 'classify', grounds);
  await answer(office, `${caseId}/POLICE-1`);
  await decide(office, caseId);
  expect(await tracked(question)).toMatchObject({ late: true, mayComplain: false });
  expect((await complain(question)).body.code).toBe('COMPLAINT_NOT_OPEN');
});
