import type { ConvictionEntry } from '../../domain/agencyMessage.ts';
import { dateOf, type DateText, type InstantMs, isoOf } from '../../domain/instant.ts';
import type { Ack, PostAck, PostItemRequest, VerificationRequestMessage } from '../contract.ts';
import { uniform } from './chance.ts';
import { plausibleEntry } from './conviction.ts';
import type { Desks } from './desks.ts';
import type { Received } from './ledger.ts';
import { Problem } from './problem.ts';
import type { SimulatedUnit } from './reference.ts';
import type { Wish } from './settings.ts';
import {
  identityOf,
  naturalOutcome,
  settledOutcome,
  type Statement,
  verdictOf,
  verdictWish,
} from './statement.ts';

/**
 * Take a question in, once: the same message again gives the acknowledgement it got.
 *
 * Throws Problem MESSAGE_ID_REUSED when the id was used for another question.
 */
export function takeVerification(
  desks: Desks,
  unit: SimulatedUnit,
  request: VerificationRequestMessage,
): Ack | PostAck {
  const { messageId, requestId, kind, round } = request;
  if (unit.kind !== kind) throw new Problem('NOT_THIS_KIND_OF_UNIT');
  const known = knownAck(desks, { messageId, unit: unit.code, subject: requestId, round });
  if (known) return known;
  const now = desks.now();
  const ack = { messageId, acceptedAt: isoOf(now), reference: referenceOf(desks, unit, now) };
  const today = dateOf(now);
  const { person } = request;
  const entry = plausibleEntry(identityOf(person), person.birthDate, courtOf(desks, unit), today);
  const script = scriptFor(request, wishFor(desks, unit, requestId), entry, today);
  desks.take({
    messageId,
    unit: unit.code,
    kind,
    subject: requestId,
    round,
    dueAtMs: Date.parse(request.dueAt),
    ack,
    entry,
    script,
  });
  return ack;
}

/** Take an order for an envelope in, once; as {@link takeVerification}. */
export function takeItem(desks: Desks, unit: SimulatedUnit, item: PostItemRequest): Ack | PostAck {
  const { messageId, caseId, contents } = item;
  if (unit.kind !== 'POST') throw new Problem('NOT_THIS_KIND_OF_UNIT');
  // A letter on its way must not end what is said about the certificate of the same case.
  const subject = contents === 'LETTER' ? messageId : caseId;
  const known = knownAck(desks, { messageId, unit: unit.code, subject, round: 1 });
  if (known) return known;
  const acceptedAt = isoOf(desks.now());
  const ack = { messageId, acceptedAt, trackingNumber: trackingNumberFor(messageId) };
  desks.take({
    messageId,
    unit: unit.code,
    kind: 'POST',
    subject,
    round: 1,
    dueAtMs: null,
    ack,
    entry: null,
    script: contents === 'LETTER' ? [] : scansOf(wishFor(desks, unit, caseId)),
  });
  return ack;
}

function scansOf(wish: Wish | null): Statement[] {
  const end = wish?.outcome === 'RETURNED' ? 'RETURNED' : 'DELIVERED';
  return [
    { says: 'scan', event: 'COLLECTED' },
    { says: 'scan', event: end },
  ];
}

function knownAck(
  desks: Desks,
  asked: Pick<Received, 'messageId' | 'unit' | 'subject' | 'round'>,
): Ack | PostAck | null {
  const known = desks.options.ledger.received.get(asked.messageId);
  if (!known) return null;
  const same =
    known.unit === asked.unit && known.subject === asked.subject && known.round === asked.round;
  if (!same) throw new Problem('MESSAGE_ID_REUSED');
  return known.ack;
}

/** The wish for this request, else the unit's next outcome, which is then used up. */
function wishFor(desks: Desks, unit: SimulatedUnit, subject: string): Wish | null {
  const own = desks.options.ledger.wishes.get(subject);
  if (own) return own;
  const { nextOutcome } = desks.settingsOf(unit);
  if (nextOutcome) desks.configure([unit], { nextOutcome: null });
  return nextOutcome;
}

function scriptFor(
  request: VerificationRequestMessage,
  wish: Wish | null,
  entry: ConvictionEntry,
  today: DateText,
): Statement[] {
  const first = (wish && verdictWish(wish)) ?? { outcome: naturalOutcome(request) };
  const verdicts = [verdictOf(first, entry, today)];
  if (first.outcome === 'CANNOT_ANSWER_YET') {
    verdicts.push(verdictOf({ outcome: settledOutcome(request) }, entry, today));
  }
  return verdicts.map((verdict) => ({ says: 'verdict', verdict }));
}

/** Name of the court of the unit's province, which would have tried the person. */
function courtOf(desks: Desks, { provinceCode }: SimulatedUnit): string {
  const court = desks.options.units.find(
    (unit) => unit.kind === 'COURT' && unit.provinceCode === provinceCode,
  );
  return court?.name ?? 'Tòa án nhân dân tối cao';
}

function referenceOf(desks: Desks, unit: SimulatedUnit, now: InstantMs): string {
  const number = desks.options.ledger.tally(unit.code).received + 1;
  return `${number}/${dateOf(now).slice(0, 4)}/${unit.code}`;
}

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/** The same tracking number for the same message. */
function trackingNumberFor(messageId: string): string {
  return s10Number(String(Math.floor(uniform(messageId) * 1e8)).padStart(8, '0'));
}

/** A UPU S10 number: `EV`, the eight digits of the serial, their check digit, `VN`. */
export function s10Number(serial: string): string {
  const sum = S10_WEIGHTS.reduce((total, weight, i) => total + weight * Number(serial[i]), 0);
  const rest = 11 - (sum % 11);
  const check = rest === 10 ? 0 : rest === 11 ? 5 : rest;
  return `EV${serial}${check}VN`;
}
