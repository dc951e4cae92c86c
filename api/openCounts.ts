import type { CommonQueryMethods } from 'slonik';
import { type BoardScope, countOpen, type OpenCount } from '../db/read/board.ts';
import { addDays, dateOf, endOfDay, isoOf } from '../domain/instant.ts';
import type { Changes } from './changes.ts';

export const DAYS_AHEAD = 3;
/** Longest time a count is believed, were a change ever missed. */
const STALE_MS = 60_000;

interface Known {
  counts: readonly OpenCount[];
  /** Business instant, ISO, after which time alone changes a count. */
  until: string;
  /** Real time. */
  staleAt: number;
}

/**
 * Open cases by unit, kind and step, counted again only for units in which something changed: a case
 * of theirs was written (as the database tells it), a clock ran out or came to its warning, a day
 * began. So the country's counts cost what has changed since they were last asked for.
 */
export class OpenCounts {
  readonly #db: CommonQueryMethods;
  readonly #known = new Map<string, Known>();
  /** Changes heard of, by unit: a count that was under way while one came is not kept. */
  readonly #heard = new Map<string, number>();
  #resets = 0;

  constructor(db: CommonQueryMethods, changes: Pick<Changes, 'onChange' | 'onReset'>) {
    this.#db = db;
    changes.onChange((change) => {
      if ('case' in change) this.#forget(change.unit);
    });
    changes.onReset(() => {
      this.#resets += 1;
      this.#known.clear();
    });
  }

  /** The counts of some units at a business instant, of one kind of case or of both. */
  async of(
    units: readonly string[],
    { now, kind }: Pick<BoardScope, 'now' | 'kind'>,
  ): Promise<OpenCount[]> {
    const missing = units.filter((unit) => !this.#holds(unit, now));
    const fresh = missing.length === 0 ? new Map<string, Known>() : await this.#count(missing, now);
    return units
      .flatMap((unit) => (fresh.get(unit) ?? this.#known.get(unit))?.counts ?? [])
      .filter((count) => kind === null || count.kind === kind);
  }

  #holds(unit: string, now: string): boolean {
    const known = this.#known.get(unit);
    return known !== undefined && now <= known.until && Date.now() < known.staleAt;
  }

  #forget(unit: string): void {
    this.#known.delete(unit);
    this.#heard.set(unit, (this.#heard.get(unit) ?? 0) + 1);
  }

  async #count(units: readonly string[], now: string): Promise<Map<string, Known>> {
    const heard = new Map(units.map((unit) => [unit, this.#heard.get(unit)]));
    const resets = this.#resets;
    const ends = endsOf(now);
    const counts = Map.groupBy(await countOpen(this.#db, units, ends), ({ unit }) => unit);
    const fresh = new Map<string, Known>();
    for (const unit of units) {
      const own = counts.get(unit) ?? [];
      const known = {
        counts: own,
        until: untilOf(own, ends.endOfDay),
        staleAt: Date.now() + STALE_MS,
      };
      fresh.set(unit, known);
      const unchanged = this.#heard.get(unit) === heard.get(unit) && this.#resets === resets;
      if (unchanged) this.#known.set(unit, known);
    }
    return fresh;
  }
}

function endsOf(now: string) {
  const today = dateOf(Date.parse(now));
  return {
    now,
    endOfDay: isoOf(endOfDay(today)),
    endOfThirdDay: isoOf(endOfDay(addDays(today, DAYS_AHEAD))),
  };
}

/** The last instant at which these counts are still true: a clock is late after its due instant, at risk from its warning on. */
function untilOf(counts: readonly OpenCount[], endOfToday: string): string {
  const last = counts.flatMap(({ nextDueAt, nextRiskAt }) => [
    ...(nextDueAt === null ? [] : [nextDueAt]),
    ...(nextRiskAt === null ? [] : [isoOf(Date.parse(nextRiskAt) - 1)]),
  ]);
  return [endOfToday, ...last].toSorted()[0] ?? endOfToday;
}
