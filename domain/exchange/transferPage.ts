import * as z from 'zod';
import { CaseId } from '../caseId.ts';
import { RULINGS } from '../flow/transferState.ts';
import { OffenceCode } from '../offence/offence.ts';
import { RecordTold } from '../record/knownJudgment.ts';
import { Instant } from '../text.ts';
import { Difference } from './compare.ts';
import { SlipContent } from './slip.ts';

/** A supplementary slip of a record, as the record's page lists it. */
export const SlipShown = z.strictObject({
  caseId: CaseId,
  step: z.string(),
  /** When it was appended to the Centre's copy; null before. */
  updatedAt: Instant.nullable(),
});
export type SlipShown = z.infer<typeof SlipShown>;

/** The paper of a transfer under the dual channel, compared with the electronic copy field by field. */
export const PaperShown = z.strictObject({
  postedAt: Instant.nullable(),
  postalNumber: z.string().nullable(),
  arrivedAt: Instant.nullable(),
  /** Fields that differ now; empty while one copy is missing. */
  differences: z.array(Difference),
  /** Whether nobody has said which copy is right. */
  open: z.boolean(),
  ruling: z.enum(RULINGS).nullable(),
});

/** What the page of a transfer shows beside the case: content of a slip, both channels, acknowledgement. */
export const TransferPage = z.strictObject({
  slip: SlipContent.nullable(),
  /** Null where the electronic copy is the only one. */
  paper: PaperShown.nullable(),
  slips: z.array(SlipShown),
  /** Entry of the catalogue of its judgment in the reader's book; null when the book has no such judgment. */
  normalised: z.strictObject({ code: OffenceCode.nullable() }).nullable(),
  /** Other records that may be of the same person and hold the judgment now; none of a slip, or once the transfer has ended. */
  known: z.array(RecordTold),
  /** When the Centre's database took it over; null before. */
  officialAt: Instant.nullable(),
  /** Cover letter of its last sending; null where there is none yet. */
  dispatch: z.strictObject({ id: z.uuid(), number: z.string() }).nullable(),
});
export type TransferPage = z.infer<typeof TransferPage>;
