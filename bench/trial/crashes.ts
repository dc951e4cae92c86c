import type { House, MemberName } from '../../setup/house.ts';
import type { TrialBook } from './book.ts';

/** Killed by turns; the database has crash tests of its own (`tests/faults`). */
const MEMBERS: readonly MemberName[] = ['worker', 'api', 'agencies', 'temporal'];

/** Kills processes of the house while the batch goes on, one at a time, and starts each again. */
export class Crashes {
  readonly #house: House;
  readonly #book: TrialBook;
  readonly #due: number[];
  #under: Promise<void> = Promise.resolve();

  /** `count` crashes, spread evenly over so many records. */
  constructor(
    house: House,
    book: TrialBook,
    { count, records }: Record<'count' | 'records', number>,
  ) {
    this.#house = house;
    this.#book = book;
    this.#due = Array.from({ length: count }, (_, at) => Math.ceil((records * (at + 0.5)) / count));
  }

  /** The nth record begins: what is due is killed beside it. */
  begun(n: number): void {
    for (const [at, due] of this.#due.entries()) {
      const member = MEMBERS[at % MEMBERS.length];
      if (due === n && member !== undefined)
        this.#under = this.#under.then(() => this.#crash(member));
    }
  }

  /** Resolves when everything that was killed serves again. */
  over(): Promise<void> {
    return this.#under;
  }

  async #crash(member: MemberName): Promise<void> {
    try {
      await this.#house.kill(member);
      this.#book.killed.push(member);
      await this.#house.restart(member);
    } catch (error) {
      this.#book.failed(`kill ${member}`, error);
    }
  }
}
