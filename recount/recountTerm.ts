import type { Term } from '../domain/clock/law.ts';
import type { CalendarVersion } from '../domain/law/calendar.ts';
import {
  dayAfter,
  findLeaf,
  getLeaf,
  type Hours,
  isOpen,
  type Leaf,
  leafBelow,
  RecountError,
} from './tearOff.ts';

/** One day of a recounted term. */
export interface RecountedDay {
  date: string;
  /** FIRST_DAY never counts in terms of days; MOVED_ON: all is counted, but offices are shut. */
  why: 'FIRST_DAY' | 'COUNTED' | 'NOT_COUNTED' | 'MOVED_ON';
  offices: Leaf['offices'] | null;
  name: string | null;
  /** What the date takes of the term, in its unit, and what is left after it. */
  counted: number;
  left: number;
  /** The clock stood still on this date; as much is given back. */
  stood: boolean;
}

/** A due instant found by tearing off leaves, with the leaves. */
export interface Recounted {
  /** Epoch milliseconds. */
  dueAt: number;
  /** What standstills gave back, in the term's unit: the days count down from the sum of both. */
  givenBack: number;
  days: RecountedDay[];
}

/** A clock as it was run. */
interface Run {
  startedAt: number;
  stood: readonly (readonly [number, number])[];
}

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const VIETNAM = 7 * HOUR;
const LONGEST_WALK_DAYS = 20_000;

/**
 * The second engine: a due instant found as a person finds it, leaf by leaf of a tear-off calendar,
 * by the law alone (BLDS 2015 Art. 147–148) and without any code of the first engine.
 *
 * Throws RecountError when a date it needs is not published, when the term cannot be counted, or when
 * it is longer than anybody would count.
 */
export function recountTerm(
  run: Run,
  term: Pick<Term, 'amount' | 'unit'>,
  calendar: CalendarVersion,
): Recounted {
  const times = [run.startedAt, ...run.stood.flat()];
  const inOrder = times.every((time, at) => at === 0 || (times[at - 1] ?? 0) <= time);
  if (!inOrder || !times.every(Number.isFinite) || !(term.amount >= 0)) {
    throw new RecountError('NOT_COUNTABLE', 'times out of order, or an amount that is none');
  }
  switch (term.unit) {
    case 'calendarDay':
      return recountDays(run, term.amount, calendar, () => true);
    case 'workingDay':
      return recountDays(run, term.amount, calendar, isOpen);
    case 'workingHour':
      return recountHours(run, term.amount, (date) => {
        const leaf = getLeaf(calendar, date);
        return { leaf, hours: leaf.hours };
      });
    case 'hour':
      return recountHours(run, term.amount, (date) => {
        return { leaf: findLeaf(calendar, date), hours: ROUND_THE_CLOCK };
      });
    default:
      throw new RecountError('NOT_COUNTABLE', `no such unit: ${String(term.unit)}`);
  }
}

function recountDays(
  { startedAt, stood }: Run,
  amount: number,
  calendar: CalendarVersion,
  counts: (leaf: Leaf) => boolean,
): Recounted {
  if (amount % 1 !== 0) throw new RecountError('NOT_COUNTABLE', 'a part of a day');
  const still = new Set<string>();
  let givenBack = 0;
  for (const [from, to] of stood) {
    const last = wallDate(to);
    for (let leaf = getLeaf(calendar, wallDate(from)); leaf.date < last;) {
      leaf = leafBelow(calendar, leaf);
      still.add(leaf.date);
      if (counts(leaf)) givenBack += 1;
    }
  }
  let left = amount + givenBack;
  let leaf = getLeaf(calendar, wallDate(startedAt));
  const days = [dayOf(leaf, 'FIRST_DAY', 0, left, still)];
  while (left > 0 || !isOpen(leaf)) {
    leaf = leafBelow(calendar, leaf);
    const counted = left > 0 && counts(leaf) ? 1 : 0;
    const why = counted === 1 ? 'COUNTED' : left > 0 ? 'NOT_COUNTED' : 'MOVED_ON';
    left -= counted;
    days.push(dayOf(leaf, why, counted, left, still));
  }
  return { dueAt: midnight(dayAfter(leaf.date)) - 1, givenBack, days };
}

function dayOf(
  { date, offices, name }: Leaf,
  why: RecountedDay['why'],
  counted: number,
  left: number,
  still: ReadonlySet<string>,
): RecountedDay {
  return { date, why, offices, name, counted, left, stood: still.has(date) };
}

const ROUND_THE_CLOCK: Hours = [[0, DAY]];

function recountHours(
  { startedAt, stood }: Run,
  hours: number,
  on: (date: string) => { leaf: Leaf | null; hours: Hours },
): Recounted {
  const still = new Set<string>();
  let givenBack = 0;
  for (const [from, to] of stood) {
    let begin = midnight(wallDate(from));
    for (let date = wallDate(from); begin <= to; date = dayAfter(date)) {
      still.add(date);
      givenBack += within(on(date).hours, from - begin, to - begin);
      begin += DAY;
    }
  }
  let left = Math.round(hours * HOUR) + givenBack;
  let dueAt = startedAt;
  const days: RecountedDay[] = [];
  let begin = midnight(wallDate(startedAt));
  for (let date = wallDate(startedAt); left > 0 || days.length === 0; date = dayAfter(date)) {
    if (days.length > LONGEST_WALK_DAYS) throw new RecountError('TOO_LONG', `${hours} hours`);
    const { leaf, hours: open } = on(date);
    const before = left;
    for (const [opens, closes] of open) {
      const from = Math.max(begin + opens, startedAt);
      const taken = Math.min(left, Math.max(0, begin + closes - from));
      if (taken > 0) dueAt = from + taken;
      left -= taken;
    }
    begin += DAY;
    const counted = (before - left) / HOUR;
    const why = counted > 0 ? 'COUNTED' : 'NOT_COUNTED';
    const [offices, name] = [leaf?.offices ?? null, leaf?.name ?? null];
    days.push({ date, why, offices, name, counted, left: left / HOUR, stood: still.has(date) });
  }
  return { dueAt, givenBack: givenBack / HOUR, days };
}

function within(hours: Hours, from: number, to: number): number {
  let sum = 0;
  for (const [opens, closes] of hours) {
    if (opens < to && closes > from) sum += Math.min(closes, to) - Math.max(opens, from);
  }
  return sum;
}

/** The instant at which a date begins in Vietnam. */
function midnight(date: string): number {
  return Date.parse(`${date}T00:00+07:00`);
}

/** The date on the wall in Vietnam, all year 7 hours ahead of UTC. */
function wallDate(instant: number): string {
  return new Date(instant + VIETNAM).toISOString().slice(0, 10);
}
