import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import { hire } from '../support/accounts.ts';
import { enterRecord } from '../support/knownPeople.ts';
import { openOffice, type Office } from '../support/office.ts';
import { aRecord, HANOI } from '../support/scenes.ts';
import { type TwoBooks, twoBooks } from '../support/twoBooks.ts';
import { until } from '../support/until.ts';

let office: Office;
let books: TwoBooks;
beforeAll(async () => {
  office = await openOffice();
  books = await twoBooks(office);
  const roles = ['RECORD_OFFICER', 'DIVISION_HEAD'] as const;
  await hire(office, [{ username: 'vai.kiemnhiem', roles, unit: HANOI.unit }]);
});
afterAll(() => office.close());

async function pageOf(number: string, username: string = HANOI.records) {
  return (await office.as(username)).must('GET', `/records/${number}`);
}

async function propose(number: string, body: object, username: string = HANOI.records) {
  const officer = await office.as(username);
  const { line, file } = await officer.must('GET', `/records/${number}`);
  const proposal = { reason: 'Theo trích lục bản án', version: line.version, ...body };
  return { file, answer: await officer.ask('POST', `/records/${number}/proposals`, proposal) };
}

async function decide(proposal: { id: string; token: string | null }, username: string) {
  const { id, token } = proposal;
  const path = `/record-proposals/${id}/decision`;
  return (await office.as(username)).ask('POST', path, { approve: true, token });
}

test('a record that is entered stands in the book of its department, un-normalised, and reading it is noted', async () => {
  const { caseId, recordNumber } = await enterRecord(office);
  const page = await pageOf(recordNumber);
  expect(page.line).toMatchObject({ version: 1, unnormalised: 1, mergedInto: null });
  expect(page.file.judgments[0]).toMatchObject({ ref: 1, offenceCode: null, executions: [] });
  expect(page.copy.state).toBe('MISSING');
  const reads = await office.db.anyFirst(
    sql.unsafe`SELECT what FROM read_audit WHERE ${caseId} = ANY (subjects)`,
  );
  expect(reads).toContain('record');
  const other = await office.as('hoso.hcm');
  const foreign = await other.ask('GET', `/records/${recordNumber}`);
  expect([foreign.status, foreign.body.code]).toEqual([404, 'RECORD_UNKNOWN']);
});

test('a correction needs another person, and the old value stays to be read', async () => {
  const { recordNumber } = await enterRecord(office);
  const person = { ...aRecord().person, fullName: 'Lý Thị Hòa Bình' };
  const both = 'vai.kiemnhiem';
  const { answer } = await propose(
    recordNumber,
    { kind: 'PERSON_CORRECTED', details: { person } },
    both,
  );
  expect(answer.status).toBe(200);
  const [proposal] = answer.body.proposals;
  const own = await decide(proposal, both);
  expect([own.status, own.body.code]).toEqual([403, 'PROPOSER_MAY_NOT_APPROVE']);
  const [waiting] = (await pageOf(recordNumber, HANOI.head)).proposals;
  expect(waiting.decidable).toBe(true);
  const twice = await Promise.all([decide(waiting, HANOI.head), decide(waiting, HANOI.head)]);
  expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const { line, versions } = await pageOf(recordNumber);
  expect(line).toMatchObject({ version: 2, fullName: 'Lý Thị Hòa Bình', proposals: 0 });
  expect(versions).toHaveLength(2);
  expect(versions[1].differences).toContainEqual(
    expect.objectContaining({ place: 'person', field: 'fullName', before: 'Lý Thị Hòa' }),
  );
  expect(versions[1].approvedBy).not.toBe(versions[1].madeBy);
});

test.each([
  [
    'a judgment not yet in force',
    {
      kind: 'FURTHER_JUDGMENT',
      details: { judgment: { ...aRecord().judgment, effectiveDate: '2030-01-01' } },
    },
    'NOT_YET_EFFECTIVE',
  ],
  [
    'an unknown judgment',
    { kind: 'OFFENCE_ABOLISHED', details: { ref: 9, on: '2018-01-01', basis: 'x' } },
    'UNKNOWN_JUDGMENT',
  ],
  ['an unknown record', { kind: 'MERGE', details: { from: '25HN2001/00001' } }, 'UNKNOWN_RECORD'],
  ['a death to come', { kind: 'DEATH', details: { on: '2030-01-01', document: 'x' } }, 'IN_FUTURE'],
])('%s is refused by name', async (_what, body, code) => {
  const { recordNumber } = await enterRecord(office);
  const { answer } = await propose(recordNumber, body);
  expect([answer.status, answer.body.fields[0].code]).toEqual([400, code]);
});

test('two records of one person become one, and the old number leads there for ever', async () => {
  const first = await enterRecord(office);
  const second = await enterRecord(office, { fullName: 'Lý Thị Hoà' });
  for (const { caseId } of [first, second]) await books.takeOver(caseId);
  const [into, from] = [first.recordNumber, second.recordNumber];
  const { answer } = await propose(into, { kind: 'MERGE', details: { from } });
  const [proposal] = answer.body.proposals;
  expect(proposal.differences.length).toBeGreaterThan(0);
  const [waiting] = (await pageOf(into, HANOI.head)).proposals;
  expect((await decide(waiting, HANOI.head)).status).toBe(200);
  const led = await pageOf(from);
  expect(led).toMatchObject({ askedFor: from, took: [from] });
  expect(led.line.number).toBe(into);
  const officer = await office.as(HANOI.records);
  const old = await officer.must('GET', `/records/${from}?old=true`);
  expect(old.line).toMatchObject({ number: from, mergedInto: into });
  const late = await officer.ask('POST', `/records/${from}/proposals`, {
    kind: 'DEATH',
    details: { on: '2020-01-01', document: 'x' },
    reason: 'x',
    version: 1,
  });
  expect(late.body.code).toBe('RECORD_MERGED');
  const { notices } = await officer.must('GET', '/record-notices?state=ALL');
  expect(notices[0]).toMatchObject({ kind: 'MERGED', items: 1, applied: 0 });
});

test('records of two provinces become one by the Centre only', async () => {
  const here = await enterRecord(office);
  const there = await enterRecord(office, { fullName: 'Lý Thị Hoà' }, 'hoso.hcm');
  await books.takeOver(here.caseId);
  await books.takeOver(there.caseId, await office.as('hoso.hcm'));
  const details = { from: there.recordNumber };
  const { answer } = await propose(here.recordNumber, { kind: 'MERGE', details });
  const [proposal] = answer.body.proposals;
  expect([proposal.differences, proposal.persons]).toEqual([[], []]);
  expect((await decide(proposal, HANOI.head)).body.code).toBe('NOT_YOUR_UNIT');
  const centre = await office.as('duyet.tt');
  const { proposals } = await centre.must('GET', '/record-proposals/merges');
  const merges = proposals as Record<'id' | 'decidable' | 'differences' | 'persons', unknown>[];
  const waiting = merges.find(({ id }) => id === proposal.id);
  expect(waiting).toMatchObject({ decidable: true, number: here.recordNumber, ...details });
  expect(waiting?.differences).not.toEqual([]);
  const named = { field: 'fullName', before: 'Lý Thị Hoà' };
  expect(waiting?.persons).toContainEqual(expect.objectContaining(named));
  const none = await (await office.as(HANOI.head)).must('GET', '/record-proposals/merges');
  expect(none.proposals).toEqual([]);
  expect((await decide(proposal, 'duyet.tt')).status).toBe(200);
  const led = await pageOf(there.recordNumber, 'hoso.hcm');
  expect(led.line.number).toBe(here.recordNumber);
});

test('the same request again is the same proposal', async () => {
  const { recordNumber } = await enterRecord(office);
  const officer = await office.as(HANOI.records);
  const key = randomUUID();
  const body = {
    kind: 'DEATH',
    details: { on: '2020-01-01', document: 'Giấy chứng tử số 1' },
    reason: 'x',
    version: 1,
  };
  const path = `/records/${recordNumber}/proposals`;
  await officer.ask('POST', path, body, { key });
  const { body: page } = await officer.ask('POST', path, body, { key });
  expect(page.proposals).toHaveLength(1);
});

test('a record corrected before it is sent has a version that says so, and only one', async () => {
  const { caseId, recordNumber } = await enterRecord(office);
  const officer = await office.as(HANOI.records);
  await until(async () => (await officer.ask('GET', `/cases/${caseId}`)).status === 200);
  const { line } = await officer.must('GET', `/cases/${caseId}`);
  const paper = aRecord('Lý Thị Sửa');
  const act = { act: 'correct', expectedRev: line.rev, codes: {}, paper };
  const key = randomUUID();
  await officer.must('POST', `/cases/${caseId}/acts`, act, { key });
  await officer.must('POST', `/cases/${caseId}/acts`, act, { key });
  const { versions, file } = await pageOf(recordNumber);
  expect(versions.map(({ cause }: { cause: string }) => cause)).toEqual([
    'OPENED',
    'CORRECTED_BEFORE_SENDING',
  ]);
  expect(file.person.fullName).toBe('Lý Thị Sửa');
});

test('a correction before sending leaves alone what was approved meanwhile', async () => {
  const { caseId, recordNumber } = await enterRecord(office);
  const officer = await office.as(HANOI.records);
  const { file: before } = await pageOf(recordNumber);
  const { diedOn: _diedOn, ...person } = before.person;
  const details = { person: { ...person, birthPlace: 'Hội An' } };
  await propose(recordNumber, { kind: 'PERSON_CORRECTED', details });
  const [proposal] = (await pageOf(recordNumber, HANOI.head)).proposals;
  expect((await decide(proposal, HANOI.head)).status).toBe(200);
  const { line } = await officer.must('GET', `/cases/${caseId}`);
  const paper = { ...aRecord(), person, note: 'Đã bổ sung ghi chú' };
  await officer.must('POST', `/cases/${caseId}/acts`, {
    act: 'correct',
    expectedRev: line.rev,
    codes: {},
    paper,
  });
  const { file } = await pageOf(recordNumber);
  expect(file).toMatchObject({ note: 'Đã bổ sung ghi chú', person: { birthPlace: 'Hội An' } });
});

test('two corrections of different fields do not undo each other, and a stale token decides nothing', async () => {
  const { recordNumber } = await enterRecord(office);
  const { person } = (await pageOf(recordNumber)).file;
  const { diedOn: _diedOn, ...entered } = person;
  for (const change of [{ birthPlace: 'Huế' }, { motherName: 'Phạm Thị Ngà' }]) {
    const details = { person: { ...entered, ...change } };
    const { answer } = await propose(recordNumber, { kind: 'PERSON_CORRECTED', details });
    expect(answer.status).toBe(200);
  }
  const [second, first] = (await pageOf(recordNumber, HANOI.head)).proposals;
  expect((await decide(second, HANOI.head)).status).toBe(200);
  const stale = await decide(first, HANOI.head);
  expect([stale.status, stale.body.code]).toEqual([409, 'RECORD_CHANGED']);
  const [again] = (await pageOf(recordNumber, HANOI.head)).proposals;
  expect((await decide(again, HANOI.head)).status).toBe(200);
  const { file } = await pageOf(recordNumber);
  expect(file.person).toMatchObject({ birthPlace: 'Huế', motherName: 'Phạm Thị Ngà' });
});
