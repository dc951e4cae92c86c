import * as z from 'zod';
import { foldName } from '../foldName.ts';
import { AMENDMENT_KINDS } from '../record/amendment.ts';
import { Difference } from '../record/differences.ts';
import { EXECUTION_KINDS } from '../record/file.ts';
import { RecordNumber, RecordSubmission } from '../record.ts';
import { CalendarDate, line, prose } from '../text.ts';

/** A document of execution, as a supplementary slip gives it (TT 13/2011 Art. 12–13). */
export const ExecutionDocument = z.strictObject({
  /** The judgment it tells of, by its place in the record. */
  ref: z.int().min(1).max(60).default(1),
  /** The kind under which it stands in the record. */
  kind: z.enum(EXECUTION_KINDS).default('OTHER'),
  /** What it is called. */
  type: line(150),
  number: line(60),
  date: CalendarDate,
  issuedBy: line(150),
  content: prose(2000),
});

type Dated = Pick<RecordSubmission['judgment'], 'date' | 'effectiveDate'>;

function inForceAfter({ judgment }: { judgment: Dated | null }): boolean {
  return judgment === null || judgment.date <= judgment.effectiveDate;
}
const NOT_IN_FORCE_AFTER = {
  error: 'EFFECTIVE_BEFORE_JUDGMENT',
  path: ['judgment', 'effectiveDate'],
};

/** What an officer types on a slip to a record that exists: a further judgment or a document of execution, one of both. */
export const SlipSubmission = z
  .strictObject({
    judgment: RecordSubmission.shape.judgment.nullable(),
    document: ExecutionDocument.nullable(),
  })
  .refine(({ judgment, document }) => (judgment === null) !== (document === null), {
    error: 'ONE_OF_BOTH',
    path: ['document'],
  })
  .refine(inForceAfter, NOT_IN_FORCE_AFTER);
export type SlipSubmission = z.infer<typeof SlipSubmission>;

/** What an approved change made of the department's own record, field by field (TT 13/2011 Art. 13a). */
export const ToldAmendment = z.strictObject({
  kind: z.enum(AMENDMENT_KINDS),
  changes: z.array(Difference).min(1).max(500),
});
export type ToldAmendment = z.infer<typeof ToldAmendment>;

/** A slip as it travels: what was typed, or an approved change. Old slips lack `amendment`. */
export const SlipContent = z
  .strictObject({ ...SlipSubmission.shape, amendment: ToldAmendment.nullable().default(null) })
  .refine((slip) => Object.values(slip).filter((part) => part !== null).length === 1, {
    error: 'ONE_OF_BOTH',
    path: ['document'],
  })
  .refine(inForceAfter, NOT_IN_FORCE_AFTER);
export type SlipContent = z.infer<typeof SlipContent>;

export const SlipBody = z.strictObject({ recordNumber: RecordNumber, slip: SlipSubmission });

/**
 * By what two slips of one record are the same: kind, number, date and issuing body, however spelled.
 * A court that corrects its document sends one with another number or date.
 */
export function slipKey({ judgment, document }: z.input<typeof SlipSubmission>): string {
  const [kind, number, date, by] =
    judgment === null
      ? [
          document?.type ?? '',
          document?.number ?? '',
          document?.date ?? '',
          document?.issuedBy ?? '',
        ]
      : ['', judgment.number, judgment.date, judgment.court];
  return [kind, number, date, by].map((part) => foldName(part).replace(/\s+/gu, ' ')).join('|');
}
