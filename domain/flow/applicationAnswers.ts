import type { ApplicationState } from './applicationState.ts';
import { clocksAfterWord, endClarification } from './clarification.ts';
import type { ActRule, Command, Situation } from './flow.ts';
import { join } from './join.ts';
import { type Moved, owedAnew, questionTo, requestOf, withRequest } from './questions.ts';
import {
  ANSWERERS,
  isAnswered,
  isFinalOutcome,
  type VerificationOutcome,
  type VerificationRequest,
} from './verification.ts';

/** The question must have been asked, of this unit, and not be answered unless this replaces the answer. */
function answerGuard(state: ApplicationState, command: Command) {
  const request = requestOf(state, command);
  if (request === undefined) return 'VERIFICATION_NOT_ASKED' as const;
  if (request.unit !== command.actor.unit) return 'NOT_THE_ASKED_AGENCY' as const;
  const { round, sequence } = command.codes;
  if (typeof round === 'number' && round !== request.round) return 'REQUEST_ASKED_AGAIN' as const;
  if (isOvertaken(request, sequence)) return 'ANSWER_OVERTAKEN' as const;
  const repeats = hasOwnAnswer(request) && command.codes['replaces'] !== true;
  return repeats ? ('ANSWER_ALREADY_GIVEN' as const) : null;
}

/** Whether a later message of the unit about this question came before this one. */
function isOvertaken({ sequence: last }: VerificationRequest, sequence: unknown): boolean {
  return last !== undefined && typeof sequence === 'number' && sequence < last;
}

/** Whether the unit itself has answered this question: a waiver or an earlier answer leave it welcome to. */
function hasOwnAnswer({ outcome, reusedFrom }: VerificationRequest): boolean {
  return isAnswered({ outcome }) && outcome !== 'WAIVED' && reusedFrom === undefined;
}

/**
 * Take an answer in. A final one ends that question; an answer that replaces another, or comes after a
 * waiver, undoes the draft that was made without it. What is not final does not bring a waived question
 * back: it stands in the log.
 */
function takeAnswer(state: ApplicationState, command: Command, situation: Situation): Moved {
  const request = requestOf(state, command);
  if (request === undefined) return { state };
  const outcome = command.codes['outcome'] as VerificationOutcome;
  const { sequence } = command.codes;
  const final = isFinalOutcome(outcome);
  const settledOtherwise = isAnswered(request) && !hasOwnAnswer(request);
  if (settledOtherwise && !final) return { state };
  const { waiver, reusedFrom: _reused, ...kept } = request;
  const word: VerificationRequest = {
    ...kept,
    // A waiver that was signed is history; one that was only proposed is no longer needed.
    ...(waiver !== undefined && (!final || waiver.signedAt !== undefined) ? { waiver } : {}),
    outcome,
    answeredAt: final ? situation.now : null,
    answerId: command.paperId,
    expectedAt: (command.codes['expectedAt'] as number | undefined) ?? null,
    ...(typeof sequence === 'number' ? { sequence } : {}),
  };
  // A unit that takes its answer back owes one again.
  const takesBack = isAnswered(request) && !final;
  const { state: heard, request: answered } = takesBack
    ? owedAnew(state, word, situation)
    : { state: withRequest(state, word), request: word };
  const taken = clocksAfterWord(heard, answered, command, situation);
  const moved = join(taken, answered, situation);
  if (state.step !== 'SUPPLEMENT_REQUESTED') return moved;
  // The case goes on waiting for its supplement and resumes where the answer leads.
  const resumeStep = moved.state.step;
  return { ...moved, state: { ...moved.state, step: state.step, resumeStep, assignee: null } };
}

const ANSWERABLE = [
  'VERIFYING',
  'SUPPLEMENT_REQUESTED',
  'EVALUATING',
  'CHECKING',
  'SIGNING',
] as const;

/** Acts around the questions put to agencies. */
export const answerRules: readonly ActRule<ApplicationState>[] = [
  {
    act: 'answerVerification',
    from: ANSWERABLE,
    roles: ANSWERERS,
    unit: 'asked',
    claims: false,
    guard: answerGuard,
    next: takeAnswer,
  },
  {
    // After signing an answer changes nothing any more: it is refused by its own name, not lost.
    act: 'answerVerification',
    from: ['SUBMITTED', 'ACCEPTED', 'ISSUING', 'DELIVERING', 'POSTED'],
    roles: ANSWERERS,
    unit: 'asked',
    claims: false,
    guard: (state, command) => {
      const code = answerGuard(state, command);
      return code === null || code === 'ANSWER_ALREADY_GIVEN' ? (code ?? 'ANSWER_TOO_LATE') : code;
    },
    next: (state) => ({ state }),
  },
  {
    act: 'identify',
    from: ['VERIFYING'],
    roles: ['LLTP_OFFICER'],
    unit: 'owner',
    claims: true,
    when: ({ requests }) =>
      requests.some(({ outcome }) => outcome === 'NEEDS_IDENTIFICATION')
        ? null
        : 'IDENTIFICATION_NOT_ASKED',
    guard: (state, command) => {
      const request = requestOf(state, command);
      if (request === undefined) return 'VERIFICATION_NOT_ASKED';
      return request.outcome === 'NEEDS_IDENTIFICATION' ? null : 'IDENTIFICATION_NOT_ASKED';
    },
    next: (state, command, situation) => {
      const request = requestOf(state, command);
      if (request === undefined) return { state };
      const again = { ...request, outcome: null, answeredAt: null, round: request.round + 1 };
      const next = endClarification(withRequest(state, again), again, situation);
      return { state: next, effects: { messages: [questionTo(again)] } };
    },
  },
];
