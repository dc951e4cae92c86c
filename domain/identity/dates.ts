import type { CodeOf } from './evidence.ts';
import { isOneSlip } from './names.ts';

/** How two dates of birth agree, each a year, a month or a day; symmetric. */
export function compareBirthDates(one: string, other: string): CodeOf<'birthDate'> {
  const known = Math.min(one.length, other.length);
  if (one.slice(0, known) === other.slice(0, known)) {
    return known === 10 ? 'SAME' : known === 7 ? 'MONTH_AGREES' : 'YEAR_AGREES';
  }
  const [year = '', month = '', day = ''] = one.split('-');
  const [otherYear = '', otherMonth = '', otherDay = ''] = other.split('-');
  if (known === 10) {
    const swapped = year === otherYear && month === otherDay && day === otherMonth;
    if (swapped) return 'DAY_AND_MONTH_SWAPPED';
    if (isOneSlip(one.replaceAll('-', ''), other.replaceAll('-', ''))) return 'ONE_DIGIT_OFF';
  }
  if (year === otherYear) return 'SAME_YEAR_ONLY';
  return Math.abs(Number(year) - Number(otherYear)) === 1 ? 'YEAR_OFF_BY_ONE' : 'DIFFERS';
}

/**
 * Dates that one slip in the last two digits of the year makes of a whole date of birth, the years
 * swapped included; none for a part of a date. For finding candidates only.
 */
export function datesWithYearSlipped(birthDate: string): string[] {
  if (birthDate.length < 10) return [];
  const [century, tens = '', units = ''] = [birthDate.slice(0, 2), birthDate[2], birthDate[3]];
  const slips = Array.from({ length: 10 }, (_, digit) => [`${digit}${units}`, `${tens}${digit}`]);
  const years = new Set([`${units}${tens}`, ...slips.flat()]);
  return [...years].map((year) => century + year + birthDate.slice(4));
}

/** Texts under which the same day of birth may be written: whole, its month, its year, day and month swapped. */
export function datesNear(birthDate: string): string[] {
  const [year = '', month, day] = birthDate.split('-');
  if (month === undefined || day === undefined) return [birthDate];
  const swapped = Number(day) <= 12 ? [`${year}-${day}-${month}`] : [];
  return [...new Set([birthDate, `${year}-${month}`, year, ...swapped])];
}
