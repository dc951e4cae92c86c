import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { findReply, keepReply, type Known } from '../db/desk/idempotency.ts';
import { Refused } from './refused.ts';

const Key = z.uuid();

/** The request's `Idempotency-Key`, a UUID that the client makes anew for every thing it wants done. */
export function keyOf(request: FastifyRequest): string {
  const parsed = Key.safeParse(request.headers['idempotency-key']);
  if (!parsed.success) throw new Refused('IDEMPOTENCY_KEY_MISSING');
  return parsed.data;
}

/**
 * Do something once per key and actor. A repeat gets the reply of the first time; the same key with
 * another body is refused with IDEMPOTENCY_KEY_REUSED. Only what had its effect is remembered, so a
 * refused request may be sent again with its key.
 *
 * `work` gets the key, and the digest of the body. Of two requests at once the later one waits for what comes of
 * the first, as far as one process sees both; of two processes both do the work, so it must itself be one effect
 * per key, and the one that is refused for what the other did gets the other's reply.
 * `found`: what is known of the key, where the caller has read it along with something else; `keep`: how the
 * reply is kept, where something else is written along with it.
 */
export async function once<T>(
  db: CommonQueryMethods,
  request: FastifyRequest,
  actor: string,
  work: (key: string, bodyHash: string) => Promise<T>,
  { found, keep = keepReply }: { found?: Known | null; keep?: typeof keepReply } = {},
): Promise<T> {
  const key = keyOf(request);
  const body = `${request.method} ${request.url}\n${JSON.stringify(request.body)}`;
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const asked = { actor, key };
  const done = await inTurn(`${actor} ${key}`, async (waited) => {
    const known = found === undefined || waited ? await findReply(db, asked) : found;
    if (known !== null) return known;
    try {
      return await keep(db, { ...asked, bodyHash, reply: await work(key, bodyHash) });
    } catch (error) {
      const meanwhile = error instanceof Refused ? await findReply(db, asked) : null;
      if (meanwhile === null) throw error;
      return meanwhile;
    }
  });
  if (done.bodyHash !== bodyHash) throw new Refused('IDEMPOTENCY_KEY_REUSED');
  return done.reply as T;
}

/** The last of those in each lane, which a later one waits for; kept while somebody is in it. */
const LANES = new Map<string, Promise<void>>();

/** Do something when all are done that came into the lane before; `waited`: whether there were any. */
async function inTurn<T>(lane: string, work: (waited: boolean) => Promise<T>): Promise<T> {
  const before = LANES.get(lane);
  const turn = before === undefined ? work(false) : before.then(() => work(true));
  const over = turn.then(
    () => undefined,
    () => undefined, // whoever does the work hears of it
  );
  LANES.set(lane, over);
  try {
    return await turn;
  } finally {
    if (LANES.get(lane) === over) LANES.delete(lane);
  }
}
