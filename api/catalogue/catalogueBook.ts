import type { CommonQueryMethods } from 'slonik';
import { listOffences, releaseInForce } from '../../db/read/catalogue.ts';
import type { ListedOffence } from '../../domain/offence/offence.ts';

interface InForce {
  id: string;
  version: number;
  offences: readonly ListedOffence[];
}

/** The catalogue in force, read once per release: suggestions go through all of it. */
export class CatalogueBook {
  readonly #pool: CommonQueryMethods;
  #known: InForce | null = null;

  constructor(pool: CommonQueryMethods) {
    this.#pool = pool;
  }

  async inForce(): Promise<InForce> {
    const { id, version } = await releaseInForce(this.#pool);
    if (this.#known?.id !== id) {
      this.#known = { id, version, offences: await listOffences(this.#pool, id) };
    }
    return this.#known;
  }
}
