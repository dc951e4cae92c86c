import type { IncomingMessage } from '../agencies/contract.ts';
import type { NewMessage } from '../db/intake/agencyMessages.ts';
import type { PostEvent } from '../domain/agencyMessage.ts';

const POST_ACTS: Record<PostEvent, string | null> = {
  COLLECTED: null,
  DELIVERED: 'confirmDelivery',
  RETURNED: 'returnUndelivered',
};

/** A signed message as the row intake keeps and the act it asks for; null when it asks for none. */
export function messageRowOf(
  incoming: IncomingMessage,
  jws: string,
  receivedAt: string,
): NewMessage | null {
  const { message } = incoming;
  const kept = {
    fromUnit: message.fromUnit,
    messageId: message.messageId,
    body: message,
    jws,
    receivedBy: 'AGENCY',
    receivedAt,
  };
  if (incoming.typ === 'post-event') {
    const act = POST_ACTS[incoming.message.event];
    return act === null ? null : { ...kept, caseId: incoming.message.caseId, act, codes: {} };
  }
  const { requestId, outcome, replaces, expectedAt } = incoming.message;
  const codes = {
    requestId,
    outcome,
    replaces: replaces !== null,
    ...(expectedAt === null ? {} : { expectedAt: Date.parse(`${expectedAt}T00:00:00+07:00`) }),
  };
  return { ...kept, caseId: requestId.split('/')[0] ?? '', act: 'answerVerification', codes };
}
