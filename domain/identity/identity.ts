import * as z from 'zod';
import { IdentityDocument, type Subject } from '../application.ts';
import { Gender, PersonalId } from '../personalId.ts';
import type { RecordSubmission } from '../record.ts';
import { line, PartialDate, PersonName } from '../text.ts';

/** What two persons are compared by, whoever told it; null or empty where it was not told. */
export const Identity = z.strictObject({
  fullName: PersonName,
  otherNames: z.array(PersonName),
  gender: Gender,
  birthDate: PartialDate,
  personalId: PersonalId.nullable(),
  documents: z.array(IdentityDocument.pick({ type: true, number: true })),
  fatherName: PersonName.nullable(),
  motherName: PersonName.nullable(),
  birthPlace: line(200).nullable(),
  /** Every place of residence known, as written. */
  residences: z.array(line(300)),
});
export type Identity = z.infer<typeof Identity>;

/** The identity of a person who asks for a certificate, all residences since 14 included. */
export function identityOfSubject(subject: Subject): Identity {
  const { fullName, otherNames, gender, birthDate, personalId, fatherName, motherName } = subject;
  const addresses = [subject.permanentResidence, subject.temporaryResidence];
  const residences = [
    ...addresses.flatMap((address) => (address === null ? [] : [address.text])),
    ...subject.residenceHistory.map(({ place }) => place),
  ];
  return {
    fullName,
    otherNames,
    gender,
    birthDate,
    personalId,
    documents: subject.documents.map(({ type, number }) => ({ type, number })),
    fatherName,
    motherName,
    birthPlace: subject.birthPlace,
    residences: [...new Set(residences)],
  };
}

/** The identity on a judicial record. */
export function identityOfRecord({ person }: Pick<RecordSubmission, 'person'>): Identity {
  const { fullName, otherNames, gender, birthDate, personalId, documents } = person;
  const { fatherName, motherName } = person;
  return {
    fullName,
    otherNames,
    gender,
    birthDate,
    personalId,
    documents,
    fatherName,
    motherName,
    birthPlace: person.birthPlace,
    residences: [person.permanentResidence],
  };
}
