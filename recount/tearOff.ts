import type { CalendarVersion } from '../domain/law/calendar.ts';

/** One leaf of a tear-off calendar: a date, whether offices work on it, and what is printed below. */
export interface Leaf {
  date: string;
  offices: 'OPEN' | 'OPEN_TO_MAKE_UP' | 'SHUT_AT_WEEKEND' | 'SHUT';
  /** When offices are open, from and to in milliseconds since midnight. */
  hours: Hours;
  /** Name of the holiday or of the exchange of days, in Vietnamese. */
  name: string | null;
  /** The leaf below, or null at the end of the block. */
  next: Leaf | null;
}

export type Hours = readonly (readonly [opens: number, closes: number])[];

export type RecountErrorCode = 'NOT_COUNTABLE' | 'OUTSIDE_CALENDAR' | 'TOO_LONG';

/** Why the second engine has no answer. */
export class RecountError extends Error {
  readonly code: RecountErrorCode;

  constructor(code: RecountErrorCode, message: string) {
    super(message);
    this.name = 'RecountError';
    this.code = code;
  }
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const BLOCKS = new WeakMap<CalendarVersion, ReadonlyMap<string, Leaf>>();

/** The leaf of a date in a published calendar, or null outside it. */
export function findLeaf(calendar: CalendarVersion, date: string): Leaf | null {
  let block = BLOCKS.get(calendar);
  if (block === undefined) {
    block = bind(calendar);
    BLOCKS.set(calendar, block);
  }
  return block.get(date) ?? null;
}

/** The leaf of a date; throws RecountError outside the calendar. */
export function getLeaf(calendar: CalendarVersion, date: string): Leaf {
  const leaf = findLeaf(calendar, date);
  if (leaf === null) throw outside(calendar, date);
  return leaf;
}

/** The leaf below one; throws RecountError at the end of the block. */
export function leafBelow(calendar: CalendarVersion, leaf: Leaf): Leaf {
  if (leaf.next === null) throw outside(calendar, dayAfter(leaf.date));
  return leaf.next;
}

export function isOpen({ offices }: Leaf): boolean {
  return offices === 'OPEN' || offices === 'OPEN_TO_MAKE_UP';
}

/** The date after a date, by the lengths of the months (Gregorian leap years). */
export function dayAfter(date: string): string {
  const day = Number(date.slice(8));
  // Every month has 28 days: most dates need no look at the others.
  if (day < 28) return `${date.slice(0, 8)}${twoDigits(day + 1)}`;
  const [year = 0, month = 0] = date.split('-').map(Number);
  if (day < lengthOf(year, month)) return `${date.slice(0, 8)}${twoDigits(day + 1)}`;
  if (month < 12) return `${date.slice(0, 5)}${twoDigits(month + 1)}-01`;
  return `${String(year + 1).padStart(4, '0')}-01-01`;
}

function bind(calendar: CalendarVersion): ReadonlyMap<string, Leaf> {
  const entries = new Map(calendar.days.map((entry) => [entry.date, entry]));
  const block = new Map<string, Leaf>();
  let weekday = weekdayOf(calendar.from);
  let above: Leaf | null = null;
  for (let date = calendar.from; date <= calendar.to; date = dayAfter(date)) {
    const entry = entries.get(date);
    const leaf: Leaf = {
      date,
      offices: officesOn(weekday, entry?.kind),
      hours: hoursOn(calendar, weekday, entry?.kind),
      name: entry?.nameVi ?? null,
      next: null,
    };
    if (above !== null) above.next = leaf;
    block.set(date, leaf);
    above = leaf;
    weekday = (weekday + 1) % 7;
  }
  return block;
}

type EntryKind = CalendarVersion['days'][number]['kind'];

function officesOn(weekday: number, kind: EntryKind | undefined): Leaf['offices'] {
  if (kind === 'makeup_working') return 'OPEN_TO_MAKE_UP';
  if (weekday === 0 || weekday === 6) return 'SHUT_AT_WEEKEND';
  return kind === undefined ? 'OPEN' : 'SHUT';
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** Usual hours on a make-up day; else those of the day of the week, if nothing stands against work. */
function hoursOn(
  { officeHours: { spans, weekly } }: CalendarVersion,
  weekday: number,
  kind: EntryKind | undefined,
): Hours {
  if (kind !== undefined && kind !== 'makeup_working') return [];
  const isWeekend = weekday === 0 || weekday === 6;
  const own = weekly?.[WEEKDAYS[weekday] ?? 'Sun'] ?? (isWeekend ? [] : spans);
  return (kind === undefined ? own : spans).map(({ opens, closes }) => [
    timeOf(opens),
    timeOf(closes),
  ]);
}

/** Milliseconds from midnight to a time `HH:MM`. */
function timeOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

function lengthOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function twoDigits(part: number): string {
  return part < 10 ? `0${part}` : `${part}`;
}

/** Day of the week, 0 Sunday, by Zeller's congruence. */
function weekdayOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  // Zeller's year begins in March: January and February are months 13 and 14 of the year before.
  const [y, m] = month < 3 ? [year - 1, month + 12] : [year, month];
  const sum = day + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4);
  // Zeller counts from Saturday.
  return (sum - Math.floor(y / 100) + Math.floor(y / 400) + 6) % 7;
}

function outside({ version, from, to }: CalendarVersion, date: string): RecountError {
  const text = `${date} is not among the dates of calendar ${version}, ${from} to ${to}`;
  return new RecountError('OUTSIDE_CALENDAR', text);
}
