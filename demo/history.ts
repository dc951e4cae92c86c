import type { BusinessClock, ClockSegment } from '../domain/clock/businessClock.ts';
import { DAY_MS, HOUR_MS, type InstantMs, startOfDay } from '../domain/instant.ts';
import { officeCalendar, officeDays } from './officeTime.ts';

/** Five weeks back, so that a supplement asked in the first days has lapsed when the doors open. */
export const HISTORY_FROM = '2023-08-14';
/** A Monday of the month whose published figures the demonstration shows. */
export const OPENING_DAY = '2023-09-18';
export const OPENING: InstantMs = startOfDay(OPENING_DAY) + 8 * HOUR_MS;

export const HISTORY_CALENDAR = officeCalendar(HISTORY_FROM);
/** Working days of the history, the opening day last. Stories name their days by place in this list. */
export const HISTORY_DAYS = officeDays(HISTORY_FROM, OPENING_DAY, HISTORY_CALENDAR);

const OPENS_MS = 7.5 * HOUR_MS;
const CLOSES_MS = 17 * HOUR_MS;

/** Members need about this many times as long as the servers before them. */
const LEAD_PER_SERVER_START = 3.6;
const LEAD_MS = { least: 9_000, most: 40_000 };
/** A machine that starts its servers in this time plays the history at the usual pace. */
const USUAL_SERVER_START_MS = 3_500;
const SLOWEST_PACE = 1.5;

/** Real milliseconds of an office day by the week it is in: the last two are the busiest. */
const DAYS_LAST_MS = [
  { before: 5, ms: 1_000 },
  { before: 13, ms: 1_200 },
  { before: 24, ms: 3_800 },
];
const LAST_MORNING_MS = 2_000;
const NIGHT_MS = 250;
const WEEKEND_MS = 500;

/**
 * The demonstration's business clock for a house whose servers are up at a real instant: five weeks
 * in about seventy seconds, office hours slower than nights, then real speed from Monday
 * 18 September 2023, 08:00. All of it is fixed at that moment (docs/decisions/0005).
 *
 * `serverStartMs`: how long the servers took, which tells how busy the machine is; a busy one gets
 * more time before the first day and for each day.
 */
export function demonstrationClock(realMs: number, serverStartMs: number): BusinessClock {
  const { least, most } = LEAD_MS;
  const lead = Math.round(Math.min(most, Math.max(least, serverStartMs * LEAD_PER_SERVER_START)));
  const pace = Math.min(SLOWEST_PACE, Math.max(1, serverStartMs / USUAL_SERVER_START_MS));
  const open = startOfDay(HISTORY_FROM) + OPENS_MS;
  const spans = [...HISTORY_DAYS.entries()].flatMap(([index, date]) => spansOf(index, date, pace));
  let real = realMs;
  const segments: ClockSegment[] = [];
  for (const [from, to, lasts] of [[open - HOUR_MS, open, lead] as const, ...spans]) {
    segments.push({ businessEpochMs: from, realEpochMs: real, speed: (to - from) / lasts });
    real += lasts;
  }
  const [first, ...later] = segments as [ClockSegment, ...ClockSegment[]];
  later.push({ businessEpochMs: OPENING, realEpochMs: real, speed: 1 });
  return { ...first, later };
}

type Span = readonly [from: InstantMs, to: InstantMs, lastsMs: number];

/** Office hours of a day and the time until the next, with the real milliseconds they last. */
function spansOf(index: number, date: string, pace: number): Span[] {
  const [opens, closes] = [startOfDay(date) + OPENS_MS, startOfDay(date) + CLOSES_MS];
  const next = HISTORY_DAYS[index + 1];
  if (next === undefined) return [[opens, OPENING, LAST_MORNING_MS]];
  const opensNext = startOfDay(next) + OPENS_MS;
  const night = opensNext - closes > DAY_MS ? WEEKEND_MS : NIGHT_MS;
  const day = DAYS_LAST_MS.find(({ before }) => index < before)?.ms ?? 0;
  return [
    [opens, closes, Math.round(day * pace)],
    [closes, opensNext, night],
  ];
}
