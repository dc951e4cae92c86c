import * as z from 'zod';
import { addDays, type DateText } from '../instant.ts';

/** How often two books are compared. */
export const RHYTHMS = ['QUARTER', 'HALF_YEAR', 'YEAR'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** A quarter, a half-year or a year: `2015-Q3`, `2015-H1`, `2015`. */
export const Period = z.string().regex(/^(19|20)\d{2}(-Q[1-4]|-H[12])?$/);

const LETTERS = { QUARTER: '-Q', HALF_YEAR: '-H', YEAR: '' } as const;
const MONTHS = { QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const;

/** First and last day of a period. */
export function boundsOf(period: string): { from: DateText; to: DateText } {
  const year = Number(period.slice(0, 4));
  const months = period.includes('Q') ? 3 : period.includes('H') ? 6 : 12;
  const first = (Number(period.slice(6) || 1) - 1) * months;
  return { from: dayOne(year, first), to: addDays(dayOne(year, first + months), -1) };
}

/** The period of a rhythm in which a day lies. */
export function periodOf(rhythm: Rhythm, day: DateText): string {
  const year = day.slice(0, 4);
  if (rhythm === 'YEAR') return year;
  return `${year}${LETTERS[rhythm]}${Math.ceil(Number(day.slice(5, 7)) / MONTHS[rhythm])}`;
}

/** The period of a rhythm that ended last before a day. */
export function lastEnded(rhythm: Rhythm, day: DateText): string {
  return periodOf(rhythm, addDays(boundsOf(periodOf(rhythm, day)).from, -1));
}

/** The first of a month; months from 0, twelve and more lie in later years. */
function dayOne(year: number, month: number): DateText {
  const inYear = String((month % 12) + 1).padStart(2, '0');
  return `${year + Math.floor(month / 12)}-${inYear}-01`;
}
