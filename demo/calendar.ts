import type { DateText } from '../domain/instant.ts';
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;

/** A month, `YYYY-MM`. */
type MonthText = string;

/** The same day `years` later; 29 February becomes 28 February in a common year. */
export function addYears(date: DateText, years: number): DateText {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0');
  const later = `${year}${date.slice(4)}`;
  return isDate(later) ? later : `${year}-02-28`;
}

/** Full years from birth to a day. */
export function ageOn(birthDate: DateText, date: DateText): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Any day from `from` to `to`, both included; `from` when the span is empty. */
export function dayBetween(random: Random, from: DateText, to: DateText): DateText {
  const days = Math.max(0, (Date.parse(to) - Date.parse(from)) / DAY_MS);
  return new Date(Date.parse(from) + random.int(0, days) * DAY_MS).toISOString().slice(0, 10);
}

export function monthOf(date: DateText): MonthText {
  return date.slice(0, 7);
}

/** Months since year 0, so that months can be added and compared as numbers. */
export function monthNumber(month: MonthText): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

/** The month with a {@link monthNumber}. */
export function monthText(number: number): MonthText {
  const month = String((number % 12) + 1).padStart(2, '0');
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${month}`;
}

function isDate(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
