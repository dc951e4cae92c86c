import { type Law, termOf } from '../domain/clock/law.ts';
import { passportDays, passportSteps } from '../domain/clock/passport.ts';
import { readClock } from '../domain/clock/reading.ts';
import { workingMsBetween } from '../domain/clock/workingTime.ts';
import type {
  ClockLine,
  ClockStep,
  DeadlineExplanation,
  DeadlineInShort,
  ExplainedDay,
} from '../domain/deadline.ts';
import type { AnyState } from '../domain/flow/anyCase.ts';
import { PROMISE_CLOCK } from '../domain/flow/applicationApology.ts';
import { ruleOf } from '../domain/flow/clocks.ts';
import type { CaseClock, Situation } from '../domain/flow/flow.ts';
import { type InstantMs, isoOf } from '../domain/instant.ts';
import { dayNames } from '../domain/law/calendar.ts';
import { situationOf } from './acting.ts';
import type { ApiDeps } from './deps.ts';
import { Refused } from './refused.ts';

/** The clocks that count a term; what was promised is a date, there is nothing to count. */
function termClocks({ clocks }: AnyState): readonly CaseClock[] {
  return clocks.filter(({ name }) => name !== PROMISE_CLOCK);
}

/** The clocks of a case as they read now. */
export async function clockLines(deps: ApiDeps, state: AnyState): Promise<ClockLine[]> {
  const situation = await situationOf(deps, state);
  return termClocks(state).map((clock) => lineOf(clock, situation));
}

/** The passports of all clocks of a case. */
export async function explainDeadlines(
  deps: ApiDeps,
  state: AnyState,
): Promise<DeadlineExplanation[]> {
  const situation = await situationOf(deps, state);
  const names = dayNames(await deps.laws.calendar(state.calendarVersion, state.calendarOverlay));
  return termClocks(state).map((clock) => explained(clock, situation, names));
}

/** The passport of one clock; refuses with CLOCK_UNKNOWN. */
export async function explainDeadline(
  deps: ApiDeps,
  state: AnyState,
  name: string,
): Promise<DeadlineExplanation> {
  const clock = termClocks(state).find((each) => each.name === name);
  if (clock === undefined) throw new Refused('CLOCK_UNKNOWN');
  const situation = await situationOf(deps, state);
  return explained(
    clock,
    situation,
    dayNames(await deps.laws.calendar(state.calendarVersion, state.calendarOverlay)),
  );
}

/** The legal date of a case as its applicant sees it explained, or null before acceptance. */
export async function legalDeadlineInShort(
  deps: ApiDeps,
  state: AnyState,
): Promise<DeadlineInShort | null> {
  if (!state.clocks.some(({ name }) => name === 'total')) return null;
  const { clock, days, forecast } = await explainDeadline(deps, state, 'total');
  const { startedAt, dueAt, amount, unit, citation, verified } = clock;
  return { startedAt, dueAt, amount, unit, citation, verified, forecast, days };
}

function explained(
  clock: CaseClock,
  situation: Situation,
  names: ReturnType<typeof dayNames>,
): DeadlineExplanation {
  const { now, law } = situation;
  const { budget } = ruleOf(clock, law);
  const days = passportDays(clock, budget, law.calendar, names, now).map(
    ({ date, kind, counted, name, pause }): ExplainedDay => ({
      date,
      kind,
      counted,
      name: name && { vi: name.nameVi, en: name.nameEn },
      confirmed: name && name.confirmed,
      paused: pause && { reason: pause.reason, citation: pause.citation },
    }),
  );
  return {
    clock: lineOf(clock, situation),
    days,
    steps: passportSteps(clock).map(stepOf),
    rungs: (clock.rungs ?? []).map(({ rung, at }) => {
      return { rung, at: isoOf(at), reached: clock.fired.includes(rung) };
    }),
    calendarVersion: law.calendar.version,
    forecast: days.some(({ confirmed }) => confirmed === false),
  };
}

function lineOf(clock: CaseClock, { now, law }: Situation): ClockLine {
  const { budget, citation, verified } = ruleOf(clock, law);
  const { consumed, runningSince, overdue } = readClock(clock, budget, law.calendar, now);
  return {
    name: clock.name,
    effect: clock.effect,
    term: clock.term,
    startedAt: isoOf(clock.startedAt),
    dueAt: isoOf(clock.dueAt),
    atRiskAt: isoOrNull(clock.atRiskAt),
    pausedAt: isoOrNull(clock.pausedAt),
    stoppedAt: isoOrNull(clock.stoppedAt),
    ...budget,
    consumed,
    runningSince: isoOrNull(runningSince),
    overdue,
    workingMsLeft: msLeft(clock, now, law),
    citation,
    verified,
  };
}

function stepOf({ at, dueBefore, dueAt, ...step }: ReturnType<typeof passportSteps>[number]) {
  const instants = { dueBefore: isoOrNull(dueBefore), dueAt: isoOrNull(dueAt) };
  return { ...step, ...instants, at: isoOf(at) } satisfies ClockStep;
}

function isoOrNull(instant: InstantMs | null): string | null {
  return instant === null ? null : isoOf(instant);
}

/** Time left as the office counts it; hour-counted clocks run day and night. */
function msLeft(clock: CaseClock, now: InstantMs, law: Law): number {
  const at = clock.stoppedAt ?? clock.pausedAt ?? now;
  if (termOf(law, clock.term).unit === 'hour') return clock.dueAt - at;
  return workingMsBetween(at, clock.dueAt, law.calendar);
}
