import { type AnyState, queueAt } from '../domain/flow/anyCase.ts';
import type { Account } from '../domain/account.ts';
import { CENTRE_UNIT } from '../domain/flow/flow.ts';
import { worksOn } from '../domain/permission.ts';
import type { RefusalCode } from '../domain/refusal.ts';

/** Why a case cannot stand on this account's desk, or null: it must be open and in a queue it serves. */
export function claimableBy(account: Account, state: AnyState): RefusalCode | null {
  if (!worksOn(account, state)) return 'NOT_YOUR_UNIT';
  if (state.closedAt !== null) return 'CASE_CLOSED';
  const role = queueAt(state);
  if (role === null) return 'CASE_WRONG_STEP';
  if (!account.roles.some((held) => held === role)) return 'NOT_YOUR_ROLE';
  const unit = role.startsWith('CENTRE') ? CENTRE_UNIT : state.unit;
  return account.unit === unit ? null : 'NOT_YOUR_UNIT';
}

/** Steps at which an application is in its officer's hands. */
const OF_OFFICER: readonly string[] = ['ACCEPTED', 'VERIFYING', 'EVALUATING'];

/**
 * Why an account may not decide who the persons found for a case are, or null: the case is closed, on a
 * colleague's desk, or, once it has left the officers, of the colleague who drafted it.
 */
export function decidableBy(
  account: Account,
  state: AnyState,
  holder: string | null,
): RefusalCode | null {
  if (account.unit !== state.unit) return 'NOT_YOUR_UNIT';
  if (state.closedAt !== null) return 'CASE_CLOSED';
  const whose = OF_OFFICER.includes(state.step) ? holder : (state.doneBy['draft'] ?? null);
  return whose === null || whose === account.id ? null : 'CLAIMED_BY_OTHER';
}
