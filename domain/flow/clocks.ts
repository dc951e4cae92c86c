import { calendarFor } from '../clock/calendarFor.ts';
import { rungsOn } from '../clock/ladder.ts';
import {
  type Budget,
  type ExtensionRule,
  type Law,
  type PauseReason,
  type Source,
  type TermName,
  termOf,
} from '../clock/law.ts';
import { dueOf } from '../clock/workingTime.ts';
import type { InstantMs } from '../instant.ts';
import type { RefusalCode } from '../refusal.ts';
import { isRunning, rungsOf } from './escalation.ts';
import {
  type CaseClock,
  type ClockChange,
  type Command,
  type Pause,
  type Situation,
  type Standstill,
  PROMISE_CLOCK,
} from './flow.ts';

/** Start a clock that counts one term of the pinned law from an instant. */
export function startClock(
  name: string,
  term: TermName,
  startedAt: InstantMs,
  law: Law,
  effect: CaseClock['effect'],
): CaseClock {
  const blank = { name, effect, term, startedAt, pausedAt: null, stoppedAt: null };
  return timed({ ...blank, dueAt: startedAt, atRiskAt: null, stood: [], fired: [] }, law);
}

/** What a clock counts to and by which rule: its term, or what it was extended to since it has that term. */
export function ruleOf(
  { term, changes }: Pick<CaseClock, 'term' | 'changes'>,
  law: Law,
): { budget: Budget } & Source {
  const last = changes?.findLast(({ kind }) => kind === 'EXTENDED' || kind === 'RECLASSIFIED');
  const extended = last?.kind === 'EXTENDED' ? last : undefined;
  const { amount, unit, citation, verified } = termOf(law, term);
  if (extended === undefined) return { budget: { amount, unit }, citation, verified };
  const rule = law.extensions?.find(({ reason }) => reason === extended.reason);
  return {
    budget: extended.to,
    citation: extended.citation,
    verified: rule?.verified ?? verified,
  };
}

/**
 * A clock with its instants as the pinned law counts them from its start, the days it stood still
 * not counted: so a term never ends at night or on a day off because of a pause.
 */
export function timed(clock: CaseClock, law: Law): CaseClock {
  const { effect, startedAt, stood } = clock;
  const { ladder } = law;
  const calendar = calendarFor(law, termOf(law, clock.term));
  const { budget, citation } = ruleOf(clock, law);
  const due = dueOf(clock, budget, calendar);
  if (ladder === undefined) {
    const atRiskAt = startedAt + Math.floor((due - startedAt) * (law.atRiskFraction ?? 1));
    return { ...clock, dueAt: due, atRiskAt: effect === 'legal' ? atRiskAt : null };
  }
  const rungs = rungsOn(ladder, { effect, startedAt, dueAt: due, stood }, budget, calendar);
  const atRiskAt = rungs.find(({ rung }) => rung === 'AT_RISK')?.at ?? null;
  return { ...clock, dueAt: due, atRiskAt, rungs, budget, citation };
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
  return clocks.map((clock) => {
    const stops = clock.stoppedAt === null && (name === undefined || clock.name === name);
    return stops ? { ...clock, ...pausesUntil(now, clock), stoppedAt: now } : clock;
  });
}

/** The pause ledger with what still lasts ended; empty when there is no ledger. */
function pausesUntil(now: InstantMs, { pauses }: CaseClock): Pick<CaseClock, 'pauses'> {
  const ended = pauses?.map((pause) => (pause.to === null ? { ...pause, to: now } : pause));
  return ended === undefined ? {} : { pauses: ended };
}

/** Why a clock may not be paused for a reason: the pinned law does not list it. Null when it may. */
export function pauseRefusal(
  clocks: readonly CaseClock[],
  name: string,
  reason: PauseReason,
  law: Law,
): RefusalCode | null {
  const clock = clocks.find((each) => each.name === name);
  if (clock === undefined || !isRunning(clock) || law.pauses === undefined) return null;
  return pauseRule(clock, reason, law) === undefined ? 'PAUSE_NOT_ALLOWED' : null;
}

function pauseRule(clock: CaseClock, reason: PauseReason, { pauses }: Law) {
  return pauses?.find((rule) => rule.reason === reason && rule.terms.includes(clock.term));
}

/** Let a running clock stand still for a reason of the pinned law, on the paper of a command. */
export function pauseClock(
  clocks: readonly CaseClock[],
  name: string,
  reason: PauseReason,
  { paperId }: Pick<Command, 'paperId'>,
  { now, law }: Situation,
): readonly CaseClock[] {
  return clocks.map((clock) => {
    if (clock.name !== name || !isRunning(clock)) return clock;
    const paused = { ...clock, pausedAt: now };
    const rule = pauseRule(clock, reason, law);
    if (rule === undefined) return paused;
    const pause: Pause = { from: now, to: null, reason, citation: rule.citation, paperId };
    return { ...paused, pauses: [...(clock.pauses ?? []), pause] };
  });
}

/** Why a clock cannot be resumed: it runs already. Null when it stands still, has stopped or is none. */
export function resumeRefusal(clocks: readonly CaseClock[], name: string): RefusalCode | null {
  const runs = clocks.some((clock) => clock.name === name && isRunning(clock));
  return runs ? 'CLOCK_NOT_PAUSED' : null;
}

/** Resume a paused clock; the days it stood still are not counted. */
export function resumeClock(
  clocks: readonly CaseClock[],
  name: string,
  { now, law }: Situation,
): readonly CaseClock[] {
  return clocks.map((clock) => {
    if (clock.name !== name || clock.pausedAt === null) return clock;
    const { pausedAt } = clock;
    // What stood still after the term was over gives no more time; older cases were counted otherwise.
    const wasOver = law.pauses !== undefined && pausedAt > clock.dueAt;
    const stood: readonly Standstill[] = wasOver ? clock.stood : [...clock.stood, [pausedAt, now]];
    return anew({ ...clock, ...pausesUntil(now, clock), pausedAt: null, stood }, { now, law });
  });
}

/** A clock counted anew: a rung that was reached before its instant moved ahead is reached anew then. */
function anew(clock: CaseClock, { now, law }: Situation): CaseClock {
  const moved = timed(clock, law);
  const ahead = rungsOf(moved).filter(({ at }) => at > now);
  const fired = clock.fired.filter((each) => !ahead.some(({ rung }) => rung === each));
  return { ...moved, fired };
}

/**
 * A clock as another calendar counts it. One that has stopped measured what was due then, and stays as
 * it is; so does what was promised, which no calendar counts. A date that moves is written with the
 * sources of the calendar's days.
 */
export function replannedClock(
  clock: CaseClock,
  citation: string,
  situation: Situation,
): CaseClock {
  if (clock.stoppedAt !== null || clock.name === PROMISE_CLOCK) return clock;
  const moved = anew(clock, situation);
  if (moved.dueAt === clock.dueAt) return moved;
  const change: ClockChange = {
    kind: 'RECALCULATED',
    at: situation.now,
    reason: null,
    citation,
    paperId: null,
    to: ruleOf(clock, situation.law).budget,
    dueBefore: clock.dueAt,
    dueAt: moved.dueAt,
  };
  return { ...moved, changes: [...(clock.changes ?? []), change] };
}

/** Why a clock cannot be extended by a rule now, or null. */
export function extensionRefusal(
  clock: CaseClock,
  rule: ExtensionRule | undefined,
  now: InstantMs,
): RefusalCode | null {
  if (rule === undefined || rule.term !== clock.term) return 'EXTENSION_NOT_ALLOWED';
  const before = clock.changes?.filter(({ reason }) => reason === rule.reason).length ?? 0;
  if (before >= rule.times) return 'ALREADY_EXTENDED';
  return now > clock.dueAt ? 'EXTENSION_TOO_LATE' : null;
}

/** Give a clock the longer budget of a rule, on the paper of a command. */
export function extendClock(
  clock: CaseClock,
  { reason, to, citation }: ExtensionRule,
  { paperId }: Pick<Command, 'paperId'>,
  { now, law }: Situation,
): CaseClock {
  const change: ClockChange = {
    kind: 'EXTENDED',
    at: now,
    reason,
    citation,
    paperId,
    to: { amount: to.amount, unit: to.unit },
    dueBefore: clock.dueAt,
    dueAt: clock.dueAt,
  };
  const longer = anew({ ...clock, changes: [...(clock.changes ?? []), change] }, { now, law });
  return withLastDue(longer);
}

/** Put a clock on another term, counted from the same start, because the case is of another kind. */
export function reclassifyClock(
  clock: CaseClock,
  term: TermName,
  { paperId }: Pick<Command, 'paperId'>,
  { now, law }: Situation,
): CaseClock {
  const { amount, unit, citation } = termOf(law, term);
  const change: ClockChange = {
    kind: 'RECLASSIFIED',
    at: now,
    reason: term,
    citation,
    paperId,
    to: { amount, unit },
    dueBefore: clock.dueAt,
    dueAt: clock.dueAt,
  };
  const other = timed({ ...clock, term, changes: [...(clock.changes ?? []), change] }, law);
  return withLastDue({ ...other, fired: other.dueAt === clock.dueAt ? clock.fired : [] });
}

/** The latest change with the due instant it led to. */
function withLastDue(clock: CaseClock): CaseClock {
  const changes = clock.changes?.map((change, index, all) =>
    index === all.length - 1 ? { ...change, dueAt: clock.dueAt } : change,
  );
  return changes === undefined ? clock : { ...clock, changes };
}
