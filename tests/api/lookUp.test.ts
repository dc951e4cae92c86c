import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import type { Warnings } from '../../domain/warning.ts';
import type { LookUp } from '../../domain/identity/lookUp.ts';
import { applicant, CONVICT, enterRecord, lookUp } from '../support/knownPeople.ts';
import { openOffice, type Office } from '../support/office.ts';
import {
  answeredCase,
  aRecord,
  CLEAN_DRAFT,
  handIn,
  HANOI,
  issuedCase,
} from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function decided(caseId: string, form: object, username: string = HANOI.officer) {
  return (await office.as(username)).ask('POST', `/cases/${caseId}/look-up/decisions`, form);
}

function recordsOf({ candidates }: LookUp): (string | null)[] {
  return candidates.map(({ known }) => known.recordNumber);
}

test('a record just entered is found by its number, with what every field says', async () => {
  const { recordNumber } = await enterRecord(office, { personalId: '001185000001' });
  const asked = applicant({ personalId: '001185000001', fullName: 'LÍ THỊ HOÀ' });
  const { caseId } = await handIn(office, { subject: asked });
  const { candidates, searched, mayDecide } = await lookUp(office, caseId);
  expect([searched, mayDecide]).toEqual([true, true]);
  const [first] = candidates;
  expect(first?.known).toMatchObject({ recordNumber, unit: HANOI.unit });
  expect(first?.known.judgment?.offence).toBe('Trộm cắp tài sản');
  expect(first?.comparison.class).toBe('CERTAIN');
  const findings = first?.comparison.contributions.map(({ finding }) => finding);
  expect(findings).toEqual(expect.arrayContaining(['personalId.SAME', 'name.SAME']));
});

test('twins: same name, parents and day, other digits are never certain, however much agrees', async () => {
  const family = { fatherName: 'Giàng Mí Sình', motherName: 'Thào Thị Mỷ' };
  const { recordNumber } = await enterRecord(office, { ...family, personalId: '001185777001' });
  const { caseId } = await handIn(office, {
    subject: applicant({ ...family, personalId: '001185777002' }),
  });
  const { candidates } = await lookUp(office, caseId);
  const twin = candidates.find(({ known }) => known.recordNumber === recordNumber);
  expect(twin?.comparison.class).toBe('POSSIBLE');
});

test.each([
  ['the name with one letter off', { fullName: 'Vừ Thị Sình', personalId: null }, 'Vừ Thị Sinhh'],
  ['the names of the parents only', { fullName: 'Vừ Thị Đổi', personalId: null }, 'Vừ Thị Lạ'],
  [
    'words in another order',
    { fullName: 'Maria Elena Santos', personalId: null },
    'Santos Maria Elena',
  ],
])('a person without a number is found by %s', async (what, known, fullName) => {
  const family = {
    fatherName: `Vừ A ${'Páo '.repeat(what.length % 3)}Lử`,
    motherName: `Sùng Thị ${'Dợ '.repeat(what.length % 5)}Mỷ`,
  };
  const { recordNumber } = await enterRecord(office, {
    ...family,
    ...known,
    birthDate: '1979-07-07',
  });
  const passport = {
    type: 'PASSPORT' as const,
    number: 'C7654321',
    issuedOn: null,
    issuedBy: null,
  };
  const subject = applicant({
    ...family,
    fullName,
    birthDate: '1979-07-07',
    personalId: null,
    documents: [passport],
  });
  const { caseId } = await handIn(office, { subject });
  expect(recordsOf(await lookUp(office, caseId))).toContain(recordNumber);
});

test('a corrected record is known as it stands, an abandoned one no more', async () => {
  const wrong = { personalId: '001185555001', fullName: 'Sùng Thị Sai' };
  const { caseId: transfer, recordNumber } = await enterRecord(office, wrong);
  const { caseId } = await handIn(office, { subject: applicant(wrong) });
  expect(recordsOf(await lookUp(office, caseId))).toContain(recordNumber);
  const [fullName, birthDate, personalId] = ['Đàm Thị Đúng', '1990-12-30', '001190999001'];
  const parents = { fatherName: null, motherName: null };
  const person = { ...CONVICT, ...parents, fullName, birthDate, personalId };
  const records = await office.as(HANOI.records);
  await records.act(transfer, 'correct', {
    paper: { ...aRecord(), person },
  });
  expect(recordsOf(await lookUp(office, caseId))).not.toContain(recordNumber);
  const right = await handIn(office, {
    subject: applicant({ fullName, birthDate, personalId }),
  });
  expect(recordsOf(await lookUp(office, right.caseId))).toContain(recordNumber);
  await records.act(transfer, 'abandon', { paper: { reason: 'Bản án bị hủy' } });
  expect(recordsOf(await lookUp(office, right.caseId))).not.toContain(recordNumber);
});

test('a number on records of two different persons proves nobody', async () => {
  const personalId = '001185666001';
  await enterRecord(office, { personalId });
  await enterRecord(office, { personalId, fullName: 'Quách Thị Mượn', birthDate: '1991-03-03' });
  const { caseId } = await handIn(office, { subject: applicant({ personalId }) });
  const { candidates } = await lookUp(office, caseId);
  const sharing = candidates.filter(({ known }) => known.identity.personalId === personalId);
  expect(sharing).toHaveLength(2);
  expect(sharing.map(({ comparison }) => comparison.class)).not.toContain('CERTAIN');
  const [first] = sharing;
  const findings = first?.comparison.contributions.map(({ finding }) => finding);
  expect(findings).toContain('personalId.SAME_BUT_SHARED');
});

test('an officer decides with a reason; all decisions stay, the latest stands', async () => {
  const personalId = '001185444001';
  await enterRecord(office, { personalId });
  const { caseId } = await handIn(office, { subject: applicant({ personalId }) });
  const [candidate] = (await lookUp(office, caseId)).candidates;
  const form = { knownPerson: candidate?.known.id, decision: 'UNDECIDED', reason: 'Chờ bản án' };
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
    knownPerson: candidate?.known.id,
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
  const form = { knownPerson: 999_999, decision: 'OTHER_PERSON', reason: 'x' };
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

test('nobody is looked up for an application not accepted, for a transfer, or from elsewhere', async () => {
  const officer = await office.as(HANOI.officer);
  const { caseId } = await handIn(office, { accept: false });
  const early = await officer.ask('GET', `/cases/${caseId}/look-up`);
  expect([early.status, early.body.code]).toEqual([409, 'LOOK_UP_NOT_YET']);
  const { caseId: transfer } = await enterRecord(office);
  expect((await officer.ask('GET', `/cases/${transfer}/look-up`)).body.code).toBe('NOT_FOUND');
  const { caseId: accepted } = await handIn(office);
  const elsewhere = await office.as('chuyenvien1.na');
  const foreign = await elsewhere.ask('GET', `/cases/${accepted}/look-up`);
  expect(foreign.body.code).toBe('NOT_YOUR_UNIT');
});

test('every look-up is in the read audit; what it found is noted when it changed', async () => {
  const personalId = '001185333001';
  const { caseId } = await handIn(office, {
    subject: applicant({ personalId, fullName: 'Ma Thị Sử' }),
  });
  await lookUp(office, caseId);
  await lookUp(office, caseId, HANOI.head);
  await enterRecord(office, { personalId, fullName: 'Ma Thị Sử' });
  await lookUp(office, caseId);
  const count = z.object({ reads: z.int(), notes: z.int() });
  const counted = await office.db.one(sql.type(count)`
    SELECT (SELECT count(*)::int FROM read_audit WHERE case_id = ${caseId} AND what = 'look-up') AS reads,
      (SELECT count(*)::int FROM look_ups WHERE case_id = ${caseId}) AS notes
  `);
  expect(counted).toEqual({ reads: 3, notes: 2 });
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
    knownPerson: candidate?.known.id,
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
  const form = { knownPerson: candidate?.known.id, decision: 'UNDECIDED', reason: 'Chờ bản án' };
  await decided(caseId, form);
  expect(await warnedOf(caseId, HANOI.head)).toHaveLength(1);
  await decided(caseId, { ...form, decision: 'OTHER_PERSON', reason: 'Khác vân tay' });
  expect(await warnedOf(caseId, HANOI.head)).toEqual([]);
});

async function warnedOf(caseId: string, username: string): Promise<object[]> {
  const { identity }: Warnings = await (await office.as(username)).must('GET', '/warnings');
  return identity.filter((warning) => warning.caseId === caseId);
}
