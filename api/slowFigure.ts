/** What takes no longer than this is measured at every request. */
const QUICK_MS = 100;
/** A figure stands for so many times the time it took to measure. */
const STANDS_FOR = 20;

/**
 * A figure that takes seconds to measure when much is open: the last one stands for a while, and while
 * the next is measured. It says itself up to which instant it counts.
 *
 * Only the first request, and those after an error, wait and meet the error.
 */
export class SlowFigure<T> {
  readonly #measure: () => Promise<T>;
  #last: { value: T; until: number } | null = null;
  #next: Promise<T> | null = null;

  constructor(measure: () => Promise<T>) {
    this.#measure = measure;
  }

  async get(): Promise<T> {
    const last = this.#last;
    if (last !== null && last.until > performance.now()) return last.value;
    const next = (this.#next ??= this.#measured().finally(() => (this.#next = null)));
    if (last === null) return next;
    // Whoever waits for nothing learns of an error at the next request.
    next.catch(() => (this.#last = null));
    return last.value;
  }

  async #measured(): Promise<T> {
    const start = performance.now();
    const value = await this.#measure();
    const took = performance.now() - start;
    const isQuick = took <= QUICK_MS;
    this.#last = isQuick ? null : { value, until: performance.now() + took * STANDS_FOR };
    return value;
  }
}

/** The same figure of each unit, or of the whole country (null), each standing on its own. */
export function slowFiguresBy<T>(
  measure: (owner: string | null) => Promise<T>,
): (owner: string | null) => Promise<T> {
  const figures = new Map<string | null, SlowFigure<T>>();
  return (owner) => {
    const figure = figures.get(owner) ?? new SlowFigure(() => measure(owner));
    figures.set(owner, figure);
    return figure.get();
  };
}
