import { findDifferences } from '../../db/read/reconciliationDifferences.ts';
import { findRun, type StoredRun } from '../../db/read/reconciliations.ts';
import type { Account } from '../../domain/account.ts';
import { withFlow } from '../../domain/flow/anyCase.ts';
import { CENTRE_UNIT, type Command } from '../../domain/flow/flow.ts';
import { refusalOf } from '../../domain/flow/judge.ts';
import type { ReconciliationState } from '../../domain/flow/reconciliationState.ts';
import type { Actor } from '../../domain/role.ts';
import { doAct } from '../../engine/cases.ts';
import { actorOf, getState, situationOf } from '../acting.ts';
import type { ApiDeps } from '../deps.ts';
import { Refused } from '../refused.ts';

/** A run that an account may read: the Centre all, a unit its own. */
export async function readableRun(
  deps: ApiDeps,
  account: Account,
  caseId: string,
): Promise<StoredRun> {
  const run = await findRun(deps.pool, caseId);
  if (run === null) throw new Refused('NOT_FOUND');
  if (account.unit !== CENTRE_UNIT && account.unit !== run.unit) throw new Refused('NOT_YOUR_UNIT');
  return run;
}

/** A run with its case as it stands; refuses what is none. */
export async function runWithState(
  deps: ApiDeps,
  caseId: string,
): Promise<{ run: StoredRun; state: ReconciliationState }> {
  const run = await findRun(deps.pool, caseId);
  if (run === null) throw new Refused('NOT_FOUND');
  const { state } = await getState(deps.pool, caseId);
  if (state.kind !== 'RECONCILIATION') throw new Refused('NOT_FOUND');
  return { run, state };
}

/** Let the case decide on an act that follows from the comparison. */
export async function tellCase(
  deps: ApiDeps,
  actor: Actor,
  state: ReconciliationState,
  { act, codes, key }: { act: string; codes: Command['codes']; key: string },
): Promise<void> {
  const command = commandOf(actor, state, act, codes);
  const result = await doAct(deps.client, state.caseId, command, key);
  if (!result.ok) throw new Refused(result.code);
}

/** Refuse early what the case would not take. */
export async function checkAct(
  deps: ApiDeps,
  actor: Actor,
  state: ReconciliationState,
  act: string,
): Promise<void> {
  const situation = await situationOf(deps, state);
  const command = commandOf(actor, state, act, {});
  const early = withFlow(state, (flow, at) => refusalOf(flow, at, command, situation));
  if (early !== null) throw new Refused(early);
}

function commandOf(
  actor: Actor,
  { rev: seenRev }: ReconciliationState,
  act: string,
  codes: Command['codes'],
): Command {
  return { act, actor: actorOf(actor), expectedRev: null, seenRev, codes, paperId: null };
}

/** A run whose differences an account may settle now, and those of them that it names. */
export async function settlingRun(
  deps: ApiDeps,
  account: Account,
  caseId: string,
  keys: readonly string[],
) {
  const { run, state } = await runWithState(deps, caseId);
  const ours = account.unit === state.unit || (state.withCentre && account.unit === CENTRE_UNIT);
  if (!ours) throw new Refused('NOT_YOUR_UNIT');
  if (state.step !== 'SETTLING') throw new Refused('RECONCILIATION_NOT_OPEN');
  const found = await findDifferences(deps.pool, run.id, keys);
  if (found.length < new Set(keys).size) throw new Refused('NOT_FOUND');
  return { run, found };
}
