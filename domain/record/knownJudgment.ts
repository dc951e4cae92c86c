import * as z from 'zod';
import { RecordNumber } from '../record.ts';
import { CalendarDate, PartialDate } from '../text.ts';

/** A judgment about to be entered, and of whom: by personal ID, or by name and birth date. */
export const KnownJudgmentQuery = z.strictObject({
  personalId: z.string().max(20).optional(),
  fullName: z.string().max(120).default(''),
  birthDate: PartialDate.optional(),
  number: z.string().min(1).max(60),
  date: CalendarDate,
  court: z.string().min(1).max(150),
});
export type KnownJudgmentQuery = z.infer<typeof KnownJudgmentQuery>;

/**
 * A record that may be of the same person: its number and transfer where the reader may read it; of another
 * department only that it has one, which that department or the Centre is asked about.
 */
export const RecordTold = z.strictObject({
  unit: z.string(),
  record: z.strictObject({ recordNumber: RecordNumber, caseId: z.string() }).nullable(),
});
export type RecordTold = z.infer<typeof RecordTold>;

/** Records that may be of the same person, in which the same judgment stands. */
export const KnownJudgments = z.strictObject({ records: z.array(RecordTold) });
export type KnownJudgments = z.infer<typeof KnownJudgments>;
