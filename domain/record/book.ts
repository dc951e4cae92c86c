import * as z from 'zod';
import { CaseId } from '../caseId.ts';
import { RecordNumber } from '../record.ts';
import { Instant, prose } from '../text.ts';
import { AMENDMENT_KINDS } from './amendment.ts';
import { Difference } from './differences.ts';
import { RecordFile } from './file.ts';
import { FoundOrigin } from './found.ts';

/** Whose record it is: the province's own, or the copy of the National Centre. */
export const BOOKS = ['PROVINCE', 'CENTRE'] as const;
export type Book = (typeof BOOKS)[number];

/** What brought a version about. */
export const VERSION_CAUSES = [
  'OPENED',
  'CORRECTED_BEFORE_SENDING',
  'PAPER_WAS_RIGHT',
  'OFFICIALLY_UPDATED',
  'NORMALISED',
  'NOTICE',
  'SLIP',
  'SLIP_TWICE',
  'MERGED_AWAY',
  ...AMENDMENT_KINDS,
] as const;
export type VersionCause = (typeof VERSION_CAUSES)[number];

export const RECORD_SORTS = ['number', 'name', 'updatedAt'] as const;

export const RecordQuery = z.strictObject({
  q: z.string().trim().max(120).default(''),
  state: z
    .enum(['ACTIVE', 'UNNORMALISED', 'PROPOSED', 'UNTOLD', 'MERGED', 'ABANDONED'])
    .default('ACTIVE'),
  sort: z.enum(RECORD_SORTS).default('number'),
  descending: z.stringbool().default(false),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type RecordQuery = z.infer<typeof RecordQuery>;

/** One record in a list, as its book has it now. */
export const RecordLine = z.strictObject({
  number: RecordNumber,
  unit: z.string(),
  caseId: z.string(),
  version: z.int(),
  fullName: z.string(),
  birthDate: z.string(),
  judgments: z.int(),
  unnormalised: z.int(),
  /** Proposals that wait for a decision. */
  proposals: z.int(),
  mergedInto: z.string().nullable(),
  /** When its transfer was given up: it is no record any more. */
  abandonedAt: Instant.nullable(),
  updatedAt: Instant,
});
export type RecordLine = z.infer<typeof RecordLine>;
export const RecordLines = z.strictObject({ records: z.array(RecordLine), total: z.int() });

/** A version in the history of a record; `differences` against the one before. */
export const VersionLine = z.strictObject({
  version: z.int(),
  cause: z.enum(VERSION_CAUSES),
  reason: z.string().nullable(),
  digest: z.string(),
  madeBy: z.string(),
  approvedBy: z.string().nullable(),
  at: Instant,
  differences: z.array(Difference),
});
export type VersionLine = z.infer<typeof VersionLine>;

/** LAPSED: its record was given up before anybody decided. */
export const PROPOSAL_STATES = ['OPEN', 'APPROVED', 'REFUSED', 'LAPSED'] as const;

/** A change that waits for, or has had, a decision; `differences` it would make now, while it is open. */
export const ProposalLine = z.strictObject({
  id: z.uuid(),
  number: RecordNumber,
  kind: z.enum(AMENDMENT_KINDS),
  reason: z.string(),
  state: z.enum(PROPOSAL_STATES),
  proposedBy: z.string(),
  proposedAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  refusal: z.string().nullable(),
  /** Number of the record to be merged into this one. */
  from: z.string().nullable(),
  /** What the persons of both records of a merge differ in: the one to be merged, then the one that stands. */
  persons: z.array(Difference),
  differences: z.array(Difference),
  /** Confirms exactly this change of exactly these versions; null when it can no longer be made. */
  token: z.string().nullable(),
  /** Whether the asker may decide it. */
  decidable: z.boolean(),
  /** The slip that tells the Centre of it; null while none does. */
  slip: z.strictObject({ caseId: CaseId, step: z.string() }).nullable(),
});
export type ProposalLine = z.infer<typeof ProposalLine>;

/** Merges across departments, which only the Centre decides. */
export const ProposalLines = z.strictObject({ proposals: z.array(ProposalLine) });

export const COPY_STATES = ['EQUAL', 'DIFFERING', 'MISSING'] as const;
export type CopyState = (typeof COPY_STATES)[number];

/** A record with its history and what waits; `askedFor` is the number that led here. */
export const RecordPage = z.strictObject({
  line: RecordLine,
  askedFor: RecordNumber,
  book: z.enum(BOOKS),
  file: RecordFile,
  versions: z.array(VersionLine),
  proposals: z.array(ProposalLine),
  /** Numbers whose records were taken into this one. */
  took: z.array(z.string()),
  /** Applications whose answers told of it. */
  found: z.array(FoundOrigin),
  /** The other side's copy against this one. */
  copy: z.strictObject({ state: z.enum(COPY_STATES), differences: z.array(Difference) }),
});
export type RecordPage = z.infer<typeof RecordPage>;

export const ProposalBody = z.strictObject({
  kind: z.enum(AMENDMENT_KINDS),
  details: z.unknown(),
  reason: prose(1000),
  /** Version the proposer saw. */
  version: z.int().min(1),
});

export const DecisionBody = z.discriminatedUnion('approve', [
  z.strictObject({ approve: z.literal(true), token: z.string() }),
  z.strictObject({ approve: z.literal(false), reason: prose(1000) }),
]);
