import type { CommonQueryMethods } from 'slonik';
import type { PostItemRequest, VerificationRequestMessage } from '../agencies/contract.ts';
import { legalBases, slipOf } from '../agencies/slip.ts';
import { getApplication, getQuestion, type OutgoingMessageRow } from '../db/read/messages.ts';

/** The question a message of the outgoing box puts. */
export async function verificationRequestOf(
  db: CommonQueryMethods,
  { id: messageId, fromUnit, toUnit, requestId }: OutgoingMessageRow,
): Promise<VerificationRequestMessage> {
  if (requestId === null) throw new Error(`message ${messageId} asks nothing`);
  const question = await getQuestion(db, requestId);
  return slipOf(question, { messageId, fromUnit, toUnit }, await legalBases());
}

/** The order to collect and deliver a certificate or a letter. */
export async function postItemOf(
  db: CommonQueryMethods,
  { id, kind, caseId, fromUnit, toUnit }: OutgoingMessageRow,
): Promise<PostItemRequest> {
  const { subject, deliveryAddress } = await getApplication(db, caseId);
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
