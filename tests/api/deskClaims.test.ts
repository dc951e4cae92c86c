import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import type { Desk, DeskRequest } from '../../domain/desk.ts';
import { absencesOf } from '../support/absences.ts';
import { openOffice, type Office } from '../support/office.ts';
import { ANSWER, askedCase, HANOI } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const { idOf, away, back } = absencesOf(() => office);
let absences: Awaited<ReturnType<typeof away>>[] = [];
afterEach(async () => {
  for (const absence of absences) await back(absence, HANOI.policeLiaison);
  absences = [];
});

const FIRST = HANOI.policeLiaison;
const SECOND = HANOI.otherPoliceLiaison;

async function take(username: string, requestId: string, over: string | null = null) {
  const body = { requestId, over };
  const { status, body: said } = await (
    await office.as(username)
  ).ask('PUT', '/verifications/claims', body);
  return said?.code ?? status;
}

async function giveBack(username: string, requestId: string): Promise<void> {
  await (await office.as(username)).must('DELETE', `/verifications/claims?requestId=${requestId}`);
}

async function answer(username: string, requestId: string, form: object = ANSWER) {
  const body = { requestId, answer: form };
  const said = await (await office.as(username)).ask('POST', '/verifications/answers', body);
  return said.body?.code ?? said.status;
}

async function onDesk(
  username: string,
  requestId: string,
  query = '',
): Promise<DeskRequest | undefined> {
  const desk: z.infer<typeof Desk> = await (
    await office.as(username)
  ).must('GET', `/desk?state=all&limit=200${query}`);
  return desk.requests.find(({ verification }) => verification.requestId === requestId);
}

function logOf(requestId: string) {
  const Change = z.object({
    before: z.string().nullable(),
    holder: z.string().nullable(),
    by: z.string(),
  });
  return office.db.any(sql.type(Change)`
    SELECT before, holder, by_account AS by FROM request_claim_log
    WHERE request_id = ${requestId} ORDER BY id
  `);
}

async function isAway(delegate: string | null): Promise<void> {
  const account = await idOf(FIRST);
  const covers = delegate === null ? null : await idOf(delegate);
  absences.push(await away({ account, delegate: covers }, FIRST));
}

test('of two who take a request at once exactly one has it, and both desks say who', async () => {
  const { policeRequest } = await askedCase(office);
  const results = await Promise.all([take(FIRST, policeRequest), take(SECOND, policeRequest)]);
  expect(results.map(String).toSorted()).toEqual(['204', 'REQUEST_HELD_BY_OTHER']);
  const winner = results[0] === 204 ? FIRST : SECOND;
  for (const username of [FIRST, SECOND]) {
    expect((await onDesk(username, policeRequest))?.holder?.id).toBe(await idOf(winner));
  }
  expect(await logOf(policeRequest)).toHaveLength(1);
});

test('a request on a colleague’s desk is not answered unawares, but taken over knowingly', async () => {
  const { policeRequest } = await askedCase(office);
  await take(FIRST, policeRequest);
  expect(await answer(SECOND, policeRequest)).toBe('REQUEST_HELD_BY_OTHER');
  expect(await take(SECOND, policeRequest)).toBe('REQUEST_HELD_BY_OTHER');
  expect(await take(SECOND, policeRequest, await idOf(FIRST))).toBe(204);
  expect(await answer(FIRST, policeRequest)).toBe('REQUEST_HELD_BY_OTHER');
  expect(await answer(SECOND, policeRequest)).toBe(200);
  const [first, second] = [await idOf(FIRST), await idOf(SECOND)];
  expect(await logOf(policeRequest)).toEqual([
    { before: null, holder: first, by: first },
    { before: first, holder: second, by: second },
  ]);
});

test('of two who answer at once the second learns of the first', async () => {
  const { policeRequest } = await askedCase(office);
  const notYet = {
    ...ANSWER,
    outcome: 'CANNOT_ANSWER_YET',
    reason: 'Kho',
    expectedAt: '2023-10-02',
  };
  const results = await Promise.all([
    answer(FIRST, policeRequest, notYet),
    answer(SECOND, policeRequest, notYet),
  ]);
  expect(results.map(String).toSorted()).toEqual(['200', 'REQUEST_HELD_BY_OTHER']);
});

test('a released request is free again; only its holder releases it', async () => {
  const { policeRequest } = await askedCase(office);
  await take(FIRST, policeRequest);
  await giveBack(SECOND, policeRequest);
  expect(await take(SECOND, policeRequest)).toBe('REQUEST_HELD_BY_OTHER');
  await giveBack(FIRST, policeRequest);
  expect((await onDesk(SECOND, policeRequest))?.holder).toBeNull();
  expect(await take(SECOND, policeRequest)).toBe(204);
});

test('what somebody absent had is with the delegate meanwhile, and returns when nobody took it', async () => {
  const { policeRequest } = await askedCase(office);
  await take(FIRST, policeRequest);
  await isAway(SECOND);
  expect(absences[0]?.onDesk).toBeGreaterThan(0);
  const { displayName } = (await office.as(FIRST)).account;
  expect((await onDesk(SECOND, policeRequest))?.holder).toMatchObject({
    id: await idOf(SECOND),
    coversFor: displayName,
  });
  expect(await onDesk(SECOND, policeRequest, '&held=mine')).toBeDefined();
  expect(await take(FIRST, policeRequest)).toBe('YOU_ARE_AWAY');
  for (const absence of absences.splice(0)) await back(absence, FIRST);
  expect((await onDesk(SECOND, policeRequest))?.holder?.id).toBe(await idOf(FIRST));
});

test('an absence without delegate leaves the requests to the unit', async () => {
  const { policeRequest } = await askedCase(office);
  await take(FIRST, policeRequest);
  await isAway(null);
  expect(await onDesk(SECOND, policeRequest, '&held=free')).toBeDefined();
  expect(await answer(SECOND, policeRequest)).toBe(200);
});

test('a unit takes its own requests only', async () => {
  const { policeRequest } = await askedCase(office);
  expect(await take(HANOI.courtLiaison, policeRequest)).toBe('VERIFICATION_NOT_ASKED');
  expect(await take('congan.na', policeRequest)).toBe('VERIFICATION_NOT_ASKED');
});

test('the desk filters by holder and due date, and sorts', async () => {
  const { policeRequest } = await askedCase(office);
  await take(FIRST, policeRequest);
  expect(await onDesk(FIRST, policeRequest, '&held=others')).toBeUndefined();
  expect(await onDesk(SECOND, policeRequest, '&held=others')).toBeDefined();
  expect(await onDesk(FIRST, policeRequest, '&due=overdue')).toBeUndefined();
  const { requests } = await (await office.as(FIRST)).must('GET', '/desk?order=case&limit=200');
  const ids = requests.map(({ verification }: DeskRequest) => verification.caseId);
  expect(ids).toEqual(ids.toSorted());
});

test('an address opens one request of the own unit, answered or not, and none of another', async () => {
  const { policeRequest } = await askedCase(office);
  await answer(FIRST, policeRequest);
  const query = `state=all&request=${encodeURIComponent(policeRequest)}`;
  const ids = async (username: string): Promise<string[]> => {
    const { requests } = await (await office.as(username)).must('GET', `/desk?${query}`);
    return requests.map(({ verification }: DeskRequest) => verification.requestId);
  };
  expect(await ids(FIRST)).toEqual([policeRequest]);
  expect(await ids(HANOI.courtLiaison)).toEqual([]);
  expect(await ids('congan.na')).toEqual([]);
});

test('the desk tells what became of the unit’s own answer', async () => {
  const { policeRequest } = await askedCase(office);
  expect((await onDesk(FIRST, policeRequest))?.transport).toBeNull();
  await answer(FIRST, policeRequest);
  const { displayName } = (await office.as(FIRST)).account;
  expect((await onDesk(FIRST, policeRequest))?.transport).toMatchObject({
    state: 'APPLIED',
    by: displayName,
  });
});

test.each(['a\u0000b', 'HN-P-2023-1\u0000/POLICE-1', 'a\nb', 'a\u202eb'])(
  'a request named %j is no request: every form of the desk says which field',
  async (requestId) => {
    const liaison = await office.as(FIRST);
    const named = `?requestId=${encodeURIComponent(requestId)}`;
    const answers = [
      await liaison.ask('POST', '/verifications/answers', { requestId, answer: ANSWER }),
      await liaison.ask('POST', '/verifications/extensions', {
        requestId,
        basis: 'CARD_INDEX',
        reason: 'Phải tra tàng thư',
      }),
      await liaison.ask('PUT', '/verifications/claims', { requestId, over: null }),
      await liaison.ask('DELETE', `/verifications/claims${named}`),
      await liaison.ask('POST', `/verifications/scans${named}&name=a.pdf`, '%PDF-1.4', {
        headers: { 'content-type': 'application/pdf' },
      }),
    ];
    for (const { status, body } of answers) {
      expect([status, body.code]).toEqual([400, 'INVALID_INPUT']);
      expect(body.fields).toMatchObject([{ path: 'requestId' }]);
    }
  },
);
