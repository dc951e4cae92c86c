import type { CommonQueryMethods } from 'slonik';
import { getCalendar, getRuleSet, lawAt } from '../db/read/law.ts';
import type { Law } from '../domain/clock/law.ts';
import { dateOf, type InstantMs } from '../domain/instant.ts';
import type { CalendarVersion } from '../domain/law/calendar.ts';
import type { RuleSet } from '../domain/law/ruleSet.ts';
import { Refused } from './refused.ts';

/** How long a newly published rule set or calendar may go unnoticed by a running process. */
const STALE_MS = 30_000;

/** Law as routes ask for it, kept for half a minute: it changes a few times a year. */
export class LawBook {
  readonly #db: CommonQueryMethods;
  readonly #kept = new Map<string, { value: Promise<unknown>; until: number }>();

  constructor(db: CommonQueryMethods) {
    this.#db = db;
  }

  /** The law a case that starts now pins; refuses with NO_RULES_IN_FORCE. */
  async at(now: InstantMs): Promise<Law> {
    const law = await this.#keep(`at ${dateOf(now)}`, () => lawAt(this.#db, now));
    if (law === null) throw new Refused('NO_RULES_IN_FORCE');
    return law;
  }

  ruleSet(id: string): Promise<RuleSet> {
    return this.#keep(`rules ${id}`, () => getRuleSet(this.#db, id));
  }

  calendar(version: string): Promise<CalendarVersion> {
    return this.#keep(`calendar ${version}`, () => getCalendar(this.#db, version));
  }

  /** Ask the database anew: something was published by this process. */
  forget(): void {
    this.#kept.clear();
  }

  async #keep<T>(name: string, read: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(name);
    if (kept !== undefined && kept.until > Date.now()) return kept.value as Promise<T>;
    const value = read();
    this.#kept.set(name, { value, until: Date.now() + STALE_MS });
    // A failed look is not kept: the next one asks again.
    value.catch(() => this.#kept.delete(name));
    return value;
  }
}
