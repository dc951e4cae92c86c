import {
  DAY_MS,
  dateOf,
  type InstantMs,
  startOfDay,
  timeOfDayMs,
  weekdayOf,
} from '../domain/instant.ts';
import { CalendarDate } from '../domain/text.ts';
import { BadQuestion } from './badQuestion.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const TIME =
  /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(?<zone>Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$/;

/**
 * An instant from a text: a date is the start of that day in Vietnam, a time needs its zone, as in
 * `2024-02-01T09:00+07:00`. Throws BadQuestion on anything else, and on a date that does not exist.
 */
export function readInstant(text: string): InstantMs {
  const [date, rest] = [text.slice(0, 10), text.slice(10)];
  const time = TIME.exec(rest);
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || (rest !== '' && time === null)) {
    throw new BadQuestion(
      `"${text}" is no instant: write a date (2024-02-01) or a time with its zone (2024-02-01T09:00+07:00).`,
    );
  }
  if (!CalendarDate.safeParse(date).success) throw new BadQuestion(`There is no date ${date}.`);
  if (time === null) return startOfDay(date);
  if (time.groups?.['zone'] === undefined) {
    throw new BadQuestion(`"${text}" has no time zone: for Vietnam write ${text}+07:00.`);
  }
  return Date.parse(text);
}

/** An instant in Vietnam as ISO text with offset, to the millisecond. */
export function localIso(instant: InstantMs): string {
  return `${dateOf(instant)}T${timeOf(instant)}+07:00`;
}

/** The same to the minute where it is a whole one. */
export function shortIso(instant: InstantMs): string {
  return `${dateOf(instant)}T${shortTime(instant)}+07:00`;
}

/** An instant for people, `Thu 2024-02-01 09:00`; the last of a day is its 24:00. */
export function forPeople(instant: InstantMs): string {
  const isEnd = timeOfDayMs(instant) === DAY_MS - 1;
  return `${dayForPeople(dateOf(instant))} ${isEnd ? '24:00' : shortTime(instant)}`;
}

export function dayForPeople(date: string): string {
  return `${weekdayName(date)} ${date}`;
}

export function weekdayName(date: string): string {
  return WEEKDAYS[weekdayOf(date)] ?? '';
}

function timeOf(instant: InstantMs): string {
  return new Date(timeOfDayMs(instant)).toISOString().slice(11, 23);
}

function shortTime(instant: InstantMs): string {
  return timeOf(instant)
    .replace(/\.000$/, '')
    .replace(/^(\d\d:\d\d):00$/, '$1');
}
