import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { businessTime } from '../../domain/clock/businessClock.ts';
import { type Network, openNetwork } from '../support/network.ts';
import { askedCase, HANOI } from '../support/scenes.ts';
import { loggedActs, sendingOf, standing } from '../support/traces.ts';

const SLOW_MS = 120_000;
const NO_RECORD = { outcome: 'NO_RECORD' };

let away: Network;
beforeAll(async () => {
  // Two days pass in twenty seconds.
  away = await openNetwork({ speed: 8_640 });
}, SLOW_MS);
afterAll(() => away.close());

test(
  'after an outage of two days the question goes out, the answer comes in, and every try is on record',
  async () => {
    const { office } = away;
    const now = businessTime(office.clock, Date.now());
    const untilBusiness = new Date(now + 2 * 86_400_000).toISOString();
    await away.set(HANOI.police, { outage: { untilBusiness } });
    const { caseId, policeRequest } = await askedCase(office);
    expect(await sendingOf(office, policeRequest)).toMatchObject({ code: 'HTTP_503', ackAt: null });
    await away.answer(policeRequest, NO_RECORD);
    expect(await away.replies(policeRequest)).toEqual([null]);
    const { attempts, ackAt, code } = await sendingOf(office, policeRequest);
    expect(attempts).toBeGreaterThan(1);
    expect([ackAt !== null && ackAt >= untilBusiness, code]).toEqual([true, null]);
    const answers = (await loggedActs(office, caseId)).filter(
      (act) => act === 'answerVerification',
    );
    expect(answers).toHaveLength(1);
    expect(await standing(office, caseId)).toMatchObject({ step: 'EVALUATING' });
    const evidence = await away.evidence(0);
    expect(evidence).toMatchObject([{ verdict: 'TAKEN', refusalCode: null }]);
  },
  SLOW_MS,
);
