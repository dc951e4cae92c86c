/**
 * Instants and dates as plain numbers and texts. Pure, no zone data: Vietnam has been UTC+7 without
 * daylight saving since 1975, so local time is integer arithmetic (and replays the same for ever).
 */
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const VIETNAM_OFFSET_MS = 7 * HOUR_MS;

/** Epoch milliseconds of business time. */
export type InstantMs = number;

/** A calendar date in Vietnam, `YYYY-MM-DD`. */
export type DateText = string;

/** A Vietnamese calendar date as whole days since 1970-01-01: what arithmetic over many days counts with. */
export type DayNumber = number;

/** The Vietnamese calendar date on which an instant falls. */
export function dateOf(instant: InstantMs): DateText {
  return new Date(instant + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

/** Milliseconds since local midnight at an instant, 0 to 86,399,999. */
export function timeOfDayMs(instant: InstantMs): number {
  return (((instant + VIETNAM_OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS;
}

/** The instant of local midnight at the start of a date. */
export function startOfDay(date: DateText): InstantMs {
  return Date.parse(`${date}T00:00:00.000Z`) - VIETNAM_OFFSET_MS;
}

/** The last millisecond of a date: a term counted in days ends at 24:00 (BLDS 2015 Art. 148). */
export function endOfDay(date: DateText): InstantMs {
  return startOfDay(date) + DAY_MS - 1;
}

/** The date `days` later (or earlier when negative). */
export function addDays(date: DateText, days: number): DateText {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Day of the week of a date, 0 Sunday to 6 Saturday. */
export function weekdayOf(date: DateText): number {
  return new Date(`${date}T00:00:00.000Z`).getUTCDay();
}

/** Whether a date is a Saturday or Sunday. */
export function isWeekend(date: DateText): boolean {
  return [0, 6].includes(weekdayOf(date));
}

/** ISO text with offset of an instant, as rows, replies and screens carry it. */
export function isoOf(instant: InstantMs): string {
  return new Date(instant).toISOString();
}

/** The day on which an instant falls in Vietnam. */
export function dayNumberOf(instant: InstantMs): DayNumber {
  return Math.floor((instant + VIETNAM_OFFSET_MS) / DAY_MS);
}

/** The day of a date; NaN for a text that is no date. */
export function dayNumberOfDate(date: DateText): DayNumber {
  return Date.parse(`${date}T00:00:00.000Z`) / DAY_MS;
}

export function dateOfDay(day: DayNumber): DateText {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The instant of local midnight at the start of a day. */
export function startOfDayNumber(day: DayNumber): InstantMs {
  return day * DAY_MS - VIETNAM_OFFSET_MS;
}
