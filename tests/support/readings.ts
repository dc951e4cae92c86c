import { sql } from '../../db/sql.ts';
import type { Office } from './office.ts';

/** As if everything noted so far had been read some minutes earlier. */
export async function minutesLater(office: Office, minutes: number): Promise<void> {
  await office.db.query(sql.typeAlias('void')`
    UPDATE read_audit SET at = at - make_interval(mins => ${minutes}), last_at = last_at - make_interval(mins => ${minutes})
  `);
}
