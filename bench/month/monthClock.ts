import { agencyCalendar } from '../../agencies/simulator/reference.ts';
import type { BusinessClock, ClockSegment } from '../../domain/clock/businessClock.ts';
import { isWorkingDay } from '../../domain/clock/workingTime.ts';
import { addDays, type DateText, DAY_MS, HOUR_MS, startOfDay } from '../../domain/instant.ts';

export const MONTH_START: DateText = '2023-09-01';
export const MONTH_END: DateText = '2023-09-30';
/** What is still open after this day stays open in the report. */
export const HORIZON: DateText = '2023-11-17';

/** Offices work from 8 to 17; half an hour on both sides belongs to their day. */
const OPENS_MS = 7.5 * HOUR_MS;
const CLOSES_MS = 17.5 * HOUR_MS;
/** Nights and weekends pass in this share of a working day's real time. */
const IDLE_SHARE = 0.06;
const LEAST_IDLE_MS = 120;

/** Working days of the month the ministry counted: 19, because 1 and 4 September 2023 are days off. */
export function workingDays(from: DateText = MONTH_START, to: DateText = MONTH_END): DateText[] {
  const calendar = agencyCalendar();
  const days: DateText[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(date, calendar)) days.push(date);
  }
  return days;
}

/** Working days after the last arrivals, and the share of a full day's real time each takes. */
const QUIETER = [
  // Most dossiers end within ten working days; then only supplements and courts are waited for.
  { days: 8, share: 0.6 },
  { days: 8, share: 0.3 },
  { days: Number.POSITIVE_INFINITY, share: 0.1 },
];
const LEAST_QUIET_MS = 700;

/** Real milliseconds that each working day up to the horizon takes, by date in order. */
export function dayLengths(
  arrivalDays: readonly DateText[],
  fullDayMs: number,
): Map<DateText, number> {
  const last = arrivalDays.at(-1) ?? MONTH_START;
  const shares = QUIETER.flatMap(({ days, share }) => Array(Math.min(days, 100)).fill(share));
  const after = workingDays(addDays(last, 1), HORIZON).map((date, index) => {
    return [date, Math.max(LEAST_QUIET_MS, fullDayMs * Number(shares[index]))] as const;
  });
  return new Map([...arrivalDays.map((date) => [date, fullDayMs] as const), ...after]);
}

/**
 * A business clock for a month of work. It stands almost still from `now` until `realStart`, so that
 * people can get ready; then each working day (07:30 to 17:30) takes its given real milliseconds and
 * what lies between passes quickly. Ends with the pace of an idle time.
 */
export function monthClock(
  lengths: ReadonlyMap<DateText, number>,
  { now, realStart }: { now: number; realStart: number },
): BusinessClock {
  const later: ClockSegment[] = [];
  const first = { businessEpochMs: startOfDay(MONTH_START), realEpochMs: now, speed: 1 };
  let real = realStart;
  let business = first.businessEpochMs + (realStart - now);
  const put = (until: number, lengthMs: number): void => {
    const speed = (until - business) / lengthMs;
    later.push({ businessEpochMs: business, realEpochMs: real, speed });
    real += lengthMs;
    business = until;
  };
  for (const [date, length] of lengths) {
    const lengthMs = Math.ceil(length);
    const opens = startOfDay(date) + OPENS_MS;
    put(opens, Math.ceil(Math.max(LEAST_IDLE_MS, lengthMs * IDLE_SHARE)));
    put(startOfDay(date) + CLOSES_MS, lengthMs);
  }
  put(business + DAY_MS, LEAST_IDLE_MS * 10);
  return { ...first, later };
}

/** Business milliseconds per real one during a full working day of so many real milliseconds. */
export function officeSpeed(fullDayMs: number): number {
  return (CLOSES_MS - OPENS_MS) / fullDayMs;
}

/** The inverse of {@link officeSpeed}. */
export function fullDayOf(speed: number): number {
  return (CLOSES_MS - OPENS_MS) / speed;
}
