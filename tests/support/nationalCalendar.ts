import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { CalendarSlice } from '../../domain/clock/law.ts';
import { type CalendarVersion, calendarFromRows, wholeSlice } from '../../domain/law/calendar.ts';

const table = new URL('../../data/holidays-vn.csv', import.meta.url);

/** The calendar that ships: `data/holidays-vn.csv`, December 2014 to 2028. */
export const NATIONAL: CalendarVersion = calendarFromRows(
  'VN-test',
  parse(readFileSync(table), { columns: true }),
);

/** All of it as one slice, for arithmetic over any year. */
export const ALL_YEARS: CalendarSlice = wholeSlice(NATIONAL);

/** The instant of a Vietnamese local time, as in `at('2026-02-12', '09:00')`. */
export function at(date: string, time = '09:00'): number {
  return Date.parse(`${date}T${time}:00+07:00`);
}
