/** How long what was newly published may go unnoticed by a running process. */
const STALE_MS = 30_000;

/** What was read from the database a moment ago, by name. */
export class Kept {
  readonly #kept = new Map<string, { value: Promise<unknown>; until: number }>();

  /** What is kept under a name, or what `read` gives; a failed look is not kept, the next one asks again. */
  get<T>(name: string, read: () => Promise<T>, keptMs = STALE_MS): Promise<T> {
    const kept = this.#kept.get(name);
    if (kept !== undefined && kept.until > Date.now()) return kept.value as Promise<T>;
    const value = read();
    this.#kept.set(name, { value, until: Date.now() + keptMs });
    value.catch(() => this.#kept.delete(name));
    return value;
  }

  /** Ask anew for everything, or for what one name stands for. */
  forget(name?: string): void {
    if (name === undefined) this.#kept.clear();
    else this.#kept.delete(name);
  }
}
