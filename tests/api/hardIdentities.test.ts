import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LookUp } from '../../domain/identity/lookUp.ts';
import type { Warnings } from '../../domain/warning.ts';
import { evaluationOf } from '../support/convictedCase.ts';
import { applicant, candidateOf, enterRecord, lookUp } from '../support/knownPeople.ts';
import { type Office, openOffice } from '../support/office.ts';
import { reply } from '../support/replies.ts';
import { ANSWER, answeredCase, askedCase, CLEAN_DRAFT, decide, HANOI } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function decideWho(caseId: string, form: object): Promise<LookUp> {
  const officer = await office.as(HANOI.officer);
  return officer.must('POST', `/cases/${caseId}/look-up/decisions`, form);
}

/** How many matches nobody has decided on, as the officer is warned under a draft "no record". */
async function undecided(caseId: string): Promise<number> {
  const { identity }: Warnings = await (await office.as(HANOI.officer)).must('GET', '/warnings');
  return identity.find((warning) => warning.caseId === caseId)?.undecided ?? 0;
}

test('hard case 1: twins, one convicted; serials differ, the old CMND is missing: the officer decides', async () => {
  const family = {
    fullName: 'Hạng Thị Sua',
    birthDate: '1991-04-12',
    fatherName: 'Hạng A Tủa',
    motherName: 'Vàng Thị Dở',
  };
  const convict = { ...family, personalId: '001191500101' };
  const { recordNumber } = await enterRecord(office, {
    ...convict,
    documents: [{ type: 'CMND', number: '013131313' }],
  });
  const subject = applicant({ ...family, personalId: '001191500110' });
  const { caseId } = await answeredCase(office, { subject });
  const twin = candidateOf(await lookUp(office, caseId), recordNumber);
  expect(twin.comparison.class).toBe('POSSIBLE');
  const findings = twin.comparison.contributions.map(({ finding }) => finding);
  expect(findings).toEqual(
    expect.arrayContaining(['personalId.ONE_DIGIT_OFF', 'name.SAME', 'father.SAME']),
  );
  // A paper that only one side has says nothing for or against.
  expect(findings.filter((finding) => finding.startsWith('document'))).toEqual([]);
  await (await office.as(HANOI.officer)).act(caseId, 'draft', CLEAN_DRAFT);
  expect(await undecided(caseId)).toBe(1);
  const reason = 'Đối chiếu vân tay trong hồ sơ căn cước: là chị em sinh đôi của bị án';
  const form = { knownPersons: [twin.known.id], decision: 'OTHER_PERSON', reason };
  const after = candidateOf(await decideWho(caseId, form), recordNumber);
  expect(after.decisions).toMatchObject([{ decision: 'OTHER_PERSON', reason, class: 'POSSIBLE' }]);
  expect(await undecided(caseId)).toBe(0);
});

test('hard case 2: a homonym the police cannot tell apart: asked back, still unclear, the officer decides', async () => {
  const name = { fullName: 'Nguyễn Văn Trùng', gender: 'MALE', birthDate: '1983-08-08' } as const;
  const { recordNumber } = await enterRecord(office, {
    ...name,
    personalId: null,
    fatherName: null,
    motherName: null,
  });
  const subject = applicant({ ...name, personalId: '001083700700' });
  const { caseId, policeRequest } = await askedCase(office, { subject });
  const unsure = 'Có trùng tên, chưa xác định';
  await reply(office, policeRequest, {
    ...ANSWER,
    outcome: 'NEEDS_IDENTIFICATION',
    needed: unsure,
  });
  const officer = await office.as(HANOI.officer);
  const identification = 'Cha: Nguyễn Văn Bình; căn cước cấp ngày 01/3/2021';
  await officer.act(caseId, 'identify', {
    codes: { requestId: policeRequest },
    paper: { identification },
  });
  expect(office.agencies.asked.at(-1)).toMatchObject({ round: 2, identification });
  await reply(office, policeRequest, { ...ANSWER, outcome: 'UNCLEAR', reason: unsure });
  expect((await officer.case(caseId)).line.step).toBe('VERIFYING');
  await reply(office, `${caseId}/COURT-1`);

  const { line, conclusion } = await officer.case(caseId);
  expect([line.step, conclusion]).toEqual(['EVALUATING', null]);
  expect((await evaluationOf(office, caseId)).evaluation.conclusion).toBeNull();
  const homonym = candidateOf(await lookUp(office, caseId), recordNumber);
  expect(homonym.comparison.class).toBe('POSSIBLE');
  const reason = 'Bản án ghi nơi sinh và mẹ khác; Công an phường xác nhận';
  const form = { knownPersons: [homonym.known.id], decision: 'OTHER_PERSON', reason };
  await decideWho(caseId, form);
  expect(await decide(office, caseId)).not.toBeNull();
});

test('hard case 26: records of two departments under different numbers: both are shown, one decision holds for both', async () => {
  const fullName = 'Lò Thị Hai';
  const parents = { fatherName: 'Lò Văn Inh', motherName: 'Cà Thị Ơn' };
  const person = { ...parents, fullName, birthDate: '1968-12-01', personalId: '001168262626' };
  const hanoi = await enterRecord(office, person);
  const nghean = await enterRecord(office, { ...person, birthDate: '1968' }, 'hoso.na');
  expect([hanoi.recordNumber.slice(0, 4), nghean.recordNumber.slice(0, 4)]).toEqual([
    '01HN',
    '40NA',
  ]);
  const { caseId } = await answeredCase(office, { subject: applicant(person) });
  const found = await lookUp(office, caseId);
  const both = [hanoi, nghean].map(({ recordNumber }) => candidateOf(found, recordNumber));
  expect(both.map(({ known }) => known.unit)).toEqual(['STP-01', 'STP-40']);
  await (await office.as(HANOI.officer)).act(caseId, 'draft', CLEAN_DRAFT);
  expect(await undecided(caseId)).toBe(2);
  const knownPersons = both.map(({ known }) => known.id);
  const reason = 'Hai bản án của cùng một người, đối chiếu số định danh';
  const officer = await office.as(HANOI.officer);
  const path = `/cases/${caseId}/look-up/decisions`;
  const strange = { knownPersons: [...knownPersons, 999_999], decision: 'SAME_PERSON', reason };
  expect((await officer.ask('POST', path, strange)).body.code).toBe('CANDIDATE_NOT_FOUND');
  expect(await undecided(caseId)).toBe(2);
  const after = await decideWho(caseId, { knownPersons, decision: 'SAME_PERSON', reason });
  for (const { recordNumber } of [hanoi, nghean]) {
    const { known, decisions } = candidateOf(after, recordNumber);
    expect(known.identity.fullName).toBe(fullName);
    expect(decisions).toMatchObject([{ decision: 'SAME_PERSON', reason }]);
  }
  expect(await undecided(caseId)).toBe(0);
});
