import type { Subject } from '../application.ts';
import type { RecordSubmission } from '../record.ts';
import type { FoundJudgment } from './found.ts';

/** What a record of the person would say: the form's beginning, completed and checked by the officer. */
export function recordBegun(
  subject: Subject,
  { entry }: Pick<FoundJudgment, 'entry'>,
): Pick<RecordSubmission, 'person' | 'note'> & {
  judgment: Omit<RecordSubmission['judgment'], 'effectiveDate'> & { effectiveDate: string | null };
} {
  const { details } = entry;
  const residence = subject.permanentResidence ?? subject.temporaryResidence;
  const additional = (details?.additional ?? []).map(({ text }) => text).join('; ');
  return {
    person: {
      fullName: subject.fullName,
      otherNames: subject.otherNames.slice(0, 5),
      gender: subject.gender,
      birthDate: subject.birthDate,
      birthPlace: subject.birthPlace,
      personalId: subject.personalId,
      documents: subject.documents.map(({ type, number }) => ({ type, number })),
      permanentResidence: residence?.text ?? '',
      provinceCode: residence?.provinceCode ?? '',
      fatherName: subject.fatherName,
      motherName: subject.motherName,
    },
    judgment: {
      number: entry.judgmentNumber,
      date: entry.judgmentDate,
      effectiveDate: details?.effectiveDate ?? null,
      court: entry.court,
      offence: entry.offence,
      provision: entry.provision,
      principalPenalty: entry.penalty,
      additionalPenalty: additional === '' ? null : additional,
      civilObligations: details?.civil?.text ?? null,
      courtFees: details?.courtFees?.text ?? null,
    },
    note: entry.executionStatus,
  };
}
