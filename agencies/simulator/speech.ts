import { randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import type * as z from 'zod';
import { type KeyAnnouncement, PublicJwk } from '../../domain/agencyMessage.ts';
import { type InstantMs, isoOf } from '../../domain/instant.ts';
import { SupplyMessage } from '../../domain/supply/information.ts';
import type { Spoken } from './faults.ts';
import type { Received } from './ledger.ts';
import { type Statement, wordOf } from './statement.ts';

export interface Moment {
  sequence: number;
  /** Message id of the answer that this one corrects, or null. */
  replaces: string | null;
  now: InstantMs;
}

/** A statement as the message that carries it. */
export function speech(
  { unit: fromUnit, subject, ack }: Received,
  statement: Statement,
  { sequence, replaces, now }: Moment,
): Spoken {
  const sent = { messageId: randomUUID(), sequence, fromUnit };
  if (statement.says === 'scan') {
    const trackingNumber = 'trackingNumber' in ack ? ack.trackingNumber : '';
    const { event } = statement;
    const message = { ...sent, caseId: subject, trackingNumber, event, at: isoOf(now) };
    return { typ: 'post-event', message };
  }
  const { verdict } = statement;
  const message = { ...sent, requestId: subject, ...verdict, replaces, answeredAt: isoOf(now) };
  return { typ: 'verification-answer', message };
}

/** A unit's next key as the message that announces it; both keys are good for a while. */
export function announcement(
  fromUnit: string,
  key: JWK & { kid: string },
  { sequence, now, overlapMs }: { sequence: number; now: InstantMs; overlapMs: number },
): KeyAnnouncement {
  return {
    messageId: randomUUID(),
    sequence,
    fromUnit,
    kid: key.kid,
    jwk: PublicJwk.parse(key),
    validFrom: isoOf(now),
    presentUntil: isoOf(now + overlapMs),
  };
}

/** Information for records as somebody at the controls wants it sent. */
export const SuppliedWish = SupplyMessage.pick({ toUnit: true, information: true });
export type SuppliedWish = z.infer<typeof SuppliedWish>;

/** Information as the message that carries it. */
export function supplyMessage(
  fromUnit: string,
  said: SuppliedWish,
  sequence: number,
): SupplyMessage {
  return { messageId: randomUUID(), sequence, fromUnit, ...said };
}

/**
 * What is still to be said after something was said out of turn: the scans that follow a
 * collection, the answer that follows "not yet"; after a final word, nothing.
 */
export function remaining({ script, said }: Received, statement: Statement): Statement[] {
  const word = wordOf(statement);
  if (word !== 'COLLECTED' && word !== 'CANNOT_ANSWER_YET') return [];
  return script.slice(said).filter((later) => wordOf(later) !== word);
}
