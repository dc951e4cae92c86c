import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  completed,
  convictedCase,
  DETAILS,
  draftOf,
  draftText,
  evaluationOf,
  told,
  tryDraft,
} from '../support/convictedCase.ts';
import { principal } from '../support/expungement.ts';
import { type Office, openOffice } from '../support/office.ts';
import { reply } from '../support/replies.ts';
import { decide, HANOI, JUDGMENT } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const NO_2 = { certificateType: 'NO_2' } as const;

test('hard case 19: an arrest that no judgment followed ends as no record on both certificates', async () => {
  const arrest = {
    ...JUDGMENT,
    judgmentNumber: 'Không có bản án',
    judgmentDate: '2004-06-01',
    executionStatus: 'Không rõ',
  };
  const caseId = await convictedCase(office, { police: [arrest], court: [], application: NO_2 });
  expect((await evaluationOf(office, caseId)).evaluation.conclusion).toBeNull();
  await findNoJudgment(caseId);
  const noJudgmentAt = ['PROCURACY', 'COURT', 'ENFORCEMENT'] as const;
  const looked = {
    ...arrest,
    details: {
      ...DETAILS,
      basis: 'ARREST_ONLY',
      noJudgmentAt,
      offenceDate: null,
      effectiveDate: null,
      principal: principal({ execution: { state: 'UNKNOWN', on: null } }),
    },
  };
  const { evaluation } = await completed(office, caseId, [looked]);
  expect(evaluation).toMatchObject({
    conclusion: 'NO_RECORD',
    entries: [{ listing: 'NOT_LISTED' }],
  });
  const drafted = { ...looked, standing: 'DEEMED_NONE', expungedOn: null };
  expect((await tryDraft(office, caseId, 'NO_RECORD', [drafted])).status).toBe(200);
  const text = await draftText(office, caseId);
  expect(text).toContain('Không có án tích');
  expect(text).not.toContain('Bản án');
});

/** Procuracy and enforcement look too, and the contradiction of police and court is settled by it. */
async function findNoJudgment(caseId: string): Promise<void> {
  const officer = await office.as(HANOI.officer);
  for (const [kind, unit] of [
    ['PROCURACY', 'VKSND-01'],
    ['ENFORCEMENT', 'THADS-01'],
  ] as const) {
    const codes = { kind, unit, why: 'JUDGMENT_SEARCH' };
    await officer.act(caseId, 'askUnit', { codes, paper: { note: 'Tìm bản án năm 2004' } });
    await reply(office, `${caseId}/${kind}-1`);
  }
  const [found, clean] = [`${caseId}/POLICE-1`, `${caseId}/COURT-1`];
  const codes = { found, clean, stands: 'CLEAN', settlement: 'NO_JUDGMENT_EXISTS' };
  const paper = { reason: 'Bị bắt năm 2004, không tìm thấy bản án' };
  await officer.act(caseId, 'settleConflict', { codes, paper });
}

test('hard case 20: a completion certificate without its judgment is not evaluated, the court is asked', async () => {
  const caseId = await convictedCase(office, { police: [told({ basis: 'COMPLETION_ONLY' })] });
  const { evaluation } = await evaluationOf(office, caseId);
  expect(evaluation.entries).toMatchObject([
    { status: 'UNDETERMINED', asks: [{ fact: 'JUDGMENT', of: ['COURT'] }] },
  ]);
});

test('hard case 21: a judgment overturned after the certificate: recalled, evaluated, issued anew', async () => {
  const serving = told({ principal: principal({ execution: { state: 'NOT_DONE', on: null } }) });
  const caseId = await convictedCase(office, { police: [serving] });
  const live = { ...serving, standing: 'NOT_EXPUNGED', expungedOn: null };
  const first = await decide(office, caseId, draftOf('HAS_RECORD', [live]));
  const director = await office.as(HANOI.director);
  await director.act(caseId, 'recall', { paper: { reason: 'Bản án bị hủy theo giám đốc thẩm' } });
  const overturned = told({ basis: 'OVERTURNED' });
  const { evaluation } = await completed(office, caseId, [overturned]);
  expect(evaluation.conclusion).toBe('NO_RECORD');
  const gone = { ...overturned, standing: 'DEEMED_NONE', expungedOn: null };
  const second = await decide(office, caseId, draftOf('NO_RECORD', [gone]));
  expect(second).not.toBe(first);
  expect(await draftText(office, caseId)).toContain('Không có án tích');
});

test('hard case 22: due tomorrow is still a record today; an unpaid fee keeps it one', async () => {
  const tomorrow = told({
    principal: principal({ execution: { state: 'DONE', on: '2021-09-19' } }),
  });
  const caseId = await convictedCase(office, { police: [tomorrow] });
  const { evaluation } = await evaluationOf(office, caseId);
  expect(evaluation).toMatchObject({
    conclusion: 'HAS_RECORD',
    entries: [{ status: 'NOT_EXPUNGED', until: '2023-09-19' }],
  });
  const early = {
    ...tomorrow,
    standing: 'EXPUNGED',
    expungedOn: '2023-09-19',
    deviation: 'Gần đủ',
  };
  expect((await tryDraft(office, caseId, 'EXPUNGED', [early])).body.fields).toMatchObject([
    { path: 'paper.entries.0.expungedOn', code: 'IN_FUTURE' },
  ]);
  const unpaid = { text: '50.000 đồng', execution: { state: 'NOT_DONE', on: null } } as const;
  const { evaluation: again } = await completed(office, caseId, [told({ courtFees: unpaid })]);
  expect(again.entries).toMatchObject([{ status: 'NOT_EXPUNGED', missing: ['COURT_FEES'] }]);
  const laws = new Set(again.entries[0]?.reasoning.map(({ law }) => law));
  expect([...laws]).toEqual(expect.arrayContaining(['BLHS1999', 'BLHS2015']));
});

test('hard case 23: a new crime restarts the old clock; No. 2 lists both in order of time', async () => {
  const again = told(
    {
      offences: [{ code: 'BLHS2015-173', penalCode: '2015', article: 173, clause: 1 }],
      offenceDate: '2017-06-01',
      effectiveDate: '2018-06-01',
      principal: principal({ months: 36, execution: { state: 'DONE', on: '2022-01-10' } }),
      courtFees: { text: '200.000 đồng', execution: { state: 'DONE', on: '2018-09-01' } },
    },
    { judgmentNumber: '7/2018/HSST', judgmentDate: '2018-05-02' },
  );
  const first = told({ newCrime: 'COMMITTED' });
  const caseId = await convictedCase(office, { police: [again, first], application: NO_2 });
  const { entries, evaluation } = await evaluationOf(office, caseId);
  expect(evaluation.entries).toMatchObject([
    { status: 'NOT_EXPUNGED', until: '2024-01-10' },
    { status: 'NOT_EXPUNGED', until: '2024-01-10' },
  ]);
  const judged = entries.map((entry) => ({
    ...entry,
    standing: 'NOT_EXPUNGED',
    expungedOn: null,
  }));
  expect((await tryDraft(office, caseId, 'HAS_RECORD', judged.toReversed())).status).toBe(200);
  const text = await draftText(office, caseId);
  expect(text.indexOf(JUDGMENT.judgmentNumber)).toBeLessThan(text.indexOf('7/2018/HSST'));
  expect(text.match(/Chưa được xóa án tích/gu)).toHaveLength(2);
});

test('a minor whom the police lists is certified clean', async () => {
  const caseId = await convictedCase(office, {
    police: [told()],
    subject: { birthDate: '1999-05-05' },
    application: NO_2,
  });
  const { entries, evaluation } = await evaluationOf(office, caseId);
  expect(evaluation).toMatchObject({
    conclusion: 'NO_RECORD',
    entries: [{ status: 'DEEMED_NONE' }],
  });
  const drafted = { ...entries[0], standing: 'DEEMED_NONE', expungedOn: null };
  expect((await tryDraft(office, caseId, 'NO_RECORD', [drafted])).status).toBe(200);
  expect(await draftText(office, caseId)).not.toContain(JUDGMENT.judgmentNumber);
});

test('a judgment whose execution cannot be traced is listed as found, with // for expungement', async () => {
  const lost = told({ principal: principal({ execution: { state: 'UNTRACEABLE', on: null } }) });
  const caseId = await convictedCase(office, { police: [lost], application: NO_2 });
  const { entries, evaluation } = await evaluationOf(office, caseId);
  expect(evaluation).toMatchObject({
    conclusion: 'EXPUNGED',
    entries: [{ listing: 'AS_FOUND' }],
  });
  const drafted = { ...entries[0], standing: 'AS_FOUND', expungedOn: null };
  expect((await tryDraft(office, caseId, 'EXPUNGED', [drafted])).status).toBe(200);
  const text = await draftText(office, caseId);
  expect(text).toContain(JUDGMENT.judgmentNumber);
  expect(text).not.toContain('xóa án tích ngày');
  expect(text).not.toContain('Chưa được xóa');
});
