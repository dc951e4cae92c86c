import type { ApplicationState } from './applicationState.ts';
import type { AskReason } from './askReason.ts';
import { startClock, withClock } from './clocks.ts';
import type { Command, Effects, OutgoingMessage, Situation } from './flow.ts';
import { termOfKind, type VerificationKind, type VerificationRequest } from './verification.ts';

/** An application after an act, and what follows from it. */
export interface Moved {
  state: ApplicationState;
  effects?: Partial<Effects>;
}

/** A question that is to be put to a unit. */
export interface Question {
  kind: VerificationKind;
  unit: string;
  /** Absent in cases opened before questions were routed. */
  why?: readonly AskReason[];
  /** The court beside a unit that no route names. */
  court?: string;
}

/** Name of the clock of a question to an agency. */
export function clockNameOf({ id }: Pick<VerificationRequest, 'id'>): string {
  return `verification:${id}`;
}

/** The questions a dossier goes out with: as it was routed, or to the police of the residence. */
export function firstQuestions({ facts }: ApplicationState): readonly Question[] {
  const { routes, policeUnit } = facts;
  if (routes === undefined) return [{ kind: 'POLICE', unit: policeUnit }];
  return routes.map(({ kind, unit, why }) => ({ kind, unit, why }));
}

/** Put questions to units, all at once; each has a clock of its own, the total keeps running. */
export function ask(
  state: ApplicationState,
  questions: readonly Question[],
  { now, law }: Situation,
): Moved {
  const messages: OutgoingMessage[] = [];
  let next = state;
  for (const { kind, unit, why, court } of questions) {
    const count = next.requests.filter((request) => request.kind === kind).length + 1;
    const id = `${state.caseId}/${kind}-${count}`;
    const clock = startClock(clockNameOf({ id }), termOfKind(kind, law), now, law, 'norm');
    const request: VerificationRequest = {
      id,
      kind,
      unit,
      askedAt: now,
      dueAt: clock.dueAt,
      round: 1,
      outcome: null,
      answeredAt: null,
      answerId: null,
      expectedAt: null,
      ...(why === undefined ? {} : { why }),
      ...(court === undefined ? {} : { court }),
    };
    next = {
      ...next,
      requests: [...next.requests, request],
      clocks: withClock(next.clocks, clock),
    };
    messages.push(questionTo(request));
  }
  return { state: next, effects: { messages } };
}

/** The message that puts a question, or puts it again in a further round. */
export function questionTo(request: VerificationRequest): OutgoingMessage {
  return {
    id: `${request.id}/round-${request.round}`,
    kind: 'VERIFICATION_REQUEST',
    toUnit: request.unit,
    requestId: request.id,
  };
}

/** The question that an act names. */
export function requestOf(
  state: ApplicationState,
  command: Command,
): VerificationRequest | undefined {
  return state.requests.find(({ id }) => id === command.codes['requestId']);
}

/** An application with one of its questions standing otherwise. */
export function withRequest(
  state: ApplicationState,
  request: VerificationRequest,
): ApplicationState {
  const requests = state.requests.map((other) => (other.id === request.id ? request : other));
  return { ...state, requests };
}

/** A question whose unit owes an answer anew, within a new term. */
export function owedAnew(
  state: ApplicationState,
  request: VerificationRequest,
  { now, law }: Situation,
): { state: ApplicationState; request: VerificationRequest } {
  const clock = startClock(clockNameOf(request), termOfKind(request.kind, law), now, law, 'norm');
  const owed = { ...request, dueAt: clock.dueAt };
  const clocks = withClock(state.clocks, clock);
  return { state: { ...withRequest(state, owed), clocks }, request: owed };
}

/** The court that would have tried, for what an asked unit knows. */
export function courtBeside(
  { facts }: ApplicationState,
  { unit, court }: Pick<VerificationRequest, 'unit' | 'court'>,
): string {
  return court ?? facts.routes?.find((route) => route.unit === unit)?.court ?? facts.courtUnit;
}
