import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { Contest } from '../../domain/holding.ts';
import { sql } from '../sql.ts';

export interface NewContest extends Pick<
  Contest,
  'caseId' | 'from' | 'to' | 'toHolder' | 'toUnit' | 'raisedUnit' | 'raisedAt'
> {
  /** Row in `papers` with the reason; the same paper is the same contest, raised again. */
  paperId: string;
  /** Account id. */
  raisedBy: string;
}

const Number_ = z.object({ n: z.int() });

/**
 * Keep a contest and give its number within the case, or null when it overlaps one that is open or
 * was accepted: the same time is disputed once.
 */
export function raiseContest(db: CommonQueryMethods, contest: NewContest): Promise<number | null> {
  const { caseId, from, to, toHolder, toUnit, paperId, raisedBy, raisedUnit, raisedAt } = contest;
  return db.transaction(async (tx) => {
    // Two at once would take one number, or overlap unseen: one after the other.
    await tx.query(sql.typeAlias('void')`
      SELECT FROM (SELECT pg_advisory_xact_lock(hashtext('contests of ' || ${caseId}))) AS locked
    `);
    const known = await tx.maybeOneFirst(sql.type(Number_)`
      SELECT n FROM hold_contests WHERE case_id = ${caseId} AND paper_id = ${paperId}
    `);
    if (known !== null) return known;
    return tx.maybeOneFirst(sql.type(Number_)`
      INSERT INTO hold_contests (case_id, n, from_at, to_at, to_holder, to_unit, paper_id, raised_by,
        raised_unit, raised_at)
      SELECT ${caseId}, coalesce(max(n), 0) + 1, ${from}, ${to}, ${toHolder}, ${toUnit}, ${paperId},
        ${raisedBy}, ${raisedUnit}, ${raisedAt}
      FROM hold_contests WHERE case_id = ${caseId}
      HAVING NOT coalesce(bool_or(ruling IS DISTINCT FROM 'REJECTED' AND from_at < ${to} AND to_at > ${from}), false)
      RETURNING n
    `);
  });
}

export interface NewRuling {
  caseId: string;
  n: number;
  ruling: NonNullable<Contest['ruling']>;
  /** Account id. */
  ruledBy: string;
  ruledAt: string;
  paperId: string;
}

/** Rule on an open contest; false when another ruling stands already. */
export async function ruleContest(db: CommonQueryMethods, given: NewRuling): Promise<boolean> {
  const { caseId, n, ruling, ruledBy, ruledAt, paperId } = given;
  const { rowCount } = await db.query(sql.typeAlias('void')`
    UPDATE hold_contests
    SET ruling = ${ruling}, ruled_by = ${ruledBy}, ruled_at = ${ruledAt}, ruling_paper_id = ${paperId}
    WHERE case_id = ${caseId} AND n = ${n} AND (ruling IS NULL OR ruling_paper_id = ${paperId})
  `);
  return rowCount === 1;
}
