import * as z from 'zod';
import { IdentityDocument, MOST_DOCUMENTS, ProvinceCode } from './application.ts';
import { Gender, PersonalId } from './personalId.ts';
import { CalendarDate, line, PartialDate, PersonName, prose } from './text.ts';

/**
 * A judicial record made from one legally effective judgment (Law 28/2009 Art. 26), as a provincial
 * record officer enters it. Several judgments on one record come later.
 */
export const RecordSubmission = z
  .strictObject({
    person: z.strictObject({
      fullName: PersonName,
      otherNames: z.array(PersonName).max(5).default([]),
      gender: Gender,
      birthDate: PartialDate,
      birthPlace: line(200),
      personalId: PersonalId.nullable(),
      /** Papers the judgment or the file names, however old. */
      documents: z
        .array(IdentityDocument.pick({ type: true, number: true }))
        .max(MOST_DOCUMENTS)
        .default([]),
      permanentResidence: line(300),
      provinceCode: ProvinceCode,
      fatherName: PersonName.nullable(),
      motherName: PersonName.nullable(),
    }),
    judgment: z.strictObject({
      number: line(60),
      date: CalendarDate,
      /** Only effective judgments make a record (Law 28/2009 Art. 4). */
      effectiveDate: CalendarDate,
      court: line(150),
      offence: line(250),
      provision: line(120),
      principalPenalty: line(200),
      additionalPenalty: line(200).nullable(),
      civilObligations: line(300).nullable(),
      courtFees: line(100).nullable(),
    }),
    note: prose(1000).nullable(),
  })
  .refine(({ judgment }) => judgment.date <= judgment.effectiveDate, {
    error: 'EFFECTIVE_BEFORE_JUDGMENT',
    path: ['judgment', 'effectiveDate'],
  });
export type RecordSubmission = z.infer<typeof RecordSubmission>;

/** National form of a record number, such as `25HN2023/00001` (TT 13/2011 Art. 5.2). */
export const RecordNumber = z.string().regex(/^\d{2}[A-ZĐ]{2,3}\d{4}\/\d{5}$/);

/** What programs are told of a record that was entered all the same, never a refusal; people see it on its page. */
const RECORD_WARNINGS = ['JUDGMENT_KNOWN'] as const;

export const RecordCreated = z.strictObject({
  caseId: z.string(),
  recordNumber: RecordNumber,
  /** Absent of a slip, and of what was entered before anything was told. */
  warnings: z.array(z.enum(RECORD_WARNINGS)).optional(),
});

export const TransferBody = z.strictObject({ record: RecordSubmission });
