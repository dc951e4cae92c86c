import type { CommonQueryMethods } from 'slonik';
import { findUnit, listAskedUnits, listProvinceTimes, listUnits } from '../db/read/units.ts';
import type { Unit } from '../domain/account.ts';
import type { DateText } from '../domain/instant.ts';
import { type AskedUnit, unitsAround } from '../domain/routing/askedUnit.ts';
import { Kept } from './kept.ts';

/** Units and provinces as routes ask for them: they come with the reference data and are kept for half a minute. */
export class PlaceBook {
  readonly #db: CommonQueryMethods;
  readonly #kept = new Kept();

  constructor(db: CommonQueryMethods) {
    this.#db = db;
  }

  /** One unit, or null; what is not found is looked for again. */
  async unit(code: string): Promise<Unit | null> {
    const name = `unit ${code}`;
    const unit = await this.#kept.get(name, () => findUnit(this.#db, code));
    if (unit === null) this.#kept.forget(name);
    return unit;
  }

  /** Names of all units by their codes. */
  unitNames(): Promise<ReadonlyMap<string, string>> {
    return this.#kept.get('unit names', async () => {
      const units = await listUnits(this.#db);
      return new Map(units.map(({ code, name }) => [code, name]));
    });
  }

  /** National units, those of some provinces at any time, and whoever took over from them; by code. */
  async unitsAround(provinceCodes: readonly string[]): Promise<readonly AskedUnit[]> {
    const all = await this.#kept.get('units', () => listAskedUnits(this.#db));
    return unitsAround(all, provinceCodes);
  }

  /** Whether a code names a province on `today` that was there at some time since a date. */
  async knowsProvince(code: string, since: DateText, today: DateText): Promise<boolean> {
    const times = await this.#provinceTimes();
    return times.some(
      (time) =>
        time.code === code &&
        time.validFrom <= today &&
        (time.validTo === null || time.validTo >= since),
    );
  }

  /** Codes of the provinces of a date. */
  async provinceCodesOn(date: DateText): Promise<ReadonlySet<string>> {
    const times = await this.#provinceTimes();
    const there = times.filter(
      ({ validFrom, validTo }) => validFrom <= date && (validTo === null || validTo >= date),
    );
    return new Set(there.map(({ code }) => code));
  }

  #provinceTimes() {
    return this.#kept.get('provinces', () => listProvinceTimes(this.#db));
  }
}
