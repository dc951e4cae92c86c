import * as z from 'zod';
import { CaseId } from './case.ts';
import { dueAt } from './clock/workingTime.ts';
import type { CalendarSlice, Law } from './clock/law.ts';
import { type ApplicationState, BEFORE_ISSUE, REFUSAL_GROUNDS } from './flow/applicationState.ts';
import { dateOf, type DateText, type InstantMs } from './instant.ts';
import { REFUSALS, type RefusalCode } from './refusal.ts';
import { CalendarDate, Instant, prose } from './text.ts';

export const LETTER_STATUSES = ['DRAFT', 'SIGNED', 'SENT', 'CANCELLED'] as const;
export type LetterStatus = (typeof LETTER_STATUSES)[number];
/** How a signed letter reaches the applicant: handed out, by the post, or by the channel applied through. */
export const LETTER_WAYS = ['PRINT', 'POST', 'CHANNEL'] as const;
export const CANCEL_CAUSES = [
  'BY_HAND',
  'SUPERSEDED',
  'DATE_MOVED',
  'RESULT_READY',
  'CASE_CLOSED',
] as const;

/** A letter of apology with a new date, as lists show it. */
export const LetterLine = z.strictObject({
  id: z.uuid(),
  caseId: CaseId,
  unit: z.string(),
  subjectName: z.string(),
  step: z.string(),
  channel: z.string(),
  /** The breach it answers: which clock's rung, and the date that was missed. */
  clock: z.string(),
  rung: z.string(),
  missedAt: Instant,
  /** A date missed again: the director signs. */
  again: z.boolean(),
  draftedAt: Instant,
  status: z.enum(LETTER_STATUSES),
  number: z.string().nullable(),
  promisedDueAt: Instant.nullable(),
  /** Date the system proposes while it is a draft; the signer may choose another one. */
  proposedOn: CalendarDate.nullable(),
  signerName: z.string().nullable(),
  signedAt: Instant.nullable(),
  way: z.enum(LETTER_WAYS).nullable(),
  sentAt: Instant.nullable(),
  cancelledAt: Instant.nullable(),
  cancelledWhy: z.enum(CANCEL_CAUSES).nullable(),
});
export type LetterLine = z.infer<typeof LetterLine>;

export const LettersQuery = z.strictObject({
  status: z.enum(LETTER_STATUSES).optional(),
  /** Only letters that need the director, or only those that do not. */
  again: z.stringbool().optional(),
  /** Dossier number or number of the letter, exactly. */
  q: z.string().max(60).optional(),
  order: z.enum(['oldest', 'newest']).default('oldest'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type LettersQuery = z.infer<typeof LettersQuery>;

/** How many letters of a unit stand where; `again` counts drafts that need the director. */
export const LetterCounts = z.strictObject({
  draft: z.int(),
  again: z.int(),
  toPrint: z.int(),
  sent: z.int(),
  cancelled: z.int(),
});

export const Letters = z.strictObject({
  letters: z.array(LetterLine),
  total: z.int(),
  counts: LetterCounts,
});
export type Letters = z.infer<typeof Letters>;

/** Letters to sign, each with the date it promises. */
export const LettersToSign = z.strictObject({
  letters: z
    .array(z.strictObject({ id: z.uuid(), promisedOn: CalendarDate }))
    .min(1)
    .max(200),
});

const code = z.enum(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]);

export const LetterResults = z.strictObject({
  results: z.array(
    z.strictObject({
      id: z.string(),
      caseId: z.string().nullable(),
      ok: z.boolean(),
      number: z.string().nullable(),
      code: code.nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
export type LetterResults = z.infer<typeof LetterResults>;

export const LetterCancelling = z.strictObject({ reason: prose(500) });

const sourced = { citation: z.string().min(1), verified: z.boolean() };

/** Texts and norms of the letter as data (`data/letters.json`), each with its source. */
export const LetterBook = z.strictObject({
  apology: z.strictObject({
    title: z.array(z.string().min(1)).min(1),
    /** `{office}`, `{term}`, `{missed}`, `{promised}` and so on are filled in. */
    opening: z.string().min(1),
    again: z.string().min(1),
    reasons: z.partialRecord(z.enum(BEFORE_ISSUE as [string, ...string[]]), z.string().min(1)),
    promise: z.string().min(1),
    closing: z.string().min(1),
    ...sourced,
  }),
  /** The written refusal: `{office}`, `{received}` and `{type}` are filled in. */
  refusal: z.strictObject({
    title: z.array(z.string().min(1)).min(1),
    opening: z.string().min(1),
    /** What each ground of refusal says, with its place in the law. */
    grounds: z.record(z.enum(REFUSAL_GROUNDS), z.string().min(1)),
    again: z.string().min(1),
    appeal: z.string().min(1),
    ...sourced,
  }),
  proposal: z.strictObject({
    /** Working days the office needs from a step on, beside what a term of the rule set gives others. */
    workingDays: z.record(z.enum(BEFORE_ISSUE as [string, ...string[]]), z.int().min(1)),
    /** Steps from which an agency's term of the rule set is added. */
    agencyTerms: z.partialRecord(
      z.enum(BEFORE_ISSUE as [string, ...string[]]),
      z.enum(['police', 'court']),
    ),
    /** No promise lies further ahead than this. */
    longestWorkingDays: z.int().min(1),
    ...sourced,
  }),
});
export type LetterBook = z.infer<typeof LetterBook>;

interface Ahead {
  now: InstantMs;
  terms: Law['terms'];
  calendar: CalendarSlice;
}

/**
 * The date to propose in place of a missed one: what the remaining steps take, in working days, after
 * the term of an agency that is still to answer. Throws CalendarExhausted past the calendar.
 */
export function proposePromise(
  { step }: Pick<ApplicationState, 'step'>,
  { proposal }: Pick<LetterBook, 'proposal'>,
  { now, terms, calendar }: Ahead,
): DateText {
  const agency = proposal.agencyTerms[step];
  const answered = agency === undefined ? now : dueAt(now, terms[agency], calendar);
  const days = proposal.workingDays[step] ?? proposal.longestWorkingDays;
  const due = dueAt(answered, { amount: days, unit: 'workingDay' }, calendar);
  const proposed = dateOf(due);
  const latest = latestPromise({ proposal }, { now, calendar });
  return proposed < latest ? proposed : latest;
}

/** The last date that may be promised now. */
export function latestPromise(
  { proposal }: Pick<LetterBook, 'proposal'>,
  { now, calendar }: Pick<Ahead, 'now' | 'calendar'>,
): DateText {
  return dateOf(dueAt(now, { amount: proposal.longestWorkingDays, unit: 'workingDay' }, calendar));
}

/** A signed letter that waits for the connected system of the applicant's channel. */
export const ChannelNotice = z.strictObject({
  letterId: z.uuid(),
  caseId: CaseId,
  /** Dossier code of the system that forwarded the application, or null. */
  externalCode: z.string().nullable(),
  channel: z.string(),
  number: z.string(),
  missedAt: Instant,
  promisedDueAt: Instant,
  queuedAt: Instant,
  acknowledgedAt: Instant.nullable(),
});
export type ChannelNotice = z.infer<typeof ChannelNotice>;

/** Notices nobody has acknowledged, oldest first; `more` when there are others behind them. */
export const ChannelNotices = z.strictObject({
  notices: z.array(ChannelNotice),
  more: z.boolean(),
});

/** The letter as the applicant may know it. */
export const TrackedApology = z.strictObject({
  letterId: z.uuid(),
  number: z.string(),
  signedAt: Instant,
  missedAt: Instant,
  promisedDueAt: Instant,
});
