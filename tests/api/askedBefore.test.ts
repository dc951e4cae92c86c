import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openOffice, type Office } from '../support/office.ts';
import { reply } from '../support/replies.ts';
import {
  ANSWER,
  anApplication,
  answeredCase,
  askedCase,
  decide,
  HANOI,
  handIn,
  issuedCase,
  JUDGMENT,
  RECORD_DRAFT,
  RECORD_FOUND,
} from '../support/scenes.ts';
import { standing } from '../support/traces.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

let people = 0;

/** Somebody with a personal ID of their own. */
function somebody() {
  people += 1;
  const personalId = `0010900${String(10_000 + people)}`;
  return { ...anApplication().subject, personalId, birthDate: '1990-02-03' };
}

async function delivered(caseId: string): Promise<void> {
  const desk = await office.as(HANOI.desk);
  await desk.act(caseId, 'post');
  await desk.act(caseId, 'confirmDelivery');
}

const SHORT = { regime: 'SIMPLE', grounds: [], shortcut: true };

test('who was certified clean before is not looked up again (NĐ 111/2010 Art. 28), the basis is kept', async () => {
  const subject = somebody();
  const first = await issuedCase(office, { subject });
  await delivered(first.caseId);
  const { caseId } = await handIn(office, {
    subject: { ...subject, fullName: 'Trần Thị Đổi Tên' },
  });
  const officer = await office.as(HANOI.officer);
  expect((await officer.case(caseId)).verifiedBefore).toMatchObject({
    caseId: first.caseId,
    on: '2023-09-18',
    used: false,
    verified: true,
  });
  await officer.act(caseId, 'classify', { codes: SHORT });
  const { line, verifiedBefore, verifications } = await officer.case(caseId);
  expect([line.step, verifiedBefore?.used, verifications]).toEqual(['EVALUATING', true, []]);
  const { events } = await officer.must('GET', `/cases/${caseId}/events`);
  expect(events.at(-1)).toMatchObject({ act: 'classify', codes: SHORT });
  expect(await decide(office, caseId)).not.toBeNull();
});

test('the same name is no basis, nor is a dossier that found something or is still open', async () => {
  const officer = await office.as(HANOI.officer);
  const subject = somebody();
  const open = await issuedCase(office, { subject });
  const again = await handIn(office, { subject });
  expect((await officer.case(again.caseId)).verifiedBefore).toBeNull();
  await delivered(open.caseId);
  const namesake = await handIn(office, { subject: { ...somebody(), fullName: subject.fullName } });
  expect((await officer.case(namesake.caseId)).verifiedBefore).toBeNull();
  const { rev } = (await officer.case(namesake.caseId)).line;
  const refused = await officer.tryAct(namesake.caseId, rev, 'classify', { codes: SHORT });
  expect([refused.status, refused.body.code]).toEqual([409, 'NOT_VERIFIED_BEFORE']);

  const convict = somebody();
  const found = await askedCase(office, { subject: convict });
  await reply(office, found.policeRequest, RECORD_FOUND);
  await reply(office, `${found.caseId}/COURT-1`, RECORD_FOUND);
  await decide(office, found.caseId, RECORD_DRAFT);
  await delivered(found.caseId);
  const next = await handIn(office, { subject: convict });
  expect((await officer.case(next.caseId)).verifiedBefore).toBeNull();
});

test('ask once: what the same unit answered lately is offered with its date and may serve again', async () => {
  const subject = somebody();
  const first = await answeredCase(office, { subject });
  const { caseId, policeRequest } = await askedCase(office, { subject });
  const officer = await office.as(HANOI.officer);
  const { earlierAnswers, acts } = await officer.case(caseId);
  expect(earlierAnswers).toMatchObject([
    { requestId: policeRequest, outcome: 'NO_RECORD', fromCase: first.caseId },
  ]);
  expect(acts.map(({ act }) => act)).toContain('reuseAnswer');
  const answerId = earlierAnswers[0]?.answerId;
  await officer.act(caseId, 'reuseAnswer', { codes: { requestId: policeRequest, answerId } });
  const detail = await officer.case(caseId);
  expect(detail.line.step).toBe('EVALUATING');
  expect(detail.verifications[0]).toMatchObject({ outcome: 'NO_RECORD', reusedFrom: first.caseId });
  expect(detail.answers).toMatchObject([{ requestId: policeRequest, inForce: true }]);
  // The unit may still say something of its own.
  await reply(office, policeRequest, RECORD_FOUND);
  expect((await officer.case(caseId)).verifications[0]).toMatchObject({
    outcome: 'RECORD_FOUND',
    reusedFrom: null,
  });
});

test('an answer about somebody else, or of nobody, does not serve', async () => {
  const other = await answeredCase(office, { subject: somebody() });
  const officer = await office.as(HANOI.officer);
  const { caseId, policeRequest } = await askedCase(office, { subject: somebody() });
  const { earlierAnswers, acts, line } = await officer.case(caseId);
  expect([earlierAnswers, acts.some(({ act }) => act === 'reuseAnswer')]).toEqual([[], false]);
  const answerId = '00000000-0000-4000-8000-000000000000';
  for (const requestId of [policeRequest, `${other.caseId}/POLICE-1`]) {
    const codes = { requestId, answerId };
    const { body } = await officer.tryAct(caseId, line.rev, 'reuseAnswer', { codes });
    expect(['ANSWER_NOT_REUSABLE', 'VERIFICATION_NOT_ASKED']).toContain(body.code);
  }
});

test('a unit that asks back starts the asker’s clock; its own stands still and ends later for it', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const officer = await office.as(HANOI.officer);
  const legalDue = (await officer.case(caseId)).line.legalDueAt;
  const needed = 'Tên mẹ';
  await reply(office, policeRequest, { ...ANSWER, outcome: 'NEEDS_IDENTIFICATION', needed });
  const clockOf = async (name: string) =>
    (await officer.case(caseId)).clocks.find((clock) => clock.name === name);
  expect(await clockOf(`clarification:${policeRequest}`)).toMatchObject({
    effect: 'norm',
    stoppedAt: null,
  });
  expect((await clockOf(`verification:${policeRequest}`))?.pausedAt).not.toBeNull();
  expect((await officer.case(caseId)).line).toMatchObject({
    waitingFor: [],
    queueRole: 'LLTP_OFFICER',
  });
  const paper = { identification: 'Mẹ: Lê Thị Mẫu' };
  await officer.act(caseId, 'identify', { codes: { requestId: policeRequest }, paper });
  expect((await clockOf(`clarification:${policeRequest}`))?.stoppedAt).not.toBeNull();
  expect((await clockOf(`verification:${policeRequest}`))?.pausedAt).toBeNull();
  expect((await officer.case(caseId)).line.legalDueAt).toBe(legalDue);
});

test('an unclear answer is asked again in a new round, with a note the unit reads', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const officer = await office.as(HANOI.officer);
  await reply(office, policeRequest, { ...ANSWER, outcome: 'UNCLEAR', reason: 'Trùng tên' });
  await reply(office, `${caseId}/COURT-1`);
  const note = { note: 'Người này sinh tại Hải Phòng, có CMND cũ 031' };
  await officer.act(caseId, 'askAgain', { codes: { requestId: policeRequest }, paper: note });
  expect((await standing(office, caseId)).step).toBe('VERIFYING');
  expect(office.agencies.asked.at(-1)).toMatchObject({
    requestId: policeRequest,
    round: 2,
    identification: note.note,
  });
  await reply(office, policeRequest);
  expect((await standing(office, caseId)).step).toBe('EVALUATING');
  const { rev } = (await officer.case(caseId)).line;
  const codes = { requestId: policeRequest };
  const again = await officer.tryAct(caseId, rev, 'askAgain', { codes, paper: note });
  expect(again.body.code).toBe('NOTHING_UNCLEAR');
});

test('the judgment of a reused answer stands with the sources of the draft', async () => {
  const subject = somebody();
  const first = await askedCase(office, { subject });
  await reply(office, first.policeRequest, RECORD_FOUND);
  const { caseId, policeRequest } = await askedCase(office, { subject });
  const officer = await office.as(HANOI.officer);
  const answerId = (await officer.case(caseId)).earlierAnswers[0]?.answerId;
  await officer.act(caseId, 'reuseAnswer', { codes: { requestId: policeRequest, answerId } });
  const { line, answers } = await officer.case(caseId);
  expect(line.waitingFor).toEqual([HANOI.court]);
  expect(answers?.[0]?.entries[0]?.judgmentNumber).toBe(JUDGMENT.judgmentNumber);
});
