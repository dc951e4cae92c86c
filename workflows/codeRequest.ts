import { continueAsNew } from '@temporalio/workflow';
import { codeRequestFlow } from '../domain/flow/codeRequestFlow.ts';
import type { CodeRequestState } from '../domain/flow/codeRequestState.ts';
import { type CaseInput, openCodeRequest } from '../domain/flow/open.ts';
import type { Carried } from './birth.ts';
import { CaseLife } from './caseLife.ts';

/**
 * A department's request for a code that the catalogue of offences lacks, until the Centre releases one or
 * names one that is there; the acts stand in `domain/flow/codeRequestFlow.ts`.
 */
export async function codeRequest(
  input: CaseInput<object>,
  carried?: Carried<CodeRequestState>,
): Promise<void> {
  const life = new CaseLife({
    flow: codeRequestFlow,
    law: input.law,
    nextLaw: undefined,
    clock: input.clock,
    opener: { actor: input.actor, act: 'askForCode' },
    opened: openCodeRequest(input),
    carried,
  });
  const rest = await life.live();
  if (rest !== null) await continueAsNew<typeof codeRequest>(input, rest);
}
