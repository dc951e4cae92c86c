import { addDays, type DateText, dayNumberOf, type InstantMs, weekdayOf } from '../instant.ts';
import type { MoveSide, RehearsalFigures, WhatIfFigures } from './run.ts';
import type { ClockFacts, Compared } from './trial.ts';

type Group = WhatIfFigures['byUnit'][number];

/** Whether a clock was late: it ended, or still runs, after its due instant. */
function isLate(due: InstantMs, endedAt: InstantMs | null, now: InstantMs): boolean {
  return due < (endedAt ?? now);
}

/** The side a clock changes to when its due date goes from one instant to another. */
export function sideOf(
  { before, after }: Compared,
  endedAt: InstantMs | null,
  now: InstantMs,
): MoveSide {
  const late = isLate(after, endedAt, now);
  if (isLate(before, endedAt, now) === late) return null;
  return late ? 'TO_LATE' : 'TO_IN_TIME';
}

/** Clock names without the request they belong to: `total`, `verification:POLICE`. */
export function clockKind(name: string): string {
  const slash = name.indexOf('/');
  if (slash < 0) return name;
  return `verification:${name.slice(slash + 1, name.lastIndexOf('-'))}`;
}

/** Adds up what a rehearsal found, clock by clock. */
export class RehearsalTally {
  readonly #now: InstantMs;
  readonly #cases: number;
  readonly #casesMoved = new Set<string>();
  #clocks = 0;
  #moved = 0;
  #unreached = 0;
  readonly #sides = { TO_LATE: 0, TO_IN_TIME: 0 };

  /** `cases`: how many the clocks belong to. */
  constructor(now: InstantMs, cases: number) {
    this.#now = now;
    this.#cases = cases;
  }

  /** Count a clock; gives its side when it moves, or undefined when it does not. */
  add(facts: ClockFacts, compared: Compared | null): MoveSide | undefined {
    this.#clocks += 1;
    if (compared === null) this.#unreached += 1;
    if (compared === null || compared.before === compared.after) return undefined;
    this.#moved += 1;
    this.#casesMoved.add(facts.caseId);
    const side = sideOf(compared, facts.endedAt, this.#now);
    if (side !== null) this.#sides[side] += 1;
    return side;
  }

  figures(): RehearsalFigures {
    return {
      of: 'REHEARSAL',
      cases: this.#cases,
      clocks: this.#clocks,
      moved: this.#moved,
      casesMoved: this.#casesMoved.size,
      toLate: this.#sides.TO_LATE,
      toInTime: this.#sides.TO_IN_TIME,
      unreached: this.#unreached,
    };
  }
}

/** Adds up what a trial on history found, clock by clock. */
export class WhatIfTally {
  readonly #now: InstantMs;
  readonly #provinceOf: (unit: string) => string;
  readonly #whole = emptyGroup('');
  readonly #provinces = new Map<string, Group>();
  readonly #units = new Map<string, Group>();
  readonly #clocks = new Map<string, Group>();
  readonly #days = new Map<number, { before: number; after: number }>();
  readonly #sides = { TO_LATE: 0, TO_IN_TIME: 0 };
  readonly #cases: number;
  #unreached = 0;

  /** `cases`: how many the clocks belong to; `provinceOf`: the province of an owning unit. */
  constructor(now: InstantMs, cases: number, provinceOf: (unit: string) => string) {
    this.#now = now;
    this.#cases = cases;
    this.#provinceOf = provinceOf;
  }

  /** Count a clock; gives the side it changes to, if any. */
  add(facts: ClockFacts, compared: Compared | null): MoveSide {
    if (compared === null) {
      this.#unreached += 1;
      return null;
    }
    const { before, after } = compared;
    const moved = before === after ? 0 : 1;
    const lateBefore = isLate(before, facts.endedAt, this.#now) ? 1 : 0;
    const lateAfter = isLate(after, facts.endedAt, this.#now) ? 1 : 0;
    for (const group of this.#groupsOf(facts)) {
      group.clocks += 1;
      group.moved += moved;
      group.lateBefore += lateBefore;
      group.lateAfter += lateAfter;
    }
    this.#dueOn(before).before += 1;
    this.#dueOn(after).after += 1;
    if (lateBefore === lateAfter) return null;
    const side = lateAfter > lateBefore ? 'TO_LATE' : 'TO_IN_TIME';
    this.#sides[side] += 1;
    return side;
  }

  figures(): WhatIfFigures {
    const { clocks, moved, lateBefore, lateAfter } = this.#whole;
    return {
      of: 'WHAT_IF',
      cases: this.#cases,
      clocks,
      moved,
      lateBefore,
      lateAfter,
      toLate: this.#sides.TO_LATE,
      toInTime: this.#sides.TO_IN_TIME,
      unreached: this.#unreached,
      byProvince: sorted(this.#provinces),
      byUnit: sorted(this.#units),
      byClock: sorted(this.#clocks),
      weeks: this.#weeks(),
    };
  }

  #groupsOf({ unit, asked, clock }: ClockFacts): Group[] {
    return [
      this.#whole,
      groupOf(this.#provinces, this.#provinceOf(unit)),
      groupOf(this.#units, asked ?? unit),
      groupOf(this.#clocks, clockKind(clock)),
    ];
  }

  #dueOn(due: InstantMs): { before: number; after: number } {
    const day = dayNumberOf(due);
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    const fresh = { before: 0, after: 0 };
    this.#days.set(day, fresh);
    return fresh;
  }

  #weeks(): WhatIfFigures['weeks'] {
    const weeks = new Map<DateText, { before: number; after: number }>();
    for (const [day, { before, after }] of this.#days) {
      const monday = mondayOf(addDays('1970-01-01', day));
      const week = weeks.get(monday) ?? { before: 0, after: 0 };
      weeks.set(monday, { before: week.before + before, after: week.after + after });
    }
    return [...weeks]
      .map(([monday, counts]) => ({ monday, ...counts }))
      .toSorted((a, b) => (a.monday < b.monday ? -1 : 1));
  }
}

function emptyGroup(key: string): Group {
  return { key, clocks: 0, moved: 0, lateBefore: 0, lateAfter: 0 };
}

function groupOf(groups: Map<string, Group>, key: string): Group {
  const known = groups.get(key);
  if (known !== undefined) return known;
  const fresh = emptyGroup(key);
  groups.set(key, fresh);
  return fresh;
}

/** Those with the most change first. */
function sorted(groups: ReadonlyMap<string, Group>): Group[] {
  const change = ({ lateBefore, lateAfter }: Group): number => Math.abs(lateAfter - lateBefore);
  return [...groups.values()].toSorted((a, b) => change(b) - change(a) || (a.key < b.key ? -1 : 1));
}

function mondayOf(date: DateText): DateText {
  return addDays(date, -((weekdayOf(date) + 6) % 7));
}
