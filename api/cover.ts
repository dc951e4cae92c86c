import { settleCovers } from '../db/desk/absences.ts';
import { assignCase } from '../db/desk/claims.ts';
import { findDeskFor, isAwayBetween } from '../db/read/absences.ts';
import { type AnyState, queueAt } from '../domain/flow/anyCase.ts';
import { dateOf } from '../domain/instant.ts';
import type { RefusalCode } from '../domain/refusal.ts';
import { type ApiDeps, nowIso, nowMs } from './deps.ts';

/** Whether somebody is entered as absent today. */
export function isAwayNow(deps: ApiDeps, account: string): Promise<boolean> {
  const today = dateOf(nowMs(deps));
  return isAwayBetween(deps.pool, { account, from: today, to: today });
}

/**
 * Put a case on a colleague's desk, or on the desk of whoever covers for them; the reason when
 * neither may have it, otherwise null.
 */
export async function assignOrCover(
  deps: ApiDeps,
  state: AnyState,
  { to, by }: { to: string; by: string },
): Promise<RefusalCode | null> {
  const { caseId } = state;
  const at = nowIso(deps);
  const role = queueAt(state) ?? '';
  const desk = await findDeskFor(deps.pool, { account: to, caseId, role, at });
  if (desk === null) return 'COLLEAGUE_AWAY';
  await assignCase(deps.pool, { caseId, to, by, at });
  if (desk !== to) await settleCovers(deps.pool, at);
  return null;
}
