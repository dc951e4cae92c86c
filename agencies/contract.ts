import * as z from 'zod';
import {
  AnswerMessage,
  KeyAnnouncement,
  MessageId,
  PostEventMessage,
  RequestId,
  UnitCode,
} from '../domain/agencyMessage.ts';
import {
  IdentityDocument,
  MOST_DOCUMENTS,
  Nationality,
  ProvinceCode,
} from '../domain/application.ts';
import { NamedJudgment } from '../domain/desk.ts';
import { VERIFICATION_KINDS } from '../domain/flow/verification.ts';
import { Gender, PersonalId } from '../domain/personalId.ts';
import { SupplyMessage } from '../domain/supply/information.ts';
import { Instant, line, Month, PartialDate, PersonName, prose } from '../domain/text.ts';
import {
  type KeyOf,
  type MessageType,
  type OpenedMessage,
  openMessage,
  SignatureRefused,
  signerOf,
} from './signing.ts';

/** Who signs for us when a message leaves in the name of one of our units, with our n-th key. */
export function officeKid(unit: string, number = 1): string {
  return number === 1 ? `lltp:${unit}` : `lltp:${unit}.${number}`;
}

/** The person a unit is asked about: what it needs to look up its files, and no more. */
const AskedPerson = z.strictObject({
  fullName: PersonName,
  otherNames: z.array(PersonName).max(5),
  gender: Gender,
  birthDate: PartialDate,
  birthPlace: line(200),
  nationality: Nationality,
  personalId: PersonalId.nullable(),
  documents: z.array(IdentityDocument).max(MOST_DOCUMENTS),
  parents: z.strictObject({ father: PersonName.nullable(), mother: PersonName.nullable() }),
  residences: z
    .array(
      z.strictObject({
        from: Month,
        to: Month.nullable(),
        place: line(300),
        /** Null abroad. */
        provinceCode: ProvinceCode.nullable(),
      }),
    )
    .max(30),
});

/**
 * Verification slip (phiếu xác minh): one question to one unit about one application. Instants are
 * business time. A further round of the same request carries a new message id and the
 * identification that was asked for.
 */
export const VerificationRequestMessage = z.strictObject({
  messageId: MessageId,
  requestId: RequestId,
  kind: z.enum(VERIFICATION_KINDS),
  toUnit: UnitCode,
  fromUnit: UnitCode,
  round: z.int().min(1),
  askedAt: Instant,
  dueAt: Instant,
  purpose: line(200),
  legalBasis: line(300),
  person: AskedPerson,
  identification: prose(2000).nullable(),
  /** What a court is asked about, as the police named it; absent where there is none, and for every other unit. */
  judgments: z.array(NamedJudgment).min(1).optional(),
});
export type VerificationRequestMessage = z.infer<typeof VerificationRequestMessage>;

/** The unit has the request and answers later; `reference` is its own file number. */
export const Ack = z.strictObject({
  messageId: MessageId,
  acceptedAt: Instant,
  reference: line(60),
});
export type Ack = z.infer<typeof Ack>;

/** An envelope to be collected at the sender and delivered to the applicant. */
export const PostItemRequest = z.strictObject({
  messageId: MessageId,
  caseId: z.string().min(1).max(80),
  toUnit: UnitCode,
  fromUnit: UnitCode,
  recipient: z.strictObject({
    fullName: PersonName,
    phone: z.string().max(20).nullable(),
    address: line(300),
  }),
  /** A letter goes as ordinary mail: the operator reports nothing after it took the order. */
  contents: z.enum(['CERTIFICATE', 'LETTER']),
});
export type PostItemRequest = z.infer<typeof PostItemRequest>;

/** The operator took the order; `trackingNumber` is a UPU S10 number such as `EV123456785VN`. */
export const PostAck = z.strictObject({
  messageId: MessageId,
  acceptedAt: Instant,
  trackingNumber: line(40),
});
export type PostAck = z.infer<typeof PostAck>;

export type IncomingMessage =
  | { typ: 'verification-answer'; message: AnswerMessage }
  | { typ: 'post-event'; message: PostEventMessage }
  | { typ: 'key-announcement'; message: KeyAnnouncement }
  | { typ: 'supplied-information'; message: SupplyMessage };

const INCOMING: readonly MessageType[] = [
  'verification-answer',
  'post-event',
  'key-announcement',
  'supplied-information',
];

/**
 * Open what an agency sends of its own accord: signature, then that the signer speaks for itself, then
 * contract.
 *
 * Throws SignatureRefused when the signature does not hold or another unit signed than `fromUnit`, and
 * ZodError when the payload breaks the contract. Whether the unit was asked at all is the case's to
 * judge.
 */
export async function openIncoming(jws: string, keyOf: KeyOf): Promise<IncomingMessage> {
  return incomingOf(await openEnvelope(jws, keyOf));
}

/** The first half of {@link openIncoming}: what is said is known to be said by the signer, no more. */
export async function openEnvelope(jws: string, keyOf: KeyOf): Promise<OpenedMessage> {
  const opened = await openMessage(jws, keyOf, INCOMING);
  const said = z.object({ fromUnit: z.unknown() }).safeParse(opened.payload);
  const claimed = said.data?.fromUnit;
  if (typeof claimed === 'string') assertSigner(opened.kid, claimed);
  return opened;
}

/** The second half: the message, if it keeps the contract; throws ZodError. */
export function incomingOf({ typ, payload }: OpenedMessage): IncomingMessage {
  if (typ === 'post-event') return { typ, message: PostEventMessage.parse(payload) };
  if (typ === 'key-announcement') return { typ, message: KeyAnnouncement.parse(payload) };
  if (typ === 'supplied-information') return { typ, message: SupplyMessage.parse(payload) };
  return { typ: 'verification-answer', message: AnswerMessage.parse(payload) };
}

/** Throws SignatureRefused unless the key that signed belongs to the name the message gives. */
export function assertSigner(kid: string, claimed: string): void {
  if (signerOf(kid) !== claimed) throw new SignatureRefused('WRONG_SIGNER');
}
