import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { untold } from '../read/recordOrder.ts';
import { sql } from '../sql.ts';

export interface NewSlip {
  caseId: string;
  recordNumber: string;
  /** What `slipKey` makes of its document. */
  documentKey: string;
  /** The approved change it tells of; null for one that was typed. */
  proposal: string | null;
}

/**
 * Hold the order of records' slips until the transaction ends: whoever enters a slip of one of them, or merges
 * them, comes after it.
 */
export async function holdSlips(tx: CommonQueryMethods, numbers: readonly string[]): Promise<void> {
  const locks = numbers.toSorted().map((number) => `slip ${number}`);
  await tx.query(sql.typeAlias('void')`
    SELECT FROM (SELECT pg_advisory_xact_lock(hashtextextended(lock, 0))
      FROM unnest(${sql.array(locks, 'text')}) AS lock) AS locked
  `);
}

const Kept = z.object({
  hindrance: z
    .enum(['RECORD_MERGED', 'RECORD_ABANDONED', 'SLIP_KNOWN', 'EARLIER_CHANGE_UNTOLD'])
    .nullable(),
});
export type SlipHindrance = NonNullable<z.infer<typeof Kept>['hindrance']>;

/**
 * Keep a slip in the transaction that takes it in; gives why it is not kept, or null. RECORD_MERGED: its record
 * was taken into another, at the Centre where it tells of an approved change. RECORD_ABANDONED: it was given up
 * with its transfer. SLIP_KNOWN: the same document stands
 * in another slip of the record that was not given up. EARLIER_CHANGE_UNTOLD: no slip tells of a change that comes
 * before it, such as one that strikes a document, before the same document is typed anew. Two requests at once come
 * one after the other.
 */
export async function keepSlip(
  tx: CommonQueryMethods,
  { caseId, recordNumber, documentKey, proposal }: NewSlip,
): Promise<SlipHindrance | null> {
  await holdSlips(tx, [recordNumber]);
  return tx.oneFirst(sql.type(Kept)`
    WITH found AS (
      SELECT CASE
        WHEN EXISTS (SELECT FROM records
          WHERE number = ${recordNumber} AND merged_into IS NOT NULL
            AND (book = 'CENTRE' OR ${proposal}::uuid IS NULL)) THEN 'RECORD_MERGED'
        WHEN EXISTS (SELECT FROM records WHERE number = ${recordNumber} AND abandoned_at IS NOT NULL)
          THEN 'RECORD_ABANDONED'
        WHEN EXISTS (SELECT FROM slips s LEFT JOIN cases c USING (case_id)
          WHERE s.record_number = ${recordNumber} AND s.document_key = ${documentKey}
            AND c.step IS DISTINCT FROM 'ABANDONED') THEN 'SLIP_KNOWN'
        WHEN EXISTS (SELECT FROM record_proposals p
          JOIN record_versions v ON v.book = 'PROVINCE' AND v.number = p.number AND v.source_id = p.id
          WHERE p.number = ${recordNumber} AND ${untold} AND CASE
            WHEN ${proposal}::uuid IS NULL THEN p.kind = 'EXECUTION_CORRECTED'
            ELSE v.version < (SELECT version FROM record_versions
              WHERE book = 'PROVINCE' AND number = ${recordNumber} AND source_id = ${proposal}::uuid) END)
          THEN 'EARLIER_CHANGE_UNTOLD'
      END AS hindrance
    ), kept AS (
      INSERT INTO slips (case_id, record_number, document_key, proposal)
      SELECT ${caseId}, ${recordNumber}, ${documentKey}, ${proposal}::uuid FROM found WHERE hindrance IS NULL
    )
    SELECT hindrance FROM found
  `);
}
