import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hire } from '../support/accounts.ts';
import { openOffice, type Office } from '../support/office.ts';
import { answeredCase, CLEAN_DRAFT, HANOI, handIn, issuedCase } from '../support/scenes.ts';
import { standing, traceOf } from '../support/traces.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

interface Wrong {
  why: string;
  code: string;
  status: number;
  who: string;
  act: string;
  payload?: { codes?: object; paper?: object };
  /** Revisions behind the present one. */
  behind?: number;
}

const CLASSIFY = { codes: { regime: 'SIMPLE', grounds: [] } };

test.each<Wrong>([
  {
    why: 'a step that is not reached',
    code: 'CASE_WRONG_STEP',
    status: 409,
    who: HANOI.head,
    act: 'check',
  },
  {
    why: 'the wrong role',
    code: 'NOT_YOUR_ROLE',
    status: 403,
    who: HANOI.desk,
    act: 'classify',
    payload: CLASSIFY,
  },
  {
    why: 'another unit',
    code: 'NOT_YOUR_UNIT',
    status: 403,
    who: 'chuyenvien1.na',
    act: 'classify',
    payload: CLASSIFY,
  },
  {
    why: 'an old revision',
    code: 'STALE_REVISION',
    status: 409,
    who: HANOI.officer,
    act: 'classify',
    payload: CLASSIFY,
    behind: -1,
  },
  {
    why: 'a complex regime without ground',
    code: 'COMPLEX_GROUND_MISSING',
    status: 422,
    who: HANOI.officer,
    act: 'classify',
    payload: { codes: { regime: 'COMPLEX', grounds: [] } },
  },
  { why: 'no payload', code: 'INVALID_INPUT', status: 400, who: HANOI.officer, act: 'classify' },
  {
    why: 'an act nobody knows',
    code: 'INVALID_INPUT',
    status: 400,
    who: HANOI.officer,
    act: 'destroy',
  },
])(
  'an act refused for $why leaves no trace',
  async ({ code, status, who, act, payload, behind = 0 }) => {
    const { caseId } = await handIn(office);
    const person = await office.as(who);
    const before = await traceOf(office, caseId);
    const answer = await person.tryAct(caseId, before.standing.rev - behind, act, payload);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await traceOf(office, caseId)).toEqual(before);
  },
);

test('an act on a closed case is refused and leaves no trace', async () => {
  const { caseId } = await issuedCase(office, { delivery: 'COUNTER', deliveryAddress: null });
  const desk = await office.as(HANOI.desk);
  await desk.act(caseId, 'handOver', { paper: { receivedBy: 'chính chủ' } });
  await office.client.workflow.getHandle(caseId).result();
  const before = await traceOf(office, caseId);
  const answer = await desk.tryAct(caseId, before.standing.rev, 'handOver', {
    paper: { receivedBy: 'lần nữa' },
  });
  expect([answer.status, answer.body.code]).toEqual([409, 'CASE_CLOSED']);
  expect(await traceOf(office, caseId)).toEqual(before);
});

test('an act on a case that does not exist is refused', async () => {
  const officer = await office.as(HANOI.officer);
  const answer = await officer.tryAct('HN-P-2023-999999', 1, 'classify', CLASSIFY);
  expect([answer.status, answer.body.code]).toEqual([404, 'CASE_NOT_FOUND']);
});

test('nobody posts what the applicant fetches at the counter', async () => {
  const { caseId } = await issuedCase(office, { delivery: 'COUNTER', deliveryAddress: null });
  const desk = await office.as(HANOI.desk);
  const { rev } = await standing(office, caseId);
  const answer = await desk.tryAct(caseId, rev, 'post');
  expect(answer.body.code).toBe('DELIVERY_NOT_BY_POST');
});

test('nobody checks or signs what they drafted or checked, even when they hold both posts', async () => {
  const accounts = [
    {
      username: 'kiemnhiem.hn',
      roles: ['LLTP_OFFICER', 'DIVISION_HEAD', 'DIRECTOR', 'SEAL_CLERK'],
    },
  ];
  await hire(office, accounts);
  const everything = await office.as('kiemnhiem.hn');
  const { caseId } = await answeredCase(office);
  // The officer who classified holds the case; the desk is passed on first.
  const head = await office.as(HANOI.head);
  await head.must('PUT', `/cases/${caseId}/assignment`, { to: everything.account.id });
  await everything.act(caseId, 'draft', CLEAN_DRAFT);
  const { rev } = await standing(office, caseId);
  const check = await everything.tryAct(caseId, rev, 'check');
  expect([check.status, check.body.code]).toEqual([403, 'FOUR_EYES']);
  await head.act(caseId, 'check');
  const sign = await everything.tryAct(caseId, rev + 1, 'sign');
  expect([sign.status, sign.body.code]).toEqual([403, 'FOUR_EYES']);
});

test('a case on another person’s desk cannot be acted on', async () => {
  const { caseId } = await handIn(office);
  const other = await office.as(HANOI.otherOfficer);
  await other.must('PUT', `/cases/${caseId}/claim`);
  const before = await traceOf(office, caseId);
  const officer = await office.as(HANOI.officer);
  const answer = await officer.tryAct(caseId, 1, 'classify', CLASSIFY);
  expect([answer.status, answer.body.code]).toEqual([409, 'CLAIMED_BY_OTHER']);
  expect(await traceOf(office, caseId)).toEqual(before);
});
