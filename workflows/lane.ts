/**
 * One transition of a case at a time: each piece of work waits for the one before it, whether that
 * one succeeded or was refused.
 */
export class Lane {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work, work);
    this.#last = result;
    return result;
  }
}
