import type { ApplicationState } from './applicationState.ts';
import { startClock, stopClocks, withClock } from './clocks.ts';
import type { ActRule, Command, Effects, OutgoingMessage, Situation } from './flow.ts';
import {
  ANSWERERS,
  isAnswered,
  isFinalOutcome,
  type VerificationKind,
  type VerificationOutcome,
  type VerificationRequest,
} from './verification.ts';

interface Moved {
  state: ApplicationState;
  effects?: Partial<Effects>;
}

/** Put a question to the police or to the court; its own clock starts, the total keeps running. */
export function askVerification(
  state: ApplicationState,
  kind: VerificationKind,
  { now, law }: Situation,
): Moved {
  const count = state.requests.filter((request) => request.kind === kind).length + 1;
  const id = `${state.caseId}/${kind}-${count}`;
  const term = kind === 'POLICE' ? 'police' : 'court';
  const clock = startClock(`verification:${id}`, term, now, law, 'norm');
  const request: VerificationRequest = {
    id,
    kind,
    unit: kind === 'POLICE' ? state.facts.policeUnit : state.facts.courtUnit,
    askedAt: now,
    dueAt: clock.dueAt,
    round: 1,
    outcome: null,
    answeredAt: null,
    answerId: null,
    expectedAt: null,
  };
  const requests = [...state.requests, request];
  const next = { ...state, requests, clocks: withClock(state.clocks, clock) };
  return { state: next, effects: { messages: [questionTo(request)] } };
}

function questionTo(request: VerificationRequest): OutgoingMessage {
  return {
    id: `${request.id}/round-${request.round}`,
    kind: 'VERIFICATION_REQUEST',
    toUnit: request.unit,
    requestId: request.id,
  };
}

function requestOf(state: ApplicationState, command: Command): VerificationRequest | undefined {
  return state.requests.find(({ id }) => id === command.codes['requestId']);
}

/** The question must have been asked, of this unit, and not be answered unless this replaces the answer. */
function answerGuard(state: ApplicationState, command: Command) {
  const request = requestOf(state, command);
  if (request === undefined) return 'VERIFICATION_NOT_ASKED' as const;
  if (request.unit !== command.actor.unit) return 'NOT_THE_ASKED_AGENCY' as const;
  const repeats = isAnswered(request) && command.codes['replaces'] !== true;
  return repeats ? ('ANSWER_ALREADY_GIVEN' as const) : null;
}

/**
 * Take an answer in. A final one ends that question; when all are ended the case goes back to its
 * officer. A police answer that is unclear or names a judgment sends the question on to the court
 * (Decree 111/2010 Art. 26). An answer that replaces another undoes the draft that rested on it.
 */
function takeAnswer(state: ApplicationState, command: Command, situation: Situation): Moved {
  const request = requestOf(state, command);
  if (request === undefined) return { state };
  const outcome = command.codes['outcome'] as VerificationOutcome;
  const final = isFinalOutcome(outcome);
  const answered: VerificationRequest = {
    ...request,
    outcome,
    answeredAt: final ? situation.now : null,
    answerId: command.paperId,
    expectedAt: (command.codes['expectedAt'] as number | undefined) ?? null,
  };
  const requests = state.requests.map((other) => (other.id === request.id ? answered : other));
  const clocks = final
    ? stopClocks(state.clocks, situation.now, `verification:${request.id}`)
    : state.clocks;
  const moved = afterAnswer({ ...state, requests, clocks }, answered, situation);
  if (state.step !== 'SUPPLEMENT_REQUESTED') return moved;
  // The case goes on waiting for its supplement and resumes where the answer leads.
  const resumeStep = moved.state.step;
  return { ...moved, state: { ...moved.state, step: state.step, resumeStep, assignee: null } };
}

function afterAnswer(
  state: ApplicationState,
  answered: VerificationRequest,
  situation: Situation,
): Moved {
  const courtAsked = state.requests.some(({ kind }) => kind === 'COURT');
  const toCourt = answered.kind === 'POLICE' && needsCourt(answered.outcome) && !courtAsked;
  const waiting = { ...undoDraft(state), step: 'VERIFYING' as const, assignee: null };
  if (toCourt) return askVerification(waiting, 'COURT', situation);
  if (!state.requests.every(isAnswered)) return { state: waiting };
  const officer = state.doneBy['classify'] ?? null;
  return { state: { ...waiting, step: 'EVALUATING', assignee: officer } };
}

function needsCourt(outcome: VerificationOutcome | null): boolean {
  return outcome === 'RECORD_FOUND' || outcome === 'UNCLEAR';
}

function undoDraft(state: ApplicationState): ApplicationState {
  const { draft: _draft, check: _check, sign: _sign, ...doneBy } = state.doneBy;
  return { ...state, conclusion: null, doneBy };
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
    next: (state, command) => {
      const request = requestOf(state, command);
      if (request === undefined) return { state };
      const again = { ...request, outcome: null, answeredAt: null, round: request.round + 1 };
      const requests = state.requests.map((other) => (other.id === again.id ? again : other));
      return { state: { ...state, requests }, effects: { messages: [questionTo(again)] } };
    },
  },
];
