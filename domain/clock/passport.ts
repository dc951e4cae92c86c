import { DAY_MS, dateOf, type DateText, HOUR_MS, type InstantMs, startOfDay } from '../instant.ts';
import type { DayName } from '../law/calendar.ts';
import type { Budget, CalendarSlice, PauseReason } from './law.ts';
import type { ReadableClock } from './reading.ts';
import { stillDates, type Times } from './standstill.ts';
import { isWorked, openSpans, overlapMs, type Span } from './workingDay.ts';
import { budgetOf, type DayExplanation, explainTerm } from './workingTime.ts';

/**
 * What a date does in a term; every date has one class.
 * - START: the term begins; days are not counted from it, hours are.
 * - COUNTED; MAKE_UP_COUNTED: a weekend day that counts because offices work on it.
 * - WEEKEND; HOLIDAY, with its name, or the rest day that compensates one; DAY_OFF: a working day
 *   swapped for another by yearly decision.
 * - PAUSED: the clock stood still for a cited reason.
 * - AFTER_HOURS: the term begins when the office has closed, so nothing of that date counts.
 * - ROLLED_FORWARD: all is counted, but a term does not end on a day without work.
 * - DUE: the term ends.
 */
export const DAY_CLASSES = [
  'START',
  'COUNTED',
  'MAKE_UP_COUNTED',
  'WEEKEND',
  'HOLIDAY',
  'DAY_OFF',
  'PAUSED',
  'AFTER_HOURS',
  'ROLLED_FORWARD',
  'DUE',
] as const;
export type DayClass = (typeof DAY_CLASSES)[number];

/** A pause as the ledger of a clock has it. */
export interface CitedPause {
  from: InstantMs;
  to: InstantMs | null;
  reason: PauseReason;
  citation: string;
  paperId: string | null;
}

/** One date of a deadline's passport. */
export interface PassportDay {
  date: DateText;
  kind: DayClass;
  /** What the date takes of the budget, in its unit. */
  counted: number;
  /** What the calendar calls the date, or null; `confirmed: false` = a forecast. */
  name: DayName | null;
  /** The pause that took the date out, where the ledger has one. */
  pause: CitedPause | null;
}

/** A clock to explain: what it was, and its pause ledger. */
export interface ExplainableClock extends ReadableClock {
  pauses?: readonly CitedPause[];
}

/**
 * Every date from the start of a clock to its due date, without gaps, each with one class; `counted`
 * adds up to the budget. A clock that stands still is explained as if it ran again at `now`.
 *
 * `names`: what the calendar calls exceptional dates. Throws CalendarExhausted when a date lies
 * outside the slice.
 */
export function passportDays(
  clock: ExplainableClock,
  budget: Budget,
  calendar: CalendarSlice,
  names: Readonly<Partial<Record<DateText, DayName>>>,
  now: InstantMs,
): PassportDay[] {
  const stood = standstillsOf(clock, now);
  const still = new Set(stillDates(stood));
  const { startedAt } = clock;
  const rows = explainTerm(startedAt, budgetOf({ startedAt, stood }, budget, calendar), calendar);
  const last = rows.at(-1)?.date;
  let left = budget.amount;
  return rows.map((row, index) => {
    const place = { first: index === 0, last: row.date === last, left };
    const counted = isInHours(budget)
      ? row.counted - hoursStood(row.date, stood, budget, startedAt, calendar)
      : row.counted * Number(!still.has(row.date) && left > 0);
    left -= counted;
    const stands = still.has(row.date) && counted === 0;
    const name = names[row.date] ?? null;
    const kind = classOf({ ...row, counted }, place, { stands, name, budget });
    const pause = kind === 'PAUSED' ? pauseOn(row.date, clock.pauses, now) : null;
    return { date: row.date, kind, counted, name, pause };
  });
}

/** What has happened to a clock, in order: when, why, by which rule, on what paper, and what became due. */
export interface ClockStep {
  kind: 'STARTED' | 'PAUSED' | 'RESUMED' | 'EXTENDED' | 'RECLASSIFIED' | 'RECALCULATED' | 'STOPPED';
  at: InstantMs;
  reason: string | null;
  citation: string | null;
  paperId: string | null;
  /** Due instant that an extension, another term or another calendar replaced, and the one it gave; else null. */
  dueBefore: InstantMs | null;
  dueAt: InstantMs | null;
}

/** The part of a clock's changes that its passport tells. */
interface ToldChange extends Omit<ClockStep, 'kind'> {
  kind: 'EXTENDED' | 'RECLASSIFIED' | 'RECALCULATED';
}

/** The steps of a clock, in order; times it stood still without a ledger have no reason. */
export function passportSteps(
  clock: ExplainableClock & { changes?: readonly ToldChange[] },
): ClockStep[] {
  const none = { reason: null, citation: null, paperId: null, dueBefore: null, dueAt: null };
  const { startedAt, stood, pausedAt, stoppedAt, changes = [] } = clock;
  const open = pausedAt === null ? [] : [{ ...none, from: pausedAt, to: null }];
  const pauses = clock.pauses ?? [...stood.map(([from, to]) => ({ ...none, from, to })), ...open];
  const steps: ClockStep[] = [
    { ...none, kind: 'STARTED', at: startedAt },
    ...changes.map(({ kind, at, reason, citation, paperId, dueBefore, dueAt }) => {
      return { kind, at, reason, citation, paperId, dueBefore, dueAt };
    }),
    ...pauses.flatMap(({ from, to, reason, citation, paperId }): ClockStep[] => [
      { ...none, kind: 'PAUSED', at: from, reason, citation, paperId },
      ...(to === null ? [] : [{ ...none, kind: 'RESUMED' as const, at: to }]),
    ]),
    ...(stoppedAt === null ? [] : [{ ...none, kind: 'STOPPED' as const, at: stoppedAt }]),
  ];
  return steps.toSorted((a, b) => a.at - b.at);
}

function standstillsOf(
  { stood, pausedAt, stoppedAt, dueAt }: ReadableClock,
  now: InstantMs,
): Times {
  if (pausedAt === null || pausedAt > dueAt) return stood;
  return [...stood, [pausedAt, stoppedAt ?? Math.max(pausedAt, now)]];
}

function isInHours({ unit }: Budget): boolean {
  return unit === 'hour' || unit === 'workingHour';
}

/** Hours of a date that would have counted had the clock not stood still. */
function hoursStood(
  date: DateText,
  stood: Times,
  { unit }: Budget,
  startedAt: InstantMs,
  calendar: CalendarSlice,
): number {
  const midnight = startOfDay(date);
  const spans: readonly Span[] =
    unit === 'workingHour' ? openSpans(date, calendar) : [[midnight, midnight + DAY_MS]];
  const ms = stood.reduce(
    (sum, [from, to]) => sum + overlapMs(spans, [Math.max(from, startedAt), to]),
    0,
  );
  return ms / HOUR_MS;
}

interface Place {
  first: boolean;
  last: boolean;
  /** What was left of the budget before this date. */
  left: number;
}

interface Circumstances {
  stands: boolean;
  name: DayName | null;
  budget: Budget;
}

function classOf(
  { nature, counted }: Pick<DayExplanation, 'nature' | 'counted'>,
  { first, last, left }: Place,
  { stands, name, budget }: Circumstances,
): DayClass {
  if (last) return 'DUE';
  if (first) {
    const closed = budget.unit === 'workingHour' && isWorked(nature) && counted === 0;
    return closed ? 'AFTER_HOURS' : 'START';
  }
  if (stands) return 'PAUSED';
  if (counted > 0) {
    return nature === 'MAKE_UP' && budget.unit !== 'calendarDay' ? 'MAKE_UP_COUNTED' : 'COUNTED';
  }
  if (left <= 0) return 'ROLLED_FORWARD';
  if (nature === 'WEEKEND') return 'WEEKEND';
  return name === null || name.kind === 'swap_off' ? 'DAY_OFF' : 'HOLIDAY';
}

function pauseOn(
  date: DateText,
  pauses: readonly CitedPause[] | undefined,
  now: InstantMs,
): CitedPause | null {
  const found = pauses?.find(({ from, to }) => dateOf(from) < date && date <= dateOf(to ?? now));
  return found ?? null;
}
