import type { DraftEntry } from '../domain/acts.ts';
import { type ApplicationSubmission, isInUse, type Subject } from '../domain/application.ts';
import {
  type BusinessBan,
  type CertificateEntry,
  type CertificateWording,
  type Expungement,
  longDate,
} from '../domain/certificateWording.ts';
import { standingOf } from '../domain/conviction/standing.ts';
import type { Conclusion } from '../domain/flow/applicationState.ts';
import type { InstantMs } from '../domain/instant.ts';
import type { OfficeNames } from '../domain/law/officePapers.ts';
import type { BanContent } from '../domain/record/file.ts';
import { DOCUMENT_NAMES } from '../domain/wording/documents.ts';
import { withoutCountry } from '../domain/wording/nationalities.ts';
import type { CertificateData, CertificateSubject } from './certificateForm.ts';
import type { CertificateSigner } from './signer.ts';

/** What the database knows of a certificate to be printed, draft or final. */
export interface CertificateSource {
  application: ApplicationSubmission;
  conclusion: Conclusion;
  entries: readonly DraftEntry[];
  /** Null in drafts of old times. */
  bans: readonly BanContent[] | null;
  wording: CertificateWording;
  office: OfficeNames;
  number: string | null;
  verificationCode: string | null;
  signer: CertificateSigner | null;
  issuedAt: InstantMs;
  /** Address of the public check, without trailing slash. */
  publicUrl: string;
}

/** Everything a certificate prints, from what was submitted and what was concluded. */
export function certificateDataOf(source: CertificateSource): CertificateData {
  const { application, verificationCode, publicUrl } = source;
  return {
    certificateType: application.certificateType,
    conclusion: source.conclusion,
    entries: source.entries.filter((entry) => standingOf(entry) !== 'DEEMED_NONE').map(entryOf),
    businessBan: {
      requested: application.banStatementWanted,
      bans: (source.bans ?? []).map(banOf),
    },
    letterhead: source.office,
    number: source.number,
    issuedAt: source.issuedAt,
    legalBasis: [],
    subject: subjectOf(application.subject),
    wording: source.wording,
    signer: source.signer,
    verification:
      verificationCode === null
        ? null
        : { url: `${publicUrl}/xac-thuc/${verificationCode}`, code: verificationCode },
  };
}

function subjectOf(subject: Subject): CertificateSubject {
  return {
    fullName: subject.fullName,
    gender: subject.gender,
    birthDate: subject.birthDate,
    birthPlace: subject.birthPlace,
    nationality: nationalityOf(subject.nationality),
    permanentResidence: subject.permanentResidence?.text ?? null,
    temporaryResidence: subject.temporaryResidence?.text ?? null,
    identity: identityOf(subject),
    fatherName: subject.fatherName,
    motherName: subject.motherName,
    spouseName: subject.spouseName,
  };
}

function identityOf(subject: Subject): CertificateSubject['identity'] {
  const card = subject.documents.find(({ number }) => number === subject.personalId);
  const inUse = subject.documents.find(isInUse);
  const shown = card ?? (subject.personalId === null ? inUse : undefined);
  if (shown !== undefined) return { ...shown, kind: DOCUMENT_NAMES[shown.type].vi };
  if (subject.personalId === null) return null;
  return {
    kind: DOCUMENT_NAMES.CCCD.vi,
    number: subject.personalId,
    issuedOn: null,
    issuedBy: null,
  };
}

const countryNames = new Intl.DisplayNames('vi', { type: 'region' });

function nationalityOf(code: string): string {
  return withoutCountry(code, 'vi') ?? countryNames.of(code) ?? code;
}

function entryOf(entry: DraftEntry): CertificateEntry {
  return {
    judgmentDate: entry.judgmentDate,
    judgmentNumber: entry.judgmentNumber,
    court: entry.court,
    offence: entry.offence,
    provision: entry.provision,
    principalPenalty: entry.penalty,
    additionalPenalty: entry.details?.additional.map(({ text }) => text).join('; ') ?? null,
    civilObligations: entry.details?.civil?.text ?? null,
    courtFees: entry.details?.courtFees?.text ?? null,
    executionStatus: entry.executionStatus,
    expungement: expungementOf(entry),
  };
}

/** The term in words, its first and its last day included. */
function banOf({ content, date, until }: BanContent): BusinessBan {
  return { office: content, term: `từ ${longDate(date)} đến hết ${longDate(until)}` };
}

function expungementOf(entry: DraftEntry): Expungement {
  if (entry.expungedOn !== null) return { state: 'EXPUNGED', on: entry.expungedOn };
  if (standingOf(entry) === 'AS_FOUND') return { state: 'NOT_DETERMINED' };
  return { state: 'NOT_EXPUNGED' };
}
