import type { RungAt } from '../clock/ladder.ts';
import type { Law } from '../clock/law.ts';
import type { InstantMs } from '../instant.ts';
import type { ActRule, CaseBase, CaseClock, Escalation } from './flow.ts';

/** Whether a clock runs. One that stands still is never overdue and reaches no rung. */
export function isRunning(clock: CaseClock): boolean {
  return clock.stoppedAt === null && clock.pausedAt === null;
}

/**
 * The rungs of a clock in the order it reaches them: those of the ladder its case pinned, or, in a
 * case older than ladders, at risk where it has such an instant and overdue.
 */
export function rungsOf(clock: CaseClock): readonly RungAt[] {
  if (clock.rungs !== undefined) return clock.rungs;
  const overdue = { rung: 'OVERDUE' as const, at: clock.dueAt + 1 };
  return clock.atRiskAt === null
    ? [overdue]
    : [{ rung: 'AT_RISK' as const, at: clock.atRiskAt }, overdue];
}

/** Rungs of the running clocks that have been reached and not fired, in the order of their instants. */
function dueRungs(clocks: readonly CaseClock[], now: InstantMs) {
  return clocks
    .filter(isRunning)
    .flatMap((clock) =>
      rungsOf(clock)
        .filter(({ rung, at }) => at <= now && !clock.fired.includes(rung))
        .map(({ rung, at }) => ({ clock, rung, at })),
    )
    .toSorted((a, b) => a.at - b.at);
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
function fireRungs<S extends CaseBase>(
  state: S,
  now: InstantMs,
  { ladder }: Law,
): { state: S; escalations: Escalation[] } {
  const due = dueRungs(state.clocks, now);
  const clocks = state.clocks.map((clock) => ({
    ...clock,
    fired: [
      ...clock.fired,
      ...due.filter((each) => each.clock.name === clock.name).map(({ rung }) => rung),
    ],
  }));
  const escalations = due.map(({ clock, rung }) => {
    const step = ladder?.find((each) => each.rung === rung && each.effects.includes(clock.effect));
    const told = { clock: clock.name, rung, dueAt: clock.dueAt };
    return step === undefined ? told : { ...told, tells: step.tells };
  });
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
      next: (state, _command, { now, law }) => {
        const { state: next, escalations } = fireRungs(state, now, law);
        return { state: next, effects: { escalations } };
      },
    },
  ];
}
