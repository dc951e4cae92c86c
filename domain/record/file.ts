import * as z from 'zod';
import { OffenceCode } from '../offence/offence.ts';
import { RecordSubmission } from '../record.ts';
import { CalendarDate, line, prose } from '../text.ts';

/** What is told of the execution of a judgment (Law 28/2009). */
export const EXECUTION_KINDS = [
  'EXECUTION',
  'SUSPENSION',
  'REDUCTION',
  'EXEMPTION',
  'COMPLETION',
  'PARDON',
  'AMNESTY',
  'DEPORTATION',
  'CIVIL_ENFORCEMENT',
  'EXPUNGEMENT',
  'OTHER',
] as const;

/** A document of execution: type, number, date, who issued it, what it says (TT 13/2011 Art. 12–13). */
export const ExecutionEntry = z.strictObject({
  kind: z.enum(EXECUTION_KINDS),
  number: line(60),
  date: CalendarDate,
  issuer: line(150),
  content: prose(2200),
});
type ExecutionEntry = z.infer<typeof ExecutionEntry>;

/** A judgment as the transfer's form enters it. */
export const EnteredJudgment = RecordSubmission.shape.judgment.refine(
  ({ date, effectiveDate }) => date <= effectiveDate,
  { error: 'EFFECTIVE_BEFORE_JUDGMENT', path: ['effectiveDate'] },
);

/** One judgment of a record with what is known of its execution (section III). */
export const RecordJudgment = z
  .strictObject({
    ...RecordSubmission.shape.judgment.shape,
    /** Place in the list of judgments (section II), never given again. */
    ref: z.int().min(1),
    /** Entry of the catalogue of offences that its words mean; null = not normalised. */
    offenceCode: OffenceCode.nullable(),
    /** Release of the catalogue that was in force when it was mapped. */
    catalogueVersion: z.int().nullable(),
    executions: z.array(ExecutionEntry).max(60),
    /** The penal code no longer knows the offence: its information is no part of the record (Art. 35). */
    abolished: z.strictObject({ on: CalendarDate, basis: line(300) }).nullable(),
  })
  .refine(({ date, effectiveDate }) => date <= effectiveDate, {
    error: 'EFFECTIVE_BEFORE_JUDGMENT',
    path: ['effectiveDate'],
  });
export type RecordJudgment = z.infer<typeof RecordJudgment>;

/** Letters that the parts of a ban may have. */
export const LONGEST_OF_BAN = { decision: 60, court: 150, content: 300 } as const;

/** What a decision of bankruptcy says of a ban on office, founding or managing firms (section IV). */
export const BanContent = z
  .strictObject({
    decision: line(LONGEST_OF_BAN.decision),
    date: CalendarDate,
    court: line(LONGEST_OF_BAN.court),
    content: line(LONGEST_OF_BAN.content),
    /** Last day of the ban. */
    until: CalendarDate,
  })
  .refine(({ date, until }) => date <= until, {
    error: 'ENDS_BEFORE_IT_BEGINS',
    path: ['until'],
  });

export type BanContent = z.infer<typeof BanContent>;

export const BusinessBan = z.strictObject({
  ...BanContent.shape,
  ref: z.int().min(1),
  /** When it was taken out of the record, its term over (Art. 39). */
  ended: z.strictObject({ on: CalendarDate, basis: line(300) }).nullable(),
});

/** The person of a record (section I). */
export const RecordPerson = z.strictObject({
  ...RecordSubmission.shape.person.shape,
  diedOn: CalendarDate.nullable(),
});

/** A judicial record (Law 28/2009 Art. 26): one person, one or several judgments, bans. */
export const RecordFile = z.strictObject({
  person: RecordPerson,
  judgments: z.array(RecordJudgment).min(1).max(60),
  bans: z.array(BusinessBan).max(60),
  note: prose(1000).nullable(),
});
export type RecordFile = z.infer<typeof RecordFile>;

/** Whether a judgment stands in the record without an entry of the catalogue: shown in red. */
export function isUnnormalised({
  offenceCode,
  abolished,
}: Pick<RecordJudgment, 'offenceCode' | 'abolished'>): boolean {
  return offenceCode === null && abolished === null;
}

/** A record with a judgment mapped to an entry of a release of the catalogue. */
export function normalised(
  file: RecordFile,
  ref: number,
  { code, version }: { code: string; version: number },
): RecordFile {
  return {
    ...file,
    judgments: file.judgments.map((judgment) =>
      judgment.ref === ref
        ? { ...judgment, offenceCode: code, catalogueVersion: version }
        : judgment,
    ),
  };
}

/**
 * Documents of execution of two sources, each once, in the order of day, number and then what else they
 * say: whoever hears of them first, both books keep them alike (`executions_with` in the migrations).
 */
export function executionsOf(
  known: readonly ExecutionEntry[],
  further: readonly ExecutionEntry[],
): ExecutionEntry[] {
  const keys = ['date', 'number', 'kind', 'issuer', 'content'] as const;
  const order = (a: ExecutionEntry, b: ExecutionEntry): number => {
    const key = keys.find((one) => a[one] !== b[one]);
    if (key === undefined) return 0;
    return a[key] < b[key] ? -1 : 1;
  };
  const all = [...known, ...further].toSorted(order);
  return all.filter((entry, at) => {
    const before = all[at - 1];
    return before === undefined || order(before, entry) !== 0;
  });
}

/** Whether a document of execution is dated before the judgment it tells of was given: then it is of another one. */
export function isBeforeJudgment(document: { date: string }, judgment: { date: string }): boolean {
  return document.date < judgment.date;
}
