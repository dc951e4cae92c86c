import { randomUUID } from 'node:crypto';
import type { AnswerMessage, PostEventMessage } from '../../domain/agencyMessage.ts';
import type { Outgoing } from './ledger.ts';
import type { Faults } from './settings.ts';
import { contradiction } from './statement.ts';

export type Spoken =
  | { typ: 'verification-answer'; message: AnswerMessage }
  | { typ: 'post-event'; message: PostEventMessage };

export interface Surroundings {
  subject: string;
  /** A unit of the same kind that was not asked. */
  otherUnit: string;
  nextId: () => number;
  nextSequence: () => number;
}

/**
 * The messages that really leave when a unit says something, in order: first what the faults make
 * of it, then the true message (unless `faultyOnly`), then repeats and contradictions.
 */
export function withFaults(
  spoken: Spoken,
  faults: Faults,
  { subject, otherUnit, nextId, nextSequence }: Surroundings,
): Outgoing[] {
  const { typ, message } = spoken;
  const unit = message.fromUnit;
  const out: Outgoing[] = [];
  function put(payload: { messageId: string }, kid = unit, keyUnit = kid): void {
    out.push({ id: nextId(), unit, subject, typ, payload, kid, keyUnit });
  }
  function another(change: object): typeof message {
    return { ...message, messageId: randomUUID(), sequence: nextSequence(), ...change };
  }

  if (faults.wrongAgency) put(another({ fromUnit: otherUnit }), otherUnit);
  if (faults.wrongKey) put(another({}), unit, otherUnit);
  if (faults.unknownRequest) put(another(unknownSubject(spoken)));
  if (faults.malformed) put(another(brokenContract(spoken)));
  if (faults.faultyOnly) return out;
  put(message);
  if (faults.duplicateAnswers) put(message);
  if (faults.answerTwiceDifferently) put(another(otherContent(spoken)));
  return out;
}

function unknownSubject({ typ, message }: Spoken): object {
  return typ === 'post-event'
    ? { caseId: `${message.caseId}-0` }
    : { requestId: `${message.requestId}-0`, replaces: null };
}

function brokenContract({ typ }: Spoken): object {
  return typ === 'post-event' ? { event: 'LOST' } : { outcome: 'PERHAPS' };
}

function otherContent({ typ, message }: Spoken): object {
  if (typ === 'verification-answer') return contradiction(message);
  return { event: message.event === 'RETURNED' ? 'DELIVERED' : 'RETURNED' };
}
