import * as z from 'zod';
import { CATALOGUE_CODES, ListedOffence, OFFENCE_FIELDS, OffenceCode } from './offence.ts';
import { ENCODINGS } from './encodings.ts';
import { CalendarDate, line } from '../text.ts';

/** Where a release stands. */
export const RELEASE_STATES = ['FAULTY', 'DRAFT', 'PUBLISHED', 'DISCARDED'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** What became of an offence between two lists, in the order in which a preview tells of it. */
export const CHANGE_KINDS = [
  'ADDED',
  'RENAMED',
  'MERGED',
  'SPLIT',
  'WITHDRAWN',
  'AMENDED',
  'UNCHANGED',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One difference: of an offence of the earlier list, or of a new one that takes nobody's place. */
export const CatalogueChange = z.strictObject({
  kind: z.enum(CHANGE_KINDS),
  code: OffenceCode,
  before: ListedOffence.nullable(),
  after: ListedOffence.nullable(),
  /** What takes its place under other codes. */
  into: z.array(z.strictObject({ code: OffenceCode, name: z.string() })),
  fields: z.array(z.enum(OFFENCE_FIELDS)),
});
export type CatalogueChange = z.infer<typeof CatalogueChange>;

/** Why a row of a list was not taken; `line` counts the header line as 1. */
export const RowProblem = z.strictObject({
  line: z.int(),
  offence: z.string().nullable(),
  column: z.string(),
  value: z.string(),
  code: z.string(),
});
export type RowProblem = z.infer<typeof RowProblem>;

/**
 * A release of the catalogue: `FAULTY` while nobody has said that its good rows are to be kept, `DRAFT`
 * until another person publishes it, then unchanged for ever.
 */
export const CatalogueRelease = z.strictObject({
  id: z.uuid(),
  /** Counts published releases from 1; null before. */
  version: z.int().nullable(),
  /** Version it was compared with; null for the first. */
  baseVersion: z.int().nullable(),
  state: z.enum(RELEASE_STATES),
  title: z.string(),
  fileName: z.string(),
  encoding: z.enum(ENCODINGS),
  entries: z.int(),
  unverified: z.int(),
  /** Entries of the earlier release that stand in for faulty rows. */
  carried: z.int(),
  faults: z.int(),
  importedBy: z.string().nullable(),
  importedAt: z.string(),
  keptBy: z.string().nullable(),
  releasedBy: z.string().nullable(),
  releasedAt: z.string().nullable(),
});
export type CatalogueRelease = z.infer<typeof CatalogueRelease>;
export const CatalogueReleases = z.strictObject({ releases: z.array(CatalogueRelease) });

/** A release with what it changes, what was wrong with its file, and how its encoding was read. */
export const ReleasePage = z.strictObject({
  release: CatalogueRelease,
  changes: z.record(z.enum(CHANGE_KINDS), z.int()),
  problems: z.array(RowProblem.extend({ message: z.string() })),
  /** Lines of a converted file as they came, read as Latin letters, and as they were understood. */
  samples: z.array(z.strictObject({ raw: z.string(), read: z.string() })),
  /** Confirms exactly this list on top of exactly this release. */
  token: z.string(),
  /** Whether the asker had a hand in it, so that another person must publish it. */
  own: z.boolean(),
});
export type ReleasePage = z.infer<typeof ReleasePage>;

export const ChangeQuery = z.strictObject({
  kind: z.enum(CHANGE_KINDS).optional(),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const CatalogueChanges = z.strictObject({
  changes: z.array(CatalogueChange),
  total: z.int(),
});

/** Query of `POST /catalogue/releases`; the body is the file as it is. */
export const ListUpload = z.strictObject({
  title: line(200),
  name: line(200),
  /** How the file is to be read; without it the encoding is recognised. */
  encoding: z.enum(ENCODINGS).optional(),
  /** Take the good rows at once although others are faulty. */
  keepGood: z.stringbool().default(false),
});
export type ListUpload = z.infer<typeof ListUpload>;

export const Publication = z.strictObject({ token: z.string() });

export const CATALOGUE_SORTS = ['code', 'name', 'validFrom'] as const;

export const CatalogueQuery = z.strictObject({
  q: z.string().trim().max(120).default(''),
  penalCode: z.enum(CATALOGUE_CODES).optional(),
  verified: z.stringbool().optional(),
  /** Only what is valid on this day. */
  validOn: CalendarDate.optional(),
  /** A release other than the newest published one. */
  release: z.uuid().optional(),
  sort: z.enum(CATALOGUE_SORTS).default('code'),
  descending: z.stringbool().default(false),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CatalogueQuery = z.infer<typeof CatalogueQuery>;

export const CataloguePage = z.strictObject({
  release: CatalogueRelease,
  offences: z.array(ListedOffence),
  total: z.int(),
});
