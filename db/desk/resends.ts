import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { sql } from '../sql.ts';

const Keyed = z.object({ id: z.string(), key: z.uuid() });

/** Give messages names that say nothing of them; each keeps the name it has. */
export async function keyDeadLetters(
  db: CommonQueryMethods,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const keyed = await db.any(sql.type(Keyed)`
    INSERT INTO dead_letter_keys (message_id) SELECT unnest(${sql.array([...ids], 'text')})
    ON CONFLICT (message_id) DO UPDATE SET message_id = excluded.message_id
    RETURNING message_id AS id, key
  `);
  return new Map(keyed.map(({ id, key }) => [id, key]));
}

/** Freeze exactly what will be sent again; gives the token to order it. */
export function freezeResend(
  db: CommonQueryMethods,
  { account, messageIds, at }: { account: string; messageIds: readonly string[]; at: string },
): Promise<string> {
  return db.oneFirst(sql.type(z.object({ token: z.string() }))`
    INSERT INTO resend_previews (account, messages, made_at)
    VALUES (${account}, ${JSON.stringify(messageIds)}::jsonb, ${at}) RETURNING token
  `);
}

/**
 * Order that a frozen set is sent again; ordering it twice is ordering it once. Gives how many messages
 * the order names, or null when the set is not the account's.
 */
export function orderResend(
  db: CommonQueryMethods,
  { token, account, at }: { token: string; account: string; at: string },
): Promise<number | null> {
  return db.maybeOneFirst(sql.type(z.object({ ordered: z.int() }))`
    WITH frozen AS (
      UPDATE resend_previews SET used_at = coalesce(used_at, ${at})
      WHERE token = ${token} AND account = ${account} RETURNING token, messages),
    ordered AS (
      INSERT INTO resend_orders (message_id, token, ordered_by, ordered_at)
      SELECT jsonb_array_elements_text(messages), token, ${account}, ${at} FROM frozen
      ON CONFLICT DO NOTHING)
    SELECT jsonb_array_length(messages) AS ordered FROM frozen
  `);
}
