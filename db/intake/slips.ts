import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
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
 * Keep a slip in the transaction that takes it in. False when the same document stands in another slip
 * of the record that was not given up; two requests at once come one after the other.
 */
export async function keepSlip(
  tx: CommonQueryMethods,
  { caseId, recordNumber, documentKey, proposal }: NewSlip,
): Promise<boolean> {
  await tx.query(sql.typeAlias('void')`
    SELECT FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`slip ${recordNumber}`}, 0))) AS locked
  `);
  const { rowCount } = await tx.query(sql.type(z.object({ kept: z.string() }))`
    INSERT INTO slips (case_id, record_number, document_key, proposal)
    SELECT ${caseId}, ${recordNumber}, ${documentKey}, ${proposal}::uuid
    WHERE NOT EXISTS (
      SELECT FROM slips s LEFT JOIN cases c USING (case_id)
      WHERE s.record_number = ${recordNumber} AND s.document_key = ${documentKey}
        AND s.case_id <> ${caseId} AND c.step IS DISTINCT FROM 'ABANDONED')
    ON CONFLICT (case_id) DO NOTHING
    RETURNING case_id AS kept
  `);
  return rowCount === 1;
}
