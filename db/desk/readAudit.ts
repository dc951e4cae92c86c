import type { CommonQueryMethods } from 'slonik';
import { sql } from '../sql.ts';

/** Note that somebody read a person's record: who, which case, what, when. */
export async function noteRead(
  db: CommonQueryMethods,
  { account, caseId, what, at }: { account: string; caseId: string; what: string; at: string },
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO read_audit (account, case_id, what, at) VALUES (${account}, ${caseId}, ${what}, ${at})
  `);
}
