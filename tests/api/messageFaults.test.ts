import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { type Network, openNetwork } from '../support/network.ts';
import { answeredCase, askedCase, decide, HANOI } from '../support/scenes.ts';
import { loggedActs, sendingOf, standing } from '../support/traces.ts';
import { until } from '../support/until.ts';

const SLOW_MS = 120_000;
const NO_RECORD = { outcome: 'NO_RECORD' };
const ASKED = ['receiveAndAccept', 'classify'];

let network: Network;
beforeAll(async () => {
  network = await openNetwork();
}, SLOW_MS);
afterAll(() => network.close());

/** An asked case whose police misbehaves, what our API told it, and what stands in the evidence. */
async function caseWith(faults: object) {
  const { office } = network;
  const asked = await askedCase(office);
  const before = await network.lastEvidence();
  await network.set(HANOI.police, { faults });
  await network.answer(asked.policeRequest, NO_RECORD);
  const replies = await network.replies(asked.policeRequest);
  await network.control('DELETE', `units/${HANOI.police}`);
  const evidence = await network.evidence(before);
  return { ...asked, replies, verdicts: evidence.map(lastWord) };
}

/** What the sender is told in the end: by the case if it got so far, else at the door. */
function lastWord({
  verdict,
  refusalCode,
}: {
  verdict: string;
  refusalCode: string | null;
}): string {
  return refusalCode ?? verdict;
}

/** The case has taken one answer and nothing else. */
async function tookOne(caseId: string): Promise<void> {
  const { office } = network;
  expect(await standing(office, caseId)).toEqual({ step: 'EVALUATING', rev: 3 });
  expect(await loggedActs(office, caseId)).toEqual([...ASKED, 'answerVerification']);
}

interface Fault {
  what: string;
  faults: object;
  /** What our API says to each message, in order; null for yes. */
  replies: (string | null)[];
  /** The last word in the evidence; the same, but for what was taken or repeated. */
  verdicts?: string[];
}

test.each<Fault>([
  {
    what: 'an answer sent twice',
    faults: { duplicateAnswers: true },
    replies: [null, null],
    verdicts: ['TAKEN', 'REPEATED'],
  },
  {
    what: 'a message replayed by somebody who listened',
    faults: { replayed: true },
    replies: [null, null],
    verdicts: ['TAKEN', 'REPEATED'],
  },
  {
    what: 'an answer of the wrong agency',
    faults: { wrongAgency: true },
    replies: ['NOT_THE_ASKED_AGENCY', null],
  },
  {
    what: 'an answer signed with a wrong key',
    faults: { wrongKey: true },
    replies: ['SIGNATURE_WRONG', null],
  },
  { what: 'a forged signature', faults: { forged: true }, replies: ['SIGNATURE_WRONG', null] },
  { what: 'an unsigned message', faults: { unsigned: true }, replies: ['SIGNATURE_WRONG', null] },
  { what: 'an expired message', faults: { expired: true }, replies: ['SIGNATURE_EXPIRED', null] },
  { what: 'an oversized message', faults: { oversized: true }, replies: ['BODY_TOO_LARGE', null] },
  { what: 'half a message', faults: { garbled: true }, replies: ['INVALID_INPUT', null] },
  {
    what: 'a message that breaks the contract',
    faults: { malformed: true },
    replies: ['INVALID_INPUT', null],
  },
  {
    what: 'an answer to a request that was never made',
    faults: { unknownRequest: true },
    replies: ['VERIFICATION_NOT_ASKED', null],
  },
  {
    what: 'a second answer that contradicts the first',
    faults: { answerTwiceDifferently: true },
    replies: [null, 'ANSWER_ALREADY_GIVEN'],
  },
])(
  '$what leaves the case right and the evidence complete',
  async ({ faults, replies, verdicts }) => {
    const done = await caseWith(faults);
    expect(done.replies).toEqual(replies);
    expect(done.verdicts).toEqual(verdicts ?? replies.map((code) => code ?? 'TAKEN'));
    await tookOne(done.caseId);
  },
);

test('an answer to a question put to another unit is refused; that question stays open', async () => {
  const { office } = network;
  await network.control('DELETE', 'state');
  const foreign = await askedCase(office);
  await network.reached(foreign.policeRequest);
  const own = await askedCase(office);
  await network.answer(own.policeRequest, { outcome: 'UNCLEAR' });
  const courtRequest = `${own.caseId}/COURT-1`;
  await network.reached(courtRequest);
  const before = await network.lastEvidence();
  await network.set(HANOI.court, { faults: { foreignRequest: true } });
  await network.answer(courtRequest, NO_RECORD);
  expect(await network.replies(courtRequest)).toEqual(['NOT_THE_ASKED_AGENCY', null]);
  await network.control('DELETE', `units/${HANOI.court}`);
  expect((await network.evidence(before)).map(lastWord)).toEqual(['NOT_THE_ASKED_AGENCY', 'TAKEN']);
  expect(await standing(office, foreign.caseId)).toEqual({ step: 'VERIFYING', rev: 2 });
  expect(await standing(office, own.caseId)).toMatchObject({ step: 'EVALUATING' });
});

test('answers that overtake each other both count, and the disorder is on record', async () => {
  const { office } = network;
  const first = await askedCase(office);
  const second = await askedCase(office);
  await network.set(HANOI.police, { faults: { reorder: true } });
  await network.answer(first.policeRequest, NO_RECORD);
  await network.answer(second.policeRequest, NO_RECORD);
  expect(await network.replies(second.policeRequest)).toEqual([null]);
  expect(await network.replies(first.policeRequest)).toEqual([null]);
  await network.control('DELETE', `units/${HANOI.police}`);
  await tookOne(first.caseId);
  await tookOne(second.caseId);
  const Order = z.object({ caseId: z.string(), late: z.boolean() });
  const order = await office.db.any(sql.type(Order)`
    SELECT a.case_id AS "caseId", u.late FROM unit_messages u
    JOIN agency_messages a ON a.from_unit = u.unit AND a.message_id = u.message_id
    WHERE a.case_id IN (${first.caseId}, ${second.caseId}) ORDER BY u.sequence
  `);
  expect(order).toEqual([
    { caseId: first.caseId, late: true },
    { caseId: second.caseId, late: false },
  ]);
});

test('an answer after the withdrawal changes nothing and is told so', async () => {
  const { office } = network;
  const { caseId, policeRequest } = await askedCase(office);
  const desk = await office.as(HANOI.desk);
  await desk.act(caseId, 'withdraw', { paper: { reason: 'Không còn nhu cầu' } });
  const before = await network.lastEvidence();
  await network.answer(policeRequest, NO_RECORD);
  expect(await network.replies(policeRequest)).toEqual(['CASE_CLOSED']);
  expect((await network.evidence(before)).map(lastWord)).toEqual(['CASE_CLOSED']);
  expect(await loggedActs(office, caseId)).toEqual([...ASKED, 'withdraw']);
});

test('an answer to a case that is decided and delivered is refused, also when it replaces another', async () => {
  const { office } = network;
  const { caseId, policeRequest } = await answeredCase(office);
  await decide(office, caseId);
  await (
    await office.as(HANOI.desk)
  )
    .act(caseId, 'handOver', { codes: {}, paper: {} })
    .catch(() => null);
  const { rev } = await standing(office, caseId);
  const before = await network.lastEvidence();
  await network.answer(policeRequest, { outcome: 'UNCLEAR', replace: true });
  const [code] = await network.replies(policeRequest);
  expect(['CASE_CLOSED', 'ANSWER_TOO_LATE', 'ANSWER_ALREADY_GIVEN']).toContain(code);
  expect((await network.evidence(before)).map(lastWord)).toEqual([code]);
  expect((await standing(office, caseId)).rev).toBe(rev);
});

test('an acknowledgement that is lost makes no second question', async () => {
  const { office } = network;
  await network.set(HANOI.police, { faults: { dropAck: true } });
  const { caseId, policeRequest } = await askedCase(office);
  await until(async () => (await sending(policeRequest)).ackAt, { withinMs: 60_000 });
  await network.control('DELETE', `units/${HANOI.police}`);
  expect((await sending(policeRequest)).attempts).toBeGreaterThan(1);
  await network.answer(policeRequest, NO_RECORD);
  expect(await network.replies(policeRequest)).toEqual([null]);
  await tookOne(caseId);
});

test('a unit goes over to its next key in the middle of its work', async () => {
  const { office } = network;
  const before = await askedCase(office);
  const Kids = z.object({ kids: z.array(z.string()) });
  const made = Kids.parse(await network.control('POST', `units/${HANOI.police}/keys`, {}));
  const State = z.object({ underWay: z.int() });
  await until(async () => State.parse(await network.control('GET', 'state')).underWay === 0);
  await network.answer(before.policeRequest, NO_RECORD);
  expect(await network.replies(before.policeRequest)).toEqual([null]);
  expect(await network.lastKid(HANOI.police)).toBe(made.kids[0]);
  const after = await askedCase(office);
  await network.answer(after.policeRequest, NO_RECORD);
  expect(await network.replies(after.policeRequest)).toEqual([null]);
  await tookOne(before.caseId);
  await tookOne(after.caseId);
});

test('we go over to our next key, and the agencies know it', async () => {
  const { office } = network;
  network.officeKey.addNext(new Date(Date.now() - 1_000).toISOString());
  const { caseId, policeRequest } = await askedCase(office);
  await network.answer(policeRequest, NO_RECORD);
  await network.replies(policeRequest);
  await tookOne(caseId);
});

function sending(requestId: string) {
  return sendingOf(network.office, requestId);
}
