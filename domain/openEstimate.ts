import type { CalendarSlice } from './clock/law.ts';
import { instantAfterOfficeTime, officeMeter } from './clock/officeTime.ts';
import { dateOf, type DateText, type InstantMs } from './instant.ts';
import { type Estimate, estimateOf, FEWEST_SAMPLES, type StepTimes } from './rescue.ts';

/** Unit under which step times of all units together stand. */
export const ALL_UNITS = '*';

/** Where an open case stands, as far as step times tell cases apart. */
export interface Standing {
  unit: string;
  kind: string;
  /** Empty where the kind has no regimes. */
  regime: string;
  step: string;
}

export interface Found<Row> {
  times: Row;
  basis: 'UNIT' | 'NATION';
}

/**
 * Looks up the step times that speak for a case: its unit's, or those of all units where the unit has
 * finished too few; null where there are too few anywhere.
 */
export function timesBook<Row extends Standing & StepTimes>(
  rows: readonly Row[],
): (standing: Standing) => Found<Row> | null {
  const keyOf = (unit: string, { kind, regime, step }: Standing) =>
    [unit, kind, regime, step].join(' ');
  const enough = rows.filter(({ samples }) => samples >= FEWEST_SAMPLES);
  const known = new Map(enough.map((row) => [keyOf(row.unit, row), row]));
  return (standing) => {
    const own = known.get(keyOf(standing.unit, standing));
    if (own !== undefined) return { times: own, basis: 'UNIT' };
    const all = known.get(keyOf(ALL_UNITS, standing));
    return all === undefined ? null : { times: all, basis: 'NATION' };
  };
}

/**
 * Milliseconds between two instants as step times count them: plain time for urgent cases, whose 24
 * hours run day and night (Law 28/2009 Art. 48), office time for all others.
 */
export function elapsed(
  regime: string,
  from: InstantMs,
  to: InstantMs,
  meter: (instant: InstantMs) => number,
): number {
  return Math.max(0, regime === 'URGENT' ? to - from : meter(to) - meter(from));
}

/** A day that rests on fewer finished cases than this would tell when one of them was ready. */
export const FEWEST_COMPARED = 5;

interface Timed extends Standing {
  enteredMs: InstantMs;
  dueMs: InstantMs;
}

/** The estimate of an open case at an instant, with the time it has left. */
export function estimateOpen(
  { regime, enteredMs, dueMs }: Timed,
  times: StepTimes,
  meter: (instant: InstantMs) => number,
  now: InstantMs,
): Estimate & { leftMs: number } {
  const sinceMs = elapsed(regime, enteredMs, now, meter);
  const leftMs = elapsed(regime, now, dueMs, meter);
  return { ...estimateOf(times, sinceMs, leftMs), leftMs };
}

/**
 * The day on which the result of an open case will probably be ready: half of the finished cases that stood
 * at the step as long were ready by then. Null where too few stood as long. Throws CalendarExhausted where
 * the day lies past the published calendar.
 */
export function likelyDay(
  { regime, enteredMs }: Omit<Timed, 'dueMs'>,
  times: StepTimes,
  calendar: CalendarSlice,
  now: InstantMs,
): DateText | null {
  const sinceMs = elapsed(regime, enteredMs, now, officeMeter(calendar));
  const { usualMs, compared } = estimateOf(times, sinceMs, 0);
  if (usualMs === null || compared < FEWEST_COMPARED) return null;
  // Nothing is ready at once, and nothing of an office on its day off.
  const ahead = Math.max(1, Math.ceil(usualMs));
  return dateOf(regime === 'URGENT' ? now + ahead : instantAfterOfficeTime(now, ahead, calendar));
}
