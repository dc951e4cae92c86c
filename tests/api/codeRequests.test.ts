import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCodeRequest, anOffence } from '../support/offences.ts';
import { answeredCase, HANOI, JUDGMENT } from '../support/scenes.ts';
import { openOffice, type Office } from '../support/office.ts';

const REVIEWER = 'kiemtra.tt';
const APPROVER = 'duyet.tt';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function asked(): Promise<string> {
  const records = await office.as(HANOI.records);
  const { caseId } = await records.must('POST', '/catalogue/requests', { request: aCodeRequest() });
  return caseId;
}

function newEntry(code: string) {
  const entry = anOffence({ code, article: '265a', name: 'Tội tổ chức đua xe kiểu mới' });
  return { codes: { code }, paper: { entry, reason: 'Chưa có trong danh mục.' } };
}

async function released(): Promise<number> {
  const reviewer = await office.as(REVIEWER);
  const { release } = await reviewer.must('GET', '/catalogue/offences');
  return release.version;
}

test('a new offence is asked for, proposed, approved by another person and in force at once', async () => {
  const caseId = await asked();
  const before = await released();
  const reviewer = await office.as(REVIEWER);
  const { cases } = await reviewer.must('GET', '/worklist?queue=unclaimed');
  expect(cases.map((line: { caseId: string }) => line.caseId)).toContain(caseId);
  await reviewer.act(caseId, 'proposeEntry', newEntry('MOI-265A'));
  expect(await released()).toBe(before);
  await (await office.as(APPROVER)).act(caseId, 'grantCode');

  expect(await released()).toBe(before + 1);
  const officer = await office.as(HANOI.records);
  const { offences } = await officer.must('GET', '/catalogue/offences?q=MOI-265A');
  expect(offences).toMatchObject([{ code: 'MOI-265A', article: '265a' }]);
  const shown = await officer.must('GET', `/catalogue/requests/${caseId}`);
  expect(shown).toMatchObject({
    releasedIn: before + 1,
    proposal: { kind: 'NEW', code: 'MOI-265A', reason: 'Chưa có trong danh mục.' },
  });
  const { line } = await officer.must('GET', `/cases/${caseId}`);
  expect(line).toMatchObject({ step: 'RELEASED', kind: 'CODE_REQUEST' });
  const { releases } = await reviewer.must('GET', '/catalogue/releases');
  const [latest] = releases;
  expect(latest.importedBy).not.toBe(latest.releasedBy);
  const changes = await reviewer.must('GET', `/catalogue/releases/${latest.id}/changes?kind=ADDED`);
  expect(changes).toMatchObject({ total: 1, changes: [{ code: 'MOI-265A' }] });
});

test('words that the catalogue has are mapped to its entry, and nothing is released', async () => {
  const caseId = await asked();
  const before = await released();
  const reviewer = await office.as(REVIEWER);
  const paper = { reason: 'Là tội trộm cắp tài sản.' };
  await reviewer.act(caseId, 'proposeMapping', { codes: { code: 'BLHS2015-173' }, paper });
  await (await office.as(APPROVER)).act(caseId, 'grantCode');
  const shown = await reviewer.must('GET', `/catalogue/requests/${caseId}`);
  expect(shown).toMatchObject({
    releasedIn: null,
    proposal: { kind: 'EXISTING', entry: { article: '173' } },
  });
  expect(await released()).toBe(before);
});

test('a returned proposal comes back to its reviewer, who may propose otherwise', async () => {
  const caseId = await asked();
  const reviewer = await office.as(REVIEWER);
  await reviewer.act(caseId, 'proposeEntry', newEntry('MOI-266'));
  const paper = { reason: 'Đã có mã.' };
  await (await office.as(APPROVER)).act(caseId, 'returnProposal', { paper });
  const { line } = await reviewer.must('GET', `/cases/${caseId}`);
  expect(line).toMatchObject({ step: 'ASKED', holder: { displayName: expect.any(String) } });
  const why = { reason: 'Dùng mã đã có.' };
  await reviewer.act(caseId, 'proposeMapping', { codes: { code: 'BLHS2015-173' }, paper: why });
  const shown = await reviewer.must('GET', `/catalogue/requests/${caseId}`);
  expect(shown.proposal.kind).toBe('EXISTING');
});

test.each([
  ['proposeEntry', newEntry('BLHS2015-173'), 'OFFENCE_CODE_TAKEN'],
  ['proposeEntry', { ...newEntry('MOI-1'), codes: { code: 'MOI-2' } }, 'INVALID_INPUT'],
  [
    'proposeMapping',
    { codes: { code: 'KHONG-CO' }, paper: { reason: 'x' } },
    'UNKNOWN_OFFENCE_CODE',
  ],
])('%s is refused when %j', async (act, payload, code) => {
  const caseId = await asked();
  const reviewer = await office.as(REVIEWER);
  const { rev } = (await reviewer.must('GET', `/cases/${caseId}`)).line;
  const request = { act, expectedRev: rev, ...payload };
  const { body } = await reviewer.ask('POST', `/cases/${caseId}/acts`, request);
  expect(body.code).toBe(code);
});

test('a code that another request brought into force meanwhile is released once', async () => {
  const [first, second] = [await asked(), await asked()];
  const reviewer = await office.as(REVIEWER);
  for (const caseId of [first, second]) {
    await reviewer.act(caseId, 'proposeEntry', newEntry('MOI-267'));
  }
  const approver = await office.as(APPROVER);
  const before = await released();
  await Promise.all([first, second].map((caseId) => approver.act(caseId, 'grantCode')));
  expect(await released()).toBe(before + 1);
});

test('the department takes back what nobody has proposed for; a judgment of tomorrow is refused', async () => {
  const caseId = await asked();
  const records = await office.as(HANOI.records);
  await records.act(caseId, 'takeBack', { paper: { reason: 'Đã tìm thấy mã.' } });
  const { line } = await records.must('GET', `/cases/${caseId}`);
  expect(line.step).toBe('TAKEN_BACK');
  const request = aCodeRequest({ judgmentDate: '2999-01-01' });
  const { body } = await records.ask('POST', '/catalogue/requests', { request });
  expect(body.fields).toMatchObject([{ path: 'request.judgmentDate', code: 'IN_FUTURE' }]);
});

test('a certificate whose offence the catalogue lacks waits, or says why it carries the words', async () => {
  const { caseId } = await answeredCase(office);
  const officer = await office.as(HANOI.officer);
  const entry = { ...JUDGMENT, offence: 'Tội đua xe kiểu mới', expungedOn: null };
  const codes = { conclusion: 'HAS_RECORD' };
  const draft = (entries: object[]) => {
    return { codes, paper: { reasoning: 'Theo bản án có hiệu lực.', entries } };
  };
  const { rev } = (await officer.must('GET', `/cases/${caseId}`)).line;
  const request = { act: 'draft', expectedRev: rev, ...draft([entry]) };
  const { body } = await officer.ask('POST', `/cases/${caseId}/acts`, request);
  expect(body.fields).toMatchObject([
    { path: 'paper.entries.0.offenceAsSaid', code: 'OFFENCE_NOT_NORMALISED' },
  ]);
  const said = { ...entry, offenceAsSaid: 'Bản án ghi như vậy; đã đề nghị Trung tâm cấp mã.' };
  await officer.act(caseId, 'draft', draft([said]));
});
