import * as z from 'zod';
import { AccountId } from './account.ts';
import { answerHolds, ConvictionEntry, RequestId } from './agencyMessage.ts';
import { IdentityDocument } from './application.ts';
import { CaseId, VerificationLine } from './case.ts';
import { EXTENSION_REASONS } from './clock/law.ts';
import { DeadlineInShort } from './deadline.ts';
import { DISPUTE_KINDS, TrackedDispute } from './dispute.ts';
import { REFUSAL_GROUNDS } from './flow/applicationState.ts';
import { VERIFICATION_OUTCOMES } from './flow/verification.ts';
import { LegalBasis } from './routing/bases.ts';
import { MOST_SCANS, Scan } from './scan.ts';
import { Turnaround } from './turnaround.ts';
import { TrackedApology } from './letter.ts';
import { CalendarDate, Instant, PersonName, PartialDate, prose } from './text.ts';

/** The person a request is about, as the asked unit sees it. */
export const AskedPerson = z.strictObject({
  fullName: PersonName,
  otherNames: z.array(z.string()),
  gender: z.string(),
  birthDate: PartialDate,
  birthPlace: z.string(),
  nationality: z.string(),
  personalId: z.string().nullable(),
  /** Former papers too; packets signed earlier have none. */
  documents: z.array(IdentityDocument).default([]),
  fatherName: z.string().nullable(),
  motherName: z.string().nullable(),
  residences: z.array(
    z.strictObject({ from: z.string(), to: z.string().nullable(), place: z.string() }),
  ),
});
export type AskedPerson = z.infer<typeof AskedPerson>;

/** A judgment that a court is asked about, as the police told of it: enough to find its file, no more. */
export const NamedJudgment = z.strictObject({
  judgmentNumber: z.string(),
  judgmentDate: CalendarDate,
  court: z.string(),
});
export type NamedJudgment = z.infer<typeof NamedJudgment>;

/** Who of the unit has a request on the desk: in absence, whoever covers. */
export const RequestHolder = z.strictObject({
  id: AccountId,
  displayName: z.string(),
  since: Instant,
  /** For whom the holder stands in, or null. */
  coversFor: z.string().nullable(),
});

/** The unit's last answer on its way: kept, in the case, or refused with a code. */
export const AnswerTransport = z.strictObject({
  state: z.enum(['STORED', 'APPLIED', 'REFUSED']),
  refusalCode: z.string().nullable(),
  receivedAt: Instant,
  /** Who typed it; null for the unit's own system. */
  by: z.string().nullable(),
});

/** A request on a liaison's desk: the question, the person it is about, the clock the asker sees. */
export const DeskRequest = z.strictObject({
  verification: VerificationLine,
  askedBy: z.string(),
  purpose: z.string(),
  /** Under which provision units of this kind are asked. */
  legalBasis: LegalBasis,
  person: AskedPerson,
  identification: z.string().nullable(),
  /** What a court is asked about; empty where the police named no judgment, and for every other kind of unit. */
  judgments: z.array(NamedJudgment),
  holder: RequestHolder.nullable(),
  transport: AnswerTransport.nullable(),
  /** Papers uploaded for an answer, oldest first. */
  scans: z.array(Scan),
});
export type DeskRequest = z.infer<typeof DeskRequest>;

export const DESK_STATES = ['open', 'answered', 'all'] as const;
export const DESK_DUES = ['overdue', 'today', 'threeDays'] as const;
export const DESK_HOLDERS = ['mine', 'free', 'others'] as const;
/** Open requests come by due date and answered ones the latest first, unless another order is asked for. */
export const DESK_ORDERS = ['usual', 'asked', 'name', 'case'] as const;

/** By what a desk is filtered; a packet is chosen by the same. */
export const DeskFilter = z.strictObject({
  state: z.enum(DESK_STATES).default('open'),
  /** Until when an answer is due: passed, by the end of today, of the third calendar day. */
  due: z.enum(DESK_DUES).optional(),
  held: z.enum(DESK_HOLDERS).optional(),
  q: z.string().max(120).optional(),
});
export type DeskFilter = z.infer<typeof DeskFilter>;

export const DeskQuery = DeskFilter.extend({
  /** One request alone, as an address names it. */
  request: RequestId.optional(),
  order: z.enum(DESK_ORDERS).default('usual'),
  after: z
    .string()
    .regex(/^\d{1,7}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const Desk = z.strictObject({
  requests: z.array(DeskRequest),
  next: z.string().nullable(),
  /** How the unit answered in the last 30 days and what it owes: its line of the league. */
  ...Turnaround.shape,
});

/** An answer typed by a liaison; "record found" must be confirmed twice by the screen. */
export const AnswerForm = z
  .strictObject({
    outcome: z.enum(VERIFICATION_OUTCOMES),
    entries: z.array(ConvictionEntry).max(30),
    needed: prose(1000).nullable(),
    reason: prose(1000).nullable(),
    expectedAt: CalendarDate.nullable(),
    replaces: z.boolean(),
    confirmed: z.boolean(),
    /** Scans uploaded for this request that the answer rests on. */
    scans: z.array(z.uuid()).max(MOST_SCANS).optional(),
  })
  .superRefine(answerHolds)
  .refine(({ outcome, confirmed }) => outcome !== 'RECORD_FOUND' || confirmed, {
    error: 'CONFIRM_RECORD_FOUND',
    path: ['confirmed'],
  });

export type AnswerForm = z.infer<typeof AnswerForm>;

/**
 * Body of `PUT /verifications/claims`: take a request on one's desk. `over` names the colleague whom the
 * taker saw holding it, to take it over knowingly; null takes free ones only.
 */
export const RequestClaim = z.strictObject({
  requestId: RequestId,
  over: AccountId.nullable(),
});

/** Body of `POST /verifications/extensions`: the asked agency needs longer, as the rule set allows. */
export const ExtensionForm = z.strictObject({
  requestId: RequestId,
  basis: z.enum(EXTENSION_REASONS),
  reason: prose(2000),
});

/** What a citizen types to see where the application stands. */
export const TrackingQuestion = z.strictObject({
  code: z.string().min(4).max(40),
  birthDate: PartialDate,
});

/**
 * An applicant's contest of the legal date or of one day of it (DATE), or the complaint that it has passed
 * (LATE, about no day); whoever knows both is the applicant.
 */
export const PublicDispute = TrackingQuestion.extend({
  kind: z.enum(DISPUTE_KINDS).default('DATE'),
  day: CalendarDate.nullable(),
  reason: prose(1000),
}).refine(({ kind, day }) => kind === 'DATE' || day === null, {
  error: 'NOT_A_CHOICE',
  path: ['day'],
});

export const TRACKING_STAGES = [
  'RECEIVED',
  'VERIFYING',
  'DECIDING',
  'ISSUED',
  'DELIVERED',
] as const;

/** Why an application was refused (Law 28/2009 Art. 49: in writing, with reasons). */
export const TrackedRefusal = z.strictObject({
  ground: z.enum(REFUSAL_GROUNDS),
  /** What the officer wrote for the applicant. */
  reason: z.string().nullable(),
  at: Instant,
});

/** What the citizen may know: stage in plain words, who has it since when, dates; no conviction content. */
export const Tracking = z.strictObject({
  caseId: CaseId,
  stage: z.enum(TRACKING_STAGES),
  /** Set when the case ended without a certificate or waits for the applicant. */
  ended: z.enum(['REFUSED', 'WITHDRAWN', 'LAPSED', 'CANCELLED']).nullable(),
  /** Set when it was refused. */
  refusal: TrackedRefusal.nullable(),
  supplementWanted: z.string().nullable(),
  /** When the application lapses unless the supplement comes; null while none is awaited. */
  lapsesAt: Instant.nullable(),
  /**
   * Who has it beside the office, or the office; null while it waits for the applicant, and in verification, where
   * no asked unit is named: some are asked only about a known conviction.
   */
  holderName: z.string().nullable(),
  /** Since when that is so; reminders and recounted dates do not begin it anew. */
  since: z.string(),
  legalDueAt: z.string().nullable(),
  /**
   * Day on which the result will probably be ready, from how long finished cases took; null while that
   * cannot be said, and once it is ready. It promises nothing.
   */
  likelyOn: CalendarDate.nullable(),
  /** The last time a published calendar moved the legal date, and the days it was because of. */
  legalDueMoved: z
    .strictObject({
      from: z.string(),
      to: z.string(),
      at: z.string(),
      calendarVersion: z.string(),
      days: z.array(
        z.strictObject({
          date: z.string(),
          works: z.boolean(),
          name: z.string(),
          source: z.string(),
        }),
      ),
    })
    .nullable(),
  paused: z.boolean(),
  late: z.boolean(),
  citation: z.string().nullable(),
  /** The legal date day by day; null before acceptance. */
  legal: DeadlineInShort.nullable(),
  delivery: z.string(),
  trackingNumber: z.string().nullable(),
  stages: z.array(z.strictObject({ stage: z.enum(TRACKING_STAGES), at: z.string().nullable() })),
  /** Signed letters of apology, oldest first: each promised another date, the legal one stands. */
  apologies: z.array(TrackedApology),
  /** Contests of the date and complaints of lateness by the applicant, oldest first. */
  disputes: z.array(TrackedDispute),
  /** The legal date has passed, the result is not ready, and nobody complained of this date yet. */
  mayComplain: z.boolean(),
});
export type Tracking = z.infer<typeof Tracking>;

/** What a third party learns from the QR or the typed code: valid, replaced or recalled, nothing else. */
export const CertificateCheck = z.strictObject({
  status: z.enum(['VALID', 'REPLACED', 'RECALLED', 'UNKNOWN']),
});
