import type { IncomingMessage } from '../agencies/contract.ts';
import type { PostEvent } from '../domain/agencyMessage.ts';

const POST_ACTS: Record<PostEvent, string | null> = {
  COLLECTED: null,
  DELIVERED: 'confirmDelivery',
  RETURNED: 'returnUndelivered',
};

export interface AskedOfCase {
  caseId: string;
  act: string;
  codes: Readonly<Record<string, unknown>>;
}

/** What a signed message asks of a case; null when it asks for no act. */
export function rowOf(incoming: IncomingMessage): AskedOfCase | null {
  if (incoming.typ === 'key-announcement' || incoming.typ === 'supplied-information') return null;
  if (incoming.typ === 'post-event') {
    const act = POST_ACTS[incoming.message.event];
    return act === null ? null : { caseId: incoming.message.caseId, act, codes: {} };
  }
  const { requestId, outcome, replaces, expectedAt, sequence } = incoming.message;
  const codes = {
    requestId,
    outcome,
    replaces: replaces !== null,
    sequence,
    ...(expectedAt === null ? {} : { expectedAt: Date.parse(`${expectedAt}T00:00:00+07:00`) }),
  };
  return { caseId: requestId.split('/')[0] ?? '', act: 'answerVerification', codes };
}
