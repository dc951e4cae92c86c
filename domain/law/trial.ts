import type { CalendarSlice, Law, Term, TermName } from '../clock/law.ts';
import { extendedBudget } from '../clock/standstill.ts';
import { CalendarExhausted, dueAt } from '../clock/workingTime.ts';
import { dateOf, type DateText, dayNumberOf, type InstantMs } from '../instant.ts';
import { type CalendarVersion, sliceOf } from './calendar.ts';
import { calendarWith, type LawChange } from './draft.ts';
import type { RuleSet } from './ruleSet.ts';

/** What a due date follows from, as rows keep it. */
export interface ClockFacts {
  caseId: string;
  /** Unit that owns the case, and the agency asked where the clock counts a question. */
  unit: string;
  asked: string | null;
  clock: string;
  term: TermName;
  ruleSetId: string;
  calendarVersion: string;
  startedAt: InstantMs;
  dueAt: InstantMs;
  /** When it stopped or paused; null while it runs. */
  endedAt: InstantMs | null;
  stood: readonly (readonly [InstantMs, InstantMs])[];
  /** What it was extended to, where it was: then the rule set's own amount no longer counts. */
  extendedTo: Budget | null;
}

type Budget = Pick<Term, 'amount' | 'unit'>;

/** Longer than any calendar is published for. */
const ALL_MONTHS = 100 * 12;
const NEVER_STOOD: readonly (readonly [InstantMs, InstantMs])[] = [];

/** A whole published calendar as arithmetic takes it. */
export function wholeSlice(calendar: CalendarVersion): CalendarSlice {
  return sliceOf(calendar, calendar.from, ALL_MONTHS);
}

/** Due instants of some terms under one calendar; each first day of a term in days is counted once. */
class DueDates {
  readonly #terms: Law['terms'];
  readonly #calendar: CalendarSlice;
  readonly #byDay = new Map<TermName, Map<number, InstantMs | null>>();

  constructor(terms: Law['terms'], calendar: CalendarSlice) {
    this.#terms = terms;
    this.#calendar = calendar;
  }

  /** The due instant, or null where the calendar is not published. */
  of({ term, startedAt, stood, extendedTo }: ClockFacts): InstantMs | null {
    const budget = extendedTo ?? this.#terms[term];
    const even = stood.length === 0 && extendedTo === null && budget.unit.endsWith('Day');
    return even ? this.#ofDay(term, startedAt) : this.#count(budget, startedAt, stood);
  }

  #ofDay(term: TermName, startedAt: InstantMs): InstantMs | null {
    const days = this.#byDay.get(term) ?? new Map<number, InstantMs | null>();
    this.#byDay.set(term, days);
    const day = dayNumberOf(startedAt);
    const known = days.get(day);
    if (known !== undefined) return known;
    const due = this.#count(this.#terms[term], startedAt, NEVER_STOOD);
    days.set(day, due);
    return due;
  }

  #count(budget: Budget, startedAt: InstantMs, stood: ClockFacts['stood']): InstantMs | null {
    try {
      return dueAt(startedAt, extendedBudget(budget, stood, this.#calendar), this.#calendar);
    } catch (error) {
      if (error instanceof CalendarExhausted) return null;
      throw error;
    }
  }
}

export interface PublishedLaw {
  ruleSets: ReadonlyMap<string, RuleSet>;
  calendars: ReadonlyMap<string, CalendarVersion>;
}

/** What a clock was due, and would be due under the change. */
export interface Compared {
  before: InstantMs;
  after: InstantMs;
}

/**
 * A change of the law laid on facts. The same change may stand in for published versions (`replaced`,
 * a rehearsal: cases on them go over to one new calendar) or be laid on whatever calendar a case had.
 */
export class Trial {
  readonly #change: LawChange;
  readonly #law: PublishedLaw;
  readonly #replaced: ReadonlyMap<string, CalendarVersion> | null;
  readonly #books = new Map<string, { old: DueDates; anew: DueDates }>();

  constructor(
    change: LawChange,
    law: PublishedLaw,
    replaced: ReadonlyMap<string, CalendarVersion> | null = null,
  ) {
    this.#change = change;
    this.#law = law;
    this.#replaced = replaced;
  }

  /**
   * The clock before and after; null where a calendar does not reach. A clock the change does not
   * touch keeps the date that is written, whatever was done to it besides.
   */
  compare(facts: ClockFacts): Compared | null {
    const { old, anew } = this.#bookOf(facts.ruleSetId, facts.calendarVersion);
    const [before, after] = [old.of(facts), anew.of(facts)];
    if (after === null || before === null) return null;
    return { before: facts.dueAt, after: after === before ? facts.dueAt : after };
  }

  /** Dates of the change within a clock's time, which are why it moves; none for a change of term. */
  why({ startedAt, dueAt: written }: Pick<ClockFacts, 'startedAt' | 'dueAt'>, to: InstantMs) {
    if (this.#change.of === 'TERM') return [];
    const [first, last] = [dateOf(startedAt), dateOf(Math.max(written, to))];
    const dates: DateText[] = this.#change.days.map(({ date }) => date);
    return dates.filter((date) => date > first && date <= last).toSorted();
  }

  #bookOf(ruleSetId: string, version: string): { old: DueDates; anew: DueDates } {
    const name = `${ruleSetId} ${version}`;
    const known = this.#books.get(name);
    if (known !== undefined) return known;
    const { ruleSets, calendars } = this.#law;
    const terms = ruleSets.get(ruleSetId)?.terms;
    const calendar = calendars.get(version);
    if (terms === undefined || calendar === undefined) throw new RangeError(`No law ${name}`);
    const old = new DueDates(terms, wholeSlice(calendar));
    const anew = this.#anew(ruleSetId, terms, calendar, old);
    const book = { old, anew };
    this.#books.set(name, book);
    return book;
  }

  #anew(
    ruleSetId: string,
    terms: Law['terms'],
    calendar: CalendarVersion,
    old: DueDates,
  ): DueDates {
    const change = this.#change;
    if (change.of === 'TERM') {
      if (change.ruleSetId !== ruleSetId) return old;
      const term = { ...terms[change.term], amount: change.amount, unit: change.unit };
      return new DueDates({ ...terms, [change.term]: term }, wholeSlice(calendar));
    }
    if (this.#replaced === null) {
      return new DueDates(terms, wholeSlice(calendarWith(calendar, change.days, 'trial')));
    }
    const next = this.#replaced.get(calendar.version);
    return next === undefined ? old : new DueDates(terms, wholeSlice(next));
  }
}
