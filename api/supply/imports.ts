import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  beatOfBatch,
  endBatch,
  leaveToPerson,
  takeLostBatches,
} from '../../db/desk/supplyBatches.ts';
import { takeSupplyRows } from '../../db/intake/supplies.ts';
import { findAccount } from '../../db/read/accounts.ts';
import { listUnmade, workOfBatch } from '../../db/read/supplyBatches.ts';
import type { Account } from '../../domain/account.ts';
import { dateOf } from '../../domain/instant.ts';
import { type ApiDeps, nowIso, nowMs } from '../deps.ts';
import { Refused } from '../refused.ts';
import { makeRecord } from './entries.ts';

/** Rows entered in one transaction: few enough that a person's own entry need not wait for long. */
const ROWS = 100;
const RECORDS = 40;
/** Records made at the same time: few beside people's own acts. */
const AT_ONCE = 4;
const LOOK_MS = 10_000;
/** After so long without a sign of life a batch is taken up by another process. */
const SILENT_SECONDS = 20;

/**
 * Files of judgments, which this process enters beside its requests, and records made of them. What
 * became of a row stands with the row and with its entry, so a batch that broke off goes on where it was.
 */
export class SupplyImports {
  readonly #deps: ApiDeps;
  readonly #ending = new AbortController();
  readonly #running = new Map<string, Promise<void>>();

  constructor(deps: ApiDeps) {
    this.#deps = deps;
  }

  /** Do what a batch is to have done, from where it was left. */
  begin(id: string): void {
    // One that was stopped may still be at its last rows.
    const before = this.#running.get(id) ?? Promise.resolve();
    const work = before
      .then(() => this.#carryOut(id))
      .catch((error: unknown) => {
        this.#deps.log.error({ batch: id, err: error }, 'a batch broke off; taken up again');
      })
      .finally(() => {
        if (this.#running.get(id) === work) this.#running.delete(id);
      });
    this.#running.set(id, work);
  }

  /** Look for batches that lost their process, now and every ten seconds until this one ends. */
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
        const lost = await takeLostBatches(this.#deps.pool, SILENT_SECONDS);
        for (const id of lost) this.begin(id);
      } catch (error) {
        this.#deps.log.warn({ err: error }, 'could not look for batches; trying again');
      }
      await pause(LOOK_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async #carryOut(id: string): Promise<void> {
    const { pool } = this.#deps;
    const work = await workOfBatch(pool, id);
    const account = work === null ? null : await findAccount(pool, work.confirmedBy);
    const end = (state: 'STOPPED' | 'DONE'): Promise<void> =>
      endBatch(pool, { id, state, at: nowIso(this.#deps) });
    if (work === null || account?.unit !== work.unit) return end('STOPPED');
    for (;;) {
      if (this.#ending.signal.aborted) return;
      if (await beatOfBatch(pool, id)) return end('STOPPED');
      const more =
        work.task === 'ENTRIES'
          ? await this.#enterSome(id, account)
          : await this.#makeSome(id, account);
      if (!more) return end('DONE');
    }
  }

  async #enterSome(id: string, { id: receivedBy, unit }: Account): Promise<boolean> {
    const year = Number(dateOf(nowMs(this.#deps)).slice(0, 4));
    const receivedAt = nowIso(this.#deps);
    const entering = { unit, year, channel: 'FILE' as const, receivedBy, receivedAt };
    return (await takeSupplyRows(this.#deps.pool, id, entering, ROWS)) === ROWS;
  }

  async #makeSome(batch: string, account: Account): Promise<boolean> {
    const queue = [...(await listUnmade(this.#deps.pool, batch, RECORDS))];
    const more = queue.length === RECORDS;
    const work = async (): Promise<void> => {
      for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
        if (this.#ending.signal.aborted) return;
        await this.#make(id, account);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return more;
  }

  async #make(id: string, account: Account): Promise<void> {
    try {
      await makeRecord(this.#deps, account, { id, key: randomUUID(), despite: false });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await leaveToPerson(this.#deps.pool, id, error.code);
    }
  }
}
