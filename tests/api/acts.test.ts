import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Tracking } from '../../domain/desk.ts';
import { openOffice, type Office } from '../support/office.ts';
import {
  anApplication,
  answer,
  answeredCase,
  ANSWER,
  aRecord,
  askedCase,
  CLEAN_DRAFT,
  decide,
  HANOI,
  handIn,
  issuedCase,
  RECORD_DRAFT,
  RECORD_FOUND,
} from '../support/scenes.ts';
import { historyLength, loggedActs, standing } from '../support/traces.ts';
import { until } from '../support/until.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function statusOf(code: string): Promise<string> {
  const { body } = await (await office.as(HANOI.desk)).ask('GET', `/public/certificates/${code}`);
  return body.status;
}

test('an application goes from the counter to the post within 60 history events', async () => {
  const { caseId } = await issuedCase(office);
  const desk = await office.as(HANOI.desk);
  await desk.act(caseId, 'post');
  await until(() => office.agencies.posted.some((item) => item.caseId === caseId));
  expect(await desk.act(caseId, 'confirmDelivery')).toMatchObject({ step: 'CLOSED' });
  const handle = office.client.workflow.getHandle(caseId);
  await handle.result();
  expect(await historyLength(office, caseId)).toBeLessThanOrEqual(60);
  expect(await loggedActs(office, caseId)).toEqual([
    'receiveAndAccept',
    'classify',
    'answerVerification',
    'draft',
    'check',
    'sign',
    'issue',
    'post',
    'confirmDelivery',
  ]);
  const { body } = await (await office.as(HANOI.officer)).ask('GET', `/cases/${caseId}/events`);
  expect(body.chainIntact).toBe(true);
});

test('a dossier that is only submitted waits for the counter to accept it', async () => {
  const { caseId } = await handIn(office, { accept: false });
  expect(await standing(office, caseId)).toEqual({ step: 'SUBMITTED', rev: 1 });
  const desk = await office.as(HANOI.desk);
  const accepted = await desk.act(caseId, 'accept', { codes: { feeSettled: true } });
  expect(accepted).toMatchObject({ step: 'ACCEPTED', rev: 2 });
});

test('a judgment the police knows of is put to the court before the officer evaluates', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  await answer(office, policeRequest, RECORD_FOUND);
  expect(await standing(office, caseId)).toMatchObject({ step: 'VERIFYING' });
  await until(() =>
    office.agencies.asked.some(({ requestId }) => requestId === `${caseId}/COURT-1`),
  );
  await answer(office, `${caseId}/COURT-1`, RECORD_FOUND);
  expect(await standing(office, caseId)).toMatchObject({ step: 'EVALUATING' });
  expect(await decide(office, caseId, RECORD_DRAFT)).toMatch(/^\d+\/STP-LLTP$/);
});

test('a draft that contradicts its judgments is refused', async () => {
  const { caseId } = await answeredCase(office);
  const officer = await office.as(HANOI.officer);
  const { line } = await officer.case(caseId);
  const contradiction = { ...RECORD_DRAFT, codes: { conclusion: 'NO_RECORD' } };
  const { status, body } = await officer.tryAct(caseId, line.rev, 'draft', contradiction);
  expect([status, body.code]).toEqual([422, 'ENTRIES_CONTRADICT_CONCLUSION']);
});

test('a returned draft is on the desk of its author again and loses its conclusion', async () => {
  const { caseId } = await answeredCase(office);
  const officer = await office.as(HANOI.officer);
  await officer.act(caseId, 'draft', CLEAN_DRAFT);
  const head = await office.as(HANOI.head);
  await head.act(caseId, 'return', { paper: { reason: 'Chưa nêu căn cứ' } });
  const { line, conclusion, acts } = await officer.case(caseId);
  expect(line).toMatchObject({ step: 'EVALUATING', holder: { id: officer.account.id } });
  expect(conclusion).toBeNull();
  expect(acts.find(({ act }) => act === 'draft')).toMatchObject({ refusal: null, primary: true });
  expect(await decide(office, caseId)).toMatch(/^\d+\/STP-LLTP$/);
});

test('a recalled certificate is shown as recalled, and as replaced once a new one is issued', async () => {
  const { caseId } = await issuedCase(office);
  const officer = await office.as(HANOI.officer);
  const [first] = (await officer.case(caseId)).certificates;
  const oldCode = first?.verificationCode ?? '';
  expect(await statusOf(oldCode)).toBe('VALID');
  const director = await office.as(HANOI.director);
  await director.act(caseId, 'recall', { paper: { reason: 'Sai ngày sinh' } });
  expect(await statusOf(oldCode)).toBe('RECALLED');
  const second = await decide(office, caseId);
  expect(second).not.toBe(first?.number);
  expect(await statusOf(oldCode)).toBe('REPLACED');
  const { certificates } = await officer.case(caseId);
  const valid = certificates.find(({ status }) => status === 'VALID');
  expect(valid?.number).toBe(second);
  expect(await statusOf(valid?.verificationCode ?? '')).toBe('VALID');
  expect(await statusOf('0123456789ABCDEF0123')).toBe('UNKNOWN');
});

test('a supplement asked after acceptance pauses the legal clock until it is received', async () => {
  const { caseId, trackingCode } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  const before = await officer.case(caseId);
  await officer.act(caseId, 'requestSupplement', { paper: { missing: 'Bản sao giấy khai sinh' } });
  const { application } = before;
  const asked = await officer.must('POST', '/public/tracking', {
    code: trackingCode,
    birthDate: application?.subject.birthDate,
  });
  expect(asked as Tracking).toMatchObject({
    paused: true,
    supplementWanted: 'Bản sao giấy khai sinh',
  });
  const desk = await office.as(HANOI.desk);
  await desk.act(caseId, 'receiveSupplement', { paper: { received: 'Bản sao giấy khai sinh' } });
  const after = await officer.case(caseId);
  expect(after.line).toMatchObject({ step: 'ACCEPTED', paused: false });
  // Terms count whole days: a standstill within one day moves nothing (longer ones: tests/domain/flow).
  expect(after.line.legalDueAt).toBe(before.line.legalDueAt);
});

test('a withdrawn application asks nobody any more', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const desk = await office.as(HANOI.desk);
  await desk.act(caseId, 'withdraw', { paper: { reason: 'Không còn nhu cầu' } });
  await office.client.workflow.getHandle(caseId).result();
  const liaison = await office.as(HANOI.policeLiaison);
  const { requests } = await liaison.must('GET', '/desk?limit=200');
  const open = requests.map((each: { verification: { requestId: string } }) => each.verification);
  expect(open).not.toContainEqual(expect.objectContaining({ requestId: policeRequest }));
  const late = await liaison.ask('POST', '/verifications/answers', {
    requestId: policeRequest,
    answer: ANSWER,
  });
  expect([late.status, late.body.code]).toEqual([409, 'CASE_CLOSED']);
});

test('a record goes from the province into the national database through three people', async () => {
  const records = await office.as(HANOI.records);
  const { caseId } = await records.must('POST', '/transfers', { record: aRecord() });
  await records.act(caseId, 'send');
  await (await office.as('tiepnhan.tt')).act(caseId, 'receive');
  await (await office.as('tiepnhan.tt')).act(caseId, 'checkRecord');
  await (await office.as('kiemtra.tt')).act(caseId, 'review');
  const done = await (await office.as('duyet.tt')).act(caseId, 'updateOfficially');
  expect(done).toMatchObject({ step: 'OFFICIALLY_UPDATED' });
});

test('a returned record goes back to who sent it, is corrected and sent again', async () => {
  const records = await office.as(HANOI.records);
  const { caseId } = await records.must('POST', '/transfers', { record: aRecord() });
  await records.act(caseId, 'send');
  const receiver = await office.as('tiepnhan.tt');
  await receiver.act(caseId, 'receive');
  await receiver.act(caseId, 'returnRecord', { paper: { reason: 'Sai nơi sinh' } });
  const { line } = await records.case(caseId);
  expect(line).toMatchObject({ step: 'RETURNED', holder: { id: records.account.id } });
  await records.act(caseId, 'correct', { paper: aRecord('Trần Văn Sửa') });
  expect((await records.case(caseId)).record?.person.fullName).toBe('Trần Văn Sửa');
  expect(await records.act(caseId, 'send')).toMatchObject({ step: 'SENT' });
});

test('the same dossier of a connected system is taken once, an altered one is refused', async () => {
  const system = await office.as('mcdt.hn');
  const dossier = anApplication({
    channel: 'PROVINCIAL_MCDT',
    externalCode: 'MCDT-1',
    accept: false,
  });
  const first = await system.must('POST', '/applications', dossier);
  const again = await system.must('POST', '/applications', dossier);
  expect(again.caseId).toBe(first.caseId);
  const altered = await system.ask('POST', '/applications', { ...dossier, purpose: 'Việc khác' });
  expect([altered.status, altered.body.code]).toEqual([409, 'EXTERNAL_CODE_CONFLICT']);
});
