import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import type { ActReply } from '../../domain/acts.ts';
import type { CaseDetail } from '../../domain/case.ts';
import { doAct } from '../../engine/cases.ts';
import { connectEngine } from '../../engine/connect.ts';
import { type FrailHouse, openFrailHouse, persist } from '../support/frailHouse.ts';
import { TEST_PAYLOAD_KEY } from '../support/office.ts';
import { ANSWER, HANOI } from '../support/scenes.ts';
import { until } from '../support/until.ts';

const SLOW_MS = 120_000;
const CLASSIFY = { act: 'classify', expectedRev: 1, codes: { regime: 'SIMPLE', grounds: [] } };

let town: FrailHouse;
beforeAll(async () => {
  town = await openFrailHouse();
}, SLOW_MS);
afterAll(() => town.close());

/** The case goes on: its question is answered and the officer may draft. */
async function goesOn(caseId: string): Promise<void> {
  const liaison = await town.as(HANOI.policeLiaison);
  const body = { requestId: `${caseId}/POLICE-1`, answer: ANSWER };
  const answered = await persist<ActReply>(liaison, '/verifications/answers', body, randomUUID());
  expect(answered).toMatchObject({ step: 'EVALUATING', rev: 3 });
}

test.each(['api', 'worker', 'temporal', 'postgres'] as const)(
  'an act during which %s is killed has its effect exactly once',
  async (member) => {
    const { caseId } = await town.handIn();
    const officer = await town.as(HANOI.officer);
    const key = randomUUID();
    const path = `/cases/${caseId}/acts`;
    const acting = officer.send('POST', path, CLASSIFY, key).catch(() => null);
    await town.house.kill(member);
    await town.house.restart(member);
    await acting;
    const reply = await persist<ActReply>(officer, path, CLASSIFY, key);
    expect(reply).toMatchObject({ rev: 2, step: 'VERIFYING' });
    const { events, chainIntact } = await town.logOf(caseId);
    expect(events.map(({ act }) => act)).toEqual(['receiveAndAccept', 'classify']);
    expect(chainIntact).toBe(true);
    await goesOn(caseId);
  },
  SLOW_MS,
);

test(
  'an act that finds the database away waits for it and is done once',
  async () => {
    const { caseId } = await town.handIn();
    const officer = await town.as(HANOI.officer);
    const engine = connectEngine({
      address: town.house.temporalAddress,
      namespace: 'default',
      payloadKey: TEST_PAYLOAD_KEY,
    });
    const { id = '', roles = [], unit = '' } = officer.session?.account ?? {};
    const command = {
      act: 'classify',
      actor: { id, roles, unit },
      expectedRev: 1,
      codes: CLASSIFY.codes,
      paperId: null,
    };
    await town.house.kill('postgres');
    const first = doAct(engine.client, caseId, command, 'in the dark');
    expect(await first).toEqual({ ok: false, code: 'OUTCOME_UNKNOWN' });
    const asked = officer.get(`/cases/${caseId}`);
    await expect(asked).rejects.toMatchObject({ status: 503, code: 'DATABASE_UNAVAILABLE' });
    await town.house.restart('postgres');
    await until(async () => (await doAct(engine.client, caseId, command, 'in the dark')).ok, {
      withinMs: 60_000,
    });
    await engine.close();
    const events = await until(() => town.logOf(caseId).catch(() => null), { withinMs: 30_000 });
    expect(events.events.map(({ act }) => act)).toEqual(['receiveAndAccept', 'classify']);
    await goesOn(caseId);
  },
  SLOW_MS,
);

test(
  'what is submitted and answered while Temporal is down is kept and has its effect later',
  async () => {
    const waiting = await town.handIn();
    const officer = await town.as(HANOI.officer);
    await officer.send('POST', `/cases/${waiting.caseId}/acts`, CLASSIFY);
    const requestId = `${waiting.caseId}/POLICE-1`;
    await until(async () => (await detail(waiting.caseId)).verifications[0]?.acknowledgedAt);

    await town.house.kill('temporal');
    const submitted = await town.handIn();
    expect(submitted.opened).toBe(false);
    const subject = encodeURIComponent(requestId);
    await town.control('POST', `requests/${subject}/answer`, { outcome: 'NO_RECORD' });
    const states = () =>
      town.look((pool) =>
        pool.anyFirst(sql.type(z.object({ state: z.string() }))`
          SELECT state FROM agency_messages WHERE case_id = ${waiting.caseId}
        `),
      );
    await until(async () => (await states()).length === 1, { withinMs: 30_000 });
    expect(await states()).toEqual(['STORED']);

    await town.house.restart('temporal');
    await until(async () => (await detail(waiting.caseId)).line.step === 'EVALUATING', {
      withinMs: 60_000,
      everyMs: 200,
    });
    expect(await states()).toEqual(['APPLIED']);
    await until(() => detail(submitted.caseId).catch(() => null), {
      withinMs: 60_000,
      everyMs: 200,
    });
    const { events } = await town.logOf(submitted.caseId);
    expect(events.map(({ act }) => act)).toEqual(['receiveAndAccept']);
  },
  SLOW_MS,
);

test(
  'a question to a unit that is out is delivered when it is back, once',
  async () => {
    await town.control('PUT', `units/${HANOI.police}`, { outage: true });
    const { caseId } = await town.handIn();
    const officer = await town.as(HANOI.officer);
    await officer.send('POST', `/cases/${caseId}/acts`, CLASSIFY);
    const [verification] = (await detail(caseId)).verifications;
    expect(verification?.acknowledgedAt).toBeNull();
    await until(async () => ((await detail(caseId)).verifications[0]?.sendAttempts ?? 0) >= 2, {
      withinMs: 30_000,
    });
    await town.control('PUT', `units/${HANOI.police}`, { outage: false });
    await until(async () => (await detail(caseId)).verifications[0]?.acknowledgedAt, {
      withinMs: 60_000,
      everyMs: 200,
    });
    await goesOn(caseId);
  },
  SLOW_MS,
);

async function detail(caseId: string): Promise<CaseDetail> {
  return (await town.as(HANOI.officer)).get<CaseDetail>(`/cases/${caseId}`);
}
