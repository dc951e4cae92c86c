import * as z from 'zod';
import {
  CERTIFICATE_TYPES,
  CHANNELS,
  type ComplexGround,
  DELIVERIES,
  RECEIVED_PAPERS,
  type ReceivedPaper,
  type Regime,
} from './flow/applicationState.ts';
import { Gender, PersonalId } from './personalId.ts';
import { CalendarDate, line, Month, PartialDate, PersonName, prose } from './text.ts';

/** Two-digit code of the 63-province list; read together with a date, never alone. */
export const ProvinceCode = z.string().regex(/^\d{2}$/);

export const Address = z.strictObject({ text: line(300), provinceCode: ProvinceCode });

export const DOCUMENT_TYPES = [
  'CCCD',
  'CMND',
  'PASSPORT',
  'TRAVEL_PAPER',
  'IDENTITY_CERTIFICATE',
] as const;
/**
 * Kinds of identity papers. IDENTITY_CERTIFICATE is the giấy chứng nhận căn cước of a person of
 * Vietnamese origin whose nationality is not determined (NĐ 216/2026 Art. 22.4).
 */
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const IdentityDocument = z.strictObject({
  type: z.enum(DOCUMENT_TYPES),
  number: z.string().regex(/^[A-Z0-9]{5,20}$/),
  issuedOn: CalendarDate.nullable(),
  issuedBy: line(150).nullable(),
  /** Expired, given up or replaced by one with another number: old files know the person by it. */
  former: z.boolean().optional(),
});
export type IdentityDocument = z.infer<typeof IdentityDocument>;

/** What stands in place of a country: no state holds the person a citizen, or nobody knows which. */
export const NO_NATIONALITY = ['STATELESS', 'UNDETERMINED'] as const;
/** Country code, or why there is none. */
export const Nationality = z.union([z.string().regex(/^[A-Z]{2}$/), z.enum(NO_NATIONALITY)]);

/** One place of residence since the age of 14: the statutory key for routing (Law 28/2009 Art. 47). */
export const Residence = z
  .strictObject({
    from: Month,
    to: Month.nullable(),
    place: line(300),
    provinceCode: ProvinceCode.nullable(),
    countryCode: z.string().regex(/^[A-Z]{2}$/),
  })
  .refine(({ from, to }) => to === null || from <= to, { error: 'ENDS_BEFORE_START', path: ['to'] })
  .refine(({ provinceCode, countryCode }) => (countryCode === 'VN') === (provinceCode !== null), {
    error: 'PROVINCE_IF_IN_VIETNAM',
    path: ['provinceCode'],
  });

/** Most papers of one person, former ones included. */
export const MOST_DOCUMENTS = 12;

/** The person whose record is certified; never the same field as who asks. */
export const Subject = z.strictObject({
  fullName: PersonName,
  otherNames: z.array(PersonName).max(5),
  gender: Gender,
  birthDate: PartialDate,
  birthPlace: line(200),
  nationality: Nationality,
  ethnicity: line(50).nullable(),
  personalId: PersonalId.nullable(),
  /** Former papers too, so that units that knew the person under old numbers find their files. */
  documents: z.array(IdentityDocument).max(MOST_DOCUMENTS),
  fatherName: PersonName.nullable(),
  motherName: PersonName.nullable(),
  /** Why a parent's name is not known; certificate No. 2 prints `//` for it (TT 13/2011 Art. 14). */
  parentsUnknown: line(200).nullish(),
  spouseName: PersonName.nullable(),
  permanentResidence: Address.nullable(),
  temporaryResidence: Address.nullable(),
  residenceHistory: z.array(Residence).min(1).max(30),
  hasMilitaryService: z.boolean(),
  phone: z
    .string()
    .regex(/^(0|\+84)\d{9,10}$/)
    .nullable(),
  email: z.email().max(200).nullable(),
});
export type Subject = z.infer<typeof Subject>;

/** An authorised person; not allowed for certificate No. 2 (old law) unless a parent of a minor. */
export const Agent = z.strictObject({
  fullName: PersonName,
  personalId: PersonalId.nullable(),
  relation: z.enum(['PARENT', 'SPOUSE', 'CHILD', 'AUTHORISED']),
  powerOfAttorneyNumber: line(100).nullable(),
});
export type Agent = z.infer<typeof Agent>;

export const FEE_CATEGORIES = ['NORMAL', 'REDUCED', 'EXEMPT'] as const;

/** An application as submitted, word for word; kept in intake and never sent to Temporal. */
export const ApplicationSubmission = z
  .strictObject({
    /** Department that is asked (agency code). */
    unit: z.string().min(2).max(40),
    channel: z.enum(CHANNELS),
    /** Date of the postmark, where the dossier came by post: it may decide which law applies. */
    postmarkedOn: CalendarDate.optional(),
    /** Dossier code of the sending system: the idempotency key of a forwarded dossier. */
    externalCode: line(60).nullable(),
    certificateType: z.enum(CERTIFICATE_TYPES),
    purpose: line(200),
    banStatementWanted: z.boolean(),
    copies: z.int().min(1).max(20),
    urgent: z.boolean(),
    subject: Subject,
    agent: Agent.nullable(),
    delivery: z.enum(DELIVERIES),
    deliveryAddress: Address.nullable(),
    feeCategory: z.enum(FEE_CATEGORIES),
    feeReason: line(200).nullable(),
    feeSettled: z.boolean(),
    papers: z.array(z.enum(RECEIVED_PAPERS)).max(10),
    /** Whether the one-stop officer accepts the dossier as valid while receiving it. */
    accept: z.boolean(),
    note: prose(1000).nullable(),
  })
  .refine(({ channel, postmarkedOn }) => channel === 'POST' || postmarkedOn === undefined, {
    error: 'POSTMARK_BY_POST_ONLY',
    path: ['postmarkedOn'],
  })
  .refine(({ delivery, deliveryAddress }) => delivery === 'COUNTER' || deliveryAddress !== null, {
    error: 'ADDRESS_FOR_POST',
    path: ['deliveryAddress'],
  })
  .refine(({ feeCategory, feeReason }) => feeCategory === 'NORMAL' || feeReason !== null, {
    error: 'REASON_FOR_REDUCTION',
    path: ['feeReason'],
  })
  .refine(({ subject }) => subject.personalId !== null || subject.documents.some(isInUse), {
    error: 'ID_OR_DOCUMENT',
    path: ['subject', 'personalId'],
  })
  .refine(({ subject }) => subject.parentsUnknown == null || lacksParent(subject), {
    error: 'BOTH_PARENTS_KNOWN',
    path: ['subject', 'parentsUnknown'],
  });
export type ApplicationSubmission = z.infer<typeof ApplicationSubmission>;

/** Name of whoever asks for the certificate and fetches it: the agent, where there is one. */
export function applicantName({
  agent,
  subject,
}: Pick<ApplicationSubmission, 'agent' | 'subject'>): string {
  return agent?.fullName ?? subject.fullName;
}

/** Whether a paper is not one that was replaced or given up. */
export function isInUse({ former }: Pick<IdentityDocument, 'former'>): boolean {
  return former !== true;
}

function lacksParent({ fatherName, motherName }: Subject): boolean {
  return fatherName === null || motherName === null;
}

/** What decides which papers a dossier needs. */
type Handed = Pick<ApplicationSubmission, 'channel' | 'papers' | 'feeCategory'> & {
  agent: Pick<z.infer<typeof Agent>, 'relation'> | null;
};

/** Channels by which a dossier comes on paper; elsewhere the declaration is the form and shows the identity. */
const ON_PAPER: readonly string[] = ['COUNTER', 'POST'];

/** Papers the law asks of this dossier that were not handed in (Law 28/2009 Art. 45). */
export function missingPapers({ channel, papers, agent, feeCategory }: Handed): ReceivedPaper[] {
  const wanted: ReceivedPaper[] = [];
  if (ON_PAPER.includes(channel)) wanted.push('APPLICATION_FORM', 'IDENTITY_COPY');
  if (agent?.relation === 'AUTHORISED') wanted.push('POWER_OF_ATTORNEY');
  if (feeCategory !== 'NORMAL') wanted.push('FEE_EXEMPTION_PROOF');
  return wanted.filter((paper) => !papers.includes(paper));
}

/** Why 15 days apply to this person, from residence since 14 and nationality (Art. 47.2–3, 48). */
export function complexGroundsOf(subject: Subject): ComplexGround[] {
  const places = new Set(subject.residenceHistory.map(({ provinceCode }) => provinceCode));
  const grounds: ComplexGround[] = [];
  places.delete(null);
  if (places.size > 1) grounds.push('SEVERAL_RESIDENCES');
  if (subject.residenceHistory.some(({ countryCode }) => countryCode !== 'VN')) {
    grounds.push('TIME_ABROAD');
  }
  if (subject.nationality !== 'VN') grounds.push('FOREIGNER');
  return grounds;
}

/** The regime an application falls under as far as intake can tell. */
export function suggestRegime(submission: ApplicationSubmission): {
  regime: Regime;
  grounds: ComplexGround[];
} {
  if (submission.urgent) return { regime: 'URGENT', grounds: [] };
  const grounds = complexGroundsOf(submission.subject);
  return { regime: grounds.length > 0 ? 'COMPLEX' : 'SIMPLE', grounds };
}
