import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { sql } from '../sql.ts';

const Known = z.object({
  bodyHash: z.string(),
  status: z.int().nullable(),
  reply: z.unknown(),
});
export type Known = z.infer<typeof Known>;

/** Note that an actor uses a key for a body, or give what stands under that key already. */
export async function takeKey(
  db: CommonQueryMethods,
  { actor, key, bodyHash }: { actor: string; key: string; bodyHash: string },
): Promise<Known> {
  return db.one(sql.type(Known)`
    INSERT INTO idempotency_keys AS k (actor, key, body_hash) VALUES (${actor}, ${key}, ${bodyHash})
    ON CONFLICT (actor, key) DO UPDATE SET body_hash = k.body_hash
    RETURNING body_hash AS "bodyHash", status, reply
  `);
}

/** Keep the reply of a request that had its effect, and give what is kept: of two at once, the first. */
export async function keepReply(
  db: CommonQueryMethods,
  { actor, key, status, reply }: { actor: string; key: string; status: number; reply: unknown },
): Promise<unknown> {
  return db.oneFirst(sql.type(z.object({ reply: z.unknown() }))`
    UPDATE idempotency_keys SET status = coalesce(status, ${status}),
      reply = CASE WHEN status IS NULL THEN ${JSON.stringify(reply)}::jsonb ELSE reply END
    WHERE actor = ${actor} AND key = ${key}
    RETURNING reply
  `);
}
