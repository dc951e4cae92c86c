import { setTimeout as pause } from 'node:timers/promises';
import { failLostRuns, finishRun, takeReplan, tellProgress } from '../../db/desk/lawRuns.ts';
import { someOnReplaced } from '../../db/read/lawRuns.ts';
import type { LawRun } from '../../domain/law/run.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { replanOpenCases } from './replan.ts';

/** How often a run says how far it is, and how often runs of lost processes are looked for. */
const TELL_MS = 300;
const LOOK_MS = 30_000;

/** Somebody cancelled the run, or the process ends. */
class Stopped extends Error {
  readonly state: 'CANCELLED' | 'FAILED';
  constructor(state: 'CANCELLED' | 'FAILED') {
    super(state);
    this.state = state;
  }
}

/** How a run says how far it is; throws when it is to stop. */
export type Tell = (done: number, total: number) => Promise<void>;

/**
 * Rehearsals, trials and re-plannings that this process carries out beside its requests, one row each
 * in `law_runs`. A re-planning that lost its process is taken up again by whoever looks next.
 */
export class LawRuns {
  readonly #deps: ApiDeps;
  readonly #ending = new AbortController();
  readonly #running = new Set<Promise<void>>();

  constructor(deps: ApiDeps) {
    this.#deps = deps;
  }

  /** Carry a kept run out; its figures, or how it failed, are in its row when it is over. */
  begin(id: string, work: (tell: Tell) => Promise<LawRun['figures']>): void {
    this.#keep(this.#carryOut(id, work));
  }

  /** Bring open cases over to what was published, as far as any are left. */
  replan(id: string): void {
    this.#keep(
      replanOpenCases(this.#deps, id, this.#ending.signal).catch((error: unknown) => {
        this.#deps.log.error(
          { run: id, err: error },
          're-planning broke off; taken up again later',
        );
      }),
    );
  }

  /** Look for runs that lost their process, now and every half minute until the process ends. */
  watch(): void {
    this.#keep(this.#watch());
  }

  /** Stop what runs; rehearsals fail, re-plannings go on elsewhere. */
  async close(): Promise<void> {
    this.#ending.abort();
    await Promise.all(this.#running);
  }

  async #watch(): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      try {
        await this.#look();
      } catch (error) {
        this.#deps.log.warn({ err: error }, 'could not look for runs; trying again');
      }
      await pause(LOOK_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async #look(): Promise<void> {
    const { pool } = this.#deps;
    await failLostRuns(pool, nowIso(this.#deps));
    if (!(await someOnReplaced(pool))) return;
    const id = await takeReplan(pool);
    if (id !== null) this.replan(id);
  }

  #keep(work: Promise<void>): void {
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
  }

  async #carryOut(id: string, work: (tell: Tell) => Promise<LawRun['figures']>): Promise<void> {
    const { pool, log } = this.#deps;
    const end = { figures: null, at: nowIso(this.#deps) };
    try {
      const figures = await work(this.#tellOf(id));
      await finishRun(pool, id, { state: 'DONE', at: nowIso(this.#deps), figures });
    } catch (error) {
      const state = error instanceof Stopped ? error.state : 'FAILED';
      if (!(error instanceof Stopped)) log.error({ run: id, err: error }, 'a run failed');
      await finishRun(pool, id, { ...end, state }).catch((failure: unknown) =>
        log.error({ run: id, err: failure }, 'the end of a run could not be kept'),
      );
    }
  }

  #tellOf(id: string): Tell {
    let told = 0;
    return async (done, total) => {
      if (this.#ending.signal.aborted) throw new Stopped('FAILED');
      if (Date.now() - told < TELL_MS && done < total) return;
      told = Date.now();
      const { cancelAsked } = await tellProgress(this.#deps.pool, id, { done, total });
      if (cancelAsked) throw new Stopped('CANCELLED');
    };
  }
}
