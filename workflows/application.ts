import { continueAsNew } from '@temporalio/workflow';
import { applicationFlow } from '../domain/flow/applicationFlow.ts';
import type { ApplicationFacts, ApplicationState } from '../domain/flow/applicationState.ts';
import { type CaseInput, openApplication } from '../domain/flow/open.ts';
import type { Carried } from './birth.ts';
import { CaseLife } from './caseLife.ts';

/**
 * One phiếu application from receipt to delivery. It waits for people and agencies, so it may live
 * for months; every act it may take stands in the flow table `domain/flow/applicationFlow.ts`.
 */
export async function application(
  input: CaseInput<ApplicationFacts>,
  carried?: Carried<ApplicationState>,
): Promise<void> {
  const life = new CaseLife({
    flow: applicationFlow,
    law: input.law,
    nextLaw: input.nextLaw,
    clock: input.clock,
    opener: { actor: input.actor, act: input.accepted ? 'receiveAndAccept' : 'submit' },
    opened: openApplication(input),
    carried,
  });
  const rest = await life.live();
  if (rest !== null) await continueAsNew<typeof application>(input, rest);
}
