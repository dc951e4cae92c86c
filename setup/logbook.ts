import type { LineSink } from './child.ts';

const LINES_KEPT = 5_000;

/** The last lines each process wrote, so that tests and a failing start can show them. */
export class Logbook {
  readonly #lines = new Map<string, string[]>();
  readonly #print: LineSink;

  constructor(print: LineSink) {
    this.#print = print;
  }

  readonly tell: LineSink = (name, line) => {
    const kept = this.#lines.get(name) ?? [];
    kept.push(line);
    if (kept.length > LINES_KEPT) kept.splice(0, LINES_KEPT / 2);
    this.#lines.set(name, kept);
    this.#print(name, line);
  };

  /** Oldest first. */
  linesOf(name: string): readonly string[] {
    return this.#lines.get(name) ?? [];
  }
}
