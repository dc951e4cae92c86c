import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { trialRecord, trialSlip } from '../support/exchange.ts';
import { type Office, openOffice } from '../support/office.ts';
import { type TwoBooks, twoBooks } from '../support/twoBooks.ts';

let office: Office;
let books: TwoBooks;
beforeAll(async () => {
  office = await openOffice();
  books = await twoBooks(office);
});
afterAll(() => office.close());

test('a typed slip is the next version of both books, with who entered and who approved it', async () => {
  const { province } = books;
  const number = await books.official(1);
  const { caseId } = await province.must('POST', '/slips', {
    recordNumber: number,
    slip: trialSlip(1),
  });
  expect((await books.bothBooks(number)).versions).toEqual([1, 1]);
  await books.takeOver(caseId);
  const { own, copy, versions, state } = await books.bothBooks(number);
  expect([versions, state]).toEqual([[2, 2], 'EQUAL']);
  expect(own.file.judgments[0].executions).toMatchObject([{ kind: 'COMPLETION', number: '1/GCN' }]);
  expect(copy.versions[1]).toMatchObject({ cause: 'SLIP', reason: caseId });
  expect(copy.versions[1].approvedBy).not.toBe(copy.versions[1].madeBy);

  const judgment = { ...trialRecord(2).judgment };
  const further = await province.must('POST', '/slips', {
    recordNumber: number,
    slip: { judgment, document: null },
  });
  const before = await province.must('GET', `/transfers/${further.caseId}`);
  expect(before.normalised).toBeNull();
  await books.takeOver(further.caseId);
  const after = await books.bothBooks(number);
  expect([after.versions, after.state]).toEqual([[3, 3], 'EQUAL']);
  expect(after.copy.file.judgments[1]).toMatchObject({ ref: 2, number: judgment.number });
  const page = await province.must('GET', `/transfers/${further.caseId}`);
  expect(page.normalised).toEqual({ code: null });
});

test('every kind of approved change is told by a slip of one key and makes both books equal again', async () => {
  const { province } = books;
  const number = await books.official(3);
  const { file } = await province.must('GET', `/records/${number}`);
  const { diedOn: _diedOn, ...person } = file.person;
  const ban = { decision: '1/QĐ', date: '2020-02-03', court: 'TAND Hà Nội', content: 'Cấm 3 năm' };
  const entry = {
    kind: 'REDUCTION',
    number: '3/QĐ',
    date: '2015-01-05',
    issuer: 'TAND',
    content: 'x',
  };
  const changes: [string, object][] = [
    [
      'PERSON_CORRECTED',
      { person: { ...person, otherNames: ['Trần Văn Hai'], fullName: 'Trần Văn Ba' } },
    ],
    ['FURTHER_JUDGMENT', { judgment: trialRecord(4).judgment }],
    [
      'JUDGMENT_CORRECTED',
      { ref: 2, judgment: { ...trialRecord(4).judgment, courtFees: '200.000 đồng' } },
    ],
    ['EXECUTION', { ref: 2, entry }],
    [
      'EXECUTION_CORRECTED',
      { ref: 2, wrong: entry, entry: { ...entry, date: '2015-01-06', content: 'Giảm 3 tháng' } },
    ],
    ['BAN', { ban: { ...ban, until: '2023-02-03' } }],
    ['BAN_ENDED', { ref: 1, on: '2023-02-04', basis: 'Hết thời hạn' }],
    ['OFFENCE_ABOLISHED', { ref: 1, on: '2018-01-01', basis: 'Điều 35' }],
    ['DEATH', { on: '2023-01-02', document: 'Giấy chứng tử số 1' }],
  ];
  for (const [kind, details] of changes) {
    const proposal = await books.approved(number, kind, details);
    expect([kind, (await books.bothBooks(number)).state]).toEqual([kind, 'DIFFERING']);
    const { caseId } = await province.must('POST', `/record-proposals/${proposal}/slip`);
    const { slip } = await province.must('GET', `/transfers/${caseId}`);
    expect(slip).toMatchObject({ judgment: null, document: null, amendment: { kind } });
    await books.takeOver(caseId);
    const { own, state } = await books.bothBooks(number);
    expect([kind, state]).toEqual([kind, 'EQUAL']);
    const told = own.proposals.find(({ id }: { id: string }) => id === proposal);
    expect(told.slip).toEqual({ caseId, step: 'OFFICIALLY_UPDATED' });
  }
  const { versions } = await books.bothBooks(number);
  expect(versions).toEqual([changes.length + 1, changes.length + 1]);
  const { receiver } = books;
  const { records } = await receiver.must('GET', '/records?q=tran van ba');
  expect(records).toMatchObject([{ number }]);
});

test('an approved change is told once, is not typed anew, and is offered again when its slip was given up', async () => {
  const { province, other } = books;
  const number = await books.official(5);
  const proposal = await books.approved(number, 'DEATH', { on: '2020-01-02', document: 'x' });
  const untold = async () => (await province.must('GET', '/records?state=UNTOLD')).total;
  expect(await untold()).toBe(1);
  const path = `/record-proposals/${proposal}/slip`;
  const { caseId } = await province.must('POST', path);
  expect(await untold()).toBe(0);
  expect((await province.ask('POST', path)).body.code).toBe('SLIP_KNOWN');
  expect((await other.ask('POST', path)).body.code).toBe('NOT_YOUR_UNIT');
  const { line } = await province.case(caseId);
  const paper = { judgment: null, document: trialSlip(5).document };
  const typed = await province.tryAct(caseId, line.rev, 'correctSlip', { paper });
  expect(typed.body.code).toBe('APPROVED_CHANGE_STANDS');
  await province.act(caseId, 'abandon', { paper: { reason: 'Lập lại' } });
  const again = await province.must('POST', path);
  expect(again.caseId).not.toBe(caseId);
  const refused = await province.ask('POST', `/record-proposals/${randomUUID()}/slip`);
  expect(refused.body.code).toBe('PROPOSAL_UNKNOWN');
});

test('slips of a record are taken over in the order in which they were entered', async () => {
  const { province, receiver, reviewer, approver } = books;
  const number = await books.official(6);
  const enter = (n: number) =>
    province.must('POST', '/slips', { recordNumber: number, slip: trialSlip(n) });
  const [first, second] = [await enter(61), await enter(62)];
  await province.act(second.caseId, 'send');
  await receiver.act(second.caseId, 'receive');
  await receiver.act(second.caseId, 'checkRecord');
  await reviewer.act(second.caseId, 'review');
  const { line } = await approver.case(second.caseId);
  const early = await approver.tryAct(second.caseId, line.rev, 'updateOfficially');
  expect([early.status, early.body.code]).toEqual([409, 'EARLIER_SLIP_OPEN']);
  await books.takeOver(first.caseId);
  await approver.act(second.caseId, 'updateOfficially');
  expect((await books.bothBooks(number)).state).toBe('EQUAL');
  const wrong = { judgment: null, document: { ...trialSlip(63).document, ref: 9 } };
  const { body } = await province.ask('POST', '/slips', { recordNumber: number, slip: wrong });
  expect(body.fields).toMatchObject([{ path: 'slip.document.ref', code: 'UNKNOWN_JUDGMENT' }]);
});

test('a preview leaves out what the Centre cannot take over yet; slips of one record go in their order', async () => {
  const { province, receiver, reviewer, approver } = books;
  const number = await books.official(8);
  const enter = async (n: number): Promise<string> => books.typed(number, trialSlip(n));
  const [first, second, third] = [await enter(81), await enter(82), await enter(83)];
  const review = async (caseId: string): Promise<void> => {
    await province.act(caseId, 'send');
    await receiver.act(caseId, 'receive');
    await receiver.act(caseId, 'checkRecord');
    await reviewer.act(caseId, 'review');
  };
  await review(second);
  await review(third);
  const action = 'updateOfficially';
  const preview = (caseIds: string[]) =>
    approver.must('POST', '/bulk/previews', { action, caseIds });
  expect(await preview([third, second])).toMatchObject({
    included: [],
    excluded: [second, third].map((caseId) => ({ caseId, code: 'EARLIER_SLIP_OPEN' })),
  });

  await review(first);
  const { token, included } = await preview([third, second, first]);
  const ids = included.map(({ caseId }: { caseId: string }) => caseId);
  expect(ids).toEqual([first, second, third]);
  const { results } = await approver.must('POST', `/bulk/${token}`);
  expect(results).toMatchObject(ids.map((caseId: string) => ({ caseId, ok: true })));
  expect((await books.bothBooks(number)).state).toBe('EQUAL');
});

test('a change told by a slip waits in a preview for one approved before it, unless both go at once', async () => {
  const { province, receiver, reviewer, approver } = books;
  const number = await books.official(9);
  const judgment = trialRecord(91).judgment;
  const entry = {
    kind: 'REDUCTION',
    number: '9/QĐ',
    date: '2015-01-05',
    issuer: 'TAND',
    content: 'x',
  };
  const further = await books.approved(number, 'FURTHER_JUDGMENT', { judgment });
  const execution = await books.approved(number, 'EXECUTION', { ref: 2, entry });
  const slips = [await books.tell(further), await books.tell(execution)];
  for (const caseId of slips) {
    await province.act(caseId, 'send');
    await receiver.act(caseId, 'receive');
    await receiver.act(caseId, 'checkRecord');
    await reviewer.act(caseId, 'review');
  }
  const preview = (caseIds: readonly string[]) =>
    approver.must('POST', '/bulk/previews', { action: 'updateOfficially', caseIds });
  expect((await preview(slips.slice(1))).excluded).toMatchObject([{ code: 'EARLIER_SLIP_OPEN' }]);
  const { token, excluded } = await preview(slips.toReversed());
  expect(excluded).toEqual([]);
  const { results } = await approver.must('POST', `/bulk/${token}`);
  expect(results.map(({ ok }: { ok: boolean }) => ok)).toEqual([true, true]);
  expect((await books.bothBooks(number)).state).toBe('EQUAL');
});

test('the page of a transfer says what the record says of its offence, not what the words mean', async () => {
  const { province } = books;
  const { caseId, recordNumber } = await province.must('POST', '/transfers', {
    record: trialRecord(7),
  });
  const page = () => province.must('GET', `/transfers/${caseId}`);
  expect((await page()).normalised).toEqual({ code: null });
  const code = 'BLHS1999-138';
  await province.must('POST', `/records/${recordNumber}/judgments/1/offence`, { code });
  expect((await page()).normalised).toEqual({ code });
});
