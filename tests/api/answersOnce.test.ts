import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { openOffice, type Office } from '../support/office.ts';
import { ANSWER, askedCase, HANOI } from '../support/scenes.ts';
import { loggedActs } from '../support/traces.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const NOT_YET = { outcome: 'CANNOT_ANSWER_YET', reason: 'Kho', expectedAt: '2023-10-02' };

async function give(requestId: string, key: string, changes: object = {}) {
  const liaison = await office.as(HANOI.policeLiaison);
  const body = { requestId, answer: { ...ANSWER, ...changes } };
  return liaison.ask('POST', '/verifications/answers', body, { key });
}

const Message = z.object({ state: z.string(), refusalCode: z.string().nullable() });

function messagesOf(caseId: string) {
  return office.db.any(sql.type(Message)`
    SELECT state, refusal_code AS "refusalCode" FROM agency_messages WHERE case_id = ${caseId}
  `);
}

async function forgetReply(key: string): Promise<void> {
  await office.db.query(sql.typeAlias('void')`DELETE FROM idempotency_keys WHERE key = ${key}`);
}

test('one key is one answer with one reply, at once, again, and after the reply was lost', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const key = randomUUID();
  const both = await Promise.all([give(policeRequest, key), give(policeRequest, key)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const again = await give(policeRequest, key);
  await forgetReply(key);
  const lost = await give(policeRequest, key);
  expect(new Set([...both, again, lost].map(({ text }) => text)).size).toBe(1);
  expect(await messagesOf(caseId)).toEqual([{ state: 'APPLIED', refusalCode: null }]);
  expect((await loggedActs(office, caseId)).slice(2)).toEqual(['answerVerification']);
});

test('another body under the key is refused, also after the reply was lost, and does nothing', async () => {
  const [one, two] = [await askedCase(office), await askedCase(office)];
  const key = randomUUID();
  await give(one.policeRequest, key);
  const elsewhere = await give(two.policeRequest, key);
  expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  expect(await messagesOf(two.caseId)).toEqual([]);
  const claims = await office.db.any(sql.typeAlias('void')`
    SELECT FROM request_claims WHERE request_id = ${two.policeRequest}
  `);
  expect(claims).toHaveLength(0);
  await forgetReply(key);
  const altered = await give(one.policeRequest, key, NOT_YET);
  expect([altered.status, altered.body.code]).toEqual([409, 'MESSAGE_ID_REUSED']);
});

test('an answer that is refused is kept with its refusal, and refused the same way again', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  await give(policeRequest, randomUUID());
  const key = randomUUID();
  const second = await give(policeRequest, key, NOT_YET);
  expect(second.status).toBe(409);
  expect(await messagesOf(caseId)).toContainEqual({
    state: 'REFUSED',
    refusalCode: second.body.code,
  });
  const again = await give(policeRequest, key, NOT_YET);
  expect([again.status, again.body.code]).toEqual([second.status, second.body.code]);
});

test('what a colleague has on the desk is not kept as an answer', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const colleague = await office.as(HANOI.otherPoliceLiaison);
  await colleague.must('PUT', '/verifications/claims', { requestId: policeRequest, over: null });
  const held = await give(policeRequest, randomUUID());
  expect([held.status, held.body.code]).toEqual([409, 'REQUEST_HELD_BY_OTHER']);
  expect(await messagesOf(caseId)).toEqual([]);
});
