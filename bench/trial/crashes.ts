import type { House, MemberName } from '../../setup/house.ts';
import type { TrialBook, TrialHalf } from './book.ts';

/** Every process of the house, in the order in which they are killed. */
export const MEMBERS: readonly MemberName[] = ['worker', 'postgres', 'api', 'temporal', 'agencies'];

/** Kills processes of the house while one half of the trial goes on, one at a time, and starts each again. */
export class Crashes {
  readonly #house: House;
  readonly #book: TrialBook;
  readonly #half: TrialHalf;
  readonly #left: MemberName[];
  #under: Promise<void> = Promise.resolve();

  /** Each process `times` times. */
  constructor(house: House, book: TrialBook, { half, times }: { half: TrialHalf; times: number }) {
    this.#house = house;
    this.#book = book;
    this.#half = half;
    this.#left = Array.from({ length: times }, () => MEMBERS).flat();
  }

  /** Kill what is due by the beginning of the nth of so many pieces of work, evenly spread. */
  begun(n: number, all: number): void {
    const count = this.#left.length;
    for (const [at, member] of this.#left.entries()) {
      if (Math.ceil((all * (at + 0.5)) / count) === n) this.#soon(member);
    }
  }

  /** Do something while the next process is killed beside it, as long as there is one. */
  async beside<T>(work: () => Promise<T>): Promise<T> {
    const member = this.#left.shift();
    if (member !== undefined) this.#soon(member);
    const done = await work();
    await this.over();
    return done;
  }

  /** Resolves when everything that was killed serves again. */
  over(): Promise<void> {
    return this.#under;
  }

  #soon(member: MemberName): void {
    this.#under = this.#under.then(() => this.#crash(member));
  }

  async #crash(member: MemberName): Promise<void> {
    try {
      await this.#house.kill(member);
      this.#book.killed.push({ member, half: this.#half });
      await this.#house.restart(member);
    } catch (error) {
      this.#book.failed(`kill ${member}`, error);
    }
  }
}
