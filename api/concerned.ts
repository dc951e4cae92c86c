import type { Account } from '../domain/account.ts';
import type { AnyState } from '../domain/flow/anyCase.ts';
import { seesCase } from '../domain/permission.ts';

/** Whether a case has put a question to a unit. */
export function asksUnit(state: AnyState, unit: string): boolean {
  return state.kind === 'APPLICATION' && state.requests.some((request) => request.unit === unit);
}

/**
 * Whether an account has to do with a case: it may look at it, was asked about it, or carries its certificate.
 * Whoever has not is told nothing of where the case stands.
 */
export function concerns(state: AnyState, account: Account): boolean {
  if (seesCase(account, state) || asksUnit(state, account.unit)) return true;
  if (state.kind !== 'APPLICATION' || state.issues === 0) return false;
  return state.facts.delivery === 'POST' && state.facts.postUnit === account.unit;
}
