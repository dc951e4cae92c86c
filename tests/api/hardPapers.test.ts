import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ApplicationSubmission } from '../../domain/application.ts';
import { draftText, evaluationOf, tryDraft } from '../support/convictedCase.ts';
import { applicant, candidateOf, enterRecord, lookUp } from '../support/knownPeople.ts';
import { type Office, openOffice } from '../support/office.ts';
import { liaisonFor, reply } from '../support/replies.ts';
import {
  anApplication,
  answeredCase,
  askedCase,
  CLEAN_DRAFT,
  handIn,
  HANOI,
} from '../support/scenes.ts';

type Subject = ApplicationSubmission['subject'];
type Paper = Subject['documents'][number];

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

function paper(type: Paper['type'], number: string, issuedOn: string, former = false): Paper {
  return { type, number, issuedOn, issuedBy: null, ...(former && { former }) };
}

test('hard case 5: parents unknown and certificate No. 2: the reason is kept, the paper prints //', async () => {
  const nobody = { fatherName: null, motherName: null, spouseName: null };
  const NO_2 = { certificateType: 'NO_2' } as const;
  const unstated = await handIn(office, { ...NO_2, subject: applicant(nobody) });
  expect(unstated).toMatchObject({ warnings: ['PARENTS_UNSTATED'] });
  const parentsUnknown = 'Trẻ bị bỏ rơi, giấy khai sinh để trống cha mẹ';
  const known = await (
    await office.as(HANOI.desk)
  ).ask('POST', '/applications', {
    ...anApplication(NO_2),
    subject: applicant({ parentsUnknown }),
  });
  expect(known.body.fields).toMatchObject([
    { path: 'subject.parentsUnknown', code: 'BOTH_PARENTS_KNOWN' },
  ]);
  const personalId = '001185600606';
  const { recordNumber } = await enterRecord(office, { personalId });
  const subject = applicant({ ...nobody, personalId, parentsUnknown });
  const { caseId } = await answeredCase(office, { ...NO_2, subject });
  expect(office.agencies.asked.at(-1)?.person.parents).toEqual({ father: null, mother: null });
  const { application, idWarnings } = await (await office.as(HANOI.officer)).case(caseId);
  expect([application?.subject.parentsUnknown, idWarnings]).toEqual([parentsUnknown, []]);
  // A name that is not known speaks neither for nor against.
  const { comparison } = candidateOf(await lookUp(office, caseId), recordNumber);
  const fields = comparison.contributions.map(({ finding }) => finding.split('.')[0]);
  expect(fields).not.toEqual(expect.arrayContaining(['father']));
  await (await office.as(HANOI.officer)).act(caseId, 'draft', CLEAN_DRAFT);
  const text = await draftText(office, caseId);
  for (const parent of ['cha', 'mẹ']) expect(text).toMatch(new RegExp(`${parent}: ?//`, 'u'));
});

const THEN = paper('PASSPORT', 'M11223344', '2008-02-01', true);
const NOW = paper('PASSPORT', 'M99887766', '2019-05-20');

/** A foreigner who lived in Hà Nội from 2010 to 2015. */
function gone(documents: Paper[]): Subject {
  const here = { provinceCode: '01', countryCode: 'VN', place: '5 phố Mẫu, Hà Nội' };
  const home = { provinceCode: null, countryCode: 'KR', place: 'Seoul' };
  return applicant({
    fullName: 'Kim Min Su',
    gender: 'MALE',
    birthDate: '1984-06-30',
    birthPlace: 'Seoul',
    nationality: 'KR',
    personalId: null,
    documents,
    fatherName: null,
    motherName: null,
    permanentResidence: null,
    residenceHistory: [
      { ...here, from: '2010-03', to: '2015-06' },
      { ...home, from: '2015-07', to: null },
    ],
  });
}

test('hard case 6: a foreigner who left, passport renumbered since: units and look-up get the old number', async () => {
  const byPost = { channel: 'POST', postmarkedOn: '2023-09-11', delivery: 'COUNTER' } as const;
  const untold = await handIn(office, { ...byPost, subject: gone([NOW]) });
  expect(untold).toMatchObject({ warnings: ['FORMER_PAPERS_UNSTATED'] });
  const { recordNumber } = await enterRecord(office, {
    fullName: 'KIM MIN SU',
    gender: 'MALE',
    birthDate: '1984-06-30',
    birthPlace: 'Seoul',
    personalId: null,
    documents: [{ type: 'PASSPORT', number: THEN.number }],
    fatherName: null,
    motherName: null,
  });
  const told = { ...byPost, subject: gone([THEN, NOW]) };
  const { caseId, ...received } = await askedCase(office, told, 'COMPLEX');
  expect(received).toMatchObject({ warnings: [] });
  const { verifications } = await (await office.as(HANOI.officer)).case(caseId);
  expect(verifications.map(({ unit }) => unit).toSorted()).toEqual(['PV06-01', 'TTLLTPQG']);
  for (const { requestId } of verifications) {
    const slip = office.agencies.asked.find((message) => message.requestId === requestId);
    expect(slip?.person.documents).toEqual([THEN, NOW]);
    const liaison = await liaisonFor(office, requestId);
    const { requests } = await liaison.must('GET', `/desk?q=${caseId}`);
    expect(requests).toMatchObject([{ person: { documents: [THEN, NOW] } }]);
    await reply(office, requestId);
  }
  const { comparison } = candidateOf(await lookUp(office, caseId), recordNumber);
  const findings = comparison.contributions.map(({ finding }) => finding);
  expect([comparison.class, findings]).toEqual([
    'CERTAIN',
    expect.arrayContaining(['document.SAME']),
  ]);
  expect((await tryDraft(office, caseId, 'FOREIGNER_CLEAN', [])).status).toBe(200);
  const text = await draftText(office, caseId);
  expect(text).toContain(NOW.number);
  expect(text).not.toContain(THEN.number);
});

test('hard case 7: a stateless person: the whole country is searched, certified for the time in Viet Nam', async () => {
  const stateless = { nationality: 'STATELESS', personalId: null } as const;
  const passport = paper('PASSPORT', 'X1234567', '2020-01-10');
  const without = await handIn(office, {
    subject: applicant({ ...stateless, documents: [passport] }),
  });
  expect(without).toMatchObject({ warnings: ['TRAVEL_PAPER_MISSING'] });
  const documents = [paper('TRAVEL_PAPER', 'TP445566', '2020-01-10')];
  const subject = applicant({ ...stateless, documents });
  const { caseId } = await answeredCase(office, { subject });
  const { verifications, line, idWarnings } = await (await office.as(HANOI.officer)).case(caseId);
  expect([line.step, idWarnings]).toEqual(['EVALUATING', []]);
  const reasons = verifications.flatMap(({ why }) => why.map(({ reason }) => reason));
  expect(reasons.toSorted()).toEqual(['NO_NATIONALITY', 'RESIDENCE']);
  expect(office.agencies.asked.at(-1)?.person.nationality).toBe('STATELESS');
  const unlimited = await tryDraft(office, caseId, 'NO_RECORD', []);
  expect(unlimited.body.fields).toMatchObject([{ code: 'CONCLUSION_FOR_OTHERS' }]);
  expect((await tryDraft(office, caseId, 'FOREIGNER_CLEAN', [])).status).toBe(200);
  const text = await draftText(office, caseId);
  expect(text).toContain('Không quốc tịch');
  expect(text).toContain('Giấy tờ đi lại quốc tế số TP445566');
});

test('hard case 7: of Vietnamese origin, nationality not determined: known by the certificate, the officer words it', async () => {
  const number = '001085700707';
  const { recordNumber } = await enterRecord(office, { personalId: number });
  const documents = [paper('IDENTITY_CERTIFICATE', number, '2023-02-02')];
  const open = { nationality: 'UNDETERMINED', personalId: null } as const;
  const { caseId } = await answeredCase(office, { subject: applicant({ ...open, documents }) });
  const { comparison } = candidateOf(await lookUp(office, caseId), recordNumber);
  expect(comparison.class).toBe('CERTAIN');
  expect((await evaluationOf(office, caseId)).evaluation.conclusion).toBeNull();
  expect((await tryDraft(office, caseId, 'NO_RECORD', [])).status).toBe(200);
  expect(await draftText(office, caseId)).toContain('Chưa xác định được quốc tịch');
});
