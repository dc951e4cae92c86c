import type { DateText } from './instant.ts';

const MONTHS_OF_YEAR = 12;

/** Age in full years on a date; a year is full on the birthday ("từ đủ 16 tuổi"). */
export function fullYearsOn(bornOn: DateText, date: DateText): number {
  const [bornYear = 0, bornMonth = 1, bornDay = 1] = bornOn.split('-').map(Number);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const months = (year - bornYear) * MONTHS_OF_YEAR + month - bornMonth - Number(day < bornDay);
  return Math.floor(months / MONTHS_OF_YEAR);
}

/** The last day on which somebody may be born whose birth date is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function latestBirth(birthDate: string): DateText {
  return birthDate.length === 4 ? `${birthDate}-12-31` : `${birthDate}-31`.slice(0, 10);
}
