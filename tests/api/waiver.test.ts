import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openOffice, type Office } from '../support/office.ts';
import { reply, tryReply } from '../support/replies.ts';
import { ANSWER, askedCase, CLEAN_DRAFT, decide, HANOI, RECORD_FOUND } from '../support/scenes.ts';
import { standing } from '../support/traces.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const paper = { reason: 'Công an đã quá hạn 9 ngày làm việc, đã đôn đốc hai lần' };

/** A case whose only answer is waived: proposed by its officer, signed by the director. */
async function waived() {
  const { caseId, policeRequest } = await askedCase(office);
  const codes = { requestId: policeRequest };
  await (await office.as(HANOI.officer)).act(caseId, 'proposeWaiver', { codes, paper });
  await (await office.as(HANOI.director)).act(caseId, 'signWaiver', { codes });
  return { caseId, policeRequest };
}

test('hard case 18: the police are late; the case goes on by a signed waiver, which stands on the timeline', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const officer = await office.as(HANOI.officer);
  const director = await office.as(HANOI.director);
  const codes = { requestId: policeRequest };
  const { rev } = (await officer.case(caseId)).line;
  const early = await director.tryAct(caseId, rev, 'signWaiver', { codes });
  expect(early.body.code).toBe('NO_WAIVER_PROPOSED');
  await officer.act(caseId, 'proposeWaiver', { codes, paper });
  expect((await standing(office, caseId)).step).toBe('VERIFYING');
  // It stands in the director's own queue, while the police keep the time.
  const { cases } = await director.must('GET', '/worklist?queue=unclaimed&limit=200');
  expect(cases.map((line: { caseId: string }) => line.caseId)).toContain(caseId);
  expect(cases[0].waitingFor).toEqual([HANOI.police]);
  const own = await officer.tryAct(caseId, rev + 1, 'signWaiver', { codes });
  expect(own.body.code).toBe('NOT_YOUR_ROLE');
  await director.act(caseId, 'signWaiver', { codes });
  const detail = await officer.case(caseId);
  expect(detail.line.step).toBe('EVALUATING');
  expect(detail.verifications[0]).toMatchObject({
    outcome: 'WAIVED',
    answeredAt: null,
    waiver: {
      ...paper,
      proposedBy: officer.account.displayName,
      signedBy: director.account.displayName,
    },
  });
  const { events } = await officer.must('GET', `/cases/${caseId}/events`);
  expect(events.slice(-2)).toMatchObject([
    { act: 'proposeWaiver', codes, paper },
    { act: 'signWaiver', codes, actorName: director.account.displayName },
  ]);
  expect(await decide(office, caseId, CLEAN_DRAFT)).not.toBeNull();
});

test('a late answer after a waiver is taken in, and before signing the draft made without it is undone', async () => {
  const { caseId, policeRequest } = await waived();
  await (await office.as(HANOI.officer)).act(caseId, 'draft', CLEAN_DRAFT);
  await reply(office, policeRequest, RECORD_FOUND);
  const { line, conclusion, verifications, answers } = await (
    await office.as(HANOI.officer)
  ).case(caseId);
  expect([line.step, conclusion]).toEqual(['VERIFYING', null]);
  expect(verifications.map(({ kind, outcome }) => [kind, outcome])).toEqual([
    ['POLICE', 'RECORD_FOUND'],
    ['COURT', null],
  ]);
  expect(verifications[0]?.waiver?.signedBy).not.toBeNull();
  expect(answers).toMatchObject([{ outcome: 'RECORD_FOUND', inForce: true }]);
});

test('what is no answer yet does not bring a waived question back; after signing it is too late', async () => {
  const { caseId, policeRequest } = await waived();
  const later = { ...ANSWER, outcome: 'CANNOT_ANSWER_YET', reason: 'Đang tìm' };
  await reply(office, policeRequest, { ...later, expectedAt: '2023-10-02' });
  expect((await standing(office, caseId)).step).toBe('EVALUATING');
  await decide(office, caseId);
  const late = await tryReply(office, policeRequest);
  expect([late.status, late.body.code]).toEqual([409, 'ANSWER_TOO_LATE']);
});

test('the director may decline; whoever proposed does not sign, and an answer makes the proposal idle', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const officer = await office.as(HANOI.officer);
  const director = await office.as(HANOI.director);
  const codes = { requestId: policeRequest };
  await officer.act(caseId, 'proposeWaiver', { codes, paper });
  const twice = await officer.tryAct(
    caseId,
    (await officer.case(caseId)).line.rev,
    'proposeWaiver',
    { codes, paper },
  );
  expect(twice.body.code).toBe('WAIVER_PROPOSED');
  await director.act(caseId, 'declineWaiver', { codes, paper: { reason: 'Chờ thêm một tuần' } });
  await officer.act(caseId, 'proposeWaiver', { codes, paper });
  await reply(office, policeRequest);
  const detail = await officer.case(caseId);
  expect(detail.line.step).toBe('EVALUATING');
  expect(detail.verifications[0]).toMatchObject({ outcome: 'NO_RECORD', waiver: null });
});

test('who may not read of convictions sees neither waivers nor why somebody was asked', async () => {
  const { caseId } = await waived();
  for (const username of [HANOI.desk, HANOI.supervisor]) {
    const { text } = await (await office.as(username)).ask('GET', `/cases/${caseId}`);
    expect(text).not.toMatch(/WAIVED|quá hạn 9 ngày|"RESIDENCE"/u);
  }
});
