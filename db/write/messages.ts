import type { CommonQueryMethods } from 'slonik';
import { NO_ROWS, sql } from '../sql.ts';

/** Note that an agency acknowledged a message; the first acknowledgement stands. */
export async function writeAcknowledgement(
  db: CommonQueryMethods,
  id: string,
  at: string,
  acknowledgement: object,
): Promise<void> {
  await db.query(sql.prepared('write_acknowledgement', NO_ROWS)`
    UPDATE outgoing_messages
    SET acknowledged_at = ${at}, acknowledgement = ${JSON.stringify(acknowledgement)}::jsonb,
        attempts = attempts + 1, last_error = NULL
    WHERE id = ${id} AND acknowledged_at IS NULL
  `);
}

/** Note a failed attempt; `rejectedCode` when the agency refused the message for good. */
export async function writeFailedAttempt(
  db: CommonQueryMethods,
  id: string,
  error: string,
  rejectedCode: string | null,
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE outgoing_messages
    SET attempts = attempts + 1, last_error = ${error}, rejected_code = ${rejectedCode}
    WHERE id = ${id} AND acknowledged_at IS NULL
  `);
}
