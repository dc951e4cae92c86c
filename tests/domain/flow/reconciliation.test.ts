import { expect, test } from '@jest/globals';
import { CENTRE_UNIT } from '../../../domain/flow/flow.ts';
import { refusalOf } from '../../../domain/flow/judge.ts';
import { reconciliationFlow } from '../../../domain/flow/reconciliationFlow.ts';
import type { ReconciliationState } from '../../../domain/flow/reconciliationState.ts';
import { transitionOf } from '../../../domain/flow/transition.ts';
import { type Actor, type ActorRole, ROLES } from '../../../domain/role.ts';
import {
  actorIn,
  commandOf,
  LAW,
  must,
  openedReconciliation,
  OPENED,
} from '../../support/cases.ts';

const SITUATION = { now: OPENED, law: LAW };
const ALL_ROLES: readonly ActorRole[] = [...ROLES, 'AGENCY', 'SYSTEM', 'APPLICANT'];
const KEEPERS = ['RECORD_OFFICER', 'CENTRE_RECEIVER'];

function listed(withCentre = true): ReconciliationState {
  const command = commandOf('listDifferences', actorIn('SYSTEM'), { findings: 2 });
  return must(reconciliationFlow, openedReconciliation(withCentre), command).state;
}

function refusal(state: ReconciliationState, act: string, actor: Actor, open = 0) {
  return refusalOf(reconciliationFlow, state, commandOf(act, actor, { open }), SITUATION);
}

/** Roles that may do an act at a state, each in its own unit. */
function allowed(state: ReconciliationState, act: string): ActorRole[] {
  return ALL_ROLES.filter((role) => refusal(state, act, actorIn(role)) === null);
}

test('both sides of a comparison with the Centre act on it, and the house lists by itself', () => {
  const opened = openedReconciliation();
  expect(allowed(opened, 'listDifferences')).toEqual([...KEEPERS, 'SYSTEM']);
  expect(allowed(opened, 'cancelReconciliation')).toEqual(KEEPERS);
  expect(allowed(opened, 'closeReconciliation')).toEqual([]);
  for (const act of ['listAgain', 'closeReconciliation', 'cancelReconciliation']) {
    expect(allowed(listed(), act)).toEqual(KEEPERS);
  }
});

test('a supplier’s list is the business of its receiver alone', () => {
  const foreign = { ...actorIn('RECORD_OFFICER'), unit: 'STP-40' };
  expect(refusal(listed(), 'closeReconciliation', foreign)).toBe('NOT_YOUR_UNIT');
  expect(allowed(listed(false), 'closeReconciliation')).toEqual(['RECORD_OFFICER']);
});

test('nothing is closed over open differences, nor while lists are compared anew', () => {
  const officer = actorIn('RECORD_OFFICER');
  expect(refusal(listed(), 'closeReconciliation', officer, 1)).toBe('DIFFERENCES_UNSETTLED');
  const again = must(reconciliationFlow, listed(), commandOf('listAgain', officer)).state;
  expect(again.step).toBe('LISTING');
  expect(refusal(again, 'closeReconciliation', officer)).toBe('CASE_WRONG_STEP');
  const closed = must(
    reconciliationFlow,
    listed(),
    commandOf('closeReconciliation', officer),
  ).state;
  expect([closed.step, closed.closedAt]).toEqual(['RECONCILED', OPENED]);
  expect(refusal(closed, 'listAgain', officer)).toBe('CASE_CLOSED');
});

test.each([
  ['STP-01', 'RECORD_OFFICER'],
  [CENTRE_UNIT, 'CENTRE_RECEIVER'],
])('a run of %s stands in the queue of its %s', (unit, role) => {
  const state = { ...openedReconciliation(), unit };
  const command = commandOf('beginReconciliation', actorIn('SYSTEM'));
  const done = { command, updateId: 'x', atMs: OPENED, effects: noEffects, claims: false };
  expect(transitionOf(reconciliationFlow, null, state, done)).toMatchObject({
    queueRole: role,
    queueUnit: unit,
    held: { unit },
  });
});

const noEffects = { messages: [], escalations: [], certificate: null, officialUpdate: false };
