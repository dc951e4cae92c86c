import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dateOf } from '../../domain/instant.ts';
import {
  completed,
  convictedCase,
  draftOf,
  draftText,
  evaluationOf,
  told,
  tryDraft,
} from '../support/convictedCase.ts';
import { principal } from '../support/expungement.ts';
import { type Office, openOffice } from '../support/office.ts';
import { reply, tryReply } from '../support/replies.ts';
import {
  answer,
  ANSWER,
  askedCase,
  CLEAN_DRAFT,
  decide,
  HANOI,
  issuedCase,
  JUDGMENT,
  RECORD_FOUND,
} from '../support/scenes.ts';
import { standing } from '../support/traces.ts';

let office: Office;
let beforeTet: Office;
beforeAll(async () => {
  office = await openOffice();
  beforeTet = await openOffice({ from: Date.parse('2024-02-02T09:00:00+07:00') });
});
afterAll(() => Promise.all([office.close(), beforeTet.close()]));

const SERVING = principal({ execution: { state: 'NOT_DONE', on: null } });
const NO_2 = { certificateType: 'NO_2' } as const;

/** What the public check says of a certificate. */
async function checked(code: string): Promise<string> {
  const anybody = await office.as(HANOI.desk);
  return (await anybody.must('GET', `/public/certificates/${code}`)).status;
}

test('hard case 9: the tenth day falls into Tết; five working days of the police end after the legal date', async () => {
  const { caseId, policeRequest } = await askedCase(beforeTet);
  const officer = await beforeTet.as(HANOI.officer);
  const { line, clocks, promises } = await officer.case(caseId);
  const dueOf = (name: string): string => {
    const dueAt = clocks.find((clock) => clock.name === name)?.dueAt;
    return dueAt === undefined ? '' : dateOf(Date.parse(dueAt));
  };
  // 12 February is the third day of the year of the Dragon; work goes on on the fifteenth.
  expect(dueOf('total')).toBe('2024-02-15');
  expect(dueOf(`verification:${policeRequest}`)).toBe('2024-02-16');
  expect(line.legalDueAt).toBe(clocks.find(({ name }) => name === 'total')?.dueAt);
  const wait = { ...ANSWER, outcome: 'CANNOT_ANSWER_YET', reason: 'Nghỉ Tết' };
  await reply(beforeTet, policeRequest, { ...wait, expectedAt: '2024-02-20' });
  const later = await officer.case(caseId);
  expect([later.line.legalDueAt, later.promises]).toEqual([line.legalDueAt, promises]);
  await reply(beforeTet, policeRequest);
  expect((await standing(beforeTet, caseId)).step).toBe('EVALUATING');
});

test('hard case 15: the applicant dies with questions out: cancelled, and late answers are kept and refused by name', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const head = await office.as(HANOI.head);
  const paper = { reason: 'Giấy chứng tử số 12/2023' };
  await head.act(caseId, 'cancel', { codes: { ground: 'SUBJECT_DIED' }, paper });
  expect((await standing(office, caseId)).step).toBe('CANCELLED');
  const liaison = await office.as(HANOI.policeLiaison);
  expect((await liaison.must('GET', `/desk?q=${caseId}`)).requests).toEqual([]);
  expect((await tryReply(office, policeRequest, RECORD_FOUND)).body.code).toBe('CASE_CLOSED');
});

test('hard case 24: an offence the later code abolished is printed nowhere; the name of 1999 raises no doubt', async () => {
  const of1999 = (code: string, article: number, offence: string) =>
    told(
      { offences: [{ code, penalCode: '1999', article, clause: 1 }] },
      { offence, provision: `Khoản 1 Điều ${article} Bộ luật Hình sự 1999` },
    );
  const reporting = of1999('BLHS1999-167', 167, 'Báo cáo sai trong quản lý kinh tế');
  const caseId = await convictedCase(office, { police: [reporting], application: NO_2 });
  const { entries, evaluation } = await evaluationOf(office, caseId);
  expect(evaluation).toMatchObject({
    conclusion: 'NO_RECORD',
    entries: [{ status: 'DEEMED_NONE', listing: 'NOT_LISTED' }],
  });
  const none = { ...entries[0], standing: 'DEEMED_NONE', expungedOn: null };
  expect((await tryDraft(office, caseId, 'NO_RECORD', [none])).status).toBe(200);
  expect(await draftText(office, caseId)).not.toContain('Báo cáo sai');

  // Split into four by the code of 2015: one judgment, under the name it was given.
  const drugs = of1999('BLHS1999-194', 194, 'Tàng trữ trái phép chất ma túy');
  const split = { ...drugs, details: { ...drugs.details, principal: SERVING } };
  const other = await convictedCase(office, { police: [split], application: NO_2 });
  const found = await evaluationOf(office, other);
  expect(found.evaluation).toMatchObject({ conclusion: 'HAS_RECORD' });
  const laws = new Set(found.evaluation.entries[0]?.reasoning.map(({ law }) => law));
  expect([...laws]).toEqual(expect.arrayContaining(['BLHS1999', 'BLHS2015']));
  const live = { ...found.entries[0], standing: 'NOT_EXPUNGED', expungedOn: null };
  expect((await tryDraft(office, other, 'HAS_RECORD', [live])).status).toBe(200);
  expect(await draftText(office, other)).toContain('Tàng trữ trái phép chất ma túy');
});

/** A certificate with a judgment, issued and recalled because the person objects. */
async function objectedTo(): Promise<{ caseId: string; code: string; entry: object }> {
  const entry = told({ principal: SERVING });
  const caseId = await convictedCase(office, { police: [entry] });
  const live = { ...entry, standing: 'NOT_EXPUNGED', expungedOn: null };
  await decide(office, caseId, draftOf('HAS_RECORD', [live]));
  const officer = await office.as(HANOI.officer);
  const [certificate] = (await officer.case(caseId)).certificates;
  const code = certificate?.verificationCode ?? '';
  const objection = {
    reason: 'Người được cấp phiếu: bị lấy cắp căn cước, năm sinh trong bản án sai',
  };
  await (await office.as(HANOI.director)).act(caseId, 'recall', { paper: objection });
  return { caseId, code, entry };
}

/** Ask the units that told of the judgment to correct it. */
async function contest(caseId: string): Promise<[police: string, court: string]> {
  const officer = await office.as(HANOI.officer);
  const [police, court] = [`${caseId}/POLICE-1`, `${caseId}/COURT-1`];
  const paper = { note: 'Đề nghị đính chính: vân tay trong hồ sơ không phải của người này' };
  for (const requestId of [police, court]) {
    await officer.act(caseId, 'askAgain', { codes: { requestId }, paper });
    expect(office.agencies.asked.at(-1)).toMatchObject({
      requestId,
      round: 2,
      identification: paper.note,
    });
  }
  return [police, court];
}

test('hard case 27: the person objects to a printed certificate: recalled, corrected by the suppliers, issued anew', async () => {
  const { caseId, code, entry } = await objectedTo();
  const officer = await office.as(HANOI.officer);
  const silently = await tryDraft(office, caseId, 'NO_RECORD', []);
  expect(silently.body.fields).toMatchObject([{ code: 'JUDGMENT_LEFT_OUT' }]);
  const alone = { ...entry, standing: 'DEEMED_NONE', expungedOn: null, deviation: 'Người khác' };
  expect((await tryDraft(office, caseId, 'NO_RECORD', [alone])).body.fields).toMatchObject([
    { path: 'paper.entries.0.standing', code: 'ONLY_SUPPLIER_CORRECTS' },
  ]);

  const [police, court] = await contest(caseId);
  const { line, verifications } = await officer.case(caseId);
  expect([line.step, ...verifications.map(({ contested }) => contested)]).toEqual([
    'VERIFYING',
    true,
    true,
  ]);
  const waiver = { codes: { requestId: court }, paper: { reason: 'Không chờ' } };
  const waived = await officer.tryAct(caseId, line.rev, 'proposeWaiver', waiver);
  expect(waived.body.code).toBe('ANSWER_CONTESTED');
  await answer(office, police);
  await answer(office, court);
  const second = await decide(office, caseId, CLEAN_DRAFT);
  expect([second !== null, await checked(code)]).toEqual([true, 'REPLACED']);
  expect(await draftText(office, caseId)).not.toContain(JUDGMENT.judgmentNumber);
  const { answers } = await officer.case(caseId);
  expect(answers?.map(({ outcome, inForce }) => [outcome, inForce]).toSorted()).toEqual([
    ['NO_RECORD', true],
    ['NO_RECORD', true],
    ['RECORD_FOUND', false],
    ['RECORD_FOUND', false],
  ]);
});

test('hard case 27: the suppliers uphold what they told: the department alone cannot leave it out', async () => {
  const { caseId, entry } = await objectedTo();
  for (const requestId of await contest(caseId)) {
    await answer(office, requestId, { ...RECORD_FOUND, entries: [entry] });
  }
  const { evaluation } = await completed(office, caseId, [entry]);
  expect(evaluation.conclusion).toBe('HAS_RECORD');
  const alone = { ...entry, standing: 'DEEMED_NONE', expungedOn: null, deviation: 'Người khác' };
  for (const entries of [[], [alone]]) {
    const refused = await tryDraft(office, caseId, 'NO_RECORD', entries);
    expect(refused.status).toBeGreaterThanOrEqual(400);
  }
  const live = { ...entry, standing: 'NOT_EXPUNGED', expungedOn: null };
  expect((await tryDraft(office, caseId, 'HAS_RECORD', [live])).status).toBe(200);
});

test('hard case 30: a recalled certificate is told by its code; a code that was never given is not known', async () => {
  const { caseId } = await issuedCase(office);
  const [certificate] = (await (await office.as(HANOI.officer)).case(caseId)).certificates;
  const code = certificate?.verificationCode ?? '';
  expect(await checked(code)).toBe('VALID');
  const paper = { reason: 'Tòa án gửi bản án sau khi cấp phiếu' };
  await (await office.as(HANOI.director)).act(caseId, 'recall', { paper });
  expect([await checked(code), await checked('0123456789ABCDEF0123')]).toEqual([
    'RECALLED',
    'UNKNOWN',
  ]);
});
