import { createHash } from 'node:crypto';
import type { DatabasePool } from 'slonik';
import { getIssued } from '../db/read/certificates.ts';
import { getRuleSet } from '../db/read/law.ts';
import { writeCertificatePdf } from '../db/write/certificates.ts';
import { officeNames } from '../domain/law/officePapers.ts';
import type { RuleSet } from '../domain/law/ruleSet.ts';
import { certificateDataOf } from '../print/certificateData.ts';
import type { Render } from '../print/printRoom.ts';
import { signerOf } from '../print/signer.ts';

export interface CertificateDeps {
  pool: DatabasePool;
  /** Draws a certificate as PDF bytes. */
  render: Render;
  /** Address that the QR code opens, without trailing slash. */
  publicUrl: string;
  demonstration: boolean;
}

/** Prints the certificate a revision issued, once; the bytes and their digest stay in the database. */
export function createCertificatePrinter({
  pool,
  render,
  publicUrl,
  demonstration,
}: CertificateDeps) {
  // A rule set never changes, so it is read once.
  const known = new Map<string, RuleSet>();
  const rulesOf = async (ruleSetId: string): Promise<RuleSet> => {
    const rules = known.get(ruleSetId) ?? (await getRuleSet(pool, ruleSetId));
    known.set(ruleSetId, rules);
    return rules;
  };

  return async (caseId: string, rev: number): Promise<void> => {
    const issued = await getIssued(pool, caseId, rev);
    const { conclusion, unitKind, province, signerName, signerTitle } = issued;
    if (conclusion === null) throw new Error(`${caseId} has no draft to print`);
    const rules = await rulesOf(issued.ruleSetId);
    const data = certificateDataOf({
      ...issued,
      conclusion,
      entries: issued.entries ?? [],
      wording: rules.wording,
      office: officeNames(rules, unitKind, province),
      signer: signerOf(signerName, signerTitle),
      issuedAt: Date.parse(issued.issuedAt),
      publicUrl,
    });
    const pdf = Buffer.from(await render(data, { demo: demonstration }));
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    await writeCertificatePdf(pool, { caseId, rev, pdf, sha256 });
  };
}
