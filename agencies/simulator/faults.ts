import { randomUUID } from 'node:crypto';
import type { AnswerMessage, PostEventMessage } from '../../domain/agencyMessage.ts';
import type { Outgoing } from './ledger.ts';
import type { Faults } from './settings.ts';
import { contradiction } from './statement.ts';
import type { Trick } from './tricks.ts';

export type Spoken =
  | { typ: 'verification-answer'; message: AnswerMessage }
  | { typ: 'post-event'; message: PostEventMessage };

export interface Surroundings {
  subject: string;
  /** A unit of the same kind that was not asked. */
  otherUnit: string;
  /** A question that was put to another unit, or null when there is none. */
  foreignSubject: string | null;
  nextId: () => number;
  nextSequence: (unit: string) => number;
}

/** Faults that send the true message itself, mishandled, before it goes out as it should. */
const MISHANDLED = [
  ['expired', 'EXPIRED'],
  ['forged', 'FORGED'],
  ['unsigned', 'UNSIGNED'],
  ['oversized', 'OVERSIZED'],
  ['garbled', 'GARBLED'],
] as const satisfies readonly (readonly [keyof Faults, Trick])[];

/**
 * The messages that really leave when a unit says something, in order: first what the faults make
 * of it, then the true message (unless `faultyOnly`), then repeats and contradictions.
 */
export function withFaults(spoken: Spoken, faults: Faults, around: Surroundings): Outgoing[] {
  const { typ, message } = spoken;
  const { subject, otherUnit, foreignSubject, nextId, nextSequence } = around;
  const unit = message.fromUnit;
  const out: Outgoing[] = [];
  function put(payload: { messageId: string }, how: Partial<Outgoing> = {}): void {
    out.push({ id: nextId(), unit, subject, typ, payload, kid: unit, keyUnit: unit, ...how });
  }
  function another(change: object, by = unit): typeof message {
    return { ...message, messageId: randomUUID(), sequence: nextSequence(by), ...change };
  }

  if (faults.wrongAgency) {
    const otherwise = { kid: otherUnit, keyUnit: otherUnit };
    put(another({ fromUnit: otherUnit }, otherUnit), otherwise);
  }
  if (faults.wrongKey) put(message, { keyUnit: otherUnit });
  if (faults.unknownRequest) put(another(unknownSubject(spoken)));
  if (faults.foreignRequest && foreignSubject !== null) {
    put(another({ ...aboutSubject(spoken, foreignSubject) }));
  }
  if (faults.malformed) put(another(brokenContract(spoken)));
  for (const [fault, trick] of MISHANDLED) if (faults[fault]) put(message, { trick });
  if (faults.faultyOnly) return out;
  put(message);
  if (faults.duplicateAnswers) put(message);
  if (faults.replayed) put(message, { trick: 'REPLAYED' });
  if (faults.answerTwiceDifferently) put(another(otherContent(spoken)));
  return out;
}

function unknownSubject(spoken: Spoken): object {
  const { typ, message } = spoken;
  return aboutSubject(spoken, `${typ === 'post-event' ? message.caseId : message.requestId}-0`);
}

function aboutSubject({ typ }: Spoken, subject: string): object {
  return typ === 'post-event' ? { caseId: subject } : { requestId: subject, replaces: null };
}

function brokenContract({ typ }: Spoken): object {
  return typ === 'post-event' ? { event: 'LOST' } : { outcome: 'PERHAPS' };
}

function otherContent({ typ, message }: Spoken): object {
  if (typ === 'verification-answer') return contradiction(message);
  return { event: message.event === 'RETURNED' ? 'DELIVERED' : 'RETURNED' };
}
