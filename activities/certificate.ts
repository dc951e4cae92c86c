import { createHash } from 'node:crypto';
import type { DatabasePool } from 'slonik';
import { findDraft, getCertificate } from '../db/read/certificates.ts';
import { getRuleSet } from '../db/read/law.ts';
import { writeCertificatePdf } from '../db/write/certificates.ts';
import { renderCertificate } from '../print/certificate.ts';
import { certificateDataOf } from '../print/certificateData.ts';
import { signerOf } from '../print/signer.ts';

export interface CertificateDeps {
  pool: DatabasePool;
  /** Address that the QR code opens, without trailing slash. */
  publicUrl: string;
  demonstration: boolean;
}

/** Print the certificate a revision issued, once; the bytes and their digest stay in the database. */
export async function printCertificateOf(
  { pool, publicUrl, demonstration }: CertificateDeps,
  caseId: string,
  rev: number,
): Promise<void> {
  const draft = await findDraft(pool, caseId);
  if (draft === null || draft.conclusion === null)
    throw new Error(`${caseId} has no draft to print`);
  const issued = await getCertificate(pool, caseId, rev);
  const { wording } = await getRuleSet(pool, draft.ruleSetId);
  const data = certificateDataOf({
    ...draft,
    conclusion: draft.conclusion,
    entries: draft.entries ?? [],
    wording,
    number: issued.number,
    verificationCode: issued.verificationCode,
    signer: signerOf(draft.signerName, draft.signerTitle),
    issuedAt: Date.parse(issued.issuedAt),
    publicUrl,
  });
  const pdf = Buffer.from(await renderCertificate(data, { demo: demonstration }));
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  await writeCertificatePdf(pool, { caseId, rev, pdf, sha256 });
}
