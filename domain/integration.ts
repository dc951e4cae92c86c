import * as z from 'zod';
import { UNIT_KINDS } from './account.ts';
import { KeyId, MessageId, PublicJwk, UnitCode } from './agencyMessage.ts';
import { Instant, line } from './text.ts';

export const KEY_STANDINGS = ['VALID', 'NOT_YET', 'EXPIRED', 'WITHDRAWN'] as const;

/** A public key of a unit; instants are business time. */
export const UnitKey = z.strictObject({
  kid: KeyId,
  jwk: PublicJwk,
  validFrom: Instant,
  validTo: Instant.nullable(),
  withdrawnAt: Instant.nullable(),
  standing: z.enum(KEY_STANDINGS),
  /** An administrator's name, `setup`, or the key that announced this one. */
  registeredBy: z.string(),
  registeredAt: Instant,
});
export type UnitKey = z.infer<typeof UnitKey>;

/** A key an administrator enters for a unit. */
export const UnitKeyForm = z
  .strictObject({
    kid: KeyId,
    jwk: PublicJwk,
    validFrom: Instant,
    validTo: Instant.nullable(),
  })
  .superRefine(({ validFrom, validTo }, context) => {
    if (validTo !== null && Date.parse(validTo) <= Date.parse(validFrom))
      context.addIssue({ code: 'custom', path: ['validTo'], message: 'ENDS_BEFORE_IT_BEGINS' });
  });

export const TRANSPORT_STATES = ['QUEUED', 'SENDING', 'ACKNOWLEDGED', 'REJECTED'] as const;
/** Where a message of ours is on its way: REJECTED is a dead letter until somebody sends it again. */
export type TransportState = (typeof TRANSPORT_STATES)[number];

/** The state of a message from what its attempts left. */
export function transportState(message: {
  acknowledgedAt: string | null;
  rejectedCode: string | null;
  sendAttempts: number;
}): TransportState {
  if (message.acknowledgedAt !== null) return 'ACKNOWLEDGED';
  if (message.rejectedCode !== null) return 'REJECTED';
  return message.sendAttempts === 0 ? 'QUEUED' : 'SENDING';
}

/** How a unit's line is, as far as the attempts of all our processes show. */
export const LINE_STATES = ['UP', 'FAILING', 'LEFT_ALONE', 'NOT_TRIED'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** What went between us and one unit in the days looked at. */
export const UnitTraffic = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  kind: z.enum(UNIT_KINDS),
  sent: z.int(),
  acknowledged: z.int(),
  /** Questions answered, and open ones. */
  answered: z.int(),
  waiting: z.int(),
  /** Messages on their way, and dead letters. */
  unsent: z.int(),
  dead: z.int(),
  refusedArrivals: z.int(),
  line: z.enum(LINE_STATES),
  lastErrorCode: z.string().nullable(),
  /** Numbers of the unit's own counting that never came, and messages that came out of order. */
  gaps: z.int(),
  late: z.int(),
});
export type UnitTraffic = z.infer<typeof UnitTraffic>;

export const Traffic = z.strictObject({
  /** First instant looked at, business time. */
  since: Instant,
  units: z.array(UnitTraffic),
});

/** Why a message lies: its agency refused it, or nobody is trying any more. */
export const DEAD_REASONS = ['REJECTED', 'GIVEN_UP'] as const;

/**
 * A message that nobody took. Whether a court or another agency asked only about a known conviction was
 * asked is told to readers of convictions only: others see `id` as a key that names nothing, and no case
 * and no unit.
 */
export const DeadLetter = z.strictObject({
  id: z.string(),
  caseId: z.string().nullable(),
  kind: z.enum(['VERIFICATION_REQUEST', 'POST_ITEM', 'LETTER_ITEM']),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  queuedAt: Instant,
  attempts: z.int(),
  reason: z.enum(DEAD_REASONS),
  code: z.string().nullable(),
  /** Sent again already, and not settled yet. */
  ordered: z.boolean(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

export const DeadLetterQuery = z.strictObject({
  unit: UnitCode.optional(),
  code: z.string().max(60).optional(),
  q: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(200).optional(),
});

export const DeadLetters = z.strictObject({
  letters: z.array(DeadLetter),
  next: z.string().nullable(),
});

/** First phase of sending again: exactly these, frozen; the others with the reason. */
export const ResendQuestion = z.strictObject({ messageIds: z.array(MessageId).min(1).max(1000) });
export const RESEND_OBSTACLES = [
  'ALREADY_ACKNOWLEDGED',
  'ALREADY_ORDERED',
  'NO_LONGER_NEEDED',
  'STILL_ON_ITS_WAY',
  'NOT_FOUND',
] as const;
export const ResendPreview = z.strictObject({
  token: z.uuid(),
  included: z.array(DeadLetter),
  excluded: z.array(z.strictObject({ messageId: z.string(), why: z.enum(RESEND_OBSTACLES) })),
});
export const ResendResult = z.strictObject({ ordered: z.int() });

/** Something that arrived at the door, as its sender and the administrator see it. */
export const Arrival = z.strictObject({
  id: z.int(),
  receivedAt: Instant,
  unit: z.string().nullable(),
  kid: z.string().nullable(),
  typ: z.string().nullable(),
  messageId: z.string().nullable(),
  sequence: z.int().nullable(),
  sha256: z.string(),
  size: z.int(),
  /** TAKEN, REPEATED, or the code it was refused with at the door. */
  verdict: z.string(),
  detail: z.string().nullable(),
  /** What became of it at its case; null when it asks nothing of one or did not get so far. */
  state: z.enum(['STORED', 'APPLIED', 'REFUSED']).nullable(),
  refusalCode: z.string().nullable(),
});
export type Arrival = z.infer<typeof Arrival>;

export const ArrivalQuery = z.strictObject({
  unit: z.string().max(60).optional(),
  verdict: z.string().max(60).optional(),
  refused: z.stringbool().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.coerce.number().int().positive().optional(),
});
export const Arrivals = z.strictObject({
  arrivals: z.array(Arrival),
  next: z.int().nullable(),
});

/** A run of numbers that a unit skipped. */
export const Gap = z.strictObject({ from: z.int(), to: z.int() });

/** How a unit stands with us: keys, and its own numbering. */
export const UnitStanding = z.strictObject({
  unit: z.string(),
  keys: z.array(UnitKey),
  lastSequence: z.int(),
  gaps: z.array(Gap),
  late: z.int(),
});

/** What withdrawing a key withdraws: itself and every key that rests on it, those withdrawn already left out. */
export const WithdrawalPreview = z.strictObject({ kids: z.array(KeyId) });

/** Body of a withdrawal: `kids` as the preview showed them; refused when others rest on the key by now. */
export const Withdrawal = WithdrawalPreview.extend({ reason: line(300) });
