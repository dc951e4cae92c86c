const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What is to be done at which real instant, by key; setting a key again moves it. */
export class Agenda {
  readonly #timers = new Map<string, NodeJS.Timeout>();

  /** Do something at a real instant (epoch milliseconds), at once when that has passed. */
  set(key: string, atMs: number, act: () => void): void {
    this.remove(key);
    const wait = Math.max(0, atMs - Date.now());
    const timer = setTimeout(
      () => {
        // Timers hold 31 bits: a later instant is reached in several waits.
        if (wait > LONGEST_TIMER_MS) return this.set(key, atMs, act);
        this.#timers.delete(key);
        act();
      },
      Math.min(wait, LONGEST_TIMER_MS),
    );
    this.#timers.set(key, timer);
  }

  remove(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
