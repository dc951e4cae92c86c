import { setTimeout as pause } from 'node:timers/promises';
import type { ApiDeps } from './deps.ts';

const LOOK_MS = 10_000;
/** After so long without a sign of life a piece of work is taken up by another process. */
const SILENT_SECONDS = 20;

/**
 * Work that this process carries out beside its requests, piece by piece; a piece that broke off or whose
 * process ended is taken up again.
 */
export abstract class LongWork {
  protected readonly deps: ApiDeps;
  readonly #ending = new AbortController();
  readonly #running = new Map<string, Promise<void>>();

  constructor(deps: ApiDeps) {
    this.deps = deps;
  }

  /** What one piece is called in the log. */
  protected abstract readonly piece: string;
  /** Do a piece from where it was left; leaves off once `ending`. */
  protected abstract carryOut(id: string): Promise<void>;
  /** Take up the pieces whose process has been silent for so long; each goes to one taker. */
  protected abstract takeLost(silentSeconds: number): Promise<readonly string[]>;

  protected get ending(): boolean {
    return this.#ending.signal.aborted;
  }

  /** Begin a piece, or go on with it. */
  begin(id: string): void {
    // One that was stopped may still be at its last rows.
    const before = this.#running.get(id) ?? Promise.resolve();
    const work = before
      .then(() => this.carryOut(id))
      .catch((error: unknown) => {
        this.deps.log.error({ [this.piece]: id, err: error }, 'work broke off; taken up again');
      })
      .finally(() => {
        if (this.#running.get(id) === work) this.#running.delete(id);
      });
    this.#running.set(id, work);
  }

  /** Look for pieces that lost their process, now and every ten seconds until this one ends. */
  watch(): void {
    this.#running.set('watch', this.#watch());
  }

  /** Stop what runs; another process takes it up. */
  async close(): Promise<void> {
    this.#ending.abort();
    await Promise.all(this.#running.values());
  }

  async #watch(): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      try {
        for (const id of await this.takeLost(SILENT_SECONDS)) this.begin(id);
      } catch (error) {
        const what = { work: this.piece, err: error };
        this.deps.log.warn(what, 'could not look for lost work; trying again');
      }
      await pause(LOOK_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
