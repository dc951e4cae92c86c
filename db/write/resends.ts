import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { sql } from '../sql.ts';

const Order = z.object({ messageId: z.string(), token: z.string() });
export type ResendOrder = z.infer<typeof Order>;

/** Take orders whose turn it is, oldest first; each comes again, ever later, until it is settled. */
export function takeResendOrders(
  db: CommonQueryMethods,
  limit: number,
): Promise<readonly ResendOrder[]> {
  return db.any(sql.type(Order)`
    WITH taken AS (
      SELECT message_id, token FROM resend_orders
      WHERE done_at IS NULL AND next_at <= now()
      ORDER BY next_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE resend_orders o
    SET attempts = attempts + 1, next_at = now() + least(900, 2 ^ least(attempts + 1, 10)) * interval '1 second'
    FROM taken WHERE o.message_id = taken.message_id AND o.token = taken.token
    RETURNING o.message_id AS "messageId", o.token
  `);
}

/** Note what an order came to. */
export async function settleResend(
  db: CommonQueryMethods,
  { messageId, token }: ResendOrder,
  outcome: 'ACKNOWLEDGED' | 'REJECTED',
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE resend_orders SET done_at = now(), outcome = ${outcome}
    WHERE message_id = ${messageId} AND token = ${token} AND done_at IS NULL
  `);
}
