import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FoundPage } from '../../domain/record/found.ts';
import { convictedCase } from '../support/convictedCase.ts';
import { foundDesk, pathOf, somebody } from '../support/foundDesk.ts';
import { lookUp } from '../support/knownPeople.ts';
import { openOffice, type Office } from '../support/office.ts';
import { answeredCase, decide, HANOI, JUDGMENT } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const { certified, decideOn, formOf, pageOf } = foundDesk(() => office);

test('a judgment found by police and court makes one record, whose transfer begins', async () => {
  const caseId = await certified();
  const page = await pageOf(caseId);
  expect(page).toMatchObject({ mayDecide: true, elsewhere: false, known: [] });
  expect(page.judgments).toHaveLength(1);
  expect(page.judgments[0]?.sources.map(({ kind }) => kind)).toEqual(['COURT', 'POLICE']);
  const form = { outcome: 'RECORD', ...(await formOf(caseId)) };
  const key = randomUUID();
  const first = await decideOn(caseId, form, key);
  expect(first.status).toBe(200);
  const [made] = (first.body as FoundPage).judgments;
  const number = made?.decision?.recordNumber;
  expect(number).toMatch(/^01HN2023\/\d{5}$/u);
  const again = await decideOn(caseId, form, key);
  expect(again.body.judgments[0].decision.recordNumber).toBe(number);
  const anew = await decideOn(caseId, form);
  expect([anew.status, anew.body.code]).toEqual([409, 'FOUND_DECIDED']);
  const officer = await office.as(HANOI.records);
  const record = await officer.must('GET', `/records/${number}`);
  expect(record.found).toMatchObject([{ caseId, outcome: 'RECORD' }]);
  expect(record.file.judgments).toHaveLength(1);
  const transfer = await officer.case(record.line.caseId);
  expect(transfer.line).toMatchObject({ kind: 'TRANSFER', step: 'ENTERED' });
});

test('two who decide at one moment make one record', async () => {
  const caseId = await certified();
  const form = { outcome: 'RECORD', ...(await formOf(caseId)) };
  const both = await Promise.all([decideOn(caseId, form), decideOn(caseId, form)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const q = form.record.person.fullName;
  const officer = await office.as(HANOI.records);
  const { records } = await officer.must('GET', `/records?q=${encodeURIComponent(q)}`);
  const named = records.filter(({ fullName }: { fullName: string }) => fullName === q);
  expect(named).toHaveLength(1);
});

test('before the certificate nothing is decided, and of another office nobody decides', async () => {
  const caseId = await convictedCase(office, { police: [JUDGMENT], subject: somebody() });
  expect((await pageOf(caseId)).certificate).toBeNull();
  const form = await formOf(caseId);
  const early = await decideOn(caseId, { outcome: 'RECORD', ...form });
  expect([early.status, early.body.code]).toEqual([409, 'FOUND_NOT_YET']);
  const foreign = await (await office.as('hoso.hcm')).ask('GET', pathOf(caseId));
  expect([foreign.status, foreign.body.code]).toEqual([403, 'NOT_YOUR_UNIT']);
  const counter = await (await office.as(HANOI.desk)).ask('GET', pathOf(caseId));
  expect([counter.status, counter.body.code]).toEqual([403, 'NOT_PERMITTED']);
});

test('a second judgment is proposed for the record of the first, and approved by the head', async () => {
  const second = {
    ...JUDGMENT,
    judgmentNumber: '45/2017/HSST',
    judgmentDate: '2017-08-01',
    executionStatus: 'Đang chấp hành',
  };
  const caseId = await certified(somebody(), [JUDGMENT, second]);
  const first = await decideOn(caseId, { outcome: 'RECORD', ...(await formOf(caseId)) });
  const recordNumber = first.body.judgments[0].decision.recordNumber as string;
  const { judgment, record } = await formOf(caseId, 1);
  const content = { ...record.judgment, effectiveDate: '2017-09-01' };
  const own = await decideOn(caseId, {
    outcome: 'RECORD',
    judgment,
    record: { ...record, judgment: content },
  });
  expect([own.status, own.body.code]).toEqual([409, 'RECORD_IS_THERE']);
  const added = await decideOn(caseId, { outcome: 'FURTHER', judgment, content, recordNumber });
  expect(added.status).toBe(200);
  const head = await office.as(HANOI.head);
  const { proposals } = await head.must('GET', `/records/${recordNumber}`);
  expect(proposals).toMatchObject([{ kind: 'FURTHER_JUDGMENT', state: 'OPEN', decidable: true }]);
  const { id, token } = proposals[0];
  await head.must('POST', `/record-proposals/${id}/decision`, { approve: true, token });
  const { file } = await head.must('GET', `/records/${recordNumber}`);
  expect(file.judgments.map(({ number }: { number: string }) => number)).toEqual([
    JUDGMENT.judgmentNumber,
    '45/2017/HSST',
  ]);
});

test('a person with a record gets no second one unless an officer says that it is another', async () => {
  const subject = somebody();
  const earlier = await certified(subject);
  const made = await decideOn(earlier, { outcome: 'RECORD', ...(await formOf(earlier)) });
  const recordNumber = made.body.judgments[0].decision.recordNumber as string;
  const later = await certified(subject);
  expect((await pageOf(later)).known).toEqual([{ recordNumber, unit: HANOI.unit, same: false }]);
  const form = await formOf(later);
  const refused = await decideOn(later, { outcome: 'RECORD', ...form });
  expect([refused.status, refused.body.code]).toEqual([409, 'RECORD_MAY_BE_THERE']);
  const there = await decideOn(later, { outcome: 'THERE', judgment: form.judgment, recordNumber });
  expect(there.body.judgments[0].decision).toMatchObject({ outcome: 'THERE', recordNumber });
});

test('another number in the form is another judgment, and a judgment nobody told of is unknown', async () => {
  const caseId = await certified();
  const { judgment, record } = await formOf(caseId);
  const other = { ...record, judgment: { ...record.judgment, number: '13/2015/HSST' } };
  const wrong = await decideOn(caseId, { outcome: 'RECORD', judgment, record: other });
  expect([wrong.status, wrong.body.fields[0].code]).toEqual([400, 'OTHER_JUDGMENT']);
  const nobodys = { outcome: 'NONE', judgment: '99 2015-03-20', reason: 'x' };
  const unknown = await decideOn(caseId, nobodys);
  expect([unknown.status, unknown.body.code]).toEqual([404, 'FOUND_UNKNOWN']);
});

test('the list names what is open until it is decided, also that no record is made', async () => {
  const caseId = await certified();
  const clean = (await answeredCase(office)).caseId;
  await decide(office, clean);
  const officer = await office.as(HANOI.records);
  const open = async (): Promise<string[]> => {
    const { cases } = await officer.must('GET', '/found-judgments');
    return cases.map((line: { caseId: string }) => line.caseId);
  };
  const before = await open();
  expect(before).toContain(caseId);
  expect(before).not.toContain(clean);
  const { judgment } = await formOf(caseId);
  await decideOn(caseId, { outcome: 'NONE', judgment, reason: 'Đã được xóa án tích' });
  expect(await open()).not.toContain(caseId);
});

test('a person is found under the name before and after an approved change, as one record', async () => {
  const subject = somebody();
  const before = await certified(subject);
  const made = await decideOn(before, { outcome: 'RECORD', ...(await formOf(before)) });
  const number = made.body.judgments[0].decision.recordNumber as string;
  const officer = await office.as(HANOI.records);
  const { line, file } = await officer.must('GET', `/records/${number}`);
  const { diedOn: _diedOn, ...person } = file.person;
  const renamed = { ...person, fullName: 'Tẩn Thị Đổi Tên', personalId: '001199000777' };
  await officer.must('POST', `/records/${number}/proposals`, {
    kind: 'CIVIL_STATUS',
    details: { person: renamed, document: 'Trích lục cải chính hộ tịch số 5' },
    reason: 'x',
    version: line.version,
  });
  const head = await office.as(HANOI.head);
  const { proposals } = await head.must('GET', `/records/${number}`);
  const { id, token } = proposals[0];
  await head.must('POST', `/record-proposals/${id}/decision`, { approve: true, token });
  for (const asked of [
    subject,
    { ...subject, fullName: renamed.fullName, personalId: renamed.personalId },
  ]) {
    const caseId = await convictedCase(office, { police: [JUDGMENT], subject: asked });
    const { candidates } = await lookUp(office, caseId);
    const ours = candidates.filter(({ known }) => known.recordNumber === number);
    expect(ours).toHaveLength(1);
    expect(ours[0]?.comparison.class).not.toBe('UNLIKELY');
    expect(ours[0]?.known.judgment?.number).toBe(JUDGMENT.judgmentNumber);
  }
});
