import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { paperFor, slipPaperFor } from '../../bench/trial/papers.ts';
import type { RecordSubmission } from '../../domain/record.ts';
import { type Office, openOffice } from '../support/office.ts';
import { trialOffice, TRIAL_DAY, trialRecord, trialSlip } from '../support/exchange.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ from: TRIAL_DAY });
});
afterAll(() => office.close());

const desks = () => trialOffice(office);

async function paperOf(recordNumber: string, record: RecordSubmission) {
  return (await desks()).receiver.ask('POST', '/exchange/papers', paperFor(recordNumber, record));
}

test('electronic first: the paper is matched when it comes, and then the record is taken over', async () => {
  const { province, receiver, takeOver } = await desks();
  const { caseId, recordNumber } = await province.must('POST', '/transfers', {
    record: trialRecord(1),
  });
  await province.act(caseId, 'send');
  await province.act(caseId, 'postPaper', { paper: { postalNumber: 'RA123456789VN' } });
  await receiver.act(caseId, 'receive');
  const came = await paperOf(recordNumber, trialRecord(1));
  expect([came.status, came.body]).toEqual([201, { id: expect.any(String), caseId, differs: 0 }]);
  expect(await takeOver(caseId)).toMatchObject({ step: 'OFFICIALLY_UPDATED' });
  const page = await province.must('GET', `/transfers/${caseId}`);
  expect(page).toMatchObject({
    paper: { postalNumber: 'RA123456789VN', differences: [], open: false },
    officialAt: expect.any(String),
  });
  const second = await paperOf(recordNumber, trialRecord(1));
  expect([second.status, second.body.code]).toEqual([409, 'CASE_CLOSED']);
});

test('paper first: it waits in the register until the electronic record is received', async () => {
  const { province, receiver, takeOver } = await desks();
  const { caseId, recordNumber } = await province.must('POST', '/transfers', {
    record: trialRecord(2),
  });
  const came = await paperOf(recordNumber, trialRecord(2));
  expect(came.body).toMatchObject({ caseId: null, differs: null });
  const waits = await receiver.must('GET', '/exchange/papers?waiting=true');
  expect(waits).toMatchObject({ total: 1, arrivals: [{ recordNumber, caseId: null }] });
  expect((await paperOf(recordNumber, trialRecord(2))).body.code).toBe('PAPER_KNOWN');
  await province.act(caseId, 'send');
  await receiver.act(caseId, 'receive');
  expect(await receiver.must('GET', '/exchange/papers?waiting=true')).toMatchObject({ total: 0 });
  const found = await receiver.must(
    'GET',
    `/exchange/papers?q=${encodeURIComponent(recordNumber)}`,
  );
  expect(found).toMatchObject({ arrivals: [{ caseId }] });
  expect(await takeOver(caseId)).toMatchObject({ step: 'OFFICIALLY_UPDATED' });
});

async function differing(n: number) {
  const { province, receiver, reviewer } = await desks();
  const { caseId, recordNumber } = await province.must('POST', '/transfers', {
    record: trialRecord(n),
  });
  await province.act(caseId, 'send');
  await receiver.act(caseId, 'receive');
  const paper = trialRecord(n);
  paper.judgment.principalPenalty = '15 tháng tù';
  expect((await paperOf(recordNumber, paper)).body).toMatchObject({ caseId, differs: 1 });
  await receiver.act(caseId, 'checkRecord');
  await reviewer.act(caseId, 'review');
  return { caseId, recordNumber };
}

test('the list of transfers tells where both copies are, and narrows to where the paper is', async () => {
  const { province, receiver } = await desks();
  const [before, sent, posted] = await Promise.all(
    [21, 22, 23].map((serial) =>
      province.must('POST', '/transfers', { record: trialRecord(serial) }),
    ),
  );
  for (const { caseId } of [sent, posted]) await province.act(caseId, 'send');
  await province.act(posted.caseId, 'postPaper', { paper: { postalNumber: 'RA223456789VN' } });
  const { caseId: differs } = await differing(24);
  const { caseId: arrived, recordNumber } = await province.must('POST', '/transfers', {
    record: trialRecord(25),
  });
  await province.act(arrived, 'send');
  await receiver.act(arrived, 'receive');
  await paperOf(recordNumber, trialRecord(25));

  const list = async (narrowed: string): Promise<Map<string, unknown>> => {
    const { cases } = await province.must(
      'GET',
      `/worklist?queue=all&kind=TRANSFER&limit=200${narrowed}`,
    );
    return new Map(
      cases.map((line: { caseId: string; paperState: unknown }) => [line.caseId, line.paperState]),
    );
  };
  const states = {
    [before.caseId]: null,
    [sent.caseId]: 'NOT_POSTED',
    [posted.caseId]: 'POSTED',
    [arrived]: 'ARRIVED',
    [differs]: 'DIFFERS',
  };
  expect(Object.fromEntries(await list(''))).toMatchObject(states);
  for (const [caseId, state] of Object.entries(states).slice(1)) {
    const narrowed = await list(`&paperState=${state}`);
    expect(narrowed.has(caseId)).toBe(true);
    expect(new Set(narrowed.values())).toEqual(new Set([state]));
  }
});

test('a difference blocks the update until the province answers; its answer decides', async () => {
  const { province, receiver, reviewer, approver, takeOver } = await desks();
  const { caseId } = await differing(3);
  const { line } = await approver.case(caseId);
  const early = await approver.tryAct(caseId, line.rev, 'updateOfficially');
  expect([early.status, early.body.code]).toEqual([409, 'DIFFERENCE_OPEN']);
  await approver.act(caseId, 'askSupplier', { paper: { note: 'Hình phạt chính khác nhau' } });
  const page = await province.must('GET', `/transfers/${caseId}`);
  expect(page.paper).toMatchObject({
    open: true,
    differences: [
      { path: 'judgment.principalPenalty', electronic: '9 tháng tù', paper: '15 tháng tù' },
    ],
  });
  await province.act(caseId, 'answerDifference', {
    codes: { rightCopy: 'PAPER' },
    paper: { reason: 'Nhập nhầm khi gửi điện tử' },
  });
  const { record } = await receiver.case(caseId);
  expect(record?.judgment.principalPenalty).toBe('15 tháng tù');
  expect(await takeOver(caseId)).toMatchObject({ step: 'OFFICIALLY_UPDATED' });

  const other = await differing(4);
  await approver.act(other.caseId, 'askSupplier', { paper: { note: 'Xem lại' } });
  await province.act(other.caseId, 'answerDifference', {
    codes: { rightCopy: 'ELECTRONIC' },
    paper: { reason: 'Bản giấy in nhầm' },
  });
  expect((await reviewer.case(other.caseId)).line.step).toBe('REVIEWED');
  await approver.act(other.caseId, 'updateOfficially');
});

test('returned with reasons, a corrected record needs another paper unless it now agrees', async () => {
  const { province, receiver, approver, takeOver } = await desks();
  const { caseId, recordNumber } = await differing(5);
  await approver.act(caseId, 'returnRecord', { paper: { reason: 'Thiếu họ tên mẹ' } });
  const mended = trialRecord(5);
  mended.person.motherName = 'Lê Thị Mẫu';
  await province.act(caseId, 'correct', { paper: mended });
  await province.act(caseId, 'send');
  await receiver.act(caseId, 'receive');
  expect((await paperOf(recordNumber, mended)).body).toMatchObject({ caseId, differs: 0 });
  expect(await takeOver(caseId)).toMatchObject({ step: 'OFFICIALLY_UPDATED' });
});

test('a slip is appended to its record; the same one twice, a strange number, another province are refused', async () => {
  const { province, other, receiver, takeOver } = await desks();
  const { caseId, recordNumber } = await province.must('POST', '/transfers', {
    record: trialRecord(6),
  });
  const slip = { recordNumber, slip: trialSlip(6) };
  const entered = await province.must('POST', '/slips', slip);
  const code = async (who: typeof province, body: object) =>
    (await who.ask('POST', '/slips', body)).body.code;
  expect(await code(province, slip)).toBe('SLIP_KNOWN');
  expect(await code(province, { ...slip, recordNumber: '25HN2015/99999' })).toBe('UNKNOWN_RECORD');
  expect(await code(other, slip)).toBe('RECORD_OF_OTHER_PROVINCE');
  const { fields } = (
    await province.ask('POST', '/slips', {
      recordNumber,
      slip: { judgment: null, document: { ...trialSlip(6).document, date: '2031-01-01' } },
    })
  ).body;
  expect(fields).toMatchObject([{ path: 'slip.document.date', code: 'IN_FUTURE' }]);

  await province.act(entered.caseId, 'send');
  await receiver.act(entered.caseId, 'receive');
  const paper = slipPaperFor(recordNumber, entered.caseId, trialSlip(6));
  expect(await receiver.must('POST', '/exchange/papers', paper)).toMatchObject({ differs: 0 });
  await expect(takeOver(entered.caseId)).rejects.toThrow('RECORD_NOT_OFFICIAL');
  await province.act(caseId, 'send');
  await receiver.act(caseId, 'receive');
  await paperOf(recordNumber, trialRecord(6));
  await takeOver(caseId);
  const { approver } = await desks();
  await approver.act(entered.caseId, 'updateOfficially');
  const page = await province.must('GET', `/transfers/${caseId}`);
  expect(page.slips).toMatchObject([
    { caseId: entered.caseId, step: 'OFFICIALLY_UPDATED', updatedAt: expect.any(String) },
  ]);
});

test('many are sent, received and updated at once; what may not be is left out and says why', async () => {
  const { province, receiver, reviewer, approver } = await desks();
  const enter = async (n: number) =>
    (await province.must('POST', '/transfers', { record: trialRecord(n) })) as {
      caseId: string;
      recordNumber: string;
    };
  const [first, second] = [await enter(21), await enter(22)];
  const caseIds = [first.caseId, second.caseId];
  const previewed = (person: typeof province, action: string) =>
    person.must('POST', '/bulk/previews', { action, caseIds });
  const atOnce = async (person: typeof province, action: string) => {
    const { token, excluded } = await previewed(person, action);
    const { results } = await person.must('POST', `/bulk/${token}`);
    const done = results.map(({ ok }: { ok: boolean }) => ok);
    return [done, excluded.map(({ code }: { code: string }) => code)];
  };
  const early = await previewed(receiver, 'receive');
  expect(early.included).toEqual([]);
  expect(await atOnce(province, 'send')).toEqual([[true, true], []]);
  expect(await atOnce(receiver, 'receive')).toEqual([[true, true], []]);
  await paperOf(first.recordNumber, trialRecord(21));
  for (const caseId of caseIds) {
    await receiver.act(caseId, 'checkRecord');
    await reviewer.act(caseId, 'review');
  }
  expect(await atOnce(approver, 'updateOfficially')).toEqual([[true], ['PAPER_NOT_ARRIVED']]);
});

test('what was returned is sent among many only once it was corrected', async () => {
  const { province, receiver } = await desks();
  const record = trialRecord(23);
  const { caseId } = await province.must('POST', '/transfers', { record });
  const previewed = () =>
    province.must('POST', '/bulk/previews', { action: 'send', caseIds: [caseId] });
  const giveBack = async (): Promise<void> => {
    await province.act(caseId, 'send');
    await receiver.act(caseId, 'receive');
    await receiver.act(caseId, 'returnRecord', { paper: { reason: 'Thiếu ghi chú' } });
  };
  const excluded = [{ caseId, code: 'RETURNED_UNCHANGED' }];
  await giveBack();
  expect(await previewed()).toMatchObject({ included: [], excluded });
  await province.act(caseId, 'correct', { paper: { ...record, note: 'Đã bổ sung' } });
  expect(await previewed()).toMatchObject({ included: [{ caseId }], excluded: [] });
  await giveBack();
  expect(await previewed()).toMatchObject({ included: [], excluded });
});

test('only the Centre’s receiver sees the register of papers', async () => {
  const { province } = await desks();
  expect((await province.ask('GET', '/exchange/papers')).status).toBe(403);
});
