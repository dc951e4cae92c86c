import type { ActorRole } from '../role.ts';
import { type ApplicationState, OPEN_STEPS } from './applicationState.ts';
import { answerRules } from './applicationAnswers.ts';
import { conflictRules } from './applicationConflict.ts';
import { furtherRules } from './applicationFurther.ts';
import { waiverRules, waiverWaits } from './applicationWaiver.ts';
import { apologyRules } from './applicationApology.ts';
import { decisionRules } from './applicationDecision.ts';
import { deliveryRules } from './applicationDelivery.ts';
import { extensionRules } from './applicationExtension.ts';
import { intakeRules } from './applicationIntake.ts';
import { tickRules } from './escalation.ts';
import type { Flow } from './flow.ts';
import { type Held, holderOfQuestions } from './holder.ts';
import { recalculateRules } from './recalculate.ts';
import { clockNameOf } from './questions.ts';
import { isAnswered } from './verification.ts';

/**
 * The flow table of a phiếu application: which act is legal when, for whom, and what follows.
 *
 * Source: Law 28/2009 Art. 44–49; TT 13/2011 Art. 14–17.
 */
export const applicationFlow: Flow<ApplicationState> = {
  kind: 'APPLICATION',
  rules: [
    ...intakeRules,
    ...answerRules,
    ...furtherRules,
    ...waiverRules,
    ...conflictRules,
    ...extensionRules,
    ...decisionRules,
    ...deliveryRules,
    ...apologyRules,
    ...tickRules<ApplicationState>(OPEN_STEPS),
    ...recalculateRules<ApplicationState>(OPEN_STEPS, withRequestDates),
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
  queueBeside,
  waitsFor,
  heldOutside,
};

function waitsFor({ step, requests, facts }: ApplicationState): readonly string[] {
  if (step === 'POSTED') return [facts.postUnit];
  if (step !== 'VERIFYING') return [];
  return requests.filter((request) => !isAnswered(request)).map(({ unit }) => unit);
}

/** The director signs a waiver; where every unit that has not answered asks back, it is the officer's turn. */
function queueBeside(state: ApplicationState): ActorRole | null {
  if (state.step !== 'VERIFYING') return null;
  if (waiverWaits(state)) return 'DIRECTOR';
  return holderOfQuestions(state.requests, state.unit)?.holder === 'OFFICER'
    ? 'LLTP_OFFICER'
    : null;
}

function heldOutside({ step, requests, facts, unit }: ApplicationState): Held | null {
  if (step === 'SUPPLEMENT_REQUESTED') return { holder: 'APPLICANT', unit: null };
  if (step === 'POSTED') return { holder: 'POST', unit: facts.postUnit };
  return step === 'VERIFYING' ? holderOfQuestions(requests, unit) : null;
}

/** Questions to agencies show the due date of the clock that counts them. */
function withRequestDates(state: ApplicationState): ApplicationState {
  const dueAt = new Map(state.clocks.map((clock) => [clock.name, clock.dueAt]));
  return {
    ...state,
    requests: state.requests.map((request) => ({
      ...request,
      dueAt: dueAt.get(clockNameOf(request)) ?? request.dueAt,
    })),
  };
}
