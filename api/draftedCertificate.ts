import { noteRead } from '../db/desk/readAudit.ts';
import { findDraft } from '../db/read/certificates.ts';
import type { Account } from '../domain/account.ts';
import type { BulkCertificate } from '../domain/bulk.ts';
import { stateCertificate } from '../domain/certificateWording.ts';
import { officeNames } from '../domain/law/officePapers.ts';
import { certificateDataOf } from '../print/certificateData.ts';
import type { CertificateData } from '../print/certificateForm.ts';
import { type ApiDeps, nowIso, nowMs } from './deps.ts';
import { Refused } from './refused.ts';

/** The certificate as the draft in force has it, before number and signer; refuses where there is none. */
export async function draftedCertificate(deps: ApiDeps, caseId: string): Promise<CertificateData> {
  const draft = await findDraft(deps.pool, caseId);
  if (draft === null || draft.conclusion === null) throw new Refused('CERTIFICATE_MISSING');
  const rules = await deps.laws.ruleSet(draft.ruleSetId);
  return certificateDataOf({
    ...draft,
    conclusion: draft.conclusion,
    entries: draft.entries ?? [],
    wording: rules.wording,
    office: officeNames(rules, draft.unitKind, draft.province),
    number: null,
    verificationCode: null,
    signer: null,
    issuedAt: nowMs(deps),
    publicUrl: deps.publicUrl,
  });
}

/** What the drafted certificate will say, for who initials or signs it among many; reading it is noted. */
export async function certificateToSign(
  deps: ApiDeps,
  { id: account }: Account,
  caseId: string,
): Promise<BulkCertificate> {
  const data = await draftedCertificate(deps, caseId);
  await noteRead(deps.pool, { account, caseId, what: 'certificate', at: nowIso(deps) });
  const { entries, businessBan } = stateCertificate(data, data.wording);
  return {
    type: data.certificateType,
    conclusion: data.conclusion,
    judgments: entries.length,
    bans: businessBan?.bans.length ?? 0,
  };
}
