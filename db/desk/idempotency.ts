import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { sql } from '../sql.ts';

const Known = z.object({ bodyHash: z.string(), reply: z.unknown() });
export type Known = z.infer<typeof Known>;

/** What an actor's request under a key had as its effect, or null when nothing is known of it. */
export async function findReply(
  db: CommonQueryMethods,
  { actor, key }: { actor: string; key: string },
): Promise<Known | null> {
  return db.maybeOne(sql.type(Known)`
    SELECT body_hash AS "bodyHash", reply FROM idempotency_keys
    WHERE actor = ${actor} AND key = ${key}
  `);
}

/** Keep the reply of a request that had its effect, and give what is kept: of two at once, the first. */
export async function keepReply(
  db: CommonQueryMethods,
  kept: { actor: string; key: string; bodyHash: string; reply: unknown },
): Promise<Known> {
  const { actor, key, bodyHash, reply } = kept;
  return db.one(sql.type(Known)`
    INSERT INTO idempotency_keys AS k (actor, key, body_hash, reply)
    VALUES (${actor}, ${key}, ${bodyHash}, ${JSON.stringify(reply)}::jsonb)
    ON CONFLICT (actor, key) DO UPDATE SET reply = k.reply
    RETURNING body_hash AS "bodyHash", reply
  `);
}
