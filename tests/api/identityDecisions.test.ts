import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LookUp } from '../../domain/identity/lookUp.ts';
import type { Warnings } from '../../domain/warning.ts';
import { applicant, enterRecord, lookUp } from '../support/knownPeople.ts';
import { openOffice, type Office } from '../support/office.ts';
import { answeredCase, CLEAN_DRAFT, handIn, HANOI, issuedCase } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function decided(caseId: string, form: object, username: string = HANOI.officer) {
  return (await office.as(username)).ask('POST', `/cases/${caseId}/look-up/decisions`, form);
}

test('an officer decides with a reason; all decisions stay, the latest stands', async () => {
  const personalId = '001185444001';
  await enterRecord(office, { personalId });
  const { caseId } = await handIn(office, { subject: applicant({ personalId }) });
  const [candidate] = (await lookUp(office, caseId)).candidates;
  const form = { knownPersons: [candidate?.known.id], decision: 'UNDECIDED', reason: 'Chờ bản án' };
  expect((await decided(caseId, form)).status).toBe(201);
  const sure = { ...form, decision: 'SAME_PERSON', reason: 'Đã đối chiếu bản án' };
  const { body } = await decided(caseId, sure);
  const [shown] = (body as LookUp).candidates;
  expect(shown?.decisions).toEqual([
    expect.objectContaining({ decision: 'SAME_PERSON', reason: 'Đã đối chiếu bản án' }),
    expect.objectContaining({ decision: 'UNDECIDED', class: 'CERTAIN' }),
  ]);
});

test('the same decision sent twice is one', async () => {
  const personalId = '001185444002';
  await enterRecord(office, { personalId });
  const { caseId } = await handIn(office, { subject: applicant({ personalId }) });
  const [candidate] = (await lookUp(office, caseId)).candidates;
  const form = {
    knownPersons: [candidate?.known.id],
    decision: 'OTHER_PERSON',
    reason: 'Khác vân tay',
  };
  const officer = await office.as(HANOI.officer);
  const key = randomUUID();
  const path = `/cases/${caseId}/look-up/decisions`;
  const first = await officer.ask('POST', path, form, { key });
  expect((await officer.ask('POST', path, form, { key })).body).toEqual(first.body);
  expect((await lookUp(office, caseId)).candidates[0]?.decisions).toHaveLength(1);
});

test('what is not sound or not asked for is refused by name', async () => {
  const { caseId } = await handIn(office);
  const form = { knownPersons: [999_999], decision: 'OTHER_PERSON', reason: 'x' };
  const answers = [];
  for (const wrong of [
    form,
    { ...form, reason: ' ' },
    { ...form, decision: 'MAYBE' },
    { ...form, x: 1 },
  ]) {
    const { status, body } = await decided(caseId, wrong);
    answers.push([status, body.code]);
  }
  expect(answers).toEqual([
    [404, 'CANDIDATE_NOT_FOUND'],
    [400, 'INVALID_INPUT'],
    [400, 'INVALID_INPUT'],
    [400, 'UNKNOWN_FIELD'],
  ]);
});

test('who decides holds the case: a colleague’s desk and a colleague’s draft are left alone', async () => {
  const personalId = '001185444003';
  await enterRecord(office, { personalId });
  const { caseId } = await answeredCase(office, { subject: applicant({ personalId }) });
  const [candidate] = (await lookUp(office, caseId)).candidates;
  const form = { knownPerson: candidate?.known.id, decision: 'OTHER_PERSON', reason: 'Khác mẹ' };
  const officer = await office.as(HANOI.officer);
  await officer.must('PUT', `/cases/${caseId}/claim`);
  const refused = async () => {
    const { status, body } = await decided(caseId, form, HANOI.otherOfficer);
    expect((await lookUp(office, caseId, HANOI.otherOfficer)).mayDecide).toBe(false);
    return [status, body.code];
  };
  expect(await refused()).toEqual([409, 'CLAIMED_BY_OTHER']);
  expect((await decided(caseId, form)).status).toBe(201);
  await officer.act(caseId, 'draft', CLEAN_DRAFT);
  expect(await refused()).toEqual([409, 'CLAIMED_BY_OTHER']);
  expect((await decided(caseId, { ...form, reason: 'Khác cả cha' })).status).toBe(201);
  expect((await lookUp(office, caseId)).candidates[0]?.decisions).toHaveLength(2);
});

test('once the case has ended nobody is searched, and the decisions stay', async () => {
  const personalId = '001185222001';
  await enterRecord(office, { personalId });
  const { caseId } = await issuedCase(office, {
    subject: applicant({ personalId }),
    delivery: 'COUNTER',
  });
  const [candidate] = (await lookUp(office, caseId)).candidates;
  const form = {
    knownPersons: [candidate?.known.id],
    decision: 'OTHER_PERSON',
    reason: 'Khác vân tay',
  };
  await decided(caseId, form);
  await (
    await office.as(HANOI.desk)
  ).act(caseId, 'handOver', { paper: { receivedBy: 'Người nhận' } });
  const after = await lookUp(office, caseId);
  expect([after.searched, after.mayDecide, after.candidates.length]).toEqual([false, false, 1]);
  expect((await decided(caseId, form)).body.code).toBe('CASE_CLOSED');
});

test('drafting "no record" over an undecided match warns officer and checker until somebody decides', async () => {
  const person = { fullName: 'Chẩu Thị Lẻ', birthDate: '1977-08-19', personalId: null };
  const family = { fatherName: 'Chẩu Văn Pá', motherName: 'Lù Thị Xín' };
  await enterRecord(office, { ...person, ...family });
  const documents = [
    { type: 'CMND' as const, number: '011223344', issuedOn: null, issuedBy: null },
  ];
  const subject = applicant({ ...person, ...family, documents });
  const { caseId } = await answeredCase(office, { subject });
  const [candidate] = (await lookUp(office, caseId)).candidates;
  await (await office.as(HANOI.officer)).act(caseId, 'draft', CLEAN_DRAFT);
  expect(await warnedOf(caseId, HANOI.officer)).toEqual([{ caseId, undecided: 1, mine: true }]);
  expect(await warnedOf(caseId, HANOI.head)).toEqual([{ caseId, undecided: 1, mine: false }]);
  expect(await warnedOf(caseId, HANOI.desk)).toEqual([]);
  const form = { knownPersons: [candidate?.known.id], decision: 'UNDECIDED', reason: 'Chờ bản án' };
  await decided(caseId, form);
  expect(await warnedOf(caseId, HANOI.head)).toHaveLength(1);
  await decided(caseId, { ...form, decision: 'OTHER_PERSON', reason: 'Khác vân tay' });
  expect(await warnedOf(caseId, HANOI.head)).toEqual([]);
});

async function warnedOf(caseId: string, username: string): Promise<object[]> {
  const { identity }: Warnings = await (await office.as(username)).must('GET', '/warnings');
  return identity.filter((warning) => warning.caseId === caseId);
}
