import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ApplicationSubmission } from '../../domain/application.ts';
import type { DeskRequest } from '../../domain/desk.ts';
import type { Regime } from '../../domain/flow/applicationState.ts';
import { openOffice, type Office } from '../support/office.ts';
import { reply, tryReply } from '../support/replies.ts';
import {
  ANSWER,
  anApplication,
  CLEAN_DRAFT,
  decide,
  HANOI,
  handIn,
  JUDGMENT,
  RECORD_FOUND,
} from '../support/scenes.ts';
import { loggedActs, standing } from '../support/traces.ts';
import { until } from '../support/until.ts';

let before: Office;
let after: Office;
beforeAll(async () => {
  before = await openOffice();
  after = await openOffice({ from: Date.parse('2025-08-04T09:00:00+07:00') });
});
afterAll(() => Promise.all([before.close(), after.close()]));

type Stay = ApplicationSubmission['subject']['residenceHistory'][number];

function stay(provinceCode: string | null, from: string, to: string | null): Stay {
  const countryCode = provinceCode === null ? 'KR' : 'VN';
  return { from, to, place: 'Nơi ở mẫu', provinceCode, countryCode };
}

/** An application of somebody who lived there and served or not, with its questions out. */
async function asked(
  office: Office,
  residenceHistory: Stay[],
  changes: Partial<ApplicationSubmission['subject']> = {},
  regime: Regime = 'COMPLEX',
) {
  const { subject } = anApplication();
  const { caseId } = await handIn(office, {
    subject: { ...subject, residenceHistory, ...changes },
  });
  const officer = await office.as(HANOI.officer);
  await until(async () => (await officer.ask('GET', `/cases/${caseId}`)).status === 200);
  const grounds = regime === 'COMPLEX' ? ['SEVERAL_RESIDENCES'] : [];
  await officer.act(caseId, 'classify', { codes: { regime, grounds } });
  const { verifications } = await officer.case(caseId);
  const units = verifications.map(({ unit }) => unit).toSorted();
  return { caseId, officer, units };
}

test('an ordinary applicant: one unit is asked, by one act, with no event more than before', async () => {
  const { caseId, units } = await asked(before, [stay('01', '2004-05', null)], {}, 'SIMPLE');
  expect(units).toEqual([HANOI.police]);
  await reply(before, `${caseId}/POLICE-1`);
  expect(await loggedActs(before, caseId)).toEqual([
    'receiveAndAccept',
    'classify',
    'answerVerification',
  ]);
});

test('hard case 3: four provinces, one merged away; two replies come, one is lost and is waived', async () => {
  const lived = [
    stay('36', '1995-01', '2003-12'),
    stay('38', '2004-01', '2009-12'),
    stay('40', '2010-01', '2015-12'),
    stay('01', '2016-01', null),
  ];
  const { caseId, officer, units } = await asked(after, lived);
  expect(units).toEqual(['PV06-01', 'PV06-37-2025', 'PV06-38', 'PV06-40', 'V06']);
  const { verifications } = await officer.case(caseId);
  const of = (unit: string) => verifications.find((each) => each.unit === unit)?.requestId ?? '';
  expect(
    verifications.find(({ unit }) => unit === 'PV06-37-2025')?.why.map(({ reason }) => reason),
  ).toEqual(['MERGED_PROVINCE']);
  for (const unit of ['PV06-37-2025', 'PV06-38', 'V06', 'PV06-01']) await reply(after, of(unit));
  expect((await standing(after, caseId)).step).toBe('VERIFYING');
  const waiver = { codes: { requestId: of('PV06-40') } };
  const paper = { reason: 'Văn bản trả lời thất lạc' };
  await officer.act(caseId, 'proposeWaiver', { ...waiver, paper });
  expect((await standing(after, caseId)).step).toBe('VERIFYING');
  await (await after.as(HANOI.director)).act(caseId, 'signWaiver', waiver);
  expect((await standing(after, caseId)).step).toBe('EVALUATING');
});

test('hard case 8: lived abroad, and the province left behind no longer exists', async () => {
  const lived = [stay('36', '1995-01', '2009-12'), stay(null, '2010-01', null)];
  const { units, officer, caseId } = await asked(after, lived);
  expect(units).toEqual(['PV06-37-2025', 'V06']);
  const why = (await officer.case(caseId)).verifications.flatMap((each) => each.why);
  expect(why.map(({ reason }) => reason)).toEqual(['MERGED_PROVINCE', 'TIME_ABROAD']);
  for (const { citation, label } of why) expect([citation, label.vi, label.en]).not.toContain('');
});

test('a province code that never meant anything in that time is refused by its field', async () => {
  const { subject } = anApplication();
  const residenceHistory = [stay('36', '2025-08', null)];
  const desk = await after.as(HANOI.desk);
  const answer = await desk.ask('POST', '/applications', {
    ...anApplication(),
    subject: { ...subject, residenceHistory },
  });
  expect(answer.body).toMatchObject({
    code: 'UNKNOWN_PROVINCE',
    fields: [{ path: 'subject.residenceHistory.0.provinceCode' }],
  });
});

test('hard case 4: the look-up shows another province; the case turns complex, its police and the Centre are asked', async () => {
  const { caseId, officer } = await asked(before, [stay('01', '2004-05', null)], {}, 'SIMPLE');
  const promised = (await officer.case(caseId)).promises.length;
  const unit = { kind: 'POLICE', unit: 'PV06-40', why: 'FURTHER_RESIDENCE' };
  const note = { note: 'Tra cứu thấy từng cư trú tại Nghệ An 2001–2003' };
  await officer.act(caseId, 'askUnit', { codes: unit, paper: note });
  await officer.act(caseId, 'reclassify', {
    codes: { grounds: ['SEVERAL_RESIDENCES'] },
    paper: { reason: 'Có thêm nơi cư trú' },
  });
  const detail = await officer.case(caseId);
  expect(detail.line.regime).toBe('COMPLEX');
  expect(detail.promises.length).toBe(promised + 1);
  expect(before.agencies.asked.slice(-2)).toMatchObject([
    { toUnit: 'PV06-40', identification: note.note },
    { toUnit: 'TTLLTPQG', kind: 'CENTRE' },
  ]);
  expect(detail.verifications.find(({ kind }) => kind === 'CENTRE')?.why).toMatchObject([
    { reason: 'SEVERAL_PROVINCES' },
  ]);
  await reply(before, `${caseId}/CENTRE-1`);
  await reply(before, `${caseId}/POLICE-1`);
  expect((await standing(before, caseId)).step).toBe('VERIFYING');
  const again = await officer.tryAct(caseId, (await officer.case(caseId)).line.rev, 'askUnit', {
    codes: unit,
    paper: note,
  });
  expect(again.body.code).toBe('UNIT_ALREADY_ASKED');
  await reply(before, `${caseId}/POLICE-2`);
  expect((await standing(before, caseId)).step).toBe('EVALUATING');
  await reply(before, `${caseId}/POLICE-2`, { ...RECORD_FOUND, replaces: true });
  const courts = (await officer.case(caseId)).verifications.filter(({ kind }) => kind === 'COURT');
  expect(courts.map(({ unit }) => unit)).toEqual(['TAND-40']);
});

test('a unit of another kind, one that has not begun, and one nobody knows cannot be asked', async () => {
  const { caseId, officer } = await asked(before, [stay('01', '2004-05', null)], {}, 'SIMPLE');
  const { rev } = (await officer.case(caseId)).line;
  for (const unit of ['TAND-40', 'PV06-37-2025', 'PV06-99', 'STP-01']) {
    const codes = { kind: 'POLICE', unit, why: 'FURTHER_RESIDENCE' };
    const refused = await officer.tryAct(caseId, rev, 'askUnit', { codes, paper: { note: 'x' } });
    expect([unit, refused.status]).toEqual([unit, 422]);
    expect(refused.body).toMatchObject({ code: 'UNKNOWN_UNIT', fields: [{ path: 'codes.unit' }] });
  }
});

test('hard case 16: withdrawn with questions out; answers that come are kept and refused by name', async () => {
  const lived = [stay('40', '2004-01', '2010-12'), stay('01', '2011-01', null)];
  const { caseId } = await asked(before, lived);
  await reply(before, `${caseId}/POLICE-1`);
  const paper = { reason: 'Không còn nhu cầu' };
  await (await before.as(HANOI.desk)).act(caseId, 'withdraw', { paper });
  const late = await tryReply(before, `${caseId}/POLICE-2`);
  expect([late.status, late.body.code]).toEqual([409, 'CASE_CLOSED']);
  const open = await (await before.as('congan.hn')).must('GET', '/desk?state=open&limit=200');
  expect(JSON.stringify(open)).not.toContain(caseId);
});

test('extra: a soldier’s case waits for police and military court; a civilian now, its record is found there', async () => {
  const lived = [stay('01', '2004-05', null)];
  const { caseId, units } = await asked(before, lived, { hasMilitaryService: true }, 'SIMPLE');
  expect(units).toEqual(['PV06-01', 'TAQSTW']);
  await reply(before, `${caseId}/POLICE-1`);
  expect((await standing(before, caseId)).step).toBe('VERIFYING');
  await reply(before, `${caseId}/MILITARY_COURT-1`, RECORD_FOUND);
  expect((await standing(before, caseId)).step).toBe('EVALUATING');
  const { verifications } = await (await before.as(HANOI.officer)).case(caseId);
  expect(verifications.map(({ kind }) => kind).toSorted()).toEqual(['MILITARY_COURT', 'POLICE']);
});

test('extra: the police list a child’s judgment; the court confirms it and the officer decides', async () => {
  const { caseId } = await asked(before, [stay('01', '2004-05', null)], {}, 'SIMPLE');
  await reply(before, `${caseId}/POLICE-1`, RECORD_FOUND);
  await reply(before, `${caseId}/COURT-1`, RECORD_FOUND);
  const reasoning = 'Phạm tội khi 15 tuổi: coi như không có án tích (BLHS 2015 Điều 107)';
  const officer = await before.as(HANOI.officer);
  const { line } = await officer.case(caseId);
  const silent = { ...CLEAN_DRAFT, paper: { ...CLEAN_DRAFT.paper, reasoning } };
  const refused = await officer.tryAct(caseId, line.rev, 'draft', silent);
  expect(refused.body.fields).toMatchObject([{ path: 'paper.entries', code: 'JUDGMENT_LEFT_OUT' }]);
  const entry = {
    ...JUDGMENT,
    expungedOn: null,
    standing: 'DEEMED_NONE',
    deviation: 'Ngày sinh ghi trong bản án: 15 tuổi khi phạm tội',
  };
  const number = await decide(before, caseId, {
    ...CLEAN_DRAFT,
    paper: { entries: [entry], reasoning },
  });
  expect(number).not.toBeNull();
});

test('each police unit’s find goes to the court of its own province', async () => {
  const lived = [stay('40', '2004-01', '2010-12'), stay('01', '2011-01', null)];
  const { caseId, officer } = await asked(before, lived);
  await reply(before, `${caseId}/POLICE-1`, RECORD_FOUND);
  await reply(before, `${caseId}/POLICE-2`, { ...ANSWER, outcome: 'UNCLEAR', reason: 'Chưa rõ' });
  const { verifications } = await officer.case(caseId);
  const courts = verifications.filter(({ kind }) => kind === 'COURT').map(({ unit }) => unit);
  expect(courts.toSorted()).toEqual(['TAND-01', 'TAND-40']);
  const { judgmentNumber, judgmentDate, court } = JUDGMENT;
  const finder = verifications.find(({ outcome }) => outcome === 'RECORD_FOUND');
  const named = [{ judgmentNumber, judgmentDate, court }];
  for (const [username, province] of [
    [HANOI.courtLiaison, '01'],
    ['toaan.na', '40'],
  ] as const) {
    const told = finder?.unit === `PV06-${province}` ? named : [];
    expect([username, await judgmentsTold(username, caseId)]).toEqual([username, [told]]);
  }
  expect(await judgmentsTold(HANOI.policeLiaison, caseId)).toEqual([[]]);
});

/** For each request of a case on somebody's desk, the judgments that it names. */
async function judgmentsTold(username: string, caseId: string): Promise<object[]> {
  const { requests } = await (await before.as(username)).must('GET', `/desk?state=all&q=${caseId}`);
  return requests.map(({ judgments }: DeskRequest) => judgments);
}
