import { continueAsNew } from '@temporalio/workflow';
import { type CaseInput, openTransfer, type TransferFacts } from '../domain/flow/open.ts';
import { transferFlow } from '../domain/flow/transferFlow.ts';
import type { TransferState } from '../domain/flow/transferState.ts';
import type { Carried } from './birth.ts';
import { CaseLife } from './caseLife.ts';

/**
 * One judicial record on its way from a province to the National Centre's database; the acts stand
 * in `domain/flow/transferFlow.ts`.
 */
export async function transfer(
  input: CaseInput<TransferFacts>,
  carried?: Carried<TransferState>,
): Promise<void> {
  const life = new CaseLife({
    flow: transferFlow,
    law: input.law,
    nextLaw: undefined,
    clock: input.clock,
    opener: { actor: input.actor, act: 'enterRecord' },
    opened: openTransfer(input),
    carried,
  });
  const rest = await life.live();
  if (rest !== null) await continueAsNew<typeof transfer>(input, rest);
}
