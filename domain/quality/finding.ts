import * as z from 'zod';
import { CalendarDate, Instant, prose } from '../text.ts';
import { QUALITY_RULES, QUALITY_SIDES, QUALITY_SOURCES } from './codes.ts';

/** A finding stands, was mended by a change of what it is about, or is set aside by a person for a reason. */
export const FINDING_STATES = ['OPEN', 'MENDED', 'SET_ASIDE'] as const;

export const FINDING_SUBJECTS = ['RECORD', 'SUPPLY'] as const;

/** What a source says it has: the document a record officer amends by. */
export const SourceAnswer = z.strictObject({
  number: z.string(),
  date: CalendarDate,
  issuer: z.string(),
  content: z.string(),
  /** Its copy; null where none was sent along. */
  scan: z.uuid().nullable(),
});
export type SourceAnswer = z.infer<typeof SourceAnswer>;

/** One thing in the book of a department that is not right, complete or clean. */
export const FindingLine = z.strictObject({
  id: z.int(),
  unit: z.string(),
  about: z.enum(FINDING_SUBJECTS),
  /** Record number, or id of an entry of the reception book. */
  subject: z.string(),
  rule: z.enum(QUALITY_RULES),
  side: z.enum(QUALITY_SIDES),
  /** Ref of a judgment, number of the other record, or empty. */
  place: z.string(),
  source: z.enum(QUALITY_SOURCES),
  personName: z.string(),
  judgedOn: CalendarDate.nullable(),
  state: z.enum(FINDING_STATES),
  openedAt: Instant,
  changedAt: Instant,
  /** Why it is set aside; null otherwise. */
  reason: z.string().nullable(),
  /** What the source answered in a campaign, the latest; null while it did not. */
  answer: SourceAnswer.nullable(),
});
export type FindingLine = z.infer<typeof FindingLine>;

export const FINDING_SORTS = ['opened', 'person', 'subject', 'judged'] as const;
export const FindingQuery = z.strictObject({
  q: z.string().trim().max(120).default(''),
  rule: z.enum(QUALITY_RULES).optional(),
  side: z.enum(QUALITY_SIDES).optional(),
  source: z.enum(QUALITY_SOURCES).optional(),
  state: z.enum(FINDING_STATES).default('OPEN'),
  /** Whether the source has said in a campaign that it has the document. */
  answered: z.stringbool().optional(),
  /** Findings of one record. */
  subject: z.string().max(40).optional(),
  /** Findings that a campaign took. */
  campaign: z.uuid().optional(),
  /** The Centre reads those of all departments, or of this one. */
  unit: z.string().max(20).optional(),
  sort: z.enum(FINDING_SORTS).default('opened'),
  descending: z.stringbool().default(false),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type FindingQuery = z.infer<typeof FindingQuery>;
export const Findings = z.strictObject({ findings: z.array(FindingLine), total: z.int() });

export const FINDING_EVENTS = ['OPENED', 'MENDED', 'SET_ASIDE', 'TAKEN_UP'] as const;

/** One step in the history of a finding; `by` is null for what the rule itself saw. */
export const FindingEvent = z.strictObject({
  kind: z.enum(FINDING_EVENTS),
  at: Instant,
  by: z.string().nullable(),
  reason: z.string().nullable(),
});
export type FindingEvent = z.infer<typeof FindingEvent>;
export const FindingPage = z.strictObject({
  finding: FindingLine,
  events: z.array(FindingEvent),
});

/** Body of `POST /findings/{id}/settlement`: set aside, or taken up again. */
export const FindingSettlement = z.strictObject({
  state: z.enum(['SET_ASIDE', 'OPEN']),
  reason: prose(500),
});
export type FindingSettlement = z.infer<typeof FindingSettlement>;
