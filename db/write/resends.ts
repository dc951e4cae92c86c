import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { isNeeded, needTables } from '../read/integrations.ts';
import { sql } from '../sql.ts';

const Order = z.object({ messageId: z.string(), token: z.string() });
export type ResendOrder = z.infer<typeof Order>;
const Taken = Order.extend({ needed: z.boolean() });

/**
 * Take orders whose turn it is, oldest first; each comes again, ever later, until it is settled. One whose
 * message nobody wants any more, because its question was answered or withdrawn or its case is closed
 * meanwhile, is settled by being taken: `needed` is false.
 */
export function takeResendOrders(
  db: CommonQueryMethods,
  limit: number,
): Promise<readonly z.infer<typeof Taken>[]> {
  return db.any(sql.type(Taken)`
    WITH taken AS (
      SELECT message_id, token FROM resend_orders
      WHERE done_at IS NULL AND next_at <= now()
      ORDER BY next_at LIMIT ${limit} FOR UPDATE SKIP LOCKED),
    judged AS (
      SELECT taken.message_id, taken.token, ${isNeeded} AS needed
      FROM taken JOIN outgoing_messages m ON m.id = taken.message_id ${needTables})
    UPDATE resend_orders o
    SET attempts = attempts + needed::int,
      next_at = now() + least(900, 2 ^ least(attempts + 1, 10)) * interval '1 second',
      done_at = CASE WHEN NOT needed THEN now() END, outcome = CASE WHEN NOT needed THEN 'NO_LONGER_NEEDED' END
    FROM judged WHERE o.message_id = judged.message_id AND o.token = judged.token
    RETURNING o.message_id AS "messageId", o.token, needed
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
