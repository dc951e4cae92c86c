import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import type { FoundLine } from '../../domain/record/found.ts';
import { hire } from '../support/accounts.ts';
import { foundDesk, somebody } from '../support/foundDesk.ts';
import { openOffice, type Office } from '../support/office.ts';
import { HANOI, JUDGMENT } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await hire(office, [{ username: OTHER, roles: ['RECORD_OFFICER'] }]);
});
afterAll(() => office.close());

const { certified, decideOn, formOf, pageOf } = foundDesk(() => office);
/** Another record officer of the same department. */
const OTHER = 'hoso2.hn';
const SECOND = { ...JUDGMENT, judgmentNumber: '45/2017/HSST', judgmentDate: '2017-08-01' };

const statusesOf = (answers: readonly { status: number }[]): number[] =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);

async function lineOf(caseId: string): Promise<FoundLine | undefined> {
  const officer = await office.as(HANOI.records);
  const { cases } = await officer.must('GET', '/found-judgments');
  return cases.find((line: FoundLine) => line.caseId === caseId);
}

/** A record of the first judgment; gives its number and its transfer. */
async function recordOf(caseId: string) {
  const made = await decideOn(caseId, { outcome: 'RECORD', ...(await formOf(caseId)) });
  expect(made.status).toBe(200);
  const recordNumber = made.body.judgments[0].decision.recordNumber as string;
  const officer = await office.as(HANOI.records);
  const { line } = await officer.must('GET', `/records/${recordNumber}`);
  return { recordNumber, transfer: line.caseId as string };
}

/** The second judgment as a further one of a record. */
async function further(caseId: string, recordNumber: string) {
  const { judgment, record } = await formOf(caseId, 1);
  return { outcome: 'FURTHER', judgment, content: record.judgment, recordNumber };
}

async function refuse(recordNumber: string, reason: string): Promise<void> {
  const head = await office.as(HANOI.head);
  const { proposals } = await head.must('GET', `/records/${recordNumber}`);
  const { id } = proposals.find(({ state }: { state: string }) => state === 'OPEN');
  await head.must('POST', `/record-proposals/${id}/decision`, { approve: false, reason });
}

test('a proposal that the head refuses brings its judgment back with the reason; it can be proposed again', async () => {
  const caseId = await certified(somebody(), [JUDGMENT, SECOND]);
  const { recordNumber } = await recordOf(caseId);
  expect(await lineOf(caseId)).toMatchObject({ told: 2, open: 1, returned: null });
  expect((await decideOn(caseId, await further(caseId, recordNumber))).status).toBe(200);
  expect(await lineOf(caseId)).toBeUndefined();

  await refuse(recordNumber, 'Thiếu trích lục bản án');
  const returned = { why: 'PROPOSAL_REFUSED', recordNumber, reason: 'Thiếu trích lục bản án' };
  expect(await lineOf(caseId)).toMatchObject({ told: 2, open: 1, returned });
  const page = await pageOf(caseId);
  expect(page.judgments[1]).toMatchObject({ decision: null, returned });
  expect(page.judgments[0]).toMatchObject({ decision: { outcome: 'RECORD' }, returned: null });

  const again = await decideOn(caseId, await further(caseId, recordNumber));
  expect(again.status).toBe(200);
  expect(again.body.judgments[1]).toMatchObject({ decision: { recordNumber }, returned: null });
  expect(await lineOf(caseId)).toBeUndefined();
  const officer = await office.as(HANOI.records);
  const { proposals } = await officer.must('GET', `/records/${recordNumber}`);
  expect(proposals.map(({ state }: { state: string }) => state)).toEqual(['OPEN', 'REFUSED']);
});

test('a record that is given up brings back all that was to stand in it; another one is made', async () => {
  const caseId = await certified(somebody(), [JUDGMENT, SECOND]);
  const { recordNumber, transfer } = await recordOf(caseId);
  await decideOn(caseId, await further(caseId, recordNumber));
  const officer = await office.as(HANOI.records);
  await officer.act(transfer, 'abandon', { paper: { reason: 'Lập nhầm người' } });

  const returned = { why: 'TRANSFER_ABANDONED', recordNumber, reason: 'Lập nhầm người' };
  expect(await lineOf(caseId)).toMatchObject({ told: 2, open: 2, returned });
  const page = await pageOf(caseId);
  expect(page.judgments.map((one) => [one.decision, one.returned])).toEqual([
    [null, returned],
    [null, returned],
  ]);
  expect(page.known).toEqual([]);
  const second = await recordOf(caseId);
  expect(second.recordNumber).not.toBe(recordNumber);
  expect(await lineOf(caseId)).toMatchObject({ told: 2, open: 1, returned });
});

test('a judgment stands in a record of this person, not in that of whoever was tried with them', async () => {
  const defendant = somebody();
  const other = await certified();
  const { recordNumber: others } = await recordOf(other);
  const first = await certified(defendant);
  const { recordNumber } = await recordOf(first);
  const caseId = await certified(defendant);
  const { judgment } = await formOf(caseId);
  const wrong = await decideOn(caseId, { outcome: 'THERE', judgment, recordNumber: others });
  expect([wrong.status, wrong.body.fields[0]]).toMatchObject([
    400,
    { path: 'recordNumber', code: 'RECORD_OF_ANOTHER' },
  ]);
  const right = await decideOn(caseId, { outcome: 'THERE', judgment, recordNumber });
  expect(right.status).toBe(200);
});

test('a judgment stands in a record under another name where the officer writes why it is this person', async () => {
  const { recordNumber } = await recordOf(await certified());
  const caseId = await certified();
  const { judgment } = await formOf(caseId);
  const said = { outcome: 'THERE', judgment, recordNumber };
  expect((await decideOn(caseId, said)).body.fields[0].code).toBe('RECORD_OF_ANOTHER');
  const reason = 'Đổi tên theo Quyết định 5/QĐ-UBND';
  const { status, body } = await decideOn(caseId, { ...said, reason });
  expect(status).toBe(200);
  const page = await pageOf(caseId);
  expect(body.judgments[0].decision).toMatchObject({ outcome: 'THERE', recordNumber, reason });
  expect(page.judgments[0]?.decision).toMatchObject({ recordNumber, reason });
});

const Count = z.object({ count: z.int() });

test.each([1, 2, 3])(
  'of two who decide otherwise at one moment one wins, and only that has an effect (%i)',
  async () => {
    const caseId = await certified(somebody(), [JUDGMENT, SECOND]);
    const form = await formOf(caseId);
    const none = { outcome: 'NONE', judgment: form.judgment, reason: 'Đã được xóa án tích' };
    const made = await Promise.all([
      decideOn(caseId, { outcome: 'RECORD', ...form }),
      decideOn(caseId, none, randomUUID(), OTHER),
    ]);
    expect(statusesOf(made)).toEqual([200, 409]);
    const [record] = made;
    const { fullName } = form.record.person;
    const { count } = await office.db.one(sql.type(Count)`
    SELECT count(*)::int AS count FROM records WHERE full_name = ${fullName}
  `);
    expect(count).toBe(record?.status === 200 ? 1 : 0);
  },
);

test('of two who propose for different records at one moment one proposal is left', async () => {
  const caseId = await certified(somebody(), [JUDGMENT, SECOND]);
  const { recordNumber } = await recordOf(caseId);
  const { recordNumber: elsewhere } = await recordOf(await certified());
  const both = await Promise.all([
    decideOn(caseId, await further(caseId, recordNumber)),
    decideOn(caseId, await further(caseId, elsewhere), randomUUID(), OTHER),
  ]);
  expect(statusesOf(both)).toEqual([200, 409]);
  const { count } = await office.db.one(sql.type(Count)`
    SELECT count(*)::int AS count FROM record_proposals
    WHERE number IN (${recordNumber}, ${elsewhere})
  `);
  expect(count).toBe(1);
});

test('of two records of two judgments of one case at one moment one is made', async () => {
  const caseId = await certified(somebody(), [JUDGMENT, SECOND]);
  const forms = [await formOf(caseId, 0), await formOf(caseId, 1)];
  const both = await Promise.all(
    forms.map((form) => decideOn(caseId, { outcome: 'RECORD', despite: true, ...form })),
  );
  expect(statusesOf(both)).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.body.code).toBe('RECORD_IS_THERE');
  expect(await lineOf(caseId)).toMatchObject({ open: 1 });
});

test('reading the list, and taking it away as a file, is noted of every case in it', async () => {
  const caseId = await certified();
  const notes = async (): Promise<number> => {
    const { count } = await office.db.one(sql.type(Count)`
      SELECT count(*)::int AS count FROM read_audit r JOIN accounts a ON a.id = r.account
      WHERE ${caseId} = ANY (r.subjects) AND r.what LIKE 'found-judgments%' AND a.username = ${HANOI.records}
    `);
    return count;
  };
  const officer = await office.as(HANOI.records);
  expect(await notes()).toBe(0);
  const { total } = await officer.must('GET', '/found-judgments?limit=200');
  expect(await notes()).toBe(1);
  const { text } = await officer.ask('GET', '/found-judgments.csv');
  expect(await notes()).toBe(2);
  expect(text.trim().split('\n')).toHaveLength(total + 1);
  expect(text).toContain(caseId);
  const paged = await officer.must('GET', '/found-judgments?limit=1&page=2');
  expect([paged.cases.length, paged.total]).toEqual([1, total]);
  const elsewhere = await office.as('hoso.hcm');
  expect((await elsewhere.must('GET', '/found-judgments')).cases).toEqual([]);
  const refused = await (await office.as(HANOI.desk)).ask('GET', '/found-judgments.csv');
  expect(refused.status).toBe(403);
});

test('what is open is kept as answers and decisions say', async () => {
  const { count } = await office.db.one(sql.type(Count)`
    WITH told AS (
      SELECT DISTINCT v.case_id FROM verifications v JOIN agency_messages m ON m.id = v.answer_id,
        jsonb_array_elements(m.body -> 'entries') AS e (entry)
      WHERE v.outcome = 'RECORD_FOUND' AND NOT EXISTS (SELECT FROM found_decisions d
        WHERE d.case_id = v.case_id AND d.judgment = judgment_key(e.entry) AND d.undone IS NULL))
    SELECT count(*)::int AS count FROM told FULL JOIN open_found o USING (case_id)
    WHERE told.case_id IS NULL OR o.case_id IS NULL
  `);
  expect(count).toBe(0);
});
