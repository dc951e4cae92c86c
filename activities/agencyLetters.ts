import type { PostItemRequest, VerificationRequestMessage } from '../agencies/contract.ts';
import { legalBases, slipOf } from '../agencies/slip.ts';
import type { OutgoingItem, OutgoingQuestion } from '../db/read/messages.ts';

/** The question a message of the outgoing box puts. */
export async function verificationRequestOf(
  message: OutgoingQuestion,
): Promise<VerificationRequestMessage> {
  const { id: messageId, fromUnit, toUnit, requestId, asks: kind, askedAt, dueAt } = message;
  const { round, application, identification, judgments } = message;
  const question = {
    requestId,
    kind,
    askedAt,
    dueAt,
    round,
    application,
    identification,
    judgments,
  };
  return slipOf(question, { messageId, fromUnit, toUnit }, await legalBases());
}

/** The order to collect and deliver a certificate or a letter. */
export function postItemOf(message: OutgoingItem): PostItemRequest {
  const { id, kind, caseId, fromUnit, toUnit, application } = message;
  const { subject, deliveryAddress } = application;
  if (deliveryAddress === null) throw new Error(`case ${caseId} has no address to post to`);
  return {
    messageId: id,
    caseId,
    fromUnit,
    toUnit,
    recipient: { fullName: subject.fullName, phone: subject.phone, address: deliveryAddress.text },
    contents: kind === 'LETTER_ITEM' ? 'LETTER' : 'CERTIFICATE',
  };
}
