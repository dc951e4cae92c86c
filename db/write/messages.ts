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
        attempts = attempts + 1, last_error = NULL, last_error_code = NULL, rejected_code = NULL,
        last_tried_at = now()
    WHERE id = ${id} AND acknowledged_at IS NULL
  `);
}

export interface FailedAttempt {
  error: string;
  /** Why, as a code. */
  code: string;
  /** The code once more when the message is refused for good; it may still be sent again by hand. */
  rejectedCode: string | null;
}

/** Note a failed attempt. */
export async function writeFailedAttempt(
  db: CommonQueryMethods,
  id: string,
  { error, code, rejectedCode }: FailedAttempt,
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE outgoing_messages
    SET attempts = attempts + 1, last_error = ${error}, last_error_code = ${code},
        rejected_code = ${rejectedCode}, last_tried_at = now()
    WHERE id = ${id} AND acknowledged_at IS NULL
  `);
}
