import { addDays, type DateText, weekdayOf } from '../../domain/instant.ts';
import type { CalendarDay, CalendarVersion } from '../../domain/law/calendar.ts';

/** Years of which a calendar publishes a day. */
export function yearsOf({ from, to }: Pick<CalendarVersion, 'from' | 'to'>): number[] {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index);
}

/** The exceptional dates of a year, in order. */
export function daysOfYear({ days }: CalendarVersion, year: number): CalendarDay[] {
  return days.filter(({ date }) => date.startsWith(`${year}-`));
}

/** A month as weeks from Monday; null where another month's days would stand. */
export function weeksOf(year: number, month: number): (DateText | null)[][] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const lead = (weekdayOf(first) + 6) % 7;
  const cells: (DateText | null)[] = Array.from({ length: lead }, () => null);
  for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = addDays(date, 1)) {
    cells.push(date);
  }
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
