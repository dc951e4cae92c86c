import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applicationFlow } from '../../../domain/flow/applicationFlow.ts';
import { nextWake } from '../../../domain/flow/escalation.ts';
import { availableActs, step } from '../../../domain/flow/judge.ts';
import { DAY_MS } from '../../../domain/instant.ts';
import {
  actorIn,
  after,
  CLASSIFY,
  clockOf,
  commandOf,
  FACTS,
  LAW,
  must,
  OLDER_LAW,
  opened,
  OPENED,
  POLICE_REQUEST,
  refused,
  WAYS,
} from '../../support/cases.ts';
import { at } from '../../support/nationalCalendar.ts';

const officer = actorIn('LLTP_OFFICER');
const asksSupplement = commandOf('requestSupplement', officer);
const brings = commandOf('receiveSupplement', actorIn('ONE_STOP_OFFICER'));

test('a pause is written with reason, source and paper, and ended when the supplement is there', () => {
  const asked = must(applicationFlow, opened(), { ...asksSupplement, paperId: 'letter' }).state;
  const pause = {
    from: OPENED,
    to: null,
    reason: 'SUPPLEMENT',
    citation: LAW.pauses?.[0]?.citation,
    paperId: 'letter',
  };
  expect(clockOf(asked, 'total').pauses).toEqual([pause]);
  const later = OPENED + 3 * DAY_MS;
  const back = must(applicationFlow, asked, brings, later).state;
  expect(clockOf(back, 'total').pauses).toEqual([{ ...pause, to: later }]);
  const withdrawn = must(
    applicationFlow,
    asked,
    commandOf('withdraw', actorIn('APPLICANT')),
    later,
  ).state;
  expect(clockOf(withdrawn, 'total').pauses).toEqual([{ ...pause, to: later }]);
});

test('a pause that no rule gives is refused: the 24 hours of an urgent case never stand still', () => {
  const urgent = opened({ suggestedRegime: 'URGENT' });
  expect(refused(urgent, asksSupplement)).toBe('PAUSE_NOT_ALLOWED');
  const silent = { ...LAW, pauses: [] };
  expect(refused(opened(), asksSupplement, OPENED, silent)).toBe('PAUSE_NOT_ALLOWED');
  // Before acceptance no clock runs, so nothing is paused.
  const early = commandOf('requestSupplement', actorIn('ONE_STOP_OFFICER'));
  expect(refused(opened({}, false), early, OPENED, silent)).toBeNull();
  expect(refused(urgent, asksSupplement, OPENED, OLDER_LAW)).toBeNull();
});

test('a clock that is not paused is not resumed', () => {
  const asked = must(applicationFlow, opened(), asksSupplement).state;
  const clocks = asked.clocks.map((clock) => ({ ...clock, pausedAt: null }));
  expect(refused({ ...asked, clocks }, brings)).toBe('CLOCK_NOT_PAUSED');
  expect(refused(asked, brings)).toBeNull();
});

test('a clock that stands still reaches no rung, however late it was', () => {
  const now = clockOf(opened(), 'total').dueAt + DAY_MS;
  const asked = must(applicationFlow, opened(), asksSupplement, now).state;
  const tick = commandOf('escalate', actorIn('SYSTEM'));
  expect(refused(asked, tick, now + 20 * DAY_MS)).toBe('CASE_WRONG_STEP');
  expect(nextWake(asked)).toBe(clockOf(asked, 'supplement').dueAt + 1);
});

test('another residence turns up: 10 days become 15, written as a step with its source', () => {
  const grounds = ['SEVERAL_RESIDENCES'];
  const verifying = after(opened(), [CLASSIFY]);
  const command = { ...commandOf('reclassify', officer, { grounds }), paperId: 'note' };
  const { state } = must(applicationFlow, verifying, command, OPENED + 4 * DAY_MS);
  expect(clockOf(state, 'total')).toMatchObject({
    term: 'totalComplex',
    budget: { amount: 15, unit: 'calendarDay' },
    changes: [
      {
        kind: 'RECLASSIFIED',
        reason: 'totalComplex',
        paperId: 'note',
        citation: LAW.terms.totalComplex.citation,
        dueBefore: at('2023-09-29', '00:00') - 1,
        dueAt: at('2023-10-04', '00:00') - 1,
      },
    ],
  });
  expect(state.promises).toEqual([
    { dueAt: at('2023-09-29', '00:00') - 1, at: OPENED, why: 'ACCEPTED' },
    { dueAt: at('2023-10-04', '00:00') - 1, at: OPENED + 4 * DAY_MS, why: 'RECLASSIFIED' },
  ]);
});

test('an expungement found on a complex case starts the 5 days of its own; no ground counts twice', () => {
  const complex = commandOf('classify', officer, { regime: 'COMPLEX', grounds: ['FOREIGNER'] });
  const verifying = must(applicationFlow, opened(), complex).state;
  const names = (grounds: readonly string[]) => commandOf('reclassify', officer, { grounds });
  expect(refused(verifying, names(['FOREIGNER']))).toBe('ALREADY_COMPLEX');
  const { state } = must(applicationFlow, verifying, names(['EXPUNGEMENT_TO_VERIFY']));
  expect(state.grounds).toEqual(['FOREIGNER', 'EXPUNGEMENT_TO_VERIFY']);
  expect(clockOf(state, 'expunged')).toMatchObject({ effect: 'legal', startedAt: OPENED });
  expect(clockOf(state, 'total')).toEqual(clockOf(verifying, 'total'));
  expect(state.promises).toEqual(verifying.promises);
  const all = must(applicationFlow, state, names(['SEVERAL_RESIDENCES', 'TIME_ABROAD'])).state;
  const offered = availableActs(applicationFlow, all, officer, { now: OPENED, law: LAW });
  expect(offered).toContainEqual(
    expect.objectContaining({ act: 'reclassify', refusal: 'ALREADY_COMPLEX' }),
  );
});

test('a certificate recalled to be corrected keeps the time it was ready in, whatever its new ground', () => {
  const issued = after(opened(), WAYS.DELIVERING);
  const later = OPENED + 30 * DAY_MS;
  const recalled = must(applicationFlow, issued, commandOf('recall', actorIn('DIRECTOR')), later);
  const grounds = ['EXPUNGEMENT_TO_VERIFY'];
  const complex = commandOf('reclassify', officer, { grounds });
  const { state } = must(applicationFlow, recalled.state, complex, later);
  expect(state).toMatchObject({ regime: 'COMPLEX', grounds, step: 'EVALUATING' });
  expect(state.clocks).toEqual(issued.clocks);
  expect(state.promises).toEqual(issued.promises);
  expect(nextWake(state)).toBeNull();
});

test('an expunged person has 5 days of their own beside the 15, counted from acceptance', () => {
  const grounds = ['EXPUNGEMENT_TO_VERIFY'];
  const complex = commandOf('classify', officer, { regime: 'COMPLEX', grounds });
  const { state } = must(applicationFlow, opened(), complex, OPENED + DAY_MS);
  const own = clockOf(state, 'expunged');
  expect(own).toMatchObject({ effect: 'legal', startedAt: OPENED });
  expect(own.dueAt).toBe(at('2023-09-26', '00:00') - 1);
  // The earlier of the two warns first.
  expect(nextWake(state)).toBe(own.atRiskAt);
  expect(own.atRiskAt ?? 0).toBeLessThan(clockOf(state, 'total').atRiskAt ?? 0);
  const simple = must(applicationFlow, opened(), commandOf(...byName(CLASSIFY))).state;
  expect(simple.clocks.map(({ name }) => name)).not.toContain('expunged');
});

function byName([act, role, codes]: typeof CLASSIFY) {
  return [act, actorIn(role), codes] as const;
}

const MAY_MOVE = ['classify', 'reclassify', 'receiveSupplement', 'accept'];

test('whatever is done, the legal date moves by its ground or a supplement only, and each promise is kept', () => {
  const acts = applicationFlow.rules.flatMap(({ act, roles }) =>
    roles.map((role) => ({ act, role })),
  );
  const codes = {
    regime: 'COMPLEX',
    grounds: ['FOREIGNER'],
    clock: `verification:${POLICE_REQUEST}`,
    basis: 'CARD_INDEX',
    requestId: POLICE_REQUEST,
    outcome: 'NO_RECORD',
    feeSettled: true,
    conclusion: 'NO_RECORD',
  };
  const deed = fc.tuple(fc.constantFrom(...acts), fc.integer({ min: 0, max: DAY_MS }));
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      let state = opened({ ...FACTS });
      let now = OPENED;
      for (const [{ act, role }, later] of deeds) {
        now += later;
        const command = commandOf(act, actorIn(role), codes);
        const made = step(applicationFlow, state, command, { now, law: LAW });
        if (!made.ok) continue;
        const moved = clockOf(made.state, 'total').dueAt !== clockOf(state, 'total').dueAt;
        if (moved) expect(MAY_MOVE).toContain(act);
        expect(made.state.promises?.slice(0, state.promises?.length)).toEqual(state.promises);
        const promised = made.state.promises?.slice(state.promises?.length) ?? [];
        for (const { dueAt } of promised) expect(dueAt).toBeGreaterThan(now);
        const { dueAt } = clockOf(made.state, 'total');
        if (moved && dueAt > now) expect(made.state.promises?.at(-1)?.dueAt).toBe(dueAt);
        state = made.state;
      }
    }),
    { numRuns: 300 },
  );
});
