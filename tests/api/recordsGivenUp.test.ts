import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import type { RecordLine } from '../../domain/record/book.ts';
import { enterRecord } from '../support/knownPeople.ts';
import { openRecordDesk } from '../support/recordDesk.ts';
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
