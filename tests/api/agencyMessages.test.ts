import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { aScan, anAnswer, registerPens } from '../support/letters.ts';
import { openOffice, type Office } from '../support/office.ts';
import { Person } from '../support/person.ts';
import {
  ANSWER,
  answeredCase,
  askedCase,
  CLEAN_DRAFT,
  decide,
  HANOI,
  issuedCase,
  JUDGMENT,
  RECORD_FOUND,
} from '../support/scenes.ts';
import { rowCounts, standing, traceOf, withoutEvidence } from '../support/traces.ts';
import { until } from '../support/until.ts';

let office: Office;
let pens: Awaited<ReturnType<typeof registerPens>>;
beforeAll(async () => {
  office = await openOffice();
  pens = await registerPens(office, [HANOI.police, HANOI.court, HANOI.post, 'PV06-40']);
});
afterAll(() => office.close());

/** A signed message at our door, as a unit's own system sends it: without session. */
async function send(jws: string) {
  return new Person(office.app).ask('POST', '/agency-messages', { jws });
}

async function tell(message: ReturnType<typeof anAnswer>, signedBy?: string) {
  return send(await pens.sign(message, 'verification-answer', signedBy));
}

const Kept = z.object({ state: z.string(), code: z.string().nullable() });

/** What became of a message: refused ones are kept as evidence with the reason. */
function kept(messageId: string) {
  return office.db.maybeOne(sql.type(Kept)`
    SELECT state, refusal_code AS code FROM agency_messages WHERE message_id = ${messageId}
  `);
}

test('a signed answer counts once however often it comes', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const message = anAnswer(policeRequest);
  const answers = await Promise.all([tell(message), tell(message), tell(message)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await standing(office, caseId)).toEqual({ step: 'EVALUATING', rev: 3 });
  expect((await tell(message)).status).toBe(200);
  expect(await standing(office, caseId)).toEqual({ step: 'EVALUATING', rev: 3 });
});

test('the id of a message stands for one content, whatever became of it', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const message = anAnswer(policeRequest);
  expect((await tell(message)).status).toBe(200);
  const other = await tell({ ...message, outcome: 'UNCLEAR' });
  expect([other.status, other.body.code]).toEqual([409, 'MESSAGE_ID_REUSED']);
  expect(await standing(office, caseId)).toEqual({ step: 'EVALUATING', rev: 3 });
});

interface Wrong {
  what: string;
  code: string;
  status: number;
  message: (requestId: string) => ReturnType<typeof anAnswer>;
}

test.each<Wrong>([
  {
    what: 'an answer to a question not asked',
    code: 'VERIFICATION_NOT_ASKED',
    status: 404,
    message: (id) => anAnswer(id.replace('POLICE-1', 'POLICE-7')),
  },
  {
    what: 'an answer of another agency',
    code: 'NOT_THE_ASKED_AGENCY',
    status: 403,
    message: (id) => anAnswer(id, { fromUnit: 'PV06-40' }),
  },
])('$what is refused, kept as evidence, and the case does not change', async (wrong) => {
  const { caseId, policeRequest } = await askedCase(office);
  const before = await traceOf(office, caseId);
  const message = wrong.message(policeRequest);
  const answer = await tell(message);
  expect([answer.status, answer.body.code]).toEqual([wrong.status, wrong.code]);
  expect(await kept(message.messageId)).toEqual({ state: 'REFUSED', code: wrong.code });
  const after = await traceOf(office, caseId);
  const rows = withoutEvidence(before.rows);
  const messages = (rows['agency_messages'] ?? 0) + 1;
  expect(withoutEvidence(after.rows)).toEqual({ ...rows, agency_messages: messages });
  expect([after.standing, after.history]).toEqual([before.standing, before.history]);
  const again = await tell(message);
  expect(again.body.code).toBe(wrong.code);
});

test('a second answer to an answered question is refused, also when it comes late', async () => {
  const { caseId, policeRequest } = await answeredCase(office);
  const second = await tell(anAnswer(policeRequest, { outcome: 'UNCLEAR' }));
  expect([second.status, second.body.code]).toEqual([409, 'ANSWER_ALREADY_GIVEN']);
  await decide(office, caseId);
  const before = await traceOf(office, caseId);
  const late = await tell(anAnswer(policeRequest));
  expect([late.status, late.body.code]).toEqual([409, 'ANSWER_ALREADY_GIVEN']);
  expect((await traceOf(office, caseId)).standing).toEqual(before.standing);
});

test('an answer that replaces another after signing is too late', async () => {
  const { policeRequest } = await issuedCase(office);
  const replacing = anAnswer(policeRequest, {
    outcome: 'RECORD_FOUND',
    entries: [JUDGMENT],
    replaces: randomUUID(),
  });
  const answer = await tell(replacing);
  expect([answer.status, answer.body.code]).toEqual([409, 'ANSWER_TOO_LATE']);
});

test('an answer that replaces another undoes the draft and asks the court', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const first = anAnswer(policeRequest);
  await tell(first);
  await (await office.as(HANOI.officer)).act(caseId, 'draft', CLEAN_DRAFT);
  const replaces = first.messageId;
  await tell(anAnswer(policeRequest, { outcome: 'RECORD_FOUND', entries: [JUDGMENT], replaces }));
  const { line, conclusion, verifications } = await (await office.as(HANOI.officer)).case(caseId);
  expect([line.step, conclusion]).toEqual(['VERIFYING', null]);
  expect(verifications.map(({ kind }) => kind).toSorted()).toEqual(['COURT', 'POLICE']);
});

test('a message signed with another unit’s key, an unknown name or no key changes nothing', async () => {
  const { policeRequest } = await askedCase(office);
  const before = await rowCounts(office);
  const message = anAnswer(policeRequest);
  const wrongKey = await tell(message, 'PV06-40');
  const [head = '', , signature = ''] = (await pens.sign(message, 'verification-answer')).split(
    '.',
  );
  const altered = Buffer.from(JSON.stringify({ ...message, outcome: 'UNCLEAR' }));
  const tampered = await send(`${head}.${altered.toString('base64url')}.${signature}`);
  const wrongType = await send(await pens.sign(message, 'post-event'));
  const noKey = await send('aaaa.bbbb.cccc');
  const codes = [wrongKey, tampered, noKey].map(({ status, body }) => [status, body.code]);
  expect(codes).toEqual(codes.map(() => [401, 'SIGNATURE_WRONG']));
  expect([wrongType.status, wrongType.body.code]).toEqual([400, 'INVALID_INPUT']);
  expect(withoutEvidence(await rowCounts(office))).toEqual(withoutEvidence(before));
});

test('a signed message that breaks the contract is refused by field', async () => {
  const { policeRequest } = await askedCase(office);
  const before = await rowCounts(office);
  const answer = await tell(anAnswer(policeRequest, { outcome: 'RECORD_FOUND', entries: [] }));
  expect(answer).toMatchObject({
    status: 400,
    body: { code: 'INVALID_INPUT', fields: [{ path: 'entries', code: 'ENTRY_FOR_RECORD_FOUND' }] },
  });
  expect(withoutEvidence(await rowCounts(office))).toEqual(withoutEvidence(before));
});

test('a liaison must confirm a record that is found, and say what is needed', async () => {
  const { policeRequest } = await askedCase(office);
  const liaison = await office.as(HANOI.policeLiaison);
  const give = (answer: object) =>
    liaison.ask('POST', '/verifications/answers', { requestId: policeRequest, answer });
  const unconfirmed = await give({ ...RECORD_FOUND, confirmed: false });
  expect(unconfirmed.body.fields).toMatchObject([{ code: 'CONFIRM_RECORD_FOUND' }]);
  const silent = await give({ ...ANSWER, outcome: 'NEEDS_IDENTIFICATION' });
  expect(silent.body.fields).toMatchObject([{ code: 'SAY_WHAT_IS_NEEDED' }]);
  const contrary = await give({ ...RECORD_FOUND, outcome: 'NO_RECORD' });
  expect(contrary.body.fields).toMatchObject([{ code: 'ENTRY_FOR_RECORD_FOUND' }]);
  const undated = await give({ ...ANSWER, outcome: 'CANNOT_ANSWER_YET', reason: 'Kho lưu trữ' });
  expect(undated.body.fields).toMatchObject([{ code: 'NEW_DATE_IF_NOT_YET' }]);
});

test('a liaison of another province or of the court cannot answer for the police', async () => {
  const { policeRequest } = await askedCase(office);
  for (const username of ['congan.na', HANOI.courtLiaison]) {
    const liaison = await office.as(username);
    const requestId = policeRequest;
    const answer = await liaison.ask('POST', '/verifications/answers', {
      requestId,
      answer: ANSWER,
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'NOT_THE_ASKED_AGENCY']);
  }
});

test('further identification is asked for, given, and the question put again', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  await tell(anAnswer(policeRequest, { outcome: 'NEEDS_IDENTIFICATION', needed: 'Tên cha mẹ' }));
  const officer = await office.as(HANOI.officer);
  await officer.act(caseId, 'identify', {
    codes: { requestId: policeRequest },
    paper: { identification: 'Cha: Trần Văn A' },
  });
  const again = await until(() =>
    office.agencies.asked.find((each) => each.requestId === policeRequest && each.round === 2),
  );
  expect(again.identification).toBe('Cha: Trần Văn A');
  expect(await tell(anAnswer(policeRequest))).toMatchObject({ status: 200 });
  expect(await standing(office, caseId)).toMatchObject({ step: 'EVALUATING' });
});

test('an agency that cannot answer yet does not move the clock', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const officer = await office.as(HANOI.officer);
  const before = (await officer.case(caseId)).clocks.map(({ name, dueAt }) => [name, dueAt]);
  const notYet = { outcome: 'CANNOT_ANSWER_YET', reason: 'Kho lưu trữ', expectedAt: '2023-10-02' };
  await tell(anAnswer(policeRequest, notYet as Partial<ReturnType<typeof anAnswer>>));
  const { clocks, verifications } = await officer.case(caseId);
  expect(clocks.map(({ name, dueAt }) => [name, dueAt])).toEqual(before);
  expect(verifications[0]).toMatchObject({ expectedAt: '2023-10-01T17:00:00.000Z' });
});

test('the post’s scan of delivery closes the case, a returned envelope comes back', async () => {
  const desk = await office.as(HANOI.desk);
  const returned = await issuedCase(office);
  await desk.act(returned.caseId, 'post');
  const back = await send(await pens.sign(aScan(returned.caseId, 'RETURNED'), 'post-event'));
  expect(back.status).toBe(200);
  expect(await standing(office, returned.caseId)).toMatchObject({ step: 'DELIVERING' });
  await desk.act(returned.caseId, 'post');
  const done = await send(await pens.sign(aScan(returned.caseId, 'DELIVERED'), 'post-event'));
  expect(done.status).toBe(200);
  expect(await standing(office, returned.caseId)).toMatchObject({ step: 'CLOSED' });
});

test('a unit that is out is asked again until it takes the question', async () => {
  const { mood, asked } = office.agencies;
  mood.out.add(HANOI.police);
  const { policeRequest } = await askedCase(office);
  const Attempts = z.object({ attempts: z.int() });
  await until(async () => {
    const attempts = await office.db.oneFirst(sql.type(Attempts)`
      SELECT attempts FROM outgoing_messages WHERE request_id = ${policeRequest}
    `);
    return attempts >= 2;
  });
  mood.out.delete(HANOI.police);
  await until(() => asked.some(({ requestId }) => requestId === policeRequest), {
    withinMs: 45_000,
  });
});
