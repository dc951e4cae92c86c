import type { CommonQueryMethods } from 'slonik';
import { sql } from '../sql.ts';

/** Note that a printed letter was handed out; false when it does not wait for that. */
export async function markHandedOut(
  db: CommonQueryMethods,
  { id, by, at }: { id: string; by: string; at: string },
): Promise<boolean> {
  const { rowCount } = await db.query(sql.typeAlias('void')`
    UPDATE letters SET status = 'SENT', sent_at = ${at}, sent_by = ${by}
    WHERE id = ${id} AND status = 'SIGNED' AND way = 'PRINT'
  `);
  return rowCount === 1;
}

/** Note that a connected system has a notice: its letter is sent. A repeat changes nothing. */
export async function acknowledgeNotice(
  db: CommonQueryMethods,
  { letter, by, at }: { letter: string; by: string; at: string },
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    WITH taken AS (
      UPDATE channel_notices SET acknowledged_at = ${at}
      WHERE letter = ${letter} AND acknowledged_at IS NULL RETURNING letter)
    UPDATE letters l SET status = 'SENT', sent_at = ${at}, sent_by = ${by}
    FROM taken WHERE l.id = taken.letter AND l.status = 'SIGNED'
  `);
}
