import type { CommonQueryMethods } from 'slonik';
import { NO_ROWS, sql } from '../sql.ts';

/** Keep the printed certificate with its digest; written once, a repeat changes nothing. */
export async function writeCertificatePdf(
  db: CommonQueryMethods,
  { caseId, rev, pdf, sha256 }: { caseId: string; rev: number; pdf: Buffer; sha256: string },
): Promise<void> {
  await db.query(sql.prepared('write_certificate_pdf', NO_ROWS)`
    UPDATE certificates SET pdf = ${sql.binary(pdf)}, pdf_sha256 = ${sha256}
    WHERE case_id = ${caseId} AND rev = ${rev} AND pdf IS NULL
  `);
}
