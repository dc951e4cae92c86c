import { type ApplicationState, OPEN_STEPS } from './applicationState.ts';
import { answerRules } from './applicationAnswers.ts';
import { apologyRules } from './applicationApology.ts';
import { decisionRules } from './applicationDecision.ts';
import { deliveryRules } from './applicationDelivery.ts';
import { extensionRules } from './applicationExtension.ts';
import { intakeRules } from './applicationIntake.ts';
import { tickRules } from './escalation.ts';
import type { Flow } from './flow.ts';
import { isAnswered } from './verification.ts';

/**
 * The flow table of a phiếu application: which act is legal when, for whom, and what follows.
 *
 * Source: domain notes §2.5–2.7 (Law 28/2009 Art. 44–49, TT 13/2011 Art. 14–17).
 */
export const applicationFlow: Flow<ApplicationState> = {
  kind: 'APPLICATION',
  rules: [
    ...intakeRules,
    ...answerRules,
    ...extensionRules,
    ...decisionRules,
    ...deliveryRules,
    ...apologyRules,
    ...tickRules<ApplicationState>(OPEN_STEPS),
  ],
  terminal: ['CLOSED', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'CANCELLED'],
  queue: {
    SUBMITTED: 'ONE_STOP_OFFICER',
    SUPPLEMENT_REQUESTED: 'ONE_STOP_OFFICER',
    ACCEPTED: 'LLTP_OFFICER',
    VERIFYING: null,
    EVALUATING: 'LLTP_OFFICER',
    CHECKING: 'DIVISION_HEAD',
    SIGNING: 'DIRECTOR',
    ISSUING: 'SEAL_CLERK',
    DELIVERING: 'ONE_STOP_OFFICER',
    POSTED: null,
    CLOSED: null,
    REFUSED: null,
    WITHDRAWN: null,
    LAPSED: null,
    CANCELLED: null,
  },
  waitsFor,
};

function waitsFor({ step, requests, facts }: ApplicationState): readonly string[] {
  if (step === 'POSTED') return [facts.postUnit];
  if (step !== 'VERIFYING') return [];
  return requests.filter((request) => !isAnswered(request)).map(({ unit }) => unit);
}
