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
