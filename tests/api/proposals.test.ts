import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseDetail } from '../../domain/case.ts';
import { convictedCase, told } from '../support/convictedCase.ts';
import { openOffice, type Office } from '../support/office.ts';
import { reply } from '../support/replies.ts';
import {
  answeredCase,
  askedCase,
  HANOI,
  JUDGMENT,
  RECORD_FOUND,
  answer,
} from '../support/scenes.ts';
import { historyLength } from '../support/traces.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const UNPAID = {
  courtFees: { text: 'Án phí 200.000 đồng', execution: { state: 'NOT_DONE' as const, on: null } },
};
const AT_LARGE = {
  additional: [
    {
      kind: 'RESIDENCE_CONTROL' as const,
      text: 'Quản chế 1 năm',
      endsOn: null,
      execution: { state: 'UNKNOWN' as const, on: null },
    },
  ],
};

async function proposed(caseId: string, username: string = HANOI.officer) {
  const { proposals }: CaseDetail = await (await office.as(username)).case(caseId);
  return proposals;
}

test('unpaid fees and a penalty of unknown end suggest enforcement and commune, with source; nobody is asked', async () => {
  const caseId = await convictedCase(office, { police: [told({ ...UNPAID, ...AT_LARGE })] });
  const length = await historyLength(office, caseId);
  const proposals = await proposed(caseId);
  expect(proposals).toMatchObject([
    {
      kind: 'ENFORCEMENT',
      unit: { code: 'THADS-01' },
      why: 'EXPUNGEMENT_CONDITIONS',
      cause: 'PAYMENT_OPEN',
      judgments: [JUDGMENT.judgmentNumber],
      verified: true,
    },
    { kind: 'COMMUNE', unit: { code: 'UBND-01' }, cause: 'EXECUTION_UNKNOWN' },
  ]);
  expect(proposals.map(({ citation }) => citation).join()).toMatch(/111\/2010.*Điều 12.*Điều 48/u);
  expect(await historyLength(office, caseId)).toBe(length);
  expect(await proposed(caseId, HANOI.desk)).toEqual([]);
  expect(await proposed(caseId, HANOI.supervisor)).toEqual([]);

  const [{ kind, unit, why } = { kind: '', unit: null, why: '' }] = proposals;
  const officer = await office.as(HANOI.officer);
  const codes = { kind, unit: unit?.code, why };
  await officer.act(caseId, 'askUnit', { codes, paper: { note: 'Án phí đã nộp chưa' } });
  expect((await officer.case(caseId)).verifications.at(-1)).toMatchObject({
    requestId: `${caseId}/ENFORCEMENT-1`,
    why: [{ reason: 'EXPUNGEMENT_CONDITIONS' }],
  });
  expect((await proposed(caseId)).map((each) => each.kind)).toEqual(['COMMUNE']);
  await reply(office, `${caseId}/ENFORCEMENT-1`);
  expect((await proposed(caseId)).map((each) => each.kind)).toEqual(['COMMUNE']);
});

test('an arrest without judgment suggests procuracy and enforcement, not verified by anybody', async () => {
  const caseId = await convictedCase(office, {
    police: [told({ basis: 'ARREST_ONLY' })],
    court: [],
  });
  expect(await proposed(caseId)).toMatchObject([
    { kind: 'PROCURACY', unit: { code: 'VKSND-01' }, why: 'JUDGMENT_SEARCH', verified: false },
    { kind: 'ENFORCEMENT', unit: { code: 'THADS-01' }, why: 'JUDGMENT_SEARCH', verified: false },
  ]);
});

test('words alone, a judgment wholly done and a clean answer suggest nothing', async () => {
  const worded = await askedCase(office);
  await answer(office, worded.policeRequest, RECORD_FOUND);
  const done = await convictedCase(office, { police: [told()] });
  const clean = await answeredCase(office);
  for (const caseId of [worded.caseId, done, clean.caseId])
    expect(await proposed(caseId)).toEqual([]);
});

test('each kind of unit reads on slip and desk under which provision it is asked', async () => {
  const caseId = await convictedCase(office, { police: [told(UNPAID)] });
  const officer = await office.as(HANOI.officer);
  const codes = { kind: 'ENFORCEMENT', unit: 'THADS-01', why: 'EXPUNGEMENT_CONDITIONS' };
  await officer.act(caseId, 'askUnit', { codes, paper: { note: 'Án phí' } });
  const asked = office.agencies.asked.filter(({ requestId }) => requestId.startsWith(`${caseId}/`));
  const basisOf = Object.fromEntries(asked.map(({ kind, legalBasis }) => [kind, legalBasis]));
  expect(basisOf).toEqual({
    POLICE: expect.stringMatching(/Điều 47.*Điều 25/u),
    COURT: expect.stringContaining('111/2010/NĐ-CP, Điều 26'),
    ENFORCEMENT: expect.stringContaining('Điều 12'),
  });
  const shown = async (username: string) => {
    const { requests } = await (await office.as(username)).must('GET', '/desk?state=all&limit=200');
    return requests.find(({ verification }: { verification: { caseId: string } }) => {
      return verification.caseId === caseId;
    }).legalBasis;
  };
  expect(await shown(HANOI.policeLiaison)).toEqual({
    citation: basisOf['POLICE'],
    verified: false,
  });
  expect(await shown(HANOI.courtLiaison)).toEqual({ citation: basisOf['COURT'], verified: true });
});
