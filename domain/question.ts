import * as z from 'zod';
import { CaseId } from './caseId.ts';
import { ASK_REASONS, FURTHER_REASONS } from './flow/askReason.ts';
import { SETTLEMENT_GROUNDS, SIDES } from './flow/conflict.ts';
import { VERIFICATION_KINDS, VERIFICATION_OUTCOMES } from './flow/verification.ts';
import { Label } from './law/regime.ts';
import { source } from './law/source.ts';
import { PROPOSAL_CAUSES } from './routing/proposals.ts';
import { CalendarDate, Instant } from './text.ts';

/** That a case goes on without an answer, or that this is proposed; words are null for who may not read them. */
const WaiverShown = z.strictObject({
  proposedBy: z.string(),
  proposedAt: Instant,
  reason: z.string().nullable(),
  /** Null while the director has not signed. */
  signedBy: z.string().nullable(),
  signedAt: Instant.nullable(),
});

/** What the officer sees of a question beside what its unit sees too. */
export const asked = {
  /** Why this unit was asked, with the sources; empty in cases that were not routed. */
  why: z.array(z.strictObject({ reason: z.enum(ASK_REASONS), label: Label, ...source })),
  waiver: WaiverShown.nullable(),
  /** Whether the person objects to what the unit answered before. */
  contested: z.boolean(),
  /** Dossier whose answer serves here too. */
  reusedFrom: z.string().nullable(),
};

/** A unit's answer to an earlier dossier of the same person that may serve for an open question. */
export const EarlierAnswer = z.strictObject({
  requestId: z.string(),
  answerId: z.uuid(),
  outcome: z.enum(VERIFICATION_OUTCOMES),
  answeredAt: Instant,
  fromCase: CaseId,
});
export type EarlierAnswer = z.infer<typeof EarlierAnswer>;

/** A further unit to ask, as answered judgments suggest it; the officer asks or leaves it. */
export const AskProposal = z.strictObject({
  kind: z.enum(VERIFICATION_KINDS),
  /** The unit beside the one that answered; null where there is none or more than one. */
  unit: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  why: z.enum(FURTHER_REASONS),
  cause: z.enum(PROPOSAL_CAUSES),
  label: Label,
  ...source,
  /** Numbers of the judgments that suggest it. */
  judgments: z.array(z.string()),
});
export type AskProposal = z.infer<typeof AskProposal>;

/** Two answers that contradict each other, and how that was settled; null while it is not. */
export const ConflictShown = z.strictObject({
  found: z.string(),
  clean: z.string(),
  settled: z
    .strictObject({
      stands: z.enum(SIDES),
      ground: z.enum(SETTLEMENT_GROUNDS),
      reason: z.string().nullable(),
      by: z.string(),
      at: Instant,
    })
    .nullable(),
});

/** The dossier that lets a case do without asking; `used` once the officer took that way. */
export const VerifiedBeforeShown = z.strictObject({
  caseId: CaseId,
  on: CalendarDate,
  used: z.boolean(),
  ...source,
});
