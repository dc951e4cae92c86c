import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeAccounts } from '../../db/write/setup.ts';
import { sql } from '../../db/sql.ts';
import * as z from 'zod';
import { openOffice, type Office } from '../support/office.ts';
import {
  answeredCase,
  askedCase,
  CLEAN_DRAFT,
  HANOI,
  handIn,
  issuedCase,
} from '../support/scenes.ts';
import { loggedActs, standing, traceOf } from '../support/traces.ts';

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
  const director = await office.as(HANOI.director);
  const answer = await director.tryAct(caseId, before.standing.rev, 'recall', {
    paper: { reason: 'muộn' },
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
  await addAccounts(accounts);
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

test('the same key twice does the act once and gives the same reply', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  const key = randomUUID();
  const first = await officer.tryAct(caseId, 1, 'classify', CLASSIFY, { key });
  const second = await officer.tryAct(caseId, 1, 'classify', CLASSIFY, { key });
  expect(first.status).toBe(200);
  expect(second).toMatchObject({ status: 200, body: first.body });
  expect(await loggedActs(office, caseId)).toEqual(['receiveAndAccept', 'classify']);
});

test('the same key at the same moment does the act once and gives the same reply', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  const key = randomUUID();
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => officer.tryAct(caseId, 1, 'classify', CLASSIFY, { key })),
  );
  expect(answers.map(({ status, body }) => [status, body.rev])).toEqual(
    answers.map(() => [200, 2]),
  );
  expect(await loggedActs(office, caseId)).toEqual(['receiveAndAccept', 'classify']);
});

test('the same key with another body is refused', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  const key = randomUUID();
  await officer.tryAct(caseId, 1, 'classify', CLASSIFY, { key });
  const urgent = { codes: { regime: 'URGENT', grounds: [] } };
  const answer = await officer.tryAct(caseId, 1, 'classify', urgent, { key });
  expect([answer.status, answer.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  expect(await standing(office, caseId)).toEqual({ step: 'VERIFYING', rev: 2 });
});

test('an act without a key is refused', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  const answer = await officer.tryAct(caseId, 1, 'classify', CLASSIFY, { key: 'no-uuid' });
  expect([answer.status, answer.body.code]).toEqual([400, 'IDEMPOTENCY_KEY_MISSING']);
});

test('of two people who act at once on one revision one wins and the other is told it is stale', async () => {
  const { caseId } = await handIn(office);
  const [officer, other] = await Promise.all([
    office.as(HANOI.officer),
    office.as(HANOI.otherOfficer),
  ]);
  const answers = await Promise.all(
    [officer, other].map((person) => person.tryAct(caseId, 1, 'classify', CLASSIFY)),
  );
  const codes = answers.map(({ status, body }) => (status === 200 ? 'DONE' : body.code));
  expect(codes.toSorted()).toEqual(['DONE', 'STALE_REVISION']);
  expect(await loggedActs(office, caseId)).toEqual(['receiveAndAccept', 'classify']);
});

test('of two chiefs of one division one checks and the other returns: never both', async () => {
  await addAccounts([{ username: 'phophong.hn', roles: ['DIVISION_HEAD'] }]);
  const { caseId } = await answeredCase(office);
  await (await office.as(HANOI.officer)).act(caseId, 'draft', CLEAN_DRAFT);
  const { rev } = await standing(office, caseId);
  const [head, deputy] = await Promise.all([office.as(HANOI.head), office.as('phophong.hn')]);
  const answers = await Promise.all([
    head.tryAct(caseId, rev, 'check'),
    deputy.tryAct(caseId, rev, 'return', { paper: { reason: 'Xem lại' } }),
  ]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await standing(office, caseId)).toMatchObject({ rev: rev + 1 });
});

test('of fifty people who claim one case at once one gets it', async () => {
  const crowd = Array.from({ length: 50 }, (_, index) => `dongnghiep${index}.hn`);
  await addAccounts(crowd.map((username) => ({ username, roles: ['LLTP_OFFICER'] })));
  const { caseId } = await handIn(office);
  const people = await Promise.all(crowd.map((username) => office.as(username)));
  const answers = await Promise.all(
    people.map((person) => person.ask('PUT', `/cases/${caseId}/claim`)),
  );
  const codes = answers.map(({ status, body }) => (status === 200 ? 'WON' : body.code));
  expect(codes.filter((code) => code === 'WON')).toHaveLength(1);
  expect(codes.filter((code) => code === 'CLAIMED_BY_OTHER')).toHaveLength(49);
  const winner = people[codes.indexOf('WON')];
  expect(answers[codes.indexOf('WON')]?.body.holder.id).toBe(winner?.account.id);
});

test('a claim is for who may do the next act, and the queue of a case that waits is empty', async () => {
  const { caseId } = await handIn(office);
  const head = await (await office.as(HANOI.head)).ask('PUT', `/cases/${caseId}/claim`);
  expect([head.status, head.body.code]).toEqual([403, 'NOT_YOUR_ROLE']);
  const waiting = await askedCase(office);
  const officer = await office.as(HANOI.officer);
  const answer = await officer.ask('PUT', `/cases/${waiting.caseId}/claim`);
  expect([answer.status, answer.body.code]).toEqual([409, 'CASE_WRONG_STEP']);
});

async function addAccounts(accounts: { username: string; roles: string[] }[]): Promise<void> {
  const { passwordHash } = await office.db.one(sql.type(z.object({ passwordHash: z.string() }))`
    SELECT password_hash AS "passwordHash" FROM accounts WHERE username = ${HANOI.officer}
  `);
  const common = { displayName: 'Người Mẫu', title: 'Chuyên viên', unit: HANOI.unit, passwordHash };
  await writeAccounts(
    office.db,
    accounts.map((account) => ({ ...common, ...account })),
  );
}
