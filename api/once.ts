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
 * `work` gets the key, and the digest of the body, and must itself be one effect per key: of two requests at
 * once both come here.
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
  const known =
    (found === undefined ? await findReply(db, { actor, key }) : found) ??
    (await keep(db, { actor, key, bodyHash, reply: await work(key, bodyHash) }));
  if (known.bodyHash !== bodyHash) throw new Refused('IDEMPOTENCY_KEY_REUSED');
  return known.reply as T;
}
