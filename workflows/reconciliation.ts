import { continueAsNew } from '@temporalio/workflow';
import {
  type CaseInput,
  openReconciliation,
  type ReconciliationFacts,
} from '../domain/flow/open.ts';
import { reconciliationFlow } from '../domain/flow/reconciliationFlow.ts';
import type { ReconciliationState } from '../domain/flow/reconciliationState.ts';
import type { Carried } from './birth.ts';
import { CaseLife } from './caseLife.ts';

/**
 * A reconciliation of two books, from its beginning until every difference is settled or it is called off;
 * the acts stand in `domain/flow/reconciliationFlow.ts`.
 */
export async function reconciliation(
  input: CaseInput<ReconciliationFacts>,
  carried?: Carried<ReconciliationState>,
): Promise<void> {
  const life = new CaseLife({
    flow: reconciliationFlow,
    law: input.law,
    nextLaw: undefined,
    clock: input.clock,
    opener: { actor: input.actor, act: 'beginReconciliation' },
    opened: openReconciliation(input),
    carried,
  });
  const rest = await life.live();
  if (rest !== null) await continueAsNew<typeof reconciliation>(input, rest);
}
