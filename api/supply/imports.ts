import { randomUUID } from 'node:crypto';
import { batchRuns } from '../../db/desk/importRuns.ts';
import { leaveToPerson } from '../../db/desk/supplyBatches.ts';
import { takeSupplyRows } from '../../db/intake/supplies.ts';
import { findAccount } from '../../db/read/accounts.ts';
import { listUnmade, workOfBatch } from '../../db/read/supplyBatches.ts';
import type { Account } from '../../domain/account.ts';
import { dateOf } from '../../domain/instant.ts';
import { nowIso, nowMs } from '../deps.ts';
import { LongWork } from '../longWork.ts';
import { Refused } from '../refused.ts';
import { makeRecord } from './entries.ts';

/** Rows entered in one transaction: few enough that a person's own entry need not wait for long. */
const ROWS = 100;
const RECORDS = 40;
/** Records made at the same time: few beside people's own acts. */
const AT_ONCE = 4;

/**
 * Files of judgments, which this process enters beside its requests, and records made of them. What
 * became of a row stands with the row and with its entry, so a batch that broke off goes on where it was.
 */
export class SupplyImports extends LongWork {
  protected readonly piece = 'batch';

  protected takeLost(silentSeconds: number): Promise<readonly string[]> {
    return batchRuns.takeLost(this.deps.pool, silentSeconds);
  }

  protected async carryOut(id: string): Promise<void> {
    const { pool } = this.deps;
    const work = await workOfBatch(pool, id);
    const account = work === null ? null : await findAccount(pool, work.confirmedBy);
    const end = (state: 'STOPPED' | 'DONE'): Promise<void> =>
      batchRuns.end(pool, { id, state, at: nowIso(this.deps) });
    if (work === null || account?.unit !== work.unit) return end('STOPPED');
    for (;;) {
      if (this.ending) return;
      if (await batchRuns.beat(pool, id)) return end('STOPPED');
      const more =
        work.task === 'ENTRIES'
          ? await this.#enterSome(id, account)
          : await this.#makeSome(id, account);
      if (!more) return end('DONE');
    }
  }

  async #enterSome(id: string, { id: receivedBy, unit }: Account): Promise<boolean> {
    const year = Number(dateOf(nowMs(this.deps)).slice(0, 4));
    const receivedAt = nowIso(this.deps);
    const entering = { unit, year, channel: 'FILE' as const, receivedBy, receivedAt };
    return (await takeSupplyRows(this.deps.pool, id, entering, ROWS)) === ROWS;
  }

  async #makeSome(batch: string, account: Account): Promise<boolean> {
    const queue = [...(await listUnmade(this.deps.pool, batch, RECORDS))];
    const more = queue.length === RECORDS;
    const work = async (): Promise<void> => {
      for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
        if (this.ending) return;
        await this.#make(id, account);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return more;
  }

  async #make(id: string, account: Account): Promise<void> {
    try {
      await makeRecord(this.deps, account, { id, key: randomUUID(), despite: false });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await leaveToPerson(this.deps.pool, id, error.code);
    }
  }
}
