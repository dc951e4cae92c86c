import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { sql } from '../sql.ts';

const Holder = z.object({ holder: z.string() });

/**
 * Put a free case on a person's desk: compare-and-set, so of many at once exactly one wins.
 *
 * Gives who holds it afterwards: the asker, or the one who was faster.
 */
export async function claimCase(
  db: CommonQueryMethods,
  { caseId, account, at }: { caseId: string; account: string; at: string },
): Promise<string> {
  return db.oneFirst(sql.type(Holder)`
    WITH won AS (
      INSERT INTO claims AS c (case_id, holder, since) VALUES (${caseId}, ${account}, ${at})
      -- A faster one keeps it; the empty update waits for that one and gives its row.
      ON CONFLICT (case_id) DO UPDATE SET holder = c.holder
      RETURNING holder, xmax = 0 AS fresh),
    logged AS (
      INSERT INTO claim_log (case_id, holder, change, by_account, at)
      SELECT ${caseId}, holder, 'CLAIMED', ${account}, ${at} FROM won WHERE fresh)
    SELECT holder FROM won
  `);
}

/** Take a case off a person's own desk; false when it was not there. */
export async function releaseCase(
  db: CommonQueryMethods,
  { caseId, account, at }: { caseId: string; account: string; at: string },
): Promise<boolean> {
  return db.oneFirst(sql.type(z.object({ released: z.boolean() }))`
    WITH gone AS (
      DELETE FROM claims WHERE case_id = ${caseId} AND holder = ${account} RETURNING case_id),
    logged AS (
      INSERT INTO claim_log (case_id, holder, change, by_account, at)
      SELECT case_id, NULL, 'RELEASED', ${account}, ${at} FROM gone)
    SELECT EXISTS (SELECT FROM gone) AS released
  `);
}

/** Put a case on a colleague's desk, whoever had it. */
export async function assignCase(
  db: CommonQueryMethods,
  { caseId, to, by, at }: { caseId: string; to: string; by: string; at: string },
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    WITH put AS (
      INSERT INTO claims (case_id, holder, since, assigned_by) VALUES (${caseId}, ${to}, ${at}, ${by})
      ON CONFLICT (case_id) DO UPDATE
      SET holder = EXCLUDED.holder, since = EXCLUDED.since, assigned_by = EXCLUDED.assigned_by
      RETURNING case_id)
    INSERT INTO claim_log (case_id, holder, change, by_account, at)
    SELECT case_id, ${to}, 'ASSIGNED', ${by}, ${at} FROM put
  `);
}
