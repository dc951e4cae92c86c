import type { Law } from '../clock/law.ts';
import { extendedBudget } from '../clock/standstill.ts';
import { dueAt } from '../clock/workingTime.ts';
import type { InstantMs } from '../instant.ts';
import type { ActRule, CaseBase, CaseClock, Escalation, Rung, Standstill } from './flow.ts';

/**
 * Start a clock that counts one term of the pinned law from an instant. `stood`: times it has stood
 * still since then, where an earlier clock is put on another term.
 */
export function startClock(
  name: string,
  term: keyof Law['terms'],
  startedAt: InstantMs,
  law: Law,
  effect: CaseClock['effect'],
  stood: readonly Standstill[] = [],
): CaseClock {
  const blank = { name, effect, term, startedAt, pausedAt: null, stoppedAt: null, fired: [] };
  return { ...blank, ...instantsOf({ effect, term, startedAt, stood }, law) };
}

/** Due and at-risk instants of a clock as far as it has stood still. */
function instantsOf(
  { effect, term, startedAt, stood }: Pick<CaseClock, 'effect' | 'term' | 'startedAt' | 'stood'>,
  law: Law,
): Pick<CaseClock, 'dueAt' | 'atRiskAt' | 'stood'> {
  const budget = extendedBudget(law.terms[term], stood, law.calendar);
  const due = dueAt(startedAt, budget, law.calendar);
  const atRiskAt = startedAt + Math.floor((due - startedAt) * law.atRiskFraction);
  return { dueAt: due, atRiskAt: effect === 'legal' ? atRiskAt : null, stood };
}

/** Replace one clock of the list, or add it. */
export function withClock(clocks: readonly CaseClock[], clock: CaseClock): CaseClock[] {
  const others = clocks.filter(({ name }) => name !== clock.name);
  return [...others, clock];
}

/** Stop every clock that still runs (the case is done), or only those with the given name. */
export function stopClocks(
  clocks: readonly CaseClock[],
  now: InstantMs,
  name?: string,
): readonly CaseClock[] {
  return clocks.map((clock) =>
    clock.stoppedAt === null && (name === undefined || clock.name === name)
      ? { ...clock, stoppedAt: now }
      : clock,
  );
}

/** Let the legal clock stand still: only a supplement asked after acceptance may do so. */
export function pauseClock(
  clocks: readonly CaseClock[],
  name: string,
  now: InstantMs,
): readonly CaseClock[] {
  return clocks.map((clock) =>
    clock.name === name && clock.stoppedAt === null ? { ...clock, pausedAt: now } : clock,
  );
}

/**
 * Resume a paused clock. The days it stood still are not counted: the term is counted anew from its
 * start with them added, so that it never ends at night or on a day off because of a pause.
 */
export function resumeClock(
  clocks: readonly CaseClock[],
  name: string,
  now: InstantMs,
  law: Law,
): readonly CaseClock[] {
  return clocks.map((clock) => {
    if (clock.name !== name || clock.pausedAt === null) return clock;
    const stood: readonly Standstill[] = [...clock.stood, [clock.pausedAt, now]];
    const resumed = { ...clock, pausedAt: null, ...instantsOf({ ...clock, stood }, law) };
    return { ...resumed, fired: stillFired(resumed, now) };
  });
}

/**
 * A clock counted anew from its start, as when the calendar is replaced under it. A clock that has
 * stopped measured what was due then, and stays as it is.
 */
export function replannedClock(clock: CaseClock, law: Law, now: InstantMs): CaseClock {
  if (clock.stoppedAt !== null) return clock;
  const counted = { ...clock, ...instantsOf(clock, law) };
  return { ...counted, fired: stillFired(counted, now) };
}

/** A rung that was reached before its instant moved into the future is reached anew then. */
function stillFired(clock: CaseClock, now: InstantMs): readonly Rung[] {
  const ahead = rungsOf(clock).filter(({ at }) => at > now);
  return clock.fired.filter((fired) => !ahead.some(({ rung }) => rung === fired));
}

export function isRunning(clock: CaseClock): boolean {
  return clock.stoppedAt === null && clock.pausedAt === null;
}

/** Rungs of the running clocks that have been reached and not fired, in the order of their instants. */
function dueRungs(
  clocks: readonly CaseClock[],
  now: InstantMs,
): (Escalation & { at: InstantMs })[] {
  return clocks
    .filter(isRunning)
    .flatMap((clock) =>
      rungsOf(clock)
        .filter(({ rung, at }) => at <= now && !clock.fired.includes(rung))
        .map(({ rung, at }) => ({ clock: clock.name, rung, dueAt: clock.dueAt, at })),
    )
    .toSorted((a, b) => a.at - b.at);
}

function rungsOf(clock: CaseClock): { rung: Rung; at: InstantMs }[] {
  const overdue = { rung: 'OVERDUE' as const, at: clock.dueAt + 1 };
  return clock.atRiskAt === null
    ? [overdue]
    : [{ rung: 'AT_RISK' as const, at: clock.atRiskAt }, overdue];
}

/** The next instant at which a running clock reaches a rung that has not fired, or null. */
export function nextWake(state: Pick<CaseBase, 'clocks'>): InstantMs | null {
  const instants = state.clocks
    .filter(isRunning)
    .flatMap((clock) => rungsOf(clock).filter(({ rung }) => !clock.fired.includes(rung)))
    .map(({ at }) => at);
  return instants.length === 0 ? null : Math.min(...instants);
}

/** Mark rungs as fired, each exactly once and in order, also after downtime. */
export function fireRungs<S extends CaseBase>(
  state: S,
  now: InstantMs,
): { state: S; escalations: Escalation[] } {
  const due = dueRungs(state.clocks, now);
  const clocks = state.clocks.map((clock) => ({
    ...clock,
    fired: [
      ...clock.fired,
      ...due.filter((rung) => rung.clock === clock.name).map(({ rung }) => rung),
    ],
  }));
  const escalations = due.map(({ clock, rung, dueAt: at }) => ({ clock, rung, dueAt: at }));
  return { state: { ...state, clocks }, escalations };
}

/** The rule by which the case's own timer escalates; refused when nothing is due. */
export function tickRules<S extends CaseBase>(open: readonly S['step'][]): ActRule<S>[] {
  return [
    {
      act: 'escalate',
      from: open,
      roles: ['SYSTEM'],
      unit: 'any',
      claims: false,
      guard: (state, _command, { now }) =>
        dueRungs(state.clocks, now).length === 0 ? 'CASE_WRONG_STEP' : null,
      next: (state, _command, { now }) => {
        const { state: next, escalations } = fireRungs(state, now);
        return { state: next, effects: { escalations } };
      },
    },
  ];
}
