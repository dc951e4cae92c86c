import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { trialOffice, trialRecord, trialSlip } from '../support/exchange.ts';
import { type Office, openOffice } from '../support/office.ts';
import { HANOI } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const desks = () => trialOffice(office);

/** A record that the Centre has; gives its number. */
async function official(n: number): Promise<string> {
  const { province } = await desks();
  const { caseId, recordNumber } = await province.must('POST', '/transfers', {
    record: trialRecord(n),
  });
  await takeOver(caseId);
  return recordNumber;
}

async function takeOver(caseId: string): Promise<void> {
  const { province, receiver, takeOver: rest } = await desks();
  await province.act(caseId, 'send');
  await receiver.act(caseId, 'receive');
  await rest(caseId);
}

/** Propose a change and have the head approve it; gives the proposal. */
async function approved(number: string, kind: string, details: object): Promise<string> {
  const { province } = await desks();
  const { line } = await province.must('GET', `/records/${number}`);
  const body = { kind, details, reason: 'Theo hồ sơ gốc', version: line.version };
  await province.must('POST', `/records/${number}/proposals`, body);
  const head = await office.as(HANOI.head);
  const { proposals } = await head.must('GET', `/records/${number}`);
  const [{ id, token }] = proposals;
  await head.must('POST', `/record-proposals/${id}/decision`, { approve: true, token });
  return id;
}

/** What both books say of a record, and how many versions each has. */
async function bothBooks(number: string) {
  const { province, receiver } = await desks();
  const own = await province.must('GET', `/records/${number}`);
  const copy = await receiver.must('GET', `/records/${number}`);
  return { own, copy, versions: [own.line.version, copy.line.version], state: own.copy.state };
}

test('a typed slip is the next version of both books, with who entered and who approved it', async () => {
  const { province } = await desks();
  const number = await official(1);
  const { caseId } = await province.must('POST', '/slips', {
    recordNumber: number,
    slip: trialSlip(1),
  });
  expect((await bothBooks(number)).versions).toEqual([1, 1]);
  await takeOver(caseId);
  const { own, copy, versions, state } = await bothBooks(number);
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
  await takeOver(further.caseId);
  const after = await bothBooks(number);
  expect([after.versions, after.state]).toEqual([[3, 3], 'EQUAL']);
  expect(after.copy.file.judgments[1]).toMatchObject({ ref: 2, number: judgment.number });
  const page = await province.must('GET', `/transfers/${further.caseId}`);
  expect(page.normalised).toEqual({ code: null });
});

test('every kind of approved change is told by a slip of one key and makes both books equal again', async () => {
  const { province } = await desks();
  const number = await official(3);
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
    ['BAN', { ban: { ...ban, until: '2023-02-03' } }],
    ['BAN_ENDED', { ref: 1, on: '2023-02-04', basis: 'Hết thời hạn' }],
    ['OFFENCE_ABOLISHED', { ref: 1, on: '2018-01-01', basis: 'Điều 35' }],
    ['DEATH', { on: '2023-01-02', document: 'Giấy chứng tử số 1' }],
  ];
  for (const [kind, details] of changes) {
    const proposal = await approved(number, kind, details);
    expect([kind, (await bothBooks(number)).state]).toEqual([kind, 'DIFFERING']);
    const { caseId } = await province.must('POST', `/record-proposals/${proposal}/slip`);
    const { slip } = await province.must('GET', `/transfers/${caseId}`);
    expect(slip).toMatchObject({ judgment: null, document: null, amendment: { kind } });
    await takeOver(caseId);
    const { own, state } = await bothBooks(number);
    expect([kind, state]).toEqual([kind, 'EQUAL']);
    const told = own.proposals.find(({ id }: { id: string }) => id === proposal);
    expect(told.slip).toEqual({ caseId, step: 'OFFICIALLY_UPDATED' });
  }
  const { versions } = await bothBooks(number);
  expect(versions).toEqual([changes.length + 1, changes.length + 1]);
  const { receiver } = await desks();
  const { records } = await receiver.must('GET', '/records?q=tran van ba');
  expect(records).toMatchObject([{ number }]);
});

test('an approved change is told once, is not typed anew, and is offered again when its slip was given up', async () => {
  const { province, other } = await desks();
  const number = await official(5);
  const proposal = await approved(number, 'DEATH', { on: '2020-01-02', document: 'x' });
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
  const { province, receiver, reviewer, approver } = await desks();
  const number = await official(6);
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
  await takeOver(first.caseId);
  await approver.act(second.caseId, 'updateOfficially');
  expect((await bothBooks(number)).state).toBe('EQUAL');
  const wrong = { judgment: null, document: { ...trialSlip(63).document, ref: 9 } };
  const { body } = await province.ask('POST', '/slips', { recordNumber: number, slip: wrong });
  expect(body.fields).toMatchObject([{ path: 'slip.document.ref', code: 'UNKNOWN_JUDGMENT' }]);
});

test('the page of a transfer says what the record says of its offence, not what the words mean', async () => {
  const { province } = await desks();
  const { caseId, recordNumber } = await province.must('POST', '/transfers', {
    record: trialRecord(7),
  });
  const page = () => province.must('GET', `/transfers/${caseId}`);
  expect((await page()).normalised).toEqual({ code: null });
  const code = 'BLHS1999-138';
  await province.must('POST', `/records/${recordNumber}/judgments/1/offence`, { code });
  expect((await page()).normalised).toEqual({ code });
});
