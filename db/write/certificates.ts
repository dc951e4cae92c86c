import type { CommonQueryMethods } from 'slonik';
import { sql } from '../sql.ts';

/** Keep the printed certificate with its digest; written once, a repeat changes nothing. */
export async function writeCertificatePdf(
  db: CommonQueryMethods,
  { caseId, rev, pdf, sha256 }: { caseId: string; rev: number; pdf: Buffer; sha256: string },
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE certificates SET pdf = ${sql.binary(pdf)}, pdf_sha256 = ${sha256}
    WHERE case_id = ${caseId} AND rev = ${rev} AND pdf IS NULL
  `);
}
