import type { RefusalCode } from '../refusal.ts';
import type { ApplicationState } from './applicationState.ts';
import type { FurtherReason } from './askReason.ts';
import { clocksAfterWord } from './clarification.ts';
import type { ActRule, Command, Situation } from './flow.ts';
import { join } from './join.ts';
import { ask, type Moved, owedAnew, questionTo, requestOf, withRequest } from './questions.ts';
import {
  isAnswered,
  isFinalOutcome,
  VERIFICATION_OUTCOMES,
  type VerificationKind,
  type VerificationOutcome,
  type VerificationRequest,
} from './verification.ts';

function askUnit(state: ApplicationState, { codes }: Command, situation: Situation): Moved {
  const { court } = codes;
  const question = {
    kind: codes['kind'] as VerificationKind,
    unit: String(codes['unit']),
    why: [codes['why'] as FurtherReason],
    ...(typeof court === 'string' ? { court } : {}),
  };
  return ask({ ...state, step: 'VERIFYING', assignee: null }, [question], situation);
}

/** A unit that still owes an answer of a kind is not asked the same beside it. */
function owesAlready({ requests }: ApplicationState, { codes }: Command): RefusalCode | null {
  const owes = requests.some(
    (request) =>
      request.kind === codes['kind'] && request.unit === codes['unit'] && !isAnswered(request),
  );
  return owes ? 'UNIT_ALREADY_ASKED' : null;
}

/**
 * The question goes out once more, in a new round with a new term. A record that was found is contested
 * by that: only the unit itself corrects what it told (Law 28/2009 Art. 24).
 */
function askAgain(state: ApplicationState, command: Command, situation: Situation): Moved {
  const request = requestOf(state, command);
  if (request === undefined) return { state };
  // What stood in for an answer was for the question as it was put before.
  const { waiver: _waiver, reusedFrom: _reused, ...kept } = request;
  const again = {
    ...kept,
    outcome: null,
    answeredAt: null,
    answerId: null,
    round: request.round + 1,
    ...(request.outcome === 'RECORD_FOUND' ? { contested: true as const } : {}),
  };
  const owed = owedAnew(state, again, situation);
  const next = { ...owed.state, step: 'VERIFYING' as const, assignee: null };
  return { state: next, effects: { messages: [questionTo(owed.request)] } };
}

function askAgainGuard(state: ApplicationState, command: Command): RefusalCode | null {
  const request = requestOf(state, command);
  if (request === undefined) return 'VERIFICATION_NOT_ASKED';
  return mayBeAskedAgain(request) ? null : 'NOTHING_UNCLEAR';
}

/** Whether an answer is unclear, or names what the person may object to. */
function mayBeAskedAgain({ outcome }: VerificationRequest): boolean {
  return outcome === 'UNCLEAR' || outcome === 'RECORD_FOUND';
}

/** What the same unit answered about the same person lately stands for its answer here. */
function reuse(state: ApplicationState, command: Command, situation: Situation): Moved {
  const request = requestOf(state, command);
  if (request === undefined) return { state };
  const { codes } = command;
  const reused: VerificationRequest = {
    ...request,
    outcome: codes['outcome'] as VerificationOutcome,
    answeredAt: situation.now,
    answerId: String(codes['answerId']),
    reusedFrom: String(codes['fromCase']),
  };
  const next = clocksAfterWord(withRequest(state, reused), reused, command, situation);
  return join(next, reused, situation);
}

function reuseGuard(state: ApplicationState, command: Command): RefusalCode | null {
  const request = requestOf(state, command);
  if (request === undefined) return 'VERIFICATION_NOT_ASKED';
  if (isAnswered(request)) return 'ANSWER_ALREADY_GIVEN';
  if (request.contested === true) return 'ANSWER_CONTESTED';
  const outcome = VERIFICATION_OUTCOMES.find((each) => each === command.codes['outcome']);
  return outcome !== undefined && isFinalOutcome(outcome) ? null : 'ANSWER_NOT_REUSABLE';
}

const ofOfficer = { roles: ['LLTP_OFFICER'], unit: 'owner', claims: true } as const;

/**
 * Acts by which the officer asks beyond the first questions: a unit that knows of the conditions of an
 * expungement, of a judgment or of a residence found since; a unit whose answer was not clear or is
 * contested; or none, because the same unit answered about the same person lately.
 */
export const furtherRules: readonly ActRule<ApplicationState>[] = [
  {
    ...ofOfficer,
    act: 'askUnit',
    from: ['VERIFYING', 'EVALUATING'],
    guard: owesAlready,
    next: askUnit,
  },
  {
    ...ofOfficer,
    act: 'askAgain',
    from: ['VERIFYING', 'EVALUATING'],
    when: ({ requests }) => (requests.some(mayBeAskedAgain) ? null : 'NOTHING_UNCLEAR'),
    guard: askAgainGuard,
    next: askAgain,
  },
  {
    ...ofOfficer,
    act: 'reuseAnswer',
    from: ['VERIFYING'],
    guard: reuseGuard,
    next: reuse,
  },
];
