import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readPdf } from '../print/readPdf.ts';
import { type Office, openOffice } from '../support/office.ts';
import { anApplication, handIn, HANOI } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const REASON = 'Người yêu cầu thường trú ở tỉnh khác; đã hướng dẫn nơi nộp.';

async function refused() {
  const { subject } = anApplication();
  const { caseId, trackingCode } = await handIn(office, { subject, accept: false });
  const desk = await office.as(HANOI.desk);
  const codes = { ground: 'NOT_COMPETENT' };
  await desk.act(caseId, 'refuse', { codes, paper: { reason: REASON } });
  return { caseId, question: { code: trackingCode, birthDate: subject.birthDate } };
}

async function fetched(url: string, payload: object) {
  return office.app.inject({ method: 'POST', url: `/api/v1${url}`, payload });
}

test('a refused applicant reads why, and gets it in writing for code and birth date', async () => {
  const { caseId, question } = await refused();
  const tracked = await (await office.as(HANOI.desk)).must('POST', '/public/tracking', question);
  expect(tracked).toMatchObject({
    ended: 'REFUSED',
    refusal: { ground: 'NOT_COMPETENT', reason: REASON },
  });
  const paper = await fetched('/public/refusal.pdf', question);
  expect(paper.headers['content-type']).toBe('application/pdf');
  expect(paper.headers['content-disposition']).toContain(`phieu-tu-choi-${caseId}.pdf`);
  const words = readPdf(paper.rawPayload).text.replace(/\s+/gu, ' ');
  expect(words).toContain('PHIẾU TỪ CHỐI GIẢI QUYẾT HỒ SƠ');
  expect(words).toContain('NGƯỜI TIẾP NHẬN');
  expect(words).toContain(REASON);
  const stranger = await fetched('/public/refusal.pdf', { ...question, birthDate: '1900-01-01' });
  expect([stranger.statusCode, stranger.json().code]).toEqual([404, 'TRACKING_NOT_FOUND']);
});

test('what turns out after acceptance is refused by the director, in writing and with what was asked withdrawn', async () => {
  const { subject } = anApplication();
  const { caseId, trackingCode } = await handIn(office, { subject });
  const question = { code: trackingCode, birthDate: subject.birthDate };
  const officer = await office.as(HANOI.officer);
  await officer.act(caseId, 'classify', { codes: { regime: 'SIMPLE', grounds: [] } });
  const refusing = {
    codes: { ground: 'PAPERS_INCOMPLETE_OR_FORGED' },
    paper: { reason: 'Giấy ủy quyền mang chữ ký giả.' },
  };
  for (const username of [HANOI.officer, HANOI.head, HANOI.desk]) {
    const tried = await (await office.as(username)).tryAct(caseId, 2, 'refuse', refusing);
    expect(tried.body.code).toBe('NOT_YOUR_ROLE');
  }
  const police = await office.as(HANOI.policeLiaison);
  const asked = async () => (await police.must('GET', `/desk?q=${caseId}`)).requests.length;
  expect(await asked()).toBe(1);
  const director = await office.as(HANOI.director);
  await director.act(caseId, 'refuse', refusing);
  expect(await asked()).toBe(0);
  const desk = await office.as(HANOI.desk);
  expect(await desk.must('POST', '/public/tracking', question)).toMatchObject({
    ended: 'REFUSED',
    refusal: { ground: refusing.codes.ground, reason: refusing.paper.reason },
  });
  const words = readPdf((await fetched('/public/refusal.pdf', question)).rawPayload).text;
  expect(words).toContain(refusing.paper.reason);
  expect(words).toContain('GIÁM ĐỐC');
  expect(words).not.toContain('NGƯỜI TIẾP NHẬN');
  const own = await director.ask('GET', `/cases/${caseId}/refusal.pdf`);
  expect(own.headers['content-type']).toBe('application/pdf');
});

test('the counter prints the same paper; other units and other people do not', async () => {
  const { caseId } = await refused();
  const path = `/cases/${caseId}/refusal.pdf`;
  const statusFor = async (username: string) => (await office.as(username)).ask('GET', path);
  expect((await statusFor(HANOI.desk)).headers['content-type']).toBe('application/pdf');
  expect((await statusFor('motcua.na')).body.code).toBe('NOT_YOUR_UNIT');
  expect((await statusFor(HANOI.policeLiaison)).status).toBe(403);
  const nobody = await office.app.inject({ method: 'GET', url: `/api/v1${path}` });
  expect(nobody.statusCode).toBe(401);
});

test('an application that goes on has no written refusal and tells of none', async () => {
  const { subject } = anApplication();
  const { caseId, trackingCode } = await handIn(office, { subject });
  const question = { code: trackingCode, birthDate: subject.birthDate };
  const desk = await office.as(HANOI.desk);
  expect((await desk.must('POST', '/public/tracking', question)).refusal).toBeNull();
  const asked = [
    await desk.ask('GET', `/cases/${caseId}/refusal.pdf`),
    await desk.ask('POST', '/public/refusal.pdf', question),
  ];
  for (const { status, body } of asked) expect([status, body.code]).toEqual([404, 'NOT_REFUSED']);
});
