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
 * Years under which a person of this birth date may be on record: the year, its neighbours, and what
 * one slip of its last two digits makes of it. For finding candidates only.
 */
export function yearsNear(birthDate: string): number[] {
  const text = birthDate.slice(0, 4);
  const year = Number(text);
  const [century, tens = '', units = ''] = [text.slice(0, 2), text[2], text[3]];
  const slips = Array.from({ length: 10 }, (_, digit) => [
    Number(`${century}${digit}${units}`),
    Number(`${century}${tens}${digit}`),
  ]).flat();
  const years = [year, year - 1, year + 1, Number(`${century}${units}${tens}`), ...slips];
  return [...new Set(years)];
}

/** Texts under which the same day of birth may be written: whole, its month, its year, day and month swapped. */
export function datesNear(birthDate: string): string[] {
  const [year = '', month, day] = birthDate.split('-');
  if (month === undefined || day === undefined) return [birthDate];
  const swapped = Number(day) <= 12 ? [`${year}-${day}-${month}`] : [];
  return [...new Set([birthDate, `${year}-${month}`, year, ...swapped])];
}
