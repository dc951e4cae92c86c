import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ANSWER_COLUMNS, QUESTION_COLUMNS } from '../../domain/answerSheet.ts';
import { doorOf } from '../support/door.ts';
import { anAnswer, registerPens } from '../support/letters.ts';
import { openOffice, type Office } from '../support/office.ts';
import { downloadPacket, importAll, rowsOf, savedSheet, upload } from '../support/packets.ts';
import { ANSWER, askedCase, HANOI } from '../support/scenes.ts';
import { standing } from '../support/traces.ts';

let office: Office;
let pens: Awaited<ReturnType<typeof registerPens>>;
beforeAll(async () => {
  office = await openOffice();
  pens = await registerPens(office, [HANOI.police]);
});
afterAll(() => office.close());

/** What the unit's own system hears when it answers a request under an id. */
async function tell(requestId: string, messageId: string): Promise<string | number> {
  const jws = await pens.sign(anAnswer(requestId, { messageId }), 'verification-answer');
  const { status, code } = await doorOf(office).sendJws(jws);
  return code ?? status;
}

async function typed(requestId: string, key: string): Promise<number> {
  const liaison = await office.as(HANOI.policeLiaison);
  const body = { requestId, answer: ANSWER };
  return (await liaison.ask('POST', '/verifications/answers', body, { key })).status;
}

test('a signed message under the id of a typed answer is a message of its own, and the other way round', async () => {
  const key = randomUUID();
  const [first, second, third] = [
    await askedCase(office),
    await askedCase(office),
    await askedCase(office),
  ];
  expect(await typed(first.policeRequest, key)).toBe(200);
  expect(await tell(second.policeRequest, key)).toBe(200);
  expect(await tell(first.policeRequest, randomUUID())).toBe('ANSWER_ALREADY_GIVEN');
  const taken = randomUUID();
  expect(await tell(first.policeRequest, taken)).toBe('ANSWER_ALREADY_GIVEN');
  expect(await typed(third.policeRequest, taken)).toBe(200);
  for (const { caseId } of [first, second, third])
    expect((await standing(office, caseId)).step).toBe('EVALUATING');
});

test('a signed message named like a row of a packet neither takes its place nor is told by it', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const other = await askedCase(office);
  const liaison = await office.as(HANOI.policeLiaison);
  const { file, lines } = await downloadPacket(liaison);
  const answered = lines.map((line) =>
    line[QUESTION_COLUMNS.requestId] === policeRequest
      ? { ...line, [ANSWER_COLUMNS.outcome]: 'NO_RECORD' }
      : line,
  );
  const { body } = await upload(liaison, file, savedSheet(answered));
  const { rows } = await rowsOf(liaison, body.id);
  for (const { n } of rows.toSorted((a, b) => a.n - b.n))
    expect(await tell('HN-P-2023-999999/POLICE-1', `packet/${body.id}/${n}`)).toBe(
      'CASE_NOT_FOUND',
    );
  expect((await rowsOf(liaison, body.id)).rows).toMatchObject([{ state: 'READY' }]);
  await importAll(liaison, body.id);
  expect((await rowsOf(liaison, body.id)).rows).toMatchObject([{ state: 'DONE' }]);
  expect((await standing(office, caseId)).step).toBe('EVALUATING');
  expect((await standing(office, other.caseId)).step).toBe('VERIFYING');
});
