import { packetRuns } from '../../db/desk/importRuns.ts';
import { findImporter, leaveOut, listWaiting, noteUnsent } from '../../db/desk/packets.ts';
import { takeRequests } from '../../db/desk/requestClaims.ts';
import { findAccount } from '../../db/read/accounts.ts';
import type { Account } from '../../domain/account.ts';
import { AnswerForm } from '../../domain/desk.ts';
import { MOST_IN_PACKET } from '../../domain/packet.ts';
import { messageOf } from '../answering.ts';
import { bringMessage } from '../bringMessage.ts';
import { nowIso } from '../deps.ts';
import { LongWork } from '../longWork.ts';
import { Refused } from '../refused.ts';

/** Answers brought to their cases at the same time: enough for speed, few beside people's own acts. */
const AT_ONCE = 8;
const BATCH = 100;
const BEAT_MS = 500;

type Waiting = Awaited<ReturnType<typeof listWaiting>>[number];

/**
 * Imports of answered packets, which this process carries out beside its requests. What became of a row
 * is told by the message it became, so an import that broke off goes on where it was, and nothing counts twice.
 */
export class PacketImports extends LongWork {
  protected readonly piece = 'upload';

  protected takeLost(silentSeconds: number): Promise<readonly string[]> {
    return packetRuns.takeLost(this.deps.pool, silentSeconds);
  }

  protected async carryOut(id: string): Promise<void> {
    const { pool } = this.deps;
    const importer = await findImporter(pool, id);
    const account = importer === null ? null : await findAccount(pool, importer.confirmedBy);
    const moved = account?.unit !== importer?.unit;
    if (account === null || moved)
      return packetRuns.end(pool, { id, state: 'STOPPED', at: nowIso(this.deps) });
    await this.#takeAll(id, account);
    const told = { at: 0 };
    for (;;) {
      const waiting = await listWaiting(pool, id, BATCH);
      const stopped = await this.#answerAll(id, account, waiting, told);
      if (this.ending) return;
      if (stopped) return packetRuns.end(pool, { id, state: 'STOPPED', at: nowIso(this.deps) });
      if (waiting.length < BATCH) {
        return packetRuns.end(pool, { id, state: 'DONE', at: nowIso(this.deps) });
      }
    }
  }

  /** All at once onto the importer's desk: what a colleague has is left out. */
  async #takeAll(uploadId: string, { id, unit }: Account): Promise<void> {
    const { pool } = this.deps;
    const waiting = await listWaiting(pool, uploadId, MOST_IN_PACKET);
    const ids = waiting.map(({ requestId }) => requestId);
    const taking = { account: id, unit, over: null, at: nowIso(this.deps) };
    const claims = await takeRequests(pool, ids, taking);
    const others = claims.filter(({ holder }) => holder !== id);
    if (others.length > 0)
      await leaveOut(
        pool,
        uploadId,
        others.map(({ requestId }) => requestId),
      );
  }

  /** Several rows at a time; gives whether somebody asked to stop. */
  async #answerAll(
    id: string,
    account: Account,
    waiting: readonly Waiting[],
    told: { at: number },
  ): Promise<boolean> {
    const queue = [...waiting];
    let stop = false;
    const work = async (): Promise<void> => {
      while (!stop && !this.ending) {
        if (Date.now() - told.at >= BEAT_MS) {
          told.at = Date.now();
          stop = (await packetRuns.beat(this.deps.pool, id)) || stop;
          continue;
        }
        const row = queue.shift();
        if (row === undefined) return;
        await this.#answer(id, account, row);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return stop;
  }

  async #answer(uploadId: string, account: Account, row: Waiting): Promise<void> {
    const { requestId, n, round } = row;
    const answer = AnswerForm.parse(row.answer);
    const messageId = `packet/${uploadId}/${n}`;
    try {
      const message = await messageOf(this.deps, account, { requestId, answer, messageId, round });
      await bringMessage(this.deps, message);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // Kept with the message itself, where the result of the row is read; on the row where there is none.
      await noteUnsent(this.deps.pool, { uploadId, n, code: error.code });
    }
  }
}
