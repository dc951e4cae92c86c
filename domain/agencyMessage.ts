import * as z from 'zod';
import { entryHolds } from './conviction/contradictions.ts';
import { ConvictionDetails } from './conviction/entry.ts';
import { VERIFICATION_OUTCOMES, type VerificationOutcome } from './flow/verification.ts';
import { CalendarDate, Instant, line, prose } from './text.ts';

/** A name without control characters, as ids travel. */
const reference = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^\P{C}+$/u);

/** Id of a message, unique at its sender for ever: the same id is the same message, sent again. */
export const MessageId = reference(120);

/** Id of a question to a unit, `<caseId>/<kind>-<n>`. */
export const RequestId = reference(80);

/** Code of a unit, such as `PV06-40`, `TAND-40`, `BUUDIEN-40` or `STP-40`. */
export const UnitCode = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,39}$/);

/**
 * One effective judgment as police or court know it (Law 28/2009 Art. 26: what a record holds), in
 * words, with the details an evaluation needs where the sender has them.
 */
export const ConvictionEntry = z
  .strictObject({
    judgmentNumber: line(60),
    judgmentDate: CalendarDate,
    court: line(150),
    offence: line(250),
    /** Clause and article, with the code and its year. */
    provision: line(120),
    penalty: line(300),
    executionStatus: line(300),
    details: ConvictionDetails.optional(),
  })
  .superRefine(entryHolds);
export type ConvictionEntry = z.infer<typeof ConvictionEntry>;

/** Whatever an agency sends carries who says it and its place in that unit's own numbering. */
export const sent = {
  messageId: MessageId,
  /** Counts up by one per unit; receivers may see gaps and disorder, never the same number twice. */
  sequence: z.int().min(1),
  fromUnit: UnitCode,
};

/** Enough of a message to keep its place in the sender's numbering, whatever else is wrong with it. */
export const Numbered = z.object(sent);

/** What an answer says, by machine or typed. */
interface AnswerContent {
  outcome: VerificationOutcome;
  entries: readonly unknown[];
  needed: string | null;
  reason: string | null;
  expectedAt: string | null;
}

/**
 * Whether the parts of an answer fit its outcome: judgments exactly when a record is found, a new date
 * exactly when it cannot be answered yet, and words where words are asked for.
 */
export function answerHolds(answer: AnswerContent, context: z.RefinementCtx): void {
  const { outcome, entries, needed, reason, expectedAt } = answer;
  const refuse = (field: keyof AnswerContent, message: string): void =>
    context.addIssue({ code: 'custom', path: [field], message });
  if ((outcome === 'RECORD_FOUND') !== entries.length > 0)
    refuse('entries', 'ENTRY_FOR_RECORD_FOUND');
  if (outcome === 'NEEDS_IDENTIFICATION' && needed === null) refuse('needed', 'SAY_WHAT_IS_NEEDED');
  if (outcome === 'CANNOT_ANSWER_YET' && reason === null) refuse('reason', 'SAY_WHY');
  if ((outcome === 'CANNOT_ANSWER_YET') !== (expectedAt !== null)) {
    refuse('expectedAt', 'NEW_DATE_IF_NOT_YET');
  }
}

/**
 * What an asked unit says about a request: an answer, `CANNOT_ANSWER_YET` with reason and new date,
 * or `NEEDS_IDENTIFICATION` with what is needed. All instants are business time.
 *
 * `replaces` names the message of an earlier answer to the same request that this one corrects.
 */
export const AnswerMessage = z
  .strictObject({
    ...sent,
    requestId: RequestId,
    outcome: z.enum(VERIFICATION_OUTCOMES),
    entries: z.array(ConvictionEntry).max(30),
    needed: prose(1000).nullable(),
    reason: prose(1000).nullable(),
    expectedAt: CalendarDate.nullable(),
    replaces: MessageId.nullable(),
    answeredAt: Instant,
  })
  .superRefine(answerHolds);
export type AnswerMessage = z.infer<typeof AnswerMessage>;

export const POST_EVENTS = ['COLLECTED', 'DELIVERED', 'RETURNED'] as const;
export type PostEvent = (typeof POST_EVENTS)[number];

/** A scan of a certificate's envelope by the postal operator. */
export const PostEventMessage = z.strictObject({
  ...sent,
  caseId: reference(80),
  trackingNumber: line(40),
  event: z.enum(POST_EVENTS),
  at: Instant,
});
export type PostEventMessage = z.infer<typeof PostEventMessage>;

/** A public Ed25519 key as JWK; `d` has no place in it. */
export const PublicJwk = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[\w-]{43}$/),
  kid: z.string().optional(),
  alg: z.literal('EdDSA').optional(),
  use: z.literal('sig').optional(),
});
export type PublicJwk = z.infer<typeof PublicJwk>;

/** Name of a unit's key: the unit's code for its first key, `PV06-01.2` for the next. */
export const KeyId = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,39}(\.[1-9]\d{0,3})?$/);

/**
 * The next key of a unit, in a message signed with the present one. `presentUntil` ends the present
 * key's validity; null leaves it as it is. Instants are business time.
 */
export const KeyAnnouncement = z.strictObject({
  ...sent,
  kid: KeyId,
  jwk: PublicJwk,
  validFrom: Instant,
  presentUntil: Instant.nullable(),
});
export type KeyAnnouncement = z.infer<typeof KeyAnnouncement>;

/** Bytes of the longest message that is taken, envelope included. */
export const LONGEST_MESSAGE = 120_000;

/** Body of `POST /api/v1/agency-messages`: one signed message, a compact JWS. */
export const AgencyMessageBody = z.strictObject({
  jws: z
    .string()
    .max(LONGEST_MESSAGE)
    .regex(/^[\w-]+\.[\w-]+\.[\w-]*$/),
});
