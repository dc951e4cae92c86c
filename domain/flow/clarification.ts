import type { ApplicationState } from './applicationState.ts';
import { pauseClock, resumeClock, startClock, stopClocks, withClock } from './clocks.ts';
import { isRunning } from './escalation.ts';
import type { CaseClock, Command, Situation } from './flow.ts';
import { clockNameOf } from './questions.ts';
import { isFinalOutcome, type VerificationRequest } from './verification.ts';

/** Name of the clock that counts how long the asker takes to say who is meant. */
function nameOf({ id }: Pick<VerificationRequest, 'id'>): string {
  return `clarification:${id}`;
}

/**
 * The clocks of a question after its unit has spoken. A unit that asks back who is meant starts the
 * asker's own term, where the pinned law has one, and its own stands still if that law says so; any
 * other word ends this, a final one the unit's term too. Neither moves the legal date.
 */
export function clocksAfterWord(
  state: ApplicationState,
  request: VerificationRequest,
  command: Command,
  situation: Situation,
): ApplicationState {
  const { outcome } = request;
  if (outcome !== 'NEEDS_IDENTIFICATION') {
    const ended = endClarification(state, request, situation);
    if (outcome === null || !isFinalOutcome(outcome)) return ended;
    return { ...ended, clocks: stopClocks(ended.clocks, situation.now, clockNameOf(request)) };
  }
  const { now, law } = situation;
  const runs = clockOf(state, nameOf(request));
  if (law.terms.clarification === undefined || runs?.stoppedAt === null) return state;
  const clock = startClock(nameOf(request), 'clarification', now, law, 'norm');
  const clocks = withClock(state.clocks, clock);
  const own = clockOf(state, clockNameOf(request));
  if (own === undefined || !standsStill(own, situation)) return { ...state, clocks };
  return {
    ...state,
    clocks: pauseClock(clocks, own.name, 'IDENTIFICATION', command, situation),
  };
}

/** The asker has said who is meant: the unit's term goes on, the asker's is over. */
export function endClarification(
  state: ApplicationState,
  request: VerificationRequest,
  situation: Situation,
): ApplicationState {
  if (clockOf(state, nameOf(request)) === undefined) return state;
  const resumed = resumeClock(state.clocks, clockNameOf(request), situation);
  const clocks = stopClocks(resumed, situation.now, nameOf(request));
  const dueAt = clocks.find(({ name }) => name === clockNameOf(request))?.dueAt ?? request.dueAt;
  const requests = state.requests.map((other) =>
    other.id === request.id ? { ...other, dueAt } : other,
  );
  return { ...state, requests, clocks };
}

/** Whether the pinned law lets a unit's running term stand still while it waits for the asker. */
function standsStill(clock: CaseClock, { law }: Situation): boolean {
  const listed = law.pauses?.some(
    ({ reason, terms }) => reason === 'IDENTIFICATION' && terms.includes(clock.term),
  );
  return listed === true && isRunning(clock);
}

function clockOf({ clocks }: ApplicationState, wanted: string): CaseClock | undefined {
  return clocks.find(({ name }) => name === wanted);
}
