import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openOffice, type Office } from '../support/office.ts';
import { reply } from '../support/replies.ts';
import { askedCase, CLEAN_DRAFT, decide, HANOI, RECORD_FOUND } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** A case whose police know a record of which the court knows nothing. */
async function contradicted() {
  const { caseId, policeRequest } = await askedCase(office);
  const court = `${caseId}/COURT-1`;
  await reply(office, policeRequest, RECORD_FOUND);
  await reply(office, court);
  return { caseId, found: policeRequest, clean: court };
}

const SETTLED = { stands: 'CLEAN', settlement: 'OTHER_PERSON' };
const paper = { reason: 'Khác tên mẹ và nơi sinh với bị án' };

test('hard case 19: police know a record, the court does not; no draft until the officer settled it', async () => {
  const { caseId, found, clean } = await contradicted();
  const officer = await office.as(HANOI.officer);
  const { line, conflicts, acts, answers } = await officer.case(caseId);
  expect(conflicts).toEqual([{ found, clean, settled: null }]);
  expect(answers).toMatchObject([{ requestId: found }, { requestId: clean }]);
  expect(acts.find(({ act }) => act === 'draft')).toMatchObject({ refusal: 'ANSWERS_CONFLICT' });
  const draft = await officer.tryAct(caseId, line.rev, 'draft', CLEAN_DRAFT);
  expect([draft.status, draft.body.code]).toEqual([409, 'ANSWERS_CONFLICT']);
  await officer.act(caseId, 'settleConflict', { codes: { found, clean, ...SETTLED }, paper });
  expect((await officer.case(caseId)).conflicts).toMatchObject([
    {
      settled: {
        stands: 'CLEAN',
        ground: 'OTHER_PERSON',
        ...paper,
        by: officer.account.displayName,
      },
    },
  ]);
  expect(await decide(office, caseId)).not.toBeNull();
});

test('a later answer brings a settled contradiction back', async () => {
  const { caseId, found, clean } = await contradicted();
  const officer = await office.as(HANOI.officer);
  await officer.act(caseId, 'settleConflict', { codes: { found, clean, ...SETTLED }, paper });
  await reply(office, found, { ...RECORD_FOUND, replaces: true });
  expect((await officer.case(caseId)).conflicts).toEqual([{ found, clean, settled: null }]);
  await reply(office, clean, { ...RECORD_FOUND, replaces: true });
  expect((await officer.case(caseId)).conflicts).toEqual([]);
});

test('hard case 19 (CV 367/2016): procuracy, court and enforcement know of no judgment: no record', async () => {
  const { caseId, found, clean } = await contradicted();
  const officer = await office.as(HANOI.officer);
  const codes = { found, clean, stands: 'CLEAN', settlement: 'NO_JUDGMENT_EXISTS' };
  const words = { reason: 'Bị bắt năm 2004, không tìm thấy bản án' };
  const { rev } = (await officer.case(caseId)).line;
  const early = await officer.tryAct(caseId, rev, 'settleConflict', { codes, paper: words });
  expect(early.body.code).toBe('JUDGMENT_SEARCH_INCOMPLETE');
  for (const [kind, unit] of [
    ['PROCURACY', 'VKSND-01'],
    ['ENFORCEMENT', 'THADS-01'],
  ] as const) {
    const asked = { kind, unit, why: 'JUDGMENT_SEARCH' };
    await officer.act(caseId, 'askUnit', { codes: asked, paper: { note: 'Tìm bản án năm 2004' } });
  }
  await reply(office, `${caseId}/PROCURACY-1`);
  await reply(office, `${caseId}/ENFORCEMENT-1`);
  await officer.act(caseId, 'settleConflict', { codes, paper: words });
  expect(await decide(office, caseId)).not.toBeNull();
});

test('what does not contradict, or is settled, is not settled again', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  await reply(office, policeRequest);
  const officer = await office.as(HANOI.officer);
  const { line, conflicts } = await officer.case(caseId);
  expect(conflicts).toEqual([]);
  const codes = { found: policeRequest, clean: policeRequest, ...SETTLED };
  const refused = await officer.tryAct(caseId, line.rev, 'settleConflict', { codes, paper });
  expect(refused.body.code).toBe('NO_CONFLICT');
});

test('nobody without the right to know of convictions learns of a contradiction', async () => {
  const { caseId, found, clean } = await contradicted();
  const officer = await office.as(HANOI.officer);
  await officer.act(caseId, 'settleConflict', { codes: { found, clean, ...SETTLED }, paper });
  for (const username of [HANOI.desk, HANOI.supervisor, HANOI.seal]) {
    const person = await office.as(username);
    for (const page of ['', '/events', '/time']) {
      const { text } = await person.ask('GET', `/cases/${caseId}${page}`);
      expect([username, page, text]).toEqual([
        username,
        page,
        expect.not.stringMatching(/settleConflict|OTHER_PERSON|COURT|TAND|Khác tên mẹ/u),
      ]);
    }
  }
});
