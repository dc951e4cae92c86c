import type { ApplicationState } from './applicationState.ts';
import type { Situation } from './flow.ts';
import { ask, courtBeside, type Moved } from './questions.ts';
import { isAnswered, type RequestOutcome, type VerificationRequest } from './verification.ts';

/**
 * Where a case goes when a question is done with: on to the court, if the police's answer is unclear or
 * names a judgment (Decree 111/2010 Art. 26); back to its officer when all are done with; otherwise it
 * waits. What was drafted on other answers is undone.
 */
export function join(
  state: ApplicationState,
  done: VerificationRequest,
  situation: Situation,
): Moved {
  const waiting = { ...undoDraft(state), step: 'VERIFYING' as const, assignee: null };
  const court = courtToAsk(state, done);
  if (court !== null) {
    const routed = state.facts.routes !== undefined;
    const why = routed ? { why: ['ANSWER_NAMES_JUDGMENT'] as const } : {};
    return ask(waiting, [{ kind: 'COURT', unit: court, ...why }], situation);
  }
  if (!state.requests.every(isAnswered)) return { state: waiting };
  const officer = state.doneBy['classify'] ?? null;
  return { state: { ...waiting, step: 'EVALUATING', assignee: officer } };
}

/** The court whose word is wanted after an answer of the police, or of the Centre in their name. */
function courtToAsk(state: ApplicationState, done: VerificationRequest): string | null {
  const fromPolice = done.kind === 'POLICE' || done.kind === 'CENTRE';
  if (!fromPolice || !needsCourt(done.outcome)) return null;
  const court = courtBeside(state, done);
  const asked = state.requests.some((other) => other.kind === 'COURT' && other.unit === court);
  return asked ? null : court;
}

function needsCourt(outcome: RequestOutcome | null): boolean {
  return outcome === 'RECORD_FOUND' || outcome === 'UNCLEAR';
}

function undoDraft(state: ApplicationState): ApplicationState {
  const { draft: _draft, check: _check, sign: _sign, ...doneBy } = state.doneBy;
  return { ...state, conclusion: null, doneBy };
}
