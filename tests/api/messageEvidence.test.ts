import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import { LONGEST_MESSAGE } from '../../domain/agencyMessage.ts';
import { Arrival } from '../../domain/integration.ts';
import { type Door, doorOf } from '../support/door.ts';
import { aScan, anAnswer, registerPens } from '../support/letters.ts';
import { openOffice, type Office } from '../support/office.ts';
import { askedCase, HANOI } from '../support/scenes.ts';
import { standing } from '../support/traces.ts';

let office: Office;
let door: Door;
let pens: Awaited<ReturnType<typeof registerPens>>;
beforeAll(async () => {
  office = await openOffice();
  door = doorOf(office);
  pens = await registerPens(office, [HANOI.police, HANOI.court, HANOI.post, 'PV06-40']);
});
afterAll(() => office.close());

const HOUR_MS = 3_600_000;

const knock: Door['knock'] = (payload, headers) => door.knock(payload, headers);
const sendJws: Door['sendJws'] = (jws) => door.sendJws(jws);
const ask: Door['ask'] = (path, token) => door.ask(path, token);

async function say(message: { fromUnit: string }, typ: Parameters<typeof pens.sign>[1]) {
  return sendJws(await pens.sign(message, typ));
}

/** The last line of the evidence. */
function lastArrival() {
  const Kept = Arrival.extend({ raw: Arrival.shape.sha256 }).omit({
    state: true,
    refusalCode: true,
  });
  return office.db.one(sql.type(Kept)`
    SELECT id::int, received_at AS "receivedAt", unit, kid, typ, message_id AS "messageId", sequence::int, sha256,
      size, verdict, detail, raw
    FROM message_evidence ORDER BY id DESC LIMIT 1
  `);
}

test('what cannot be read is refused by its own code and kept as it came', async () => {
  const cases: [string, Record<string, string>, number, string][] = [
    ['{"jws":', {}, 400, 'INVALID_INPUT'],
    ['{"jws":"a.b"}', {}, 400, 'INVALID_INPUT'],
    ['{"message":"a.b.c"}', {}, 400, 'INVALID_INPUT'],
    ['xin chào', { 'content-type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA'],
    ['{"jws":"aaaa.bbbb.cccc"}', {}, 401, 'SIGNATURE_WRONG'],
    ['\0{}', {}, 400, 'INVALID_INPUT'],
  ];
  for (const [payload, headers, status, code] of cases) {
    expect(await knock(payload, headers)).toEqual({ status, code });
    const kept = await lastArrival();
    expect(kept).toMatchObject({ verdict: code, size: Buffer.byteLength(payload), unit: null });
    expect(kept.sha256).toBe(createHash('sha256').update(payload).digest('hex'));
    expect(kept.raw).toBe(payload.replaceAll('\0', '\uFFFD'));
  }
});

test('a message that is too large is refused without being read to its end, and its beginning is kept', async () => {
  const payload = JSON.stringify({ jws: 'x'.repeat(LONGEST_MESSAGE) });
  expect(await knock(payload)).toEqual({ status: 413, code: 'BODY_TOO_LARGE' });
  const kept = await lastArrival();
  expect(kept).toMatchObject({ verdict: 'BODY_TOO_LARGE', size: payload.length });
  expect(kept.sha256).toBe(createHash('sha256').update(payload).digest('hex'));
  expect(payload.startsWith(kept.raw) && kept.raw.length > 1_000).toBe(true);
});

test('unsigned, expired and foreign messages are refused and found again under the name they claim', async () => {
  const message = anAnswer('HN-P-2023-000001/POLICE-1');
  const signed = await pens.sign(message, 'verification-answer');
  const [, body = ''] = signed.split('.');
  const none = Buffer.from(
    JSON.stringify({ alg: 'none', kid: HANOI.police, typ: 'verification-answer' }),
  );
  const wrong: [string, string, string][] = [
    [`${none.toString('base64url')}.${body}.`, 'SIGNATURE_WRONG', 'NOT_A_JWS'],
    [
      await pens.sign(message, 'verification-answer', HANOI.police, Date.now() - HOUR_MS),
      'SIGNATURE_EXPIRED',
      'EXPIRED',
    ],
    [
      await pens.sign(message, 'verification-answer', 'PV06-40'),
      'SIGNATURE_WRONG',
      'WRONG_SIGNATURE',
    ],
    [await pens.sign(message, 'post-item'), 'MESSAGE_KIND_UNKNOWN', 'WRONG_TYPE'],
    [
      await pens.sign({ ...message, fromUnit: 'V06' }, 'verification-answer', HANOI.police),
      'KEY_UNKNOWN',
      'UNKNOWN_KEY',
    ],
  ];
  for (const [jws, code, detail] of wrong) {
    expect((await sendJws(jws)).code).toBe(code);
    const { messageId, sequence } = message;
    expect(await lastArrival()).toMatchObject({ verdict: code, detail, messageId, sequence });
  }
  const { status, body: found } = await ask(
    `/agency-messages/${message.messageId}`,
    await pens.assertion(HANOI.police),
  );
  expect(status).toBe(200);
  expect(found.arrivals.map(({ verdict }: Arrival) => verdict)).toEqual([
    'SIGNATURE_WRONG',
    'SIGNATURE_EXPIRED',
    'SIGNATURE_WRONG',
    'MESSAGE_KIND_UNKNOWN',
  ]);
});

test('the sender sees what became of a message at the door and at its case, and nobody else does', async () => {
  const { policeRequest } = await askedCase(office);
  const right = anAnswer(policeRequest);
  const late = anAnswer(policeRequest, { outcome: 'UNCLEAR' });
  await say(right, 'verification-answer');
  await say(right, 'verification-answer');
  expect(await say(late, 'verification-answer')).toMatchObject({ code: 'ANSWER_ALREADY_GIVEN' });
  const see = async (id: string, unit: string) =>
    ask(`/agency-messages/${id}`, await pens.assertion(unit));
  expect((await see(right.messageId, HANOI.police)).body.arrivals).toMatchObject([
    { verdict: 'TAKEN', state: 'APPLIED', refusalCode: null },
    { verdict: 'REPEATED', state: 'APPLIED' },
  ]);
  expect((await see(late.messageId, HANOI.police)).body.arrivals).toMatchObject([
    { verdict: 'TAKEN', state: 'REFUSED', refusalCode: 'ANSWER_ALREADY_GIVEN' },
  ]);
  const foreign = await see(right.messageId, 'PV06-40');
  expect([foreign.status, foreign.body.code]).toEqual([404, 'MESSAGE_NOT_FOUND']);
});

test('a token is good once, for its own unit, and for five minutes', async () => {
  const path = '/agency-messages/none';
  const token = await pens.assertion(HANOI.court);
  expect((await ask(path, token)).body.code).toBe('MESSAGE_NOT_FOUND');
  expect((await ask(path, token)).body.code).toBe('ASSERTION_SHOWN_BEFORE');
  const old = await pens.assertion(HANOI.court, randomUUID(), Date.now() - HOUR_MS);
  expect((await ask(path, old)).body.code).toBe('SIGNATURE_EXPIRED');
  const message = await pens.sign(anAnswer('x/POLICE-1'), 'verification-answer');
  expect((await ask(path, message)).body.code).toBe('SIGNATURE_WRONG');
  const bare = await office.app.inject({ method: 'GET', url: `/api/v1${path}` });
  expect([bare.statusCode, bare.json().code]).toEqual([401, 'ASSERTION_MISSING']);
});

test('a number of a unit’s counting belongs to one message; gaps and disorder are seen', async () => {
  const { caseId, policeRequest } = await askedCase(office);
  const first = { ...anAnswer(policeRequest), sequence: 9_000 };
  expect((await say(first, 'verification-answer')).status).toBe(200);
  const other = { ...anAnswer(policeRequest, { outcome: 'UNCLEAR' }), sequence: 9_000 };
  expect(await say(other, 'verification-answer')).toEqual({ status: 409, code: 'SEQUENCE_REUSED' });
  expect(await lastArrival()).toMatchObject({
    verdict: 'SEQUENCE_REUSED',
    messageId: other.messageId,
  });
  expect(await standing(office, caseId)).toEqual({ step: 'EVALUATING', rev: 3 });
  const disorderly = { ...anAnswer('HN-P-2023-999999/POLICE-1'), sequence: 8_999 };
  expect((await say(disorderly, 'verification-answer')).code).toBe('CASE_NOT_FOUND');
  const { body } = await ask('/agency/standing', await pens.assertion(HANOI.police));
  expect(body).toMatchObject({ lastSequence: 9_000, late: 1 });
  expect(body.gaps.at(-1)).toMatchObject({ to: 8_998 });
});

test('a broken message keeps its number, and its content cannot be changed under its id', async () => {
  const { policeRequest } = await askedCase(office);
  const broken = { ...anAnswer(policeRequest), outcome: 'PERHAPS', sequence: 9_100 };
  const answer = () => say(broken, 'verification-answer');
  expect(await answer()).toEqual({ status: 400, code: 'INVALID_INPUT' });
  expect(await lastArrival()).toMatchObject({
    verdict: 'INVALID_INPUT',
    detail: 'outcome: NOT_A_CHOICE',
  });
  expect(await answer()).toEqual({ status: 400, code: 'INVALID_INPUT' });
  const mended = { ...broken, outcome: 'NO_RECORD' };
  expect((await say(mended, 'verification-answer')).code).toBe('MESSAGE_ID_REUSED');
  const anew = { ...mended, messageId: randomUUID(), sequence: 9_101 };
  expect((await say(anew, 'verification-answer')).status).toBe(200);
  const odd = { ...anAnswer(policeRequest), messageId: 'a\u0000b' };
  expect((await say(odd, 'verification-answer')).code).toBe('INVALID_INPUT');
});

test('a scan that asks for no act is evidence too', async () => {
  const scan = aScan('HN-P-2023-000001', 'COLLECTED');
  expect((await say(scan, 'post-event')).status).toBe(200);
  expect(await lastArrival()).toMatchObject({ verdict: 'TAKEN', messageId: scan.messageId });
  expect((await say(scan, 'post-event')).status).toBe(200);
  expect(await lastArrival()).toMatchObject({ verdict: 'REPEATED' });
});
