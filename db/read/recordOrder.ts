import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { RefusalCode } from '../../domain/refusal.ts';
import { sql } from '../sql.ts';

/** No slip tells the Centre of an approved change `p`, or the one that did was given up; a merge is told by a notice. */
export const untold = sql.fragment`
  p.state = 'APPROVED' AND p.kind <> 'MERGE' AND NOT EXISTS (SELECT FROM slips s LEFT JOIN cases c USING (case_id)
    WHERE s.proposal = p.id AND c.step IS DISTINCT FROM 'ABANDONED')
`;

const Hindrance = z.object({
  hindrance: z.custom<RefusalCode>((value) => typeof value === 'string').nullable(),
});

/**
 * Why records cannot be merged now: both books number judgments on their own, so they must say the same
 * before. Null when nothing hinders.
 */
export function mergeHindrance(
  db: CommonQueryMethods,
  numbers: readonly string[],
): Promise<RefusalCode | null> {
  const concerned = sql.array([...numbers], 'text');
  return db.oneFirst(sql.type(Hindrance)`
    SELECT CASE
      WHEN (SELECT count(*) FROM records WHERE book = 'CENTRE' AND number = ANY (${concerned})) < ${numbers.length}
        THEN 'RECORD_NOT_OFFICIAL'
      WHEN EXISTS (SELECT FROM record_proposals p WHERE p.number = ANY (${concerned}) AND ${untold})
        THEN 'EARLIER_CHANGE_UNTOLD'
    END AS hindrance
  `);
}

/** Whether a slip of one of some records is under way. */
export function slipOpen(db: CommonQueryMethods, numbers: readonly string[]): Promise<boolean> {
  return db.exists(sql.typeAlias('void')`
    SELECT FROM slips s LEFT JOIN cases c USING (case_id)
    WHERE s.record_number = ANY (${sql.array([...numbers], 'text')}) AND c.closed_at IS NULL
  `);
}

/**
 * Why the Centre cannot apply a notice now: a change of a record that it merges was approved before the merge and
 * is not official yet, told (EARLIER_SLIP_OPEN) or not (EARLIER_CHANGE_UNTOLD). Null when nothing hinders.
 */
export function noticeHindrance(
  db: CommonQueryMethods,
  notice: string,
): Promise<RefusalCode | null> {
  return db.oneFirst(sql.type(Hindrance)`
    SELECT min(CASE WHEN ${untold} THEN 'EARLIER_CHANGE_UNTOLD' ELSE 'EARLIER_SLIP_OPEN' END) AS hindrance
    FROM record_notice_items i
      CROSS JOIN LATERAL (VALUES (i.number), (i.merged_into)) AS r (number)
      JOIN record_versions v ON v.book = 'PROVINCE' AND v.number = r.number AND v.source_id = i.notice
      JOIN record_versions b ON b.book = 'PROVINCE' AND b.number = r.number AND b.version < v.version
      JOIN record_proposals p ON p.id = b.source_id AND p.kind <> 'MERGE'
    WHERE i.notice = ${notice} AND i.merged_into IS NOT NULL AND i.result IS DISTINCT FROM 'APPLIED'
      AND NOT EXISTS (SELECT FROM slips e JOIN official_slips USING (case_id) WHERE e.proposal = p.id)
  `);
}

/** A slip that the Centre is about to take over. */
export interface SlipAtHand {
  recordNumber: string;
  caseId: string;
  /** What it says now. */
  recordPaperId: string;
}

/**
 * Why the Centre cannot take over a slip now; null when nothing hinders. What was told before comes first:
 * merges, slips entered earlier, and of approved changes those approved earlier. A change that was approved before
 * a merge comes before it; then slips that were typed come behind both. `before`: transfers that will be taken over
 * before it, which hinder no more.
 */
export function slipHindrance(
  db: CommonQueryMethods,
  { recordNumber, caseId, recordPaperId }: SlipAtHand,
  before: readonly string[] = [],
): Promise<RefusalCode | null> {
  const taken = sql.fragment`ANY (${sql.array([...before], 'text')})`;
  return db.oneFirst(sql.type(Hindrance)`
    SELECT CASE
      WHEN NOT EXISTS (SELECT FROM official_records WHERE record_number = ${recordNumber}) AND NOT EXISTS (
        SELECT FROM records WHERE book = 'PROVINCE' AND number = ${recordNumber} AND case_id = ${taken})
        THEN 'RECORD_NOT_OFFICIAL'
      WHEN EXISTS (SELECT FROM records r JOIN slips s ON s.record_number = r.number
        WHERE s.case_id = ${caseId} AND r.merged_into IS NOT NULL AND (r.book = 'CENTRE' OR s.proposal IS NULL))
        THEN 'RECORD_MERGED'
      WHEN EXISTS (SELECT FROM record_notice_items i
        WHERE i.merged_into = ${recordNumber} AND i.result IS DISTINCT FROM 'APPLIED' AND NOT EXISTS (
          SELECT FROM slips s
            JOIN record_versions mine ON mine.book = 'PROVINCE' AND mine.number = s.record_number
              AND mine.source_id = s.proposal
            JOIN record_versions m ON m.book = mine.book AND m.number = mine.number AND m.version > mine.version
          WHERE s.case_id = ${caseId} AND m.source_id = i.notice)) THEN 'MERGE_NOT_APPLIED'
      WHEN EXISTS (SELECT FROM slips s LEFT JOIN cases c USING (case_id)
        WHERE s.record_number = ${recordNumber} AND s.case_id < ${caseId} AND c.closed_at IS NULL
          AND NOT s.case_id = ${taken} AND (s.proposal IS NOT NULL OR NOT EXISTS (SELECT FROM record_notice_items i
            WHERE i.merged_into IS NOT NULL AND ${recordNumber} IN (i.number, i.merged_into)
              AND i.result IS DISTINCT FROM 'APPLIED'))) THEN 'EARLIER_SLIP_OPEN'
      WHEN EXISTS (SELECT FROM slips s
          JOIN record_versions mine ON mine.book = 'PROVINCE' AND mine.number = s.record_number
            AND mine.source_id = s.proposal
          JOIN record_versions v ON v.book = mine.book AND v.number = mine.number AND v.version < mine.version
          JOIN record_proposals p ON p.id = v.source_id AND p.kind <> 'MERGE'
        WHERE s.case_id = ${caseId} AND NOT EXISTS (
          SELECT FROM slips e LEFT JOIN official_slips o USING (case_id)
          WHERE e.proposal = p.id AND (o.case_id IS NOT NULL OR e.case_id = ${taken})))
        THEN 'EARLIER_CHANGE_UNTOLD'
      WHEN EXISTS (SELECT FROM papers p, records r
          JOIN record_versions h ON h.book = r.book AND h.number = r.number AND h.version = r.head
        WHERE p.case_id = ${caseId} AND p.id = ${recordPaperId} AND r.number = ${recordNumber}
          AND NOT judgment_held(h.body, p.body))
        AND NOT EXISTS (SELECT FROM slips WHERE record_number = ${recordNumber} AND case_id = ${taken})
        THEN 'JUDGMENT_NOT_AT_CENTRE'
    END AS hindrance
  `);
}

/** Whether a slip tells of an approved change while one of its record that was entered later is under way. */
export function laterSlipOpen(
  db: CommonQueryMethods,
  { recordNumber, caseId }: Pick<SlipAtHand, 'recordNumber' | 'caseId'>,
): Promise<boolean> {
  return db.exists(sql.typeAlias('void')`
    SELECT FROM slips mine JOIN slips s ON s.record_number = mine.record_number AND s.case_id > mine.case_id
      LEFT JOIN cases c ON c.case_id = s.case_id
    WHERE mine.case_id = ${caseId} AND mine.record_number = ${recordNumber} AND mine.proposal IS NOT NULL
      AND c.closed_at IS NULL
  `);
}

/**
 * What a department's record will say when the typed slips on their way to it that were entered before `before`
 * (null: all of them), and then what a further one says, are taken over.
 */
export function recordWithSlips(
  db: CommonQueryMethods,
  { recordNumber, before, slip }: { recordNumber: string; before: string | null; slip: unknown },
): Promise<unknown> {
  return db.oneFirst(sql.type(z.object({ body: z.unknown() }))`
    SELECT record_with_open_slips(${recordNumber}, ${before}, ${JSON.stringify(slip)}::jsonb) AS body
  `);
}
