import * as z from 'zod';
import { Instant } from '../text.ts';

export const NOTICE_KINDS = ['NORMALISED', 'MERGED'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What came of one line of a notice at the Centre: applied, no copy there yet, or its copy says other words. */
export const NOTICE_RESULTS = ['APPLIED', 'NO_COPY', 'WORDS_DIFFER'] as const;
export type NoticeResult = (typeof NOTICE_RESULTS)[number];

/** One line: a judgment mapped to an entry of the catalogue, or a record taken into another. */
export const NoticeItem = z.strictObject({
  n: z.int(),
  number: z.string(),
  ref: z.int().nullable(),
  offence: z.string().nullable(),
  provision: z.string().nullable(),
  code: z.string().nullable(),
  catalogueVersion: z.int().nullable(),
  mergedInto: z.string().nullable(),
  result: z.enum(NOTICE_RESULTS).nullable(),
});
export type NoticeItem = z.infer<typeof NoticeItem>;

/** A province's notice to the Centre, with how much of it the Centre has acknowledged. */
export const NoticeLine = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  kind: z.enum(NOTICE_KINDS),
  sentBy: z.string(),
  sentAt: Instant,
  items: z.int(),
  applied: z.int(),
  /** Tried, and not applied. */
  held: z.int(),
  appliedBy: z.string().nullable(),
  appliedAt: Instant.nullable(),
});
export type NoticeLine = z.infer<typeof NoticeLine>;

export const NoticeQuery = z.strictObject({
  state: z.enum(['OPEN', 'ALL']).default('OPEN'),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export type NoticeQuery = z.infer<typeof NoticeQuery>;

export const NoticeLines = z.strictObject({ notices: z.array(NoticeLine), total: z.int() });
export const NoticePage = z.strictObject({ notice: NoticeLine, items: z.array(NoticeItem) });
export type NoticePage = z.infer<typeof NoticePage>;
