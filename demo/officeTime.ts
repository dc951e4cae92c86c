import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { CalendarSlice } from '../domain/clock/law.ts';
import { openSpans } from '../domain/clock/workingDay.ts';
import { dueAt, isWorkingDay } from '../domain/clock/workingTime.ts';
import { addDays, dateOf, type DateText, type InstantMs } from '../domain/instant.ts';
import { calendarFromRows, sliceOf } from '../domain/law/calendar.ts';

const MONTHS_AHEAD = 3;
const table = new URL('../data/holidays-vn.csv', import.meta.url);

/** The national calendar around a date, with the usual office hours. */
export function officeCalendar(date: DateText): CalendarSlice {
  const rows = parse(readFileSync(table), { columns: true }) as unknown[];
  return sliceOf(calendarFromRows('demonstration', rows), date, MONTHS_AHEAD);
}

/** Working days from `from` up to `to`, both included when worked. */
export function officeDays(from: DateText, to: DateText, calendar: CalendarSlice): DateText[] {
  const days: DateText[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(date, calendar)) days.push(date);
  }
  return days;
}

/** The instant so many office hours after another; nights and days off do not count. */
export function afterOfficeHours(
  from: InstantMs,
  hours: number,
  calendar: CalendarSlice,
): InstantMs {
  return dueAt(from, { amount: hours, unit: 'workingHour' }, calendar);
}

/** The instant itself when offices are open, else when they open next. */
export function nextOpen(instant: InstantMs, calendar: CalendarSlice): InstantMs {
  for (let date = dateOf(instant); ; date = addDays(date, 1)) {
    for (const [opens, closes] of openSpans(date, calendar)) {
      if (instant < closes) return Math.max(instant, opens);
    }
  }
}
