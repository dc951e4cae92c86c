import * as z from 'zod';
import { ApplicationSubmission } from './application.ts';
import { ConvictionEntry } from './agencyMessage.ts';
import { CaseId } from './caseId.ts';
import { DraftShown } from './conviction/draftShown.ts';
import { ClockLine, DeadlineExplanation, PromisedDate } from './deadline.ts';
import { PAPER_STATES } from './exchange/channelState.ts';
import { REFUSALS, type RefusalCode } from './refusal.ts';
import { RecordSubmission } from './record.ts';
import { CASE_KINDS } from './flow/flow.ts';
import { HOLDERS } from './flow/holder.ts';
import {
  REQUEST_OUTCOMES,
  VERIFICATION_KINDS,
  VERIFICATION_OUTCOMES,
} from './flow/verification.ts';
import {
  AskProposal,
  asked,
  ConflictShown,
  EarlierAnswer,
  VerifiedBeforeShown,
} from './question.ts';
import { ResidenceWarning } from './residenceWarnings.ts';
import { Scan } from './scan.ts';
import { SupplementAsked } from './supplement.ts';
import { CalendarDate, Instant } from './text.ts';

export { CASE_KINDS, CaseId };

/** What the citizen types together with the birth date: 10 letters and digits without look-alikes. */
export const TrackingCode = z.string().regex(/^[A-HJ-NP-Z2-9]{10}$/);

/** One line of a worklist; the same for every kind of case. */
export const CaseLine = z.strictObject({
  caseId: CaseId,
  kind: z.enum(CASE_KINDS),
  step: z.string(),
  rev: z.int(),
  unit: z.string(),
  /** Null for who may not know whom the case is about: number, step and clock are all that is told. */
  subjectName: z.string().nullable(),
  channel: z.string().nullable(),
  certificateType: z.string().nullable(),
  regime: z.string().nullable(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  /** Due instant of the legal clock; null before acceptance. */
  legalDueAt: Instant.nullable(),
  /** From then on that clock is at risk. */
  atRiskAt: Instant.nullable(),
  /** The shorter term for an expunged person beside it; null also for who may not know of convictions. */
  shorterTerm: z.strictObject({ dueAt: Instant, atRiskAt: Instant.nullable() }).nullable(),
  paused: z.boolean(),
  /** Of a transfer sent under the dual channel, where its paper is; null: no paper goes by post, or not sent yet. */
  paperState: z.enum(PAPER_STATES).nullable(),
  /** Account that has the case on its desk. */
  holder: z.strictObject({ id: z.string(), displayName: z.string(), since: Instant }).nullable(),
  /** Role whose queue it stands in; null while it waits for an agency or the post. */
  queueRole: z.string().nullable(),
  /** Units it waits for, when it waits outside; those asked about the person only for who may know of convictions. */
  waitingFor: z.array(z.string()),
});
export type CaseLine = z.infer<typeof CaseLine>;

export const QUEUES = [
  'mine',
  'unclaimed',
  'returned',
  'waiting',
  'check',
  'sign',
  'handover',
  'late',
  'atRisk',
  'all',
  'closed',
] as const;
export type Queue = (typeof QUEUES)[number];

/**
 * Lists beside the queues, opened from a number of the board: cases not late yet whose legal clock
 * runs, cases received, issued, those whose legal clock ended late, and those open at the end of a day.
 */
export const BOARD_LISTS = ['due', 'received', 'issued', 'doneLate', 'stock'] as const;
export const LISTS = [...QUEUES, ...BOARD_LISTS] as const;
export type List = (typeof LISTS)[number];

export const WorklistQuery = z.strictObject({
  queue: z.enum(LISTS).default('unclaimed'),
  kind: z.enum(CASE_KINDS).optional(),
  step: z.string().max(40).optional(),
  unit: z.string().max(40).optional(),
  channel: z.string().max(40).optional(),
  /** Transfers whose paper is there. */
  paperState: z.enum(PAPER_STATES).optional(),
  /**
   * First and last day (Vietnam) of the instant the list is about: received, issued, ended late,
   * closed; for open cases the legal due date. Of the stock only the last day counts: at its end.
   */
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  /** Who has the case's time now, and the unit that has it. */
  heldBy: z.enum(HOLDERS).optional(),
  heldUnit: z.string().max(40).optional(),
  /** Unit that owes an answer, and one that owes it although its term is over. */
  owedBy: z.string().max(40).optional(),
  overdueBy: z.string().max(40).optional(),
  /** Number of a dossier or record exactly, or a person's name folded. */
  q: z.string().max(120).optional(),
  /** Keyset cursor from the previous page. */
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const Worklist = z.strictObject({
  cases: z.array(CaseLine),
  /** Cursor of the next page, or null on the last. */
  next: z.string().nullable(),
});

export const QueueCounts = z.record(z.enum(QUEUES), z.int());

const refusalCodes = Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]];

export const OfferedAct = z.strictObject({
  act: z.string(),
  primary: z.boolean(),
  /** Why it is disabled, or null when it can be done now. */
  refusal: z.enum(refusalCodes).nullable(),
  /** The reason as a sentence in the user's language, or null. */
  reason: z.string().nullable(),
});

/** One verification as officer and liaison both see it. */
export const VerificationLine = z.strictObject({
  requestId: z.string(),
  caseId: CaseId,
  kind: z.enum(VERIFICATION_KINDS),
  unit: z.string(),
  unitName: z.string(),
  askedAt: Instant,
  /** When the agency acknowledged the message, or null. */
  acknowledgedAt: Instant.nullable(),
  sendAttempts: z.int(),
  /** Code with which the agency's system refused the message for good, or null. */
  rejectedCode: z.string().nullable(),
  /** Why the last try came to nothing, or null. */
  lastErrorCode: z.string().nullable(),
  dueAt: Instant,
  round: z.int(),
  outcome: z.enum(REQUEST_OUTCOMES).nullable(),
  answeredAt: Instant.nullable(),
  expectedAt: Instant.nullable(),
  workingMsLeft: z.number(),
});

/** A question as the officer who asked it sees it. */
export const AskedQuestion = VerificationLine.extend(asked);
export type AskedQuestion = z.infer<typeof AskedQuestion>;

export const AnswerShown = z.strictObject({
  requestId: z.string(),
  outcome: z.enum(VERIFICATION_OUTCOMES),
  entries: z.array(ConvictionEntry),
  needed: z.string().nullable(),
  reason: z.string().nullable(),
  answeredAt: Instant,
  inForce: z.boolean(),
  by: z.string(),
  /** Scanned papers that the answer rests on. */
  scans: z.array(Scan),
});

export const CertificateLine = z.strictObject({
  number: z.string(),
  verificationCode: z.string(),
  status: z.enum(['VALID', 'REPLACED', 'RECALLED']),
  issuedAt: Instant,
});

/** Everything the case page shows. Fields the reader's role may not see are null (masking). */
export const CaseDetail = z.strictObject({
  line: CaseLine,
  acts: z.array(OfferedAct),
  clocks: z.array(ClockLine),
  verifications: z.array(AskedQuestion),
  answers: z.array(AnswerShown).nullable(),
  /** Answers of other dossiers that may serve, with the rule that allows it. */
  earlierAnswers: z.array(EarlierAnswer),
  /** Further units that the answers suggest to ask; nothing is asked by itself. */
  proposals: z.array(AskProposal),
  conflicts: z.array(ConflictShown),
  verifiedBefore: VerifiedBeforeShown.nullable(),
  application: ApplicationSubmission.nullable(),
  /** In order of asking; when the last one lapses its clock says. */
  supplements: z.array(SupplementAsked),
  trackingCode: TrackingCode.nullable(),
  record: RecordSubmission.nullable(),
  recordNumber: z.string().nullable(),
  conclusion: z.string().nullable(),
  draft: DraftShown.nullable(),
  grounds: z.array(z.string()),
  certificates: z.array(CertificateLine),
  idWarnings: z.array(z.string()),
  /** Where the history of residence is not whole, as seen on the day of receipt. */
  residenceWarnings: z.array(ResidenceWarning),
  /** Dates the applicant was told, in order; the last one stands. */
  promises: z.array(PromisedDate),
  ruleSetId: z.string(),
  calendarVersion: z.string(),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

/** One entry of the case's log; the hash chain is checked when read. */
export const CaseEvent = z.strictObject({
  rev: z.int(),
  act: z.string(),
  step: z.string(),
  actor: z.string(),
  actorName: z.string(),
  /** Whom the actor stood in for, or null: recorded with the act, "B for A". */
  actedForName: z.string().nullable(),
  unit: z.string(),
  at: Instant,
  codes: z.record(z.string(), z.unknown()),
  /** What was written with the act, when the reader may see it. */
  paper: z.unknown(),
  hash: z.string(),
});
export const CaseEvents = z.strictObject({ events: z.array(CaseEvent), chainIntact: z.boolean() });

export const CaseTime = z.strictObject({
  clocks: z.array(DeadlineExplanation),
  calendarVersion: z.string(),
});

export const Assignment = z.strictObject({ to: z.uuid() });
