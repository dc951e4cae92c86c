import type { CommonQueryMethods } from 'slonik';
import { findCalendar, findRuleSet, listOverlays } from '../db/read/law.ts';
import type { OpenClock } from '../db/read/recount.ts';
import type { CalendarSlice, Term } from '../domain/clock/law.ts';
import { type CalendarVersion, wholeSlice } from '../domain/law/calendar.ts';
import { NATIONAL_CALENDAR } from '../domain/law/overlay.ts';
import { termsOf } from '../domain/law/ruleSet.ts';
import type { ClockLaw } from './compareClock.ts';

type Calendar = { published: CalendarVersion; slice: CalendarSlice } | null;

/** Rule sets and calendars by which clocks count, each read once: published law never changes. */
export class LawShelf {
  readonly #terms = new Map<string, Promise<Terms | null>>();
  readonly #calendars = new Map<string, Promise<Calendar>>();

  /** The law of a clock, or a sentence that says what of it is not published. */
  async of(db: CommonQueryMethods, clock: OpenClock): Promise<ClockLaw | string> {
    const { ruleSetId, calendarVersion } = clock;
    const terms = await kept(this.#terms, ruleSetId, () => readTerms(db, ruleSetId));
    const term = terms?.[clock.term];
    if (term === undefined) return `rule set ${ruleSetId} gives no term ${clock.term}`;
    const overlay = await overlayFor(db, term, clock);
    const calendar = await this.calendar(db, calendarVersion, overlay);
    if (calendar === null) return `calendar ${calendarVersion} ${overlay ?? ''} is not published`;
    const { amount, unit } = clock.extendedTo ?? term;
    return { budget: { amount, unit }, ...calendar };
  }

  /** A calendar with a unit's own days where an overlay's version is given; null when it is not published. */
  calendar(db: CommonQueryMethods, version: string, overlay: string | null): Promise<Calendar> {
    return kept(this.#calendars, `${version} ${overlay}`, () => readCalendar(db, version, overlay));
  }
}

type Terms = Readonly<Partial<Record<string, Term>>>;

async function readTerms(db: CommonQueryMethods, id: string): Promise<Terms | null> {
  const ruleSet = await findRuleSet(db, id);
  return ruleSet === null ? null : termsOf(ruleSet);
}

async function readCalendar(
  db: CommonQueryMethods,
  version: string,
  overlay: string | null,
): Promise<Calendar> {
  const published = await findCalendar(db, version, overlay);
  if (published === null) return null;
  return { published, slice: wholeSlice(published) };
}

/** Version of the overlay by which a term is counted: the case's own, or that of the calendar it names. */
async function overlayFor(
  db: CommonQueryMethods,
  term: Term,
  clock: OpenClock,
): Promise<string | null> {
  if (term.calendar === undefined) return clock.calendarOverlay;
  if (term.calendar === NATIONAL_CALENDAR) return null;
  return (await listOverlays(db)).get(term.calendar)?.version ?? term.calendar;
}

function kept<T>(shelf: Map<string, Promise<T>>, name: string, read: () => Promise<T>): Promise<T> {
  const found = shelf.get(name) ?? read();
  shelf.set(name, found);
  return found;
}
