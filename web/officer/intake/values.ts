import type * as z from 'zod';
import { ApplicationSubmission, missingPapers } from '../../../domain/application.ts';
import type { ReceivedPaper } from '../../../domain/flow/applicationState.ts';

type Loose = Record<string, unknown>;

/**
 * What the form holds: the shape of a submission, but with empty texts, missing parts, and two
 * switches of its own (`hasAgent`, which shows the agent's fields; `askSupplement`, which asks for the
 * papers that are missing instead of accepting).
 */
export type IntakeValues = Loose & {
  subject?: Loose;
  hasAgent?: boolean;
  askSupplement?: boolean;
  delivery?: string;
};

/** What a new form starts with: the usual answers, so that the usual dossier needs few keys. */
export const FRESH: IntakeValues = {
  channel: 'COUNTER',
  certificateType: 'NO_1',
  banStatementWanted: false,
  copies: 1,
  urgent: false,
  subject: {
    nationality: 'VN',
    ethnicity: 'Kinh',
    hasMilitaryService: false,
    residenceHistory: [{ countryCode: 'VN' }],
  },
  hasAgent: false,
  askSupplement: false,
  delivery: 'COUNTER',
  feeCategory: 'NORMAL',
  feeSettled: false,
  papers: [],
  accept: true,
};

/** Empty texts and missing values become null, all the way down. */
function emptyAsNull(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (Array.isArray(value)) return value.map(emptyAsNull);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, emptyAsNull(one)]));
}

/** An address of which nothing was typed is none. */
function addressOrNull(value: unknown): Loose | null {
  const address = emptyAsNull(value) as Loose | null;
  return address === null || (address['text'] ?? null) === null ? null : address;
}

/** Papers the law asks of what is entered so far that are not marked as received. */
export function missingSoFar(values: IntakeValues): ReceivedPaper[] {
  const { channel, papers, agent, feeCategory } = values as Partial<ApplicationSubmission>;
  return missingPapers({
    channel: channel ?? 'COUNTER',
    papers: papers ?? [],
    feeCategory: feeCategory ?? 'NORMAL',
    agent: values.hasAgent === true && agent ? agent : null,
  });
}

/** The submission the form's values make, checked by the domain's schema. */
export function submissionFrom(
  values: IntakeValues,
  unit: string,
): z.ZodSafeParseResult<ApplicationSubmission> {
  const { hasAgent, askSupplement: _own, subject = {}, ...rest } = values;
  const filled = emptyAsNull(rest) as Loose;
  const person = emptyAsNull(subject) as Loose;
  const agent =
    hasAgent === true
      ? { personalId: null, powerOfAttorneyNumber: null, ...(filled['agent'] as Loose) }
      : null;
  const { postmarkedOn, ...others } = filled;
  const byPost = others['channel'] === 'POST' && postmarkedOn != null;
  const residences = (person['residenceHistory'] as Loose[] | null) ?? [];
  const documents = (person['documents'] as Loose[] | null) ?? [];
  return ApplicationSubmission.safeParse({
    ...NULL_PARTS,
    ...others,
    ...(byPost ? { postmarkedOn } : {}),
    unit,
    externalCode: null,
    agent,
    deliveryAddress: values.delivery === 'POST' ? addressOrNull(values['deliveryAddress']) : null,
    feeReason: filled['feeCategory'] === 'NORMAL' ? null : (filled['feeReason'] ?? null),
    papers: filled['papers'] ?? [],
    subject: {
      ...NULL_PERSON,
      ...person,
      otherNames: person['otherNames'] ?? [],
      documents: documents.map(({ former, ...one }) => ({
        issuedOn: null,
        issuedBy: null,
        ...one,
        ...(former === true && { former }),
      })),
      parentsUnknown: parentsUnknownOf(person),
      permanentResidence: addressOrNull(subject['permanentResidence']),
      temporaryResidence: addressOrNull(subject['temporaryResidence']),
      residenceHistory: residences.map((row) => ({
        to: null,
        ...row,
        provinceCode: provinceOf(row),
      })),
    },
  });
}

/** What was typed while a parent's name was missing says nothing once both are there. */
function parentsUnknownOf({ fatherName, motherName, parentsUnknown }: Loose): unknown {
  return fatherName != null && motherName != null ? null : (parentsUnknown ?? null);
}

function provinceOf(row: Loose): unknown {
  return row['countryCode'] === 'VN' ? (row['provinceCode'] ?? null) : null;
}

const NULL_PARTS = { note: null, feeReason: null };
const NULL_PERSON = {
  ethnicity: null,
  personalId: null,
  fatherName: null,
  motherName: null,
  spouseName: null,
  phone: null,
  email: null,
};
