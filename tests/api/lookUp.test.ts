import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import type { LookUp } from '../../domain/identity/lookUp.ts';
import { applicant, CONVICT, enterRecord, lookUp } from '../support/knownPeople.ts';
import { openOffice, type Office } from '../support/office.ts';
import { aRecord, handIn, HANOI } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

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

const OLD_CARD = {
  type: 'CMND' as const,
  number: '040404040',
  issuedOn: null,
  issuedBy: null,
  former: true,
};

test.each<[string, Parameters<typeof applicant>[0]]>([
  ['another name of the record', { fullName: 'Tòng Văn Lả' }],
  ['another name of the applicant', { fullName: 'Tòng Văn Ín', otherNames: ['Quàng Văn Pâng'] }],
  ['an old paper that both name', { fullName: 'Tòng Văn Xôm', documents: [OLD_CARD] }],
])('a person is found by %s', async (_by, told) => {
  const unlike = { birthDate: '1971-01-09', fatherName: null, motherName: null };
  const { recordNumber } = await enterRecord(office, {
    ...unlike,
    fullName: 'Quàng Văn Pâng',
    otherNames: ['Tòng Văn Lả'],
    personalId: null,
    documents: [{ type: 'CMND', number: OLD_CARD.number }],
  });
  const subject = applicant({ ...unlike, personalId: '040071000123', ...told });
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
    SELECT (SELECT sum(times)::int FROM read_audit WHERE ${caseId} = ANY (subjects) AND what = 'look-up') AS reads,
      (SELECT count(*)::int FROM look_ups WHERE case_id = ${caseId}) AS notes
  `);
  expect(counted).toEqual({ reads: 3, notes: 2 });
});
