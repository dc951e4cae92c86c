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
const LOST_FROM = 0.9;
const STEPS = 100;

/** Time from entering a step until the result was ready, of finished cases. */
export interface StepTimes {
  samples: number;
  /** Percentiles 0 to 100, ascending: 101 values. */
  percentiles: readonly number[];
}

/** What is said of an open case. */
export interface Estimate {
  /** Chance of ending late as things go, 0 to 1. */
  chance: number;
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

/**
 * Share of finished cases that took longer than `ms`, 0 to 1. Never quite 0: what has not happened in
 * n cases may happen in the next.
 */
export function shareBeyond({ samples, percentiles }: StepTimes, ms: number): number {
  return Math.max(1 - rankOf(percentiles, ms), 0.5 / (samples + 1));
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
 * Estimate a case that entered its step `sinceMs` ago and is due in `leftMs` (both at least 0): how
 * many of the cases that stood there as long took longer than it may.
 */
export function estimateOf(times: StepTimes, sinceMs: number, leftMs: number): Estimate {
  const asLong = shareBeyond(times, sinceMs);
  const chance = Math.min(1, shareBeyond(times, sinceMs + leftMs) / asLong);
  const hurried = 1 - Math.min(1, rankOf(times.percentiles, leftMs) / QUICKEST);
  const half = (1 - asLong / 2) * STEPS;
  const oldest = times.percentiles.at(-1) ?? 0;
  return {
    chance,
    hurried,
    saveable: Math.max(0, chance - hurried),
    lost: hurried >= LOST_FROM,
    usualMs: sinceMs >= oldest ? null : Math.max(0, between(times.percentiles, half) - sinceMs),
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

/** Below this a share is shown with a warning. */
const FEW_CALLED = 20;

/** One line per fifth: what was said, what came. Outcomes of several units are added up. */
export function calibrationOf(outcomes: readonly BandOutcome[]) {
  return BANDS.map((from, band) => {
    const here = outcomes.filter((outcome) => outcome.band === band);
    const sum = (name: 'called' | 'late' | 'expected') =>
      here.reduce((total, outcome) => total + outcome[name], 0);
    const called = sum('called');
    return {
      from,
      to: (band + 1) / BANDS.length,
      called,
      late: sum('late'),
      said: called === 0 ? null : sum('expected') / called,
      came: called === 0 ? null : sum('late') / called,
      few: called < FEW_CALLED,
    };
  });
}
