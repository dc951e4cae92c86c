import { randomUUID } from 'node:crypto';
import { signAssertion } from '../../agencies/assertion.ts';
import { newPrivateJwk, type PrivateJwk, publicJwkOf } from '../../agencies/keyFile.ts';
import { type MessageType, signMessage } from '../../agencies/signing.ts';
import { writeUnitKeys } from '../../db/write/setup.ts';
import type { AnswerMessage, PostEvent, PostEventMessage } from '../../domain/agencyMessage.ts';
import type { Office } from './office.ts';
import { HANOI } from './scenes.ts';

let sequence = 0;

/** Pens of some units: their keys are registered with the office, and letters are signed by them. */
export async function registerPens(office: Office, units: readonly string[]) {
  const pens = new Map<string, PrivateJwk>(units.map((unit) => [unit, newPrivateJwk()]));
  const keys = [...pens].map(([unit, key]) => [unit, publicJwkOf(key)]);
  await writeUnitKeys(office.db, Object.fromEntries(keys));
  function penOf(unit: string): PrivateJwk {
    const jwk = pens.get(unit);
    if (jwk === undefined) throw new Error(`${unit} has no pen`);
    return jwk;
  }
  return {
    /** Sign a message; by whom it is signed and in whose name may differ, to try what happens. */
    sign(
      message: { fromUnit: string },
      typ: MessageType,
      with_ = message.fromUnit,
      nowMs?: number,
    ) {
      return signMessage(message, { kid: message.fromUnit, jwk: penOf(with_) }, typ, nowMs);
    },
    /** A token that the unit's own system may show once. */
    assertion: (unit: string, jti: string = randomUUID(), nowMs?: number) =>
      signAssertion(unit, { kid: unit, jwk: penOf(unit) }, jti, nowMs),
  };
}

/** What a unit's own system says about a request. */
export function anAnswer(requestId: string, changes: Partial<AnswerMessage> = {}): AnswerMessage {
  sequence += 1;
  return {
    messageId: randomUUID(),
    sequence,
    fromUnit: HANOI.police,
    requestId,
    outcome: 'NO_RECORD',
    entries: [],
    needed: null,
    reason: null,
    expectedAt: null,
    replaces: null,
    answeredAt: '2023-09-19T10:00:00+07:00',
    ...changes,
  };
}

/** A scan of an envelope. */
export function aScan(caseId: string, event: PostEvent): PostEventMessage {
  sequence += 1;
  return {
    messageId: randomUUID(),
    sequence,
    fromUnit: HANOI.post,
    caseId,
    trackingNumber: 'VN1',
    event,
    at: '2023-09-20T10:00:00+07:00',
  };
}
