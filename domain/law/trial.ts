import { calendarFor } from '../clock/calendarFor.ts';
import {
  type Budget,
  type ClockEffect,
  type Law,
  type PinnedCalendars,
  type TermName,
  termOf,
  type TermUnit,
} from '../clock/law.ts';
import { dueOf } from '../clock/dueOf.ts';
import { rungsOn } from '../clock/ladder.ts';
import { CalendarExhausted } from '../clock/workingTime.ts';
import { addDays, dateOf, type DateText, dayNumberOf, type InstantMs } from '../instant.ts';
import { type CalendarVersion, wholeSlice } from './calendar.ts';
import { calendarWith, type LawChange } from './draft.ts';
import { type CalendarOverlay, composeCalendar, NATIONAL_CALENDAR } from './overlay.ts';
import { type RuleSet, termsOf } from './ruleSet.ts';

/** What a due date follows from, as rows keep it. */
export interface ClockFacts {
  caseId: string;
  /** Unit that owns the case, and the agency asked where the clock counts a question. */
  unit: string;
  asked: string | null;
  clock: string;
  term: TermName;
  effect: ClockEffect;
  ruleSetId: string;
  calendarVersion: string;
  /** Version of the days of its own that the case's unit had, or null. */
  overlay: string | null;
  startedAt: InstantMs;
  dueAt: InstantMs;
  /** When it stopped or paused; null while it runs. */
  endedAt: InstantMs | null;
  stood: readonly (readonly [InstantMs, InstantMs])[];
  /** What it was extended to, where it was: then the rule set's own amount no longer counts. */
  extendedTo: Budget | null;
}

type CountedBy = Pick<Law, 'ruleSetId' | 'terms' | 'calendar' | 'calendars' | 'ladder'>;

/**
 * Due instants under one law; each first day of a term in days is counted once. With a ladder, a clock
 * is counted with its warnings: one that has a warning outside the calendar cannot go over to that law.
 */
class DueDates {
  readonly #law: CountedBy;
  readonly #byDay = new Map<string, Map<number, InstantMs | null>>();

  constructor(law: CountedBy) {
    this.#law = law;
  }

  /** The due instant, or null where the calendar is not published. */
  of(facts: ClockFacts): InstantMs | null {
    const { term, stood, extendedTo } = facts;
    const budget = extendedTo ?? termOf(this.#law, term);
    const even = stood.length === 0 && extendedTo === null && budget.unit.endsWith('Day');
    return even ? this.#ofDay(facts) : this.#count(facts, budget);
  }

  #ofDay(facts: ClockFacts): InstantMs | null {
    const { term, effect, startedAt } = facts;
    const name = this.#law.ladder === undefined ? term : `${term} ${effect}`;
    const days = this.#byDay.get(name) ?? new Map<number, InstantMs | null>();
    this.#byDay.set(name, days);
    const day = dayNumberOf(startedAt);
    const known = days.get(day);
    if (known !== undefined) return known;
    const due = this.#count(facts, termOf(this.#law, term));
    days.set(day, due);
    return due;
  }

  #count({ term, effect, startedAt, stood }: ClockFacts, budget: Budget): InstantMs | null {
    const { ladder } = this.#law;
    const calendar = calendarFor(this.#law, termOf(this.#law, term));
    try {
      const due = dueOf({ startedAt, stood }, budget, calendar);
      if (ladder !== undefined)
        rungsOn(ladder, { effect, startedAt, dueAt: due, stood }, budget, calendar);
      return due;
    } catch (error) {
      if (error instanceof CalendarExhausted) return null;
      throw error;
    }
  }
}

/** Everything published, by id and version. */
export interface LawByName {
  ruleSets: ReadonlyMap<string, RuleSet>;
  /** National calendars. */
  calendars: ReadonlyMap<string, CalendarVersion>;
  /** What units have beside them. */
  overlays: ReadonlyMap<string, CalendarOverlay>;
}

/**
 * First and last of the dates on which a change of work can move a term: for calendar days only where
 * it ends, since all days in between count; otherwise all its days, the first one for hours only.
 */
export function datesThatCount(
  unit: TermUnit,
  startedAt: InstantMs,
  from: InstantMs,
  to: InstantMs,
): [first: DateText, last: DateText] {
  const start = dateOf(startedAt);
  const last = dateOf(Math.max(from, to));
  if (unit === 'calendarDay') return [dateOf(Math.min(from, to)), last];
  return [unit === 'workingDay' ? addDays(start, 1) : start, last];
}

/** What a clock was due, and would be due under the change. */
export interface Compared {
  before: InstantMs;
  after: InstantMs;
}

interface Book {
  old: DueDates;
  anew: DueDates;
  unitOf: (term: TermName) => TermUnit;
}

/**
 * A change of the law laid on facts. The same change may stand in for published versions (`replaced`,
 * a rehearsal: cases on them go over to one new calendar) or be laid on whatever calendar a case had.
 */
export class Trial {
  readonly #change: LawChange;
  readonly #law: LawByName;
  readonly #replaced: ReadonlyMap<string, CalendarVersion> | null;
  readonly #books = new Map<string, Book>();

  constructor(
    change: LawChange,
    law: LawByName,
    replaced: ReadonlyMap<string, CalendarVersion> | null = null,
  ) {
    this.#change = change;
    this.#law = law;
    this.#replaced = replaced;
  }

  /**
   * The clock before and after; null where a calendar does not reach, in a rehearsal not all warnings
   * of the clock either (a case cannot go over then). A clock the change does not
   * touch keeps the date that is written, whatever was done to it besides.
   */
  compare(facts: ClockFacts): Compared | null {
    const { old, anew } = this.#bookOf(facts);
    const [before, after] = [old.of(facts), anew.of(facts)];
    if (after === null || before === null) return null;
    return { before: facts.dueAt, after: after === before ? facts.dueAt : after };
  }

  /** Dates of the change that made a clock move; none for a change of term. */
  why(facts: ClockFacts, to: InstantMs): DateText[] {
    if (this.#change.of === 'TERM') return [];
    const unit = facts.extendedTo?.unit ?? this.#bookOf(facts).unitOf(facts.term);
    const [first, last] = datesThatCount(unit, facts.startedAt, facts.dueAt, to);
    const dates = this.#change.days.map(({ date }) => date);
    return dates.filter((date) => date >= first && date <= last).toSorted();
  }

  #bookOf({ ruleSetId, calendarVersion, overlay }: ClockFacts): Book {
    const name = `${ruleSetId} ${calendarVersion} ${overlay ?? ''}`;
    const known = this.#books.get(name);
    if (known !== undefined) return known;
    const ruleSet = this.#law.ruleSets.get(ruleSetId);
    const national = this.#law.calendars.get(calendarVersion);
    const own = overlay === null ? null : this.#law.overlays.get(overlay);
    if (ruleSet === undefined || national === undefined || own === undefined) {
      throw new RangeError(`No law ${name}`);
    }
    const terms = termsOf(ruleSet);
    const old = new DueDates({ ruleSetId, terms, ...this.#slicesOf(national, own) });
    const changed = this.#termsUnder(ruleSetId, terms);
    const next = this.#calendarUnder(national);
    const same = changed === terms && next === national;
    const ladder = this.#replaced === null ? undefined : ruleSet.ladder;
    const law = { ruleSetId, terms: changed, ladder, ...this.#slicesOf(next, own) };
    const unitOf = (term: TermName): TermUnit => termOf({ ruleSetId, terms }, term).unit;
    const book = { old, anew: same ? old : new DueDates(law), unitOf };
    this.#books.set(name, book);
    return book;
  }

  /** The unit's calendar, and those that terms may name: the national one and every unit's. */
  #slicesOf(national: CalendarVersion, own: CalendarOverlay | null): PinnedCalendars {
    const named = [...this.#law.overlays.values()].map((overlay) => {
      return [overlay.unit, wholeSlice(composeCalendar(national, overlay))] as const;
    });
    const calendars = { [NATIONAL_CALENDAR]: wholeSlice(national), ...Object.fromEntries(named) };
    return { calendar: wholeSlice(composeCalendar(national, own)), calendars };
  }

  #termsUnder(ruleSetId: string, terms: Law['terms']): Law['terms'] {
    const change = this.#change;
    if (change.of !== 'TERM' || change.ruleSetId !== ruleSetId) return terms;
    const term = { ...terms[change.term], amount: change.amount, unit: change.unit };
    return { ...terms, [change.term]: term };
  }

  #calendarUnder(national: CalendarVersion): CalendarVersion {
    const change = this.#change;
    if (change.of !== 'CALENDAR') return national;
    if (this.#replaced !== null) return this.#replaced.get(national.version) ?? national;
    return calendarWith(national, change, 'trial');
  }
}
