import type { ActDone } from './messages.ts';

const KEPT = 64;

/**
 * Answers to the latest updates by id. Temporal removes repeats within one run only; this carries
 * them across continue-as-new.
 */
export class Recent {
  readonly #answers: Map<string, ActDone>;

  constructor(carried: readonly (readonly [string, ActDone])[] = []) {
    this.#answers = new Map(carried);
  }

  get(updateId: string): ActDone | undefined {
    return this.#answers.get(updateId);
  }

  put(updateId: string, answer: ActDone): void {
    this.#answers.set(updateId, answer);
    const oldest = this.#answers.keys().next();
    if (this.#answers.size > KEPT && !oldest.done) this.#answers.delete(oldest.value);
  }

  dump(): [string, ActDone][] {
    return [...this.#answers];
  }
}
