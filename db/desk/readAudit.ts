import type { CommonQueryMethods } from 'slonik';
import { sql } from '../sql.ts';

interface Reading {
  account: string;
  what: string;
  at: string;
}

/** Note that somebody read a person's record: who, which case, what, when. */
export function noteRead(
  db: CommonQueryMethods,
  { caseId, ...reading }: Reading & { caseId: string },
): Promise<void> {
  return noteReads(db, { ...reading, caseIds: [caseId] });
}

/** The same of a list that tells something of every case in it. */
export async function noteReads(
  db: CommonQueryMethods,
  { account, caseIds, what, at }: Reading & { caseIds: readonly string[] },
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO read_audit (account, case_id, what, at)
    SELECT ${account}, c.case_id, ${what}, ${at} FROM unnest(${sql.array([...caseIds], 'text')}) AS c (case_id)
  `);
}
