import type { RecordSubmission } from '../../domain/record.ts';

/** How a field is typed. */
export type FieldKind =
  'line' | 'names' | 'date' | 'partialDate' | 'gender' | 'province' | 'court' | 'digits';

export interface RecordField<Name extends string = string> {
  name: Name;
  kind: FieldKind;
  /** Longest text the record takes; of names, the most. */
  max: number;
  /** May stay empty; the record then holds null. */
  optional?: true;
}

/** The person of a record, in the order of the form; the papers follow as rows of their own. */
export const PERSON_FIELDS: readonly RecordField<keyof RecordSubmission['person']>[] = [
  { name: 'fullName', kind: 'line', max: 100 },
  { name: 'otherNames', kind: 'names', max: 5, optional: true },
  { name: 'gender', kind: 'gender', max: 10 },
  { name: 'birthDate', kind: 'partialDate', max: 10 },
  { name: 'birthPlace', kind: 'line', max: 200 },
  { name: 'personalId', kind: 'digits', max: 12, optional: true },
  { name: 'permanentResidence', kind: 'line', max: 300 },
  { name: 'provinceCode', kind: 'province', max: 2 },
  { name: 'fatherName', kind: 'line', max: 100, optional: true },
  { name: 'motherName', kind: 'line', max: 100, optional: true },
];

/** The judgment a record is made from, in the order of the form. */
export const JUDGMENT_FIELDS: readonly RecordField<keyof RecordSubmission['judgment']>[] = [
  { name: 'number', kind: 'line', max: 60 },
  { name: 'date', kind: 'date', max: 10 },
  { name: 'effectiveDate', kind: 'date', max: 10 },
  { name: 'court', kind: 'court', max: 150 },
  { name: 'offence', kind: 'line', max: 250 },
  { name: 'provision', kind: 'line', max: 120 },
  { name: 'principalPenalty', kind: 'line', max: 200 },
  { name: 'additionalPenalty', kind: 'line', max: 200, optional: true },
  { name: 'civilObligations', kind: 'line', max: 300, optional: true },
  { name: 'courtFees', kind: 'line', max: 100, optional: true },
];
