import holidays from '../../data/holidays-vn.csv?raw';
import type { CalendarSlice } from '../../domain/clock/law.ts';
import { workingMsBetween } from '../../domain/clock/workingTime.ts';
import { HOUR_MS, type InstantMs, isWeekend } from '../../domain/instant.ts';

/** Hours in which offices work, as local times; lists count with them what the API counts per case. */
const OFFICE_HOURS = [
  [7.5 * HOUR_MS, 11.5 * HOUR_MS],
  [13 * HOUR_MS, 17 * HOUR_MS],
] as const;

const calendar = publishedCalendar();

/** The published holiday table as one calendar slice; only its first and third column are needed. */
function publishedCalendar(): CalendarSlice {
  const rows = holidays
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));
  const dates = rows.map(([date = '', , kind]) => ({ date, kind }));
  const isWeekday = (date: string): boolean => !isWeekend(date);
  return {
    version: 'published',
    from: dates[0]?.date ?? '',
    to: `${dates.at(-1)?.date.slice(0, 4)}-12-31`,
    daysOff: dates.flatMap(({ date, kind }) =>
      kind !== 'makeup_working' && isWeekday(date) ? [date] : [],
    ),
    makeUpDays: dates.flatMap(({ date, kind }) => (kind === 'makeup_working' ? [date] : [])),
    officeHours: OFFICE_HOURS,
  };
}

/** Office-hours milliseconds from now until an instant, negative when late; null beyond the calendar. */
export function officeMsUntil(now: InstantMs, due: InstantMs): number | null {
  try {
    return workingMsBetween(now, due, calendar);
  } catch {
    return null;
  }
}
