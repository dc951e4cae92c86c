import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { AbsenceToEnter } from '../../domain/absence.ts';
import { sql } from '../sql.ts';

interface Entry extends AbsenceToEnter {
  by: string;
  at: string;
}

/** Enter an absence; null when the person is away on one of these days already. */
export function enterAbsence(
  db: CommonQueryMethods,
  { account, from, to, delegate, reason, note, by, at }: Entry,
): Promise<string | null> {
  return db.maybeOneFirst(sql.type(z.object({ id: z.string() }))`
    INSERT INTO absences (account, unit, from_on, to_on, delegate, reason, note, entered_by, entered_at)
    SELECT id, unit, ${from}::date, ${to}::date, ${delegate}, ${reason}, ${note}, ${by}, ${at}
    FROM accounts WHERE id = ${account}
    ON CONFLICT ON CONSTRAINT absences_apart DO NOTHING
    RETURNING id
  `);
}

/** Cancel an absence that is not over; false when it was cancelled before. */
export async function cancelAbsence(
  db: CommonQueryMethods,
  { id, by, at }: { id: string; by: string; at: string },
): Promise<boolean> {
  const { rowCount } = await db.query(sql.typeAlias('void')`
    UPDATE absences SET cancelled_by = ${by}, cancelled_at = ${at}
    WHERE id = ${id} AND cancelled_at IS NULL
  `);
  return rowCount === 1;
}

/**
 * Bring desks in line with who is away now: work of absent people to whoever covers, untouched work
 * of those who are back to them. Gives how many cases moved; safe to repeat.
 */
export function settleCovers(db: CommonQueryMethods, at: string): Promise<number> {
  return db.oneFirst(sql.type(z.object({ moved: z.int() }))`
    SELECT settle_covers(${at}::timestamptz) AS moved
  `);
}
