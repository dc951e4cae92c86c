import type { Logger } from 'pino';
import type { DatabasePool, DatabaseTransactionConnection } from 'slonik';
import { listOpenAfter } from '../db/intake/outbox.ts';
import { listOpenClocks } from '../db/read/recount.ts';
import { type Difference, keepDifferences, noteProgress, takeRound } from '../db/write/recount.ts';
import { dateOf, type InstantMs, isoOf } from '../domain/instant.ts';
import { compareClock } from './compareClock.ts';
import { LawShelf } from './lawShelf.ts';

/** Open cases recounted in one transaction. */
const BATCH = 500;

interface RecountDeps {
  pool: DatabasePool;
  log: Logger;
}

/** What was recounted; `upTo`: where the next batch goes on, null after the last. */
export interface Recounted {
  clocks: number;
  differences: readonly Difference[];
  upTo: string | null;
}

/**
 * The round of a business day: every open clock's stored due date against both engines, a difference
 * being an incident. Takes up a round that was cut short, does nothing when the day's is finished; the
 * signal cuts it short between two batches.
 */
export async function recountDay(
  { pool, log }: RecountDeps,
  now: InstantMs,
  signal: AbortSignal,
): Promise<void> {
  const [day, at] = [dateOf(now), isoOf(now)];
  const shelf = new LawShelf();
  for (let isOver = false; !isOver && !signal.aborted;) {
    const done = await pool.transaction(async (db) => {
      const { afterCase, isFinished } = await takeRound(db, day, at);
      if (isFinished) return null;
      const batch = await recountBatch(db, shelf, afterCase, at);
      const differences = batch.differences.length;
      await noteProgress(db, day, { ...batch, differences, at });
      return batch;
    });
    for (const { caseId, clock, storedAt, firstAt, secondAt } of done?.differences ?? []) {
      const found = { caseId, clock, storedAt, firstAt, secondAt };
      log.error(found, 'a due date differs between the engines: it needs a person');
    }
    isOver = done === null || done.upTo === null;
  }
}

/** All open clocks at once, whatever the day's round has done; gives the differences by batches. */
export async function* recountAll(pool: DatabasePool, now: InstantMs): AsyncGenerator<Recounted> {
  const shelf = new LawShelf();
  for (let after: string | null = ''; after !== null;) {
    const from: string = after;
    const done: Recounted = await pool.transaction((db) =>
      recountBatch(db, shelf, from, isoOf(now)),
    );
    yield done;
    after = done.upTo;
  }
}

async function recountBatch(
  db: DatabaseTransactionConnection,
  shelf: LawShelf,
  after: string,
  at: string,
): Promise<Recounted> {
  const caseIds = await listOpenAfter(db, after, BATCH);
  const upTo = caseIds.length < BATCH ? null : (caseIds.at(-1) ?? null);
  const clocks = await listOpenClocks(db, caseIds);
  const differences: Difference[] = [];
  for (const clock of clocks) {
    const difference = compareClock(clock, await shelf.of(db, clock));
    if (difference !== null) differences.push(difference);
  }
  await keepDifferences(db, { after, upTo }, differences, at);
  return { clocks: clocks.length, differences, upTo };
}
