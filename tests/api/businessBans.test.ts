import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import type { KnownBans } from '../../domain/record/ban.ts';
import { readPdf } from '../print/readPdf.ts';
import { draftText } from '../support/convictedCase.ts';
import { applicant, candidateOf, enterRecord, lookUp } from '../support/knownPeople.ts';
import { openOffice, type Office } from '../support/office.ts';
import { answeredCase, CLEAN_DRAFT, decide, HANOI } from '../support/scenes.ts';
import { type TwoBooks, twoBooks } from '../support/twoBooks.ts';

let office: Office;
let books: TwoBooks;
beforeAll(async () => {
  office = await openOffice();
  books = await twoBooks(office);
});
afterAll(() => office.close());

// The business day is 18 September 2023.
const BAN = {
  decision: '12/2022/QĐ-TBPS',
  date: '2022-04-06',
  court: 'Tòa án nhân dân thành phố Hà Nội',
  content: 'Giám đốc, thành viên hội đồng quản trị doanh nghiệp',
  until: '2025-04-06',
};
const NONE = 'Không bị cấm đảm nhiệm chức vụ, thành lập, quản lý doanh nghiệp, hợp tác xã';
const PRINTED = [
  `Chức vụ bị cấm: ${BAN.content}`,
  'Thời hạn cấm: từ ngày 06 tháng 4 năm 2022 đến hết ngày 06 tháng 4 năm 2025',
];
const NO_2 = { certificateType: 'NO_2' } as const;

let made = 0;

/** A record with a ban, and an application of its person at EVALUATING whom the officer found in it. */
async function bannedCase(application: object = NO_2, decision = 'SAME_PERSON') {
  made += 1;
  const personalId = `0011856000${String(made).padStart(2, '0')}`;
  const { recordNumber } = await enterRecord(office, { personalId });
  await books.approved(recordNumber, 'BAN', { ban: BAN });
  const subject = applicant({ personalId });
  const { caseId } = await answeredCase(office, { ...application, subject });
  await decideOn(caseId, recordNumber, decision);
  return { caseId, recordNumber };
}

async function decideOn(caseId: string, recordNumber: string, decision: string): Promise<void> {
  const { known } = candidateOf(await lookUp(office, caseId), recordNumber);
  const form = { knownPersons: [known.id], decision, reason: 'Đã đối chiếu số định danh' };
  const officer = await office.as(HANOI.officer);
  await officer.must('POST', `/cases/${caseId}/look-up/decisions`, form);
}

async function knownBans(caseId: string): Promise<KnownBans> {
  return (await office.as(HANOI.officer)).must('GET', `/cases/${caseId}/known-bans`);
}

function draftWith(paper: object) {
  return { ...CLEAN_DRAFT, paper: { ...CLEAN_DRAFT.paper, ...paper } };
}

async function tryDraft(caseId: string, paper: object) {
  const officer = await office.as(HANOI.officer);
  const { line } = await officer.case(caseId);
  return officer.tryAct(caseId, line.rev, 'draft', draftWith(paper));
}

async function certificateText(caseId: string): Promise<string> {
  const { cookie } = await office.as(HANOI.officer);
  const url = `/api/v1/cases/${caseId}/certificate.pdf`;
  const { rawPayload } = await office.app.inject({ method: 'GET', url, headers: { cookie } });
  return readPdf(rawPayload).text.replace(/\s+/gu, ' ');
}

describe.each([
  ['No. 2', NO_2],
  ['No. 1 that asks for it', { certificateType: 'NO_1', banStatementWanted: true }],
] as const)('on %s', (_name, application) => {
  test('a ban of the person’s record goes from the record to the certificate', async () => {
    const { caseId, recordNumber } = await bannedCase(application);
    expect(await knownBans(caseId)).toEqual({
      onDate: '2023-09-18',
      printed: true,
      known: [{ ...BAN, recordNumbers: [recordNumber] }],
      typed: [],
    });
    const silent = await tryDraft(caseId, {});
    expect([silent.status, silent.body.code]).toEqual([400, 'INVALID_INPUT']);
    expect(silent.body.fields).toMatchObject([
      { path: 'paper.banDeviation', code: 'BAN_LEFT_OUT' },
    ]);
    const shorter = await tryDraft(caseId, { bans: [{ ...BAN, until: '2024-04-06' }] });
    expect(shorter.body.fields).toMatchObject([{ code: 'BAN_LEFT_OUT' }]);

    await decide(office, caseId, draftWith({ bans: [BAN] }));
    for (const text of [await draftText(office, caseId), await certificateText(caseId)]) {
      expect(text).not.toContain(NONE);
      for (const line of PRINTED) expect(text).toContain(line);
    }
    const { draft } = await (await office.as(HANOI.director)).case(caseId);
    expect(draft).toMatchObject({
      bans: [BAN],
      knownBans: [{ decision: BAN.decision, recordNumbers: [recordNumber] }],
      banDeviation: null,
    });
  });
});

test('a No. 1 that does not ask says nothing of bans, and nobody must state any', async () => {
  const { caseId } = await bannedCase({ certificateType: 'NO_1', banStatementWanted: false });
  expect(await knownBans(caseId)).toMatchObject({ printed: false, known: [] });
  expect((await tryDraft(caseId, {})).status).toBe(200);
  expect(await draftText(office, caseId)).not.toMatch(/cấm đảm nhiệm/iu);
});

test('a ban is left out only with a reason, which stands beside what the record said', async () => {
  const { caseId } = await bannedCase();
  const banDeviation = 'Tòa án nhân dân cấp cao đã hủy quyết định, chờ cập nhật bản lý lịch';
  expect((await tryDraft(caseId, { bans: [], banDeviation })).status).toBe(200);
  expect(await draftText(office, caseId)).toContain(NONE);
  const { draft } = await (await office.as(HANOI.head)).case(caseId);
  expect(draft).toMatchObject({ bans: [], banDeviation, knownBans: [BAN] });
});

test('a ban that was ended, or whose term is over, prints none', async () => {
  const { caseId, recordNumber } = await bannedCase();
  const over = { ...BAN, decision: '1/2019/QĐ-TBPS', date: '2019-01-02', until: '2022-01-02' };
  await books.approved(recordNumber, 'BAN', { ban: over });
  await books.approved(recordNumber, 'BAN_ENDED', {
    ref: 1,
    on: '2023-09-18',
    basis: 'Quyết định hủy quyết định tuyên bố phá sản',
  });
  expect((await knownBans(caseId)).known).toEqual([]);
  const stated = await tryDraft(caseId, { bans: [over] });
  expect(stated.body.fields).toMatchObject([{ path: 'paper.bans.0.until', code: 'BAN_OVER' }]);
  const ahead = await tryDraft(caseId, { bans: [{ ...BAN, date: '2023-09-19' }] });
  expect(ahead.body.fields).toMatchObject([{ path: 'paper.bans.0.date', code: 'IN_FUTURE' }]);
  await decide(office, caseId, CLEAN_DRAFT);
  expect(await certificateText(caseId)).toContain(NONE);
});

test('a draft of old times, which says nothing of bans, prints none', async () => {
  const { caseId } = await answeredCase(office, NO_2);
  await decide(office, caseId, CLEAN_DRAFT);
  const papers = await office.db.anyFirst(sql.type(z.object({ told: z.boolean() }))`
    SELECT body ?| ARRAY['bans', 'knownBans'] AS told FROM papers
    WHERE case_id = ${caseId} AND act = 'draft'
  `);
  expect(papers).toEqual([false]);
  expect(await certificateText(caseId)).toContain(NONE);
});

test('only records decided to be the person’s count, by the latest decision', async () => {
  const { caseId, recordNumber } = await bannedCase(NO_2, 'OTHER_PERSON');
  expect((await knownBans(caseId)).known).toEqual([]);
  await decideOn(caseId, recordNumber, 'SAME_PERSON');
  expect((await knownBans(caseId)).known).toHaveLength(1);
  await decideOn(caseId, recordNumber, 'UNDECIDED');
  expect((await knownBans(caseId)).known).toEqual([]);
});

test('of a record that was merged, the one that took it in counts', async () => {
  const personalId = '001185699999';
  const [from, into] = [await enterRecord(office, { personalId }), await enterRecord(office)];
  await books.takeOver(from.caseId);
  await books.takeOver(into.caseId);
  const { caseId } = await answeredCase(office, { ...NO_2, subject: applicant({ personalId }) });
  await decideOn(caseId, from.recordNumber, 'SAME_PERSON');
  await books.approved(into.recordNumber, 'MERGE', { from: from.recordNumber });
  await books.approved(into.recordNumber, 'BAN', { ban: BAN });
  const { known } = await knownBans(caseId);
  expect(known).toEqual([{ ...BAN, recordNumbers: [into.recordNumber] }]);
});

test('what the officer knew of beside the records is there again when the draft comes back', async () => {
  const { caseId } = await bannedCase();
  const typed = { ...BAN, decision: '77/2023/QĐ-TBPS', date: '2023-06-01' };
  expect((await tryDraft(caseId, { bans: [BAN, typed] })).status).toBe(200);
  await (await office.as(HANOI.head)).act(caseId, 'return', { paper: { reason: 'Xem lại' } });
  expect(await knownBans(caseId)).toMatchObject({ known: [BAN], typed: [typed] });
});

test('bans are read by who may look the person up, and the reading is noted', async () => {
  const { caseId } = await bannedCase();
  const path = `/cases/${caseId}/known-bans`;
  for (const [who, status] of [
    [HANOI.head, 200],
    [HANOI.desk, 403],
    [HANOI.records, 403],
  ] as const) {
    expect([who, (await (await office.as(who)).ask('GET', path)).status]).toEqual([who, status]);
  }
  const reads = await office.db.oneFirst(sql.type(z.object({ count: z.number() }))`
    SELECT count(*)::int AS count FROM read_audit WHERE ${caseId} = ANY (subjects) AND what = 'known-bans'
  `);
  expect(reads).toBe(1);
});
