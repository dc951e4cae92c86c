import type { DateText, DayNumber } from '../instant.ts';
import { dateOfDay, dayNumberOfDate } from '../instant.ts';
import type { CalendarSlice } from './law.ts';
import { Uncountable } from './uncountable.ts';

/** What a date is in the calendar, whatever a term makes of it. */
export const DAY_NATURES = ['WORKING', 'MAKE_UP', 'WEEKEND', 'DAY_OFF'] as const;
export type DayNature = (typeof DAY_NATURES)[number];

const [WORKING, MAKE_UP, WEEKEND, DAY_OFF] = [0, 1, 2, 3] as const;
/** 1970-01-01 was a Thursday. */
const WEEKDAY_OF_DAY_0 = 4;

/** A slice as tables by day, so that a term is a few look-ups and not a walk over its days. */
export interface CalendarIndex {
  first: DayNumber;
  last: DayNumber;
  /** Place in {@link DAY_NATURES} of every day from `first` to `last`. */
  natures: Uint8Array;
  /** How many days before the n-th one are working; one entry more than there are days. */
  workedBefore: Int32Array;
  /** The working days, in order. */
  workingDays: Int32Array;
  /** Office time before the n-th day in milliseconds; one entry more than there are days. */
  officeMsBefore: Float64Array;
}

/** Opening hours of a day, each from and to in milliseconds since midnight, in order. */
export type Hours = CalendarSlice['officeHours'];

const INDEXES = new WeakMap<CalendarSlice, CalendarIndex>();

/**
 * The index of a slice, made when it is first asked for and kept as long as the slice: a slice never
 * changes. Throws Uncountable (CALENDAR_UNSOUND) when one of its dates is no date.
 */
export function indexOf(calendar: CalendarSlice): CalendarIndex {
  const kept = INDEXES.get(calendar);
  if (kept !== undefined) return kept;
  const made = makeIndex(calendar);
  INDEXES.set(calendar, made);
  return made;
}

/**
 * When offices are open on a published day: a make-up day has full hours, a weekend day those of an
 * agency that opens then, which do not make it a working day.
 */
export function hoursOfDay(day: DayNumber, calendar: CalendarSlice): Hours {
  const { first, natures } = indexOf(calendar);
  return hoursOn(natures[day - first], day, calendar);
}

function hoursOn(nature: number | undefined, day: DayNumber, calendar: CalendarSlice): Hours {
  if (nature === MAKE_UP) return calendar.officeHours;
  if (nature === DAY_OFF || calendar.weekHours === undefined) {
    return nature === WORKING ? calendar.officeHours : [];
  }
  const own = calendar.weekHours[weekdayOfDay(day)];
  if (nature === WORKING) return own ?? calendar.officeHours;
  return calendar.daysOff.includes(dateOfDay(day)) ? [] : (own ?? []);
}

function makeIndex(calendar: CalendarSlice): CalendarIndex {
  const [first, last] = [soundDay(calendar.from), soundDay(calendar.to)];
  const natures = naturesOf(calendar, first, Math.max(0, last - first + 1));
  const workedBefore = new Int32Array(natures.length + 1);
  const officeMsBefore = new Float64Array(natures.length + 1);
  const workingDays: DayNumber[] = [];
  let officeMs = 0;
  natures.forEach((nature, at) => {
    if (nature === WORKING || nature === MAKE_UP) workingDays.push(first + at);
    workedBefore[at + 1] = workingDays.length;
    for (const [opens, closes] of hoursOn(nature, first + at, calendar)) officeMs += closes - opens;
    officeMsBefore[at + 1] = officeMs;
  });
  return {
    first,
    last,
    natures,
    workedBefore,
    workingDays: Int32Array.from(workingDays),
    officeMsBefore,
  };
}

/** A make-up day is one whatever else is said of it; a holiday on a weekend is a weekend day. */
function naturesOf(calendar: CalendarSlice, first: DayNumber, count: number): Uint8Array {
  const natures = new Uint8Array(count);
  const weekday = weekdayOfDay(first);
  for (let at = 0; at < count; at += 1) {
    const day = (weekday + at) % 7;
    natures[at] = day === 0 || day === 6 ? WEEKEND : WORKING;
  }
  for (const date of calendar.daysOff) {
    const at = soundDay(date) - first;
    if (natures[at] === WORKING) natures[at] = DAY_OFF;
  }
  for (const date of calendar.makeUpDays) {
    const at = soundDay(date) - first;
    if (at in natures) natures[at] = MAKE_UP;
  }
  return natures;
}

/** Day of the week, 0 Sunday to 6 Saturday. */
function weekdayOfDay(day: DayNumber): number {
  return (((day + WEEKDAY_OF_DAY_0) % 7) + 7) % 7;
}

function soundDay(date: DateText): DayNumber {
  const day = dayNumberOfDate(date);
  // A 30 February is read as 2 March: only what reads back the same is a date.
  if (Number.isInteger(day) && dateOfDay(day) === date) return day;
  throw new Uncountable('CALENDAR_UNSOUND', `The calendar names "${date}", which is no date`);
}
