import type { ApplicationSubmission, IdentityDocument, Subject } from './application.ts';
import { type PersonalIdWarning, personalIdWarnings } from './personalId.ts';

export type IdentityWarning =
  | PersonalIdWarning
  | 'TRAVEL_PAPER_MISSING'
  | 'IDENTITY_CERTIFICATE_MISSING'
  | 'FORMER_PAPERS_UNSTATED'
  | 'PARENTS_UNSTATED';

type Warned = Pick<ApplicationSubmission, 'certificateType' | 'subject'>;

/**
 * What the officer should look at before others are asked about this person: told, never a reason to
 * refuse.
 *
 * `provinceCodes`: the two-digit codes of the 63-province list, see {@link personalIdWarnings}.
 */
export function identityWarnings(
  { certificateType, subject }: Warned,
  provinceCodes: ReadonlySet<string>,
): IdentityWarning[] {
  const { personalId, fatherName, motherName, parentsUnknown } = subject;
  const warnings: IdentityWarning[] =
    personalId === null ? [] : personalIdWarnings(personalId, subject, provinceCodes);
  const missing = paperMissing(subject);
  if (missing !== null) warnings.push(missing);
  if (papersAreYounger(subject, subject.residenceHistory)) warnings.push('FORMER_PAPERS_UNSTATED');
  const lacksParent = fatherName === null || motherName === null;
  if (certificateType === 'NO_2' && lacksParent && parentsUnknown == null) {
    warnings.push('PARENTS_UNSTATED');
  }
  return warnings;
}

/** The paper by which a person without a nationality is known (NĐ 216/2026 Art. 22.3, 22.4). */
function paperMissing({ nationality, documents }: Subject): IdentityWarning | null {
  const has = (type: IdentityDocument['type']): boolean =>
    documents.some((document) => document.type === type);
  if (nationality === 'STATELESS' && !has('TRAVEL_PAPER')) return 'TRAVEL_PAPER_MISSING';
  const undetermined = nationality === 'UNDETERMINED' && !has('IDENTITY_CERTIFICATE');
  return undetermined ? 'IDENTITY_CERTIFICATE_MISSING' : null;
}

/**
 * Whether every paper of a person without a personal ID was issued after the last residence in Viet Nam
 * ended: the files there are kept under numbers that nobody has told.
 */
export function papersAreYounger(
  {
    personalId,
    documents,
  }: Pick<Subject, 'personalId'> & {
    documents: readonly Pick<IdentityDocument, 'issuedOn'>[];
  },
  residences: readonly { to: string | null; provinceCode: string | null }[],
): boolean {
  const here = residences.filter(({ provinceCode }) => provinceCode !== null);
  if (personalId !== null || documents.length === 0 || here.length === 0) return false;
  return documents.every(
    ({ issuedOn }) =>
      issuedOn !== null && here.every(({ to }) => to !== null && to < issuedOn.slice(0, 7)),
  );
}
