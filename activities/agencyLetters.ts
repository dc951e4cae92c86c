import type { CommonQueryMethods } from 'slonik';
import type { PostItemRequest, VerificationRequestMessage } from '../agencies/contract.ts';
import { getApplication, getQuestion, type OutgoingMessageRow } from '../db/read/messages.ts';
import { VERIFICATION_BASIS } from '../domain/agencyMessage.ts';
import type { Subject } from '../domain/application.ts';

/** A question as the asked unit receives it: what it needs to search its files, and no more. */
export async function verificationRequestOf(
  db: CommonQueryMethods,
  { id, fromUnit, toUnit, requestId }: OutgoingMessageRow,
): Promise<VerificationRequestMessage> {
  if (requestId === null) throw new Error(`message ${id} asks nothing`);
  const { application, identification, ...question } = await getQuestion(db, requestId);
  return {
    ...question,
    messageId: id,
    fromUnit,
    toUnit,
    purpose: application.purpose,
    legalBasis: VERIFICATION_BASIS,
    person: personAsked(application.subject),
    identification,
  };
}

function personAsked(subject: Subject): VerificationRequestMessage['person'] {
  return {
    fullName: subject.fullName,
    otherNames: subject.otherNames,
    gender: subject.gender,
    birthDate: subject.birthDate,
    birthPlace: subject.birthPlace,
    nationality: subject.nationality,
    personalId: subject.personalId,
    documents: subject.documents,
    parents: { father: subject.fatherName, mother: subject.motherName },
    residences: subject.residenceHistory.map(({ from, to, place, provinceCode }) => ({
      from,
      to,
      place,
      provinceCode,
    })),
  };
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
