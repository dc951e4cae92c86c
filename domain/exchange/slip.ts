import * as z from 'zod';
import { foldName } from '../foldName.ts';
import { RecordNumber, RecordSubmission } from '../record.ts';
import { CalendarDate, line, prose } from '../text.ts';

/** A document of execution, as a supplementary slip gives it (TT 13/2011 Art. 12–13, domain notes §3.2). */
export const ExecutionDocument = z.strictObject({
  type: line(150),
  number: line(60),
  date: CalendarDate,
  issuedBy: line(150),
  content: prose(2000),
});

/**
 * What a supplementary slip adds to a record that exists: a further judgment or a document of
 * execution, one of both. Decisions of bankruptcy courts are not taken yet.
 */
export const SlipSubmission = z
  .strictObject({
    judgment: RecordSubmission.shape.judgment.nullable(),
    document: ExecutionDocument.nullable(),
  })
  .refine(({ judgment, document }) => (judgment === null) !== (document === null), {
    error: 'ONE_OF_BOTH',
    path: ['document'],
  })
  .refine(({ judgment }) => judgment === null || judgment.date <= judgment.effectiveDate, {
    error: 'EFFECTIVE_BEFORE_JUDGMENT',
    path: ['judgment', 'effectiveDate'],
  });
export type SlipSubmission = z.infer<typeof SlipSubmission>;

export const SlipBody = z.strictObject({ recordNumber: RecordNumber, slip: SlipSubmission });

/**
 * By what two slips of one record are the same: kind, number, date and issuing body, however spelled.
 * A court that corrects its document sends one with another number or date.
 */
export function slipKey({ judgment, document }: SlipSubmission): string {
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
