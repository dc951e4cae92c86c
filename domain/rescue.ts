/**
 * The chance that an open case will be late, from how long results took in finished cases of the same
 * unit, kind and step. Pure arithmetic; times are milliseconds of office time, or of plain time where
 * the term runs round the clock.
 */

/** Fewer finished cases than this say nothing about the next one. */
export const FEWEST_SAMPLES = 30;
/** Cases below this chance need no rescue. */
export const RESCUE_FROM = 0.2;
/** Haste means: like the quickest quarter of finished cases. */
const QUICKEST = 0.25;
/** Where even haste leaves this chance, the case counts as lost. */
const LOST_FROM = 0.85;
const STEPS = 100;
/** Beyond these a chance is said as "more than" or "less than": nobody can know it so finely. */
export const SAID_AT_MOST = 0.95;
export const SAID_AT_LEAST = 0.05;
/** What is believed before anything is seen weighs as much as this many cases (Laplace's rule of succession). */
const PRIOR_CASES = 2;

/** Time from entering a step until the result was ready, of finished cases. */
export interface StepTimes {
  samples: number;
  /** Percentiles 0 to 100, ascending: 101 values. */
  percentiles: readonly number[];
}

/** What is said of an open case. */
export interface Estimate {
  /** Chance of ending late as things go; between 0 and 1, never either. */
  chance: number;
  /** Finished cases that stood at the step as long as this one has: those it is compared with. */
  compared: number;
  /** Chance of ending late if it is treated like the quickest quarter. */
  hurried: number;
  /** What acting now changes: the difference of the two. */
  saveable: number;
  /** Even haste would hardly do. */
  lost: boolean;
  /**
   * Median of what such cases still needed after the time this one has stood there; null when it has
   * stood there longer than any of them.
   */
  usualMs: number | null;
}

/** Percentiles 0 to 100 of samples, linear between neighbours. Throws RangeError without samples. */
export function percentilesOf(samples: readonly number[]): number[] {
  const sorted = samples.toSorted((a, b) => a - b);
  if (sorted.length === 0) throw new RangeError('no samples');
  return Array.from({ length: STEPS + 1 }, (_, percent) =>
    Math.round(between(sorted, (percent / STEPS) * (sorted.length - 1))),
  );
}

/** The value at a fractional place of a sorted list. */
function between(sorted: readonly number[], place: number): number {
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

/** Share of finished cases that took longer than `ms`, 0 to 1. */
export function shareBeyond({ percentiles }: StepTimes, ms: number): number {
  return 1 - rankOf(percentiles, ms);
}

/**
 * The chance of the next case after `share` of `seen` cases: what was seen, and two cases more that go as
 * `before` says, an even chance where nothing is known. Never 0 or 1 out of any number of cases.
 */
export function chanceAfter(share: number, seen: number, before = 0.5): number {
  return (share * seen + before * PRIOR_CASES) / (seen + PRIOR_CASES);
}

/** Share of values at or below `ms`, linear between percentiles. */
function rankOf(percentiles: readonly number[], ms: number): number {
  const above = percentiles.findIndex((value) => value > ms);
  if (above === -1) return 1;
  if (above === 0) return 0;
  const low = percentiles[above - 1] ?? 0;
  const high = percentiles[above] ?? low;
  return (above - 1 + (ms - low) / (high - low)) / STEPS;
}

/**
 * Estimate a case that entered its step `sinceMs` ago and is due in `leftMs` (both at least 0): how many of
 * the cases that stood there as long took longer than it may. Where few stood as long, it is taken to need
 * from here what finished cases needed from the start.
 */
export function estimateOf(times: StepTimes, sinceMs: number, leftMs: number): Estimate {
  const { samples, percentiles } = times;
  const asLong = shareBeyond(times, sinceMs);
  const late = asLong === 0 ? 0 : shareBeyond(times, sinceMs + leftMs) / asLong;
  const afresh = chanceAfter(shareBeyond(times, leftMs), samples);
  const chance = chanceAfter(late, samples * asLong, afresh);
  const hasty = 1 - Math.min(1, rankOf(percentiles, leftMs) / QUICKEST);
  const hurried = chanceAfter(hasty, samples * QUICKEST);
  const half = (1 - asLong / 2) * STEPS;
  const oldest = percentiles.at(-1) ?? 0;
  return {
    chance,
    compared: Math.round(samples * asLong),
    hurried,
    saveable: Math.max(0, chance - hurried),
    lost: hurried >= LOST_FROM,
    usualMs: sinceMs >= oldest ? null : Math.max(0, between(percentiles, half) - sinceMs),
  };
}

/** Fifths of the scale, by their lower ends. */
export const BANDS = [0, 0.2, 0.4, 0.6, 0.8] as const;

/** The fifth in which a chance lies, 0 to 4; the last one holds certainty too. */
export function bandOf(chance: number): number {
  return Math.min(BANDS.length - 1, Math.floor(chance * BANDS.length));
}

/** Predictions of one fifth whose outcome is known: how many, how many were late, sum of the chances. */
export interface BandOutcome {
  band: number;
  called: number;
  late: number;
  expected: number;
}

/** Of fewer cases than this no share is shown, only how many. */
const FEW_CALLED = 20;
/** Standard deviations of a range that holds the true share in 95 of 100 cases. */
const SURE = 1.96;

/** From where to where the true share lies after `hits` of `seen` cases, in 95 of 100 cases (Wilson 1927). */
export function rangeOf(hits: number, seen: number): { low: number; high: number } {
  if (seen === 0) return { low: 0, high: 1 };
  const square = SURE ** 2;
  const middle = (hits + square / 2) / (seen + square);
  const spread = (SURE / (seen + square)) * Math.sqrt((hits * (seen - hits)) / seen + square / 4);
  return { low: Math.max(0, middle - spread), high: Math.min(1, middle + spread) };
}

/** One line per fifth: what was said, what came. Outcomes of several units are added up. */
export function calibrationOf(outcomes: readonly BandOutcome[]) {
  return BANDS.map((from, band) => {
    const here = outcomes.filter((outcome) => outcome.band === band);
    const sum = (name: 'called' | 'late' | 'expected') =>
      here.reduce((total, outcome) => total + outcome[name], 0);
    const called = sum('called');
    const late = sum('late');
    return {
      from,
      to: (band + 1) / BANDS.length,
      called,
      late,
      said: called === 0 ? null : sum('expected') / called,
      came: called < FEW_CALLED ? null : late / called,
      ...rangeOf(late, called),
    };
  });
}
