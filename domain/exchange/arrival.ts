import * as z from 'zod';
import { CaseId } from '../caseId.ts';
import { RecordNumber, RecordSubmission } from '../record.ts';
import { Instant, line } from '../text.ts';
import { SlipContent } from './slip.ts';

const onPaper = { recordNumber: RecordNumber, postalNumber: line(40).nullable() };

/**
 * A paper that came to the Centre by post, with what was typed from it. A slip names its own transfer
 * number too, as printed on the cover letter: one record may have many slips.
 */
export const PaperArrival = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('RECORD'), ...onPaper, record: RecordSubmission }),
  z.strictObject({
    kind: z.literal('SLIP'),
    ...onPaper,
    transferNumber: CaseId,
    slip: SlipContent,
  }),
]);
export type PaperArrival = z.infer<typeof PaperArrival>;

/** A registered paper: with the transfer it belongs to, or waiting for its electronic copy. */
export const PaperRegistered = z.strictObject({
  id: z.uuid(),
  caseId: CaseId.nullable(),
  /** In how many fields it differs from the electronic copy; null while it waits for that. */
  differs: z.int().nullable(),
});
export type PaperRegistered = z.infer<typeof PaperRegistered>;

/** A line of the Centre's register of papers. */
export const ArrivalLine = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['RECORD', 'SLIP']),
  recordNumber: z.string(),
  transferNumber: CaseId.nullable(),
  postalNumber: z.string().nullable(),
  personName: z.string().nullable(),
  arrivedAt: Instant,
  registeredBy: z.string(),
  /** The transfer it was matched with; null while it waits for the electronic copy. */
  caseId: CaseId.nullable(),
});
export type ArrivalLine = z.infer<typeof ArrivalLine>;

export const ArrivalQuery = z.strictObject({
  waiting: z.enum(['true', 'false']).optional(),
  /** Record, transfer or postal number, from its beginning. */
  q: z.string().max(60).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const Arrivals = z.strictObject({ arrivals: z.array(ArrivalLine), total: z.int() });
