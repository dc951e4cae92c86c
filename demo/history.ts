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

/** Real milliseconds: until the first office day, while the members and the foundation come up. */
const LEAD_MS = 9_000;
/** An office day by the week it is in: the last two are the busiest. */
const DAYS_LAST_MS = [
  { before: 5, ms: 1_000 },
  { before: 13, ms: 1_200 },
  { before: 24, ms: 4_200 },
];
const LAST_MORNING_MS = 2_000;
const NIGHT_MS = 250;
const WEEKEND_MS = 500;

/**
 * The demonstration's business clock for a house whose servers are up at a real instant: five weeks
 * in about seventy seconds, office hours slower than nights, then real speed from Monday
 * 18 September 2023, 08:00. All of it is fixed at that moment (docs/decisions/0005).
 */
export function demonstrationClock(realMs: number): BusinessClock {
  const spans = [...HISTORY_DAYS.entries()].flatMap(([index, date]) => spansOf(index, date));
  let real = realMs;
  const segments: ClockSegment[] = [];
  const open = startOfDay(HISTORY_FROM) + OPENS_MS;
  for (const [from, to, lasts] of [[open - HOUR_MS, open, LEAD_MS] as const, ...spans]) {
    segments.push({ businessEpochMs: from, realEpochMs: real, speed: (to - from) / lasts });
    real += lasts;
  }
  const [first, ...later] = segments as [ClockSegment, ...ClockSegment[]];
  later.push({ businessEpochMs: OPENING, realEpochMs: real, speed: 1 });
  return { ...first, later };
}

/** Office hours of a day and the time until the next, with the real milliseconds they last. */
function spansOf(index: number, date: string): (readonly [InstantMs, InstantMs, number])[] {
  const [opens, closes] = [startOfDay(date) + OPENS_MS, startOfDay(date) + CLOSES_MS];
  const next = HISTORY_DAYS[index + 1];
  if (next === undefined) return [[opens, OPENING, LAST_MORNING_MS]];
  const opensNext = startOfDay(next) + OPENS_MS;
  const night = opensNext - closes > DAY_MS ? WEEKEND_MS : NIGHT_MS;
  return [
    [opens, closes, DAYS_LAST_MS.find(({ before }) => index < before)?.ms ?? 0],
    [closes, opensNext, night],
  ];
}
