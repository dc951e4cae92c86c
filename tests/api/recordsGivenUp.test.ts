import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import type { RecordLine } from '../../domain/record/book.ts';
import { enterRecord } from '../support/knownPeople.ts';
import { openRecordDesk } from '../support/recordDesk.ts';
import { aJudgment, aPaper } from '../support/supplies.ts';
import { HANOI } from '../support/scenes.ts';

const desk = openRecordDesk();
const DEATH = {
  kind: 'DEATH',
  details: { on: '2020-01-01', document: '5/GCT' },
  reason: 'Giấy chứng tử',
  version: 1,
};
const DOCUMENT = {
  ref: 1,
  kind: 'COMPLETION',
  type: 'Giấy chứng nhận chấp hành xong',
  number: '12/GCN',
  date: '2023-03-02',
  issuedBy: 'Trại giam Mẫu',
  content: 'Đã chấp hành xong.',
};

async function numbersIn(state: string): Promise<string[]> {
  const { records } = await desk.officer.must('GET', `/records?limit=200&state=${state}`);
  return records.map(({ number }: RecordLine) => number);
}

async function words(): Promise<number> {
  const { groups } = await desk.officer.must('GET', '/record-normalisations/words');
  return groups.reduce((sum: number, { records }: { records: number }) => sum + records, 0);
}

const giveUp = (caseId: string) =>
  desk.officer.act(caseId, 'abandon', { paper: { reason: 'Lập nhầm người' } });

test('a record whose transfer is given up leaves the lists, the comparison and what is to be normalised', async () => {
  const { caseId, recordNumber } = await enterRecord(desk.office, { fullName: 'Đoàn Thị Bỏ' });
  const before = await desk.officer.must('GET', '/record-comparison');
  const said = await words();
  expect(await numbersIn('ACTIVE')).toContain(recordNumber);
  expect(await numbersIn('ABANDONED')).not.toContain(recordNumber);

  await giveUp(caseId);
  expect(await numbersIn('ACTIVE')).not.toContain(recordNumber);
  expect(await numbersIn('UNNORMALISED')).not.toContain(recordNumber);
  expect(await numbersIn('ABANDONED')).toContain(recordNumber);
  const found = await desk.officer.must('GET', '/records?q=doan%20thi%20bo');
  expect(found.total).toBe(0);
  const after = await desk.officer.must('GET', '/record-comparison');
  expect(after.counts.MISSING).toBe(before.counts.MISSING - 1);
  expect(await words()).toBe(said - 1);
  const { line } = await desk.officer.must('GET', `/records/${recordNumber}`);
  expect(line).toMatchObject({ number: recordNumber, abandonedAt: expect.any(String) });
});

test('what waited about it lapses, and nothing new can be proposed, mapped or told of it', async () => {
  const { caseId, recordNumber } = await enterRecord(desk.office, { fullName: 'Đoàn Thị Thôi' });
  const into = await enterRecord(desk.office, { fullName: 'Đoàn Thị Còn' });
  await desk.officer.must('POST', `/records/${recordNumber}/proposals`, DEATH);
  const merge = { kind: 'MERGE', details: { from: recordNumber }, reason: 'Một người', version: 1 };
  await desk.officer.must('POST', `/records/${into.recordNumber}/proposals`, merge);
  expect(await numbersIn('PROPOSED')).toEqual(
    expect.arrayContaining([recordNumber, into.recordNumber]),
  );
  const head = await desk.office.as(HANOI.head);
  const waiting = await head.must('GET', `/records/${recordNumber}`);

  await giveUp(caseId);
  expect(await numbersIn('PROPOSED')).not.toContain(recordNumber);
  expect(await numbersIn('PROPOSED')).not.toContain(into.recordNumber);
  const { proposals } = await head.must('GET', `/records/${recordNumber}`);
  expect(proposals).toHaveLength(2);
  for (const proposal of proposals) {
    expect(proposal).toMatchObject({ state: 'LAPSED', decidedBy: null, decidable: false });
  }
  const [{ id, token }] = waiting.proposals;
  const decision = { approve: true, token };
  const late = await head.ask('POST', `/record-proposals/${id}/decision`, decision);
  expect([late.status, late.body.code]).toEqual([409, 'PROPOSAL_DECIDED']);

  const slip = { recordNumber, slip: { judgment: null, document: DOCUMENT } };
  const answers = await Promise.all([
    desk.officer.ask('POST', `/records/${recordNumber}/proposals`, DEATH),
    desk.officer.ask('POST', '/slips', slip),
  ]);
  for (const { status, body } of answers) {
    expect([status, body.code]).toEqual([409, 'RECORD_ABANDONED']);
  }
});

test('the database keeps no proposal and no version of it, whoever comes too late', async () => {
  const { caseId, recordNumber } = await enterRecord(desk.office, { fullName: 'Đoàn Thị Muộn' });
  await giveUp(caseId);
  const written = await desk.office.db.anyFirst(sql.unsafe`
    SELECT append_versions(jsonb_build_object('book', 'PROVINCE', 'cause', 'DEATH', 'sourceId', ${randomUUID()}::text,
      'by', 'x', 'at', now(), 'rows', jsonb_build_array(jsonb_build_object('number', h.number, 'base', 1,
        'body', h.body, 'foldedName', 'x'))))
    FROM record_versions h WHERE h.book = 'PROVINCE' AND h.number = ${recordNumber}`);
  expect(written).toEqual([]);
});

async function received(supply: object): Promise<string> {
  const { line } = await desk.officer.must('POST', '/supplies', { supply, channel: 'PAPER' });
  return `/supplies/${line.id}`;
}

test('what was used for it can be used for another record, and a judgment makes a new one', async () => {
  const [judgment, paper] = [
    await received(aJudgment('Đoàn Văn Lại')),
    await received(aPaper('Đoàn Văn Lại')),
  ];
  const first = await desk.officer.must('POST', `${judgment}/record`, {});
  await desk.officer.must('POST', `${paper}/settlement`, {
    state: 'USED',
    recordNumber: first.recordNumber,
  });
  await giveUp(first.caseId);
  for (const entry of [judgment, paper]) {
    const { line, settledBy, reason } = await desk.officer.must('GET', entry);
    expect(line).toMatchObject({ state: 'RECEIVED', caseId: null, recordNumber: null });
    expect([settledBy, reason]).toEqual([null, 'RECORD_ABANDONED']);
  }

  const second = await desk.officer.must('POST', `${judgment}/record`, {});
  expect(second.recordNumber).not.toBe(first.recordNumber);
  expect(await numbersIn('ACTIVE')).toContain(second.recordNumber);
  const used = { state: 'USED', recordNumber: second.recordNumber };
  const { line, reason } = await desk.officer.must('POST', `${paper}/settlement`, used);
  expect([line.state, line.recordNumber, reason]).toEqual(['USED', second.recordNumber, null]);
});

test('a judgment that made a record which stands makes no second one, whatever else it was used for', async () => {
  const judgment = await received(aJudgment('Đoàn Văn Đứng'));
  const made = await desk.officer.must('POST', `${judgment}/record`, {});
  const other = await enterRecord(desk.office, { fullName: 'Đoàn Văn Đứng' });
  // The process ended before the entry told of its record, and somebody used it for another one.
  await desk.office.db.query(sql.typeAlias('void')`
    UPDATE supplies SET case_id = ${other.caseId}, record_number = ${other.recordNumber}
    WHERE record_number = ${made.recordNumber}`);
  await giveUp(other.caseId);
  const again = await desk.officer.must('POST', `${judgment}/record`, { despite: true });
  expect(again.recordNumber).toBe(made.recordNumber);
});

test('a judgment whose record was given up before the entry told of it makes a new one too', async () => {
  const judgment = await received(aJudgment('Đoàn Văn Chậm'));
  const first = await desk.officer.must('POST', `${judgment}/record`, {});
  // As it stands where the process ended between the record and this note.
  await desk.office.db.query(sql.typeAlias('void')`
    UPDATE supplies SET state = 'RECEIVED', case_id = NULL, record_number = NULL, settled_by = NULL, settled_at = NULL
    WHERE record_number = ${first.recordNumber}`);
  await giveUp(first.caseId);
  const second = await desk.officer.must('POST', `${judgment}/record`, {});
  expect(second.recordNumber).not.toBe(first.recordNumber);
});
