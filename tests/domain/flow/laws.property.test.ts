import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applicationFlow } from '../../../domain/flow/applicationFlow.ts';
import { CONCLUSIONS, REGIMES } from '../../../domain/flow/applicationState.ts';
import type { CaseBase, Command, Flow } from '../../../domain/flow/flow.ts';
import { refusalOf, step } from '../../../domain/flow/judge.ts';
import { transferFlow } from '../../../domain/flow/transferFlow.ts';
import { transitionOf } from '../../../domain/flow/transition.ts';
import { FURTHER_REASONS } from '../../../domain/flow/askReason.ts';
import { SETTLEMENT_GROUNDS, SIDES } from '../../../domain/flow/conflict.ts';
import { VERIFICATION_KINDS, VERIFICATION_OUTCOMES } from '../../../domain/flow/verification.ts';
import { DAY_MS } from '../../../domain/instant.ts';
import { ROLES, type ActorRole } from '../../../domain/role.ts';
import {
  actorIn,
  COURT_REQUEST,
  LAW,
  opened,
  openedTransfer,
  OPENED,
  POLICE_REQUEST,
} from '../../support/cases.ts';

const roles = fc.constantFrom<ActorRole>(...ROLES, 'AGENCY', 'SYSTEM', 'APPLICANT');
const codes = fc.record({
  requestId: fc.constantFrom(POLICE_REQUEST, COURT_REQUEST, 'nonsense'),
  outcome: fc.constantFrom(...VERIFICATION_OUTCOMES),
  replaces: fc.boolean(),
  regime: fc.constantFrom(...REGIMES),
  grounds: fc.constantFrom([], ['FOREIGNER'], ['EXPUNGEMENT_TO_VERIFY']),
  conclusion: fc.constantFrom(...CONCLUSIONS),
  feeSettled: fc.boolean(),
  clock: fc.constantFrom(`verification:${POLICE_REQUEST}`, 'total', 'nonsense'),
  basis: fc.constant('CARD_INDEX'),
  kind: fc.constantFrom(...VERIFICATION_KINDS),
  unit: fc.constantFrom('PV06-01', 'TAND-01', 'UBND-01'),
  why: fc.constantFrom(...FURTHER_REASONS),
  shortcut: fc.boolean(),
  answerId: fc.constant('answer'),
  fromCase: fc.constant('HN-P-2022-000001'),
  found: fc.constantFrom(POLICE_REQUEST, COURT_REQUEST),
  clean: fc.constantFrom(POLICE_REQUEST, COURT_REQUEST),
  stands: fc.constantFrom(...SIDES),
  settlement: fc.constantFrom(...SETTLEMENT_GROUNDS),
  ground: fc.constant('DUPLICATE'),
});

/** Deeds of anybody, with the acts of a flow chosen often enough by who may do them. */
function deeds<S extends CaseBase>(flow: Flow<S>) {
  const fitting = fc
    .constantFrom(...flow.rules)
    .chain(({ act, roles: who }) =>
      fc.record({ act: fc.constant(act), role: fc.constantFrom(...who), codes }),
    );
  const any = fc.record({
    act: fc.constantFrom(...flow.rules.map(({ act }) => act)),
    role: roles,
    codes,
  });
  const deed = fc.oneof({ arbitrary: fitting, weight: 6 }, { arbitrary: any, weight: 1 });
  return fc.array(fc.tuple(deed, fc.integer({ min: 0, max: 3 * DAY_MS })), { maxLength: 60 });
}

/** Live a case through deeds and check at each what must always hold. */
function live<S extends CaseBase>(
  flow: Flow<S>,
  start: S,
  todo: readonly [{ act: string; role: ActorRole; codes: object }, number][],
): S {
  let state = start;
  let now = OPENED;
  for (const [{ act, role, codes: given }, later] of todo) {
    now += later;
    const actor = actorIn(role);
    const command: Command = { act, actor, expectedRev: null, codes: { ...given }, paperId: null };
    const situation = { now, law: LAW };
    const refusal = refusalOf(flow, state, command, situation);
    const made = step(flow, state, command, situation);
    if (!made.ok) {
      expect([null, 'CALENDAR_EXHAUSTED'].includes(refusal) ? made.code : refusal).toBe(made.code);
      continue;
    }
    expect(refusal).toBeNull();
    expect(made.state.rev).toBe(state.rev + 1);
    expect(made.state.closedAt !== null).toBe(flow.terminal.includes(made.state.step));
    // Nothing but a recall opens again what has ended.
    if (flow.terminal.includes(state.step)) {
      expect([state.step, act]).toEqual(['CLOSED', 'recall']);
    }
    for (const { dueAt, startedAt, atRiskAt } of made.state.clocks) {
      expect(dueAt).toBeGreaterThanOrEqual(startedAt);
      if (atRiskAt !== null) expect(atRiskAt).toBeLessThanOrEqual(dueAt);
    }
    const done = {
      command,
      updateId: 'u',
      atMs: now,
      effects: made.effects,
      claims: made.rule.claims,
    };
    const transition = transitionOf(flow, state, made.state, done);
    expect(JSON.parse(JSON.stringify(transition))).toEqual(transition);
    state = made.state;
  }
  return state;
}

test('whatever people try, an application adds one revision per act and never breaks', () => {
  fc.assert(
    fc.property(deeds(applicationFlow), fc.boolean(), (todo, accepted) => {
      live(applicationFlow, opened({}, accepted), todo);
    }),
    { numRuns: 300 },
  );
});

test('whatever people try, a transfer adds one revision per act and never breaks', () => {
  fc.assert(
    fc.property(deeds(transferFlow), (todo) => {
      live(transferFlow, openedTransfer(), todo);
    }),
    { numRuns: 200 },
  );
});

test('the deeds tried do reach issued certificates and official updates', () => {
  const ends = new Set<string>();
  fc.assert(
    fc.property(deeds(applicationFlow), deeds(transferFlow), (todo, transfers) => {
      ends.add(live(applicationFlow, opened(), todo).step);
      ends.add(live(transferFlow, openedTransfer(), transfers).step);
    }),
    { numRuns: 200, seed: 7 },
  );
  expect(ends.size).toBeGreaterThan(8);
});
