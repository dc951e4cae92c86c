import type { RecordSubmission } from '../../domain/record.ts';
import type { ApplicationSubmission } from '../../domain/application.ts';
import type { Candidate, LookUp } from '../../domain/identity/lookUp.ts';
import type { Office } from './office.ts';
import { anApplication, aRecord, HANOI } from './scenes.ts';

type Person = RecordSubmission['person'];
type Subject = ApplicationSubmission['subject'];

/** Somebody of whom a record is made, unlike anybody else unless `changes` say so. */
export const CONVICT: Person = {
  fullName: 'Lý Thị Hòa',
  otherNames: [],
  gender: 'FEMALE',
  birthDate: '1985-02-11',
  birthPlace: 'quận Ba Đình, thành phố Hà Nội',
  personalId: '001185012345',
  documents: [],
  permanentResidence: 'Số 3 đường Kim Mã, quận Ba Đình, thành phố Hà Nội',
  provinceCode: '01',
  fatherName: 'Lý Văn Bình',
  motherName: 'Phạm Thị Ngân',
};

/** Enter a record of this person in Hà Nội, or as the record officer of another province; of another judgment by its number. */
export async function enterRecord(
  office: Office,
  changes: Partial<Person> = {},
  username: string = HANOI.records,
  number: string = aRecord().judgment.number,
): Promise<{ caseId: string; recordNumber: string }> {
  const records = await office.as(username);
  const entered = aRecord();
  const judgment = { ...entered.judgment, number };
  const record = { ...entered, person: { ...CONVICT, ...changes }, judgment };
  return records.must('POST', '/transfers', { record });
}

/** An applicant as the convict is known, or with other facts. */
export function applicant(changes: Partial<Subject> = {}): Subject {
  const { subject } = anApplication();
  const { fullName, gender, birthDate, birthPlace, personalId, fatherName, motherName } = CONVICT;
  const { provinceCode, permanentResidence: text } = CONVICT;
  return {
    ...subject,
    fullName,
    otherNames: [],
    gender,
    birthDate,
    birthPlace,
    personalId,
    documents: [],
    fatherName,
    motherName,
    permanentResidence: { text, provinceCode },
    ...changes,
  };
}

export async function lookUp(
  office: Office,
  caseId: string,
  username: string = HANOI.officer,
): Promise<LookUp> {
  return (await office.as(username)).must('GET', `/cases/${caseId}/look-up`);
}

/** What a look-up says of the person of a record, which must be among those found. */
export function candidateOf({ candidates }: LookUp, recordNumber: string): Candidate {
  const found = candidates.find(({ known }) => known.recordNumber === recordNumber);
  if (found === undefined) throw new Error(`${recordNumber} was not found`);
  return found;
}
