import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { hire } from '../support/accounts.ts';
import { openOffice, type Office } from '../support/office.ts';
import { answeredCase, askedCase, CLEAN_DRAFT, HANOI, handIn } from '../support/scenes.ts';
import { loggedActs, standing } from '../support/traces.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const Kept = z.object({ reply: z.unknown(), together: z.boolean() });
const CLASSIFY = { codes: { regime: 'SIMPLE', grounds: [] } };

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

test('of two requests at the same moment with one key and other bodies one is answered, the other refused', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  const key = randomUUID();
  const answers = await Promise.all(
    ['SIMPLE', 'URGENT'].map((regime) =>
      officer.tryAct(caseId, 1, 'classify', { codes: { regime, grounds: [] } }, { key }),
    ),
  );
  expect(answers.map(({ status, body }) => `${status} ${body.code ?? ''}`).toSorted()).toEqual([
    '200 ',
    '422 IDEMPOTENCY_KEY_REUSED',
  ]);
  expect(await loggedActs(office, caseId)).toEqual(['receiveAndAccept', 'classify']);
});

test('the reply of an act is kept by the transaction that writes the act', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  const key = randomUUID();
  const { body } = await officer.tryAct(caseId, 1, 'classify', CLASSIFY, { key });
  const kept = await office.db.one(sql.type(Kept)`
    SELECT k.reply, k.xmin = e.xmin AS together FROM idempotency_keys k
    JOIN case_events e ON e.update_id = k.key::text WHERE k.key = ${key}
  `);
  expect(kept).toEqual({ reply: body, together: true });
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
  expect(new Set(codes)).toEqual(new Set(['DONE', 'STALE_REVISION']));
  expect(await loggedActs(office, caseId)).toEqual(['receiveAndAccept', 'classify']);
});

test('of two chiefs of one division one checks and the other returns: never both', async () => {
  await hire(office, [{ username: 'phophong.hn', roles: ['DIVISION_HEAD'] }]);
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
  await hire(
    office,
    crowd.map((username) => ({ username, roles: ['LLTP_OFFICER'] })),
  );
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
