import * as z from 'zod';
import { CaseId } from '../caseId.ts';
import { Instant } from '../text.ts';

/** A line of the list behind a cover letter (TT 13/2011 Art. 10). */
export const DispatchItem = z.strictObject({
  caseId: CaseId,
  /** Which sending of the transfer it is, from 1. */
  sending: z.int(),
  kind: z.enum(['RECORD', 'SLIP']),
  recordNumber: z.string(),
  personName: z.string(),
  birthDate: z.string(),
  /** Number of the judgment, or of the document that a slip brings. */
  documentNumber: z.string().nullable(),
});
export type DispatchItem = z.infer<typeof DispatchItem>;

/** Transfers that were sent and stand in no cover letter, the earliest first. */
export const WaitingItem = DispatchItem.extend({ sentAt: Instant });
export type WaitingItem = z.infer<typeof WaitingItem>;
export const WaitingItems = z.strictObject({ items: z.array(WaitingItem) });

/** A cover letter; `number` counts from 1 each year and unit without gaps, such as `12/CV-STP`. */
export const Dispatch = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  year: z.int(),
  madeAt: Instant,
  madeBy: z.string(),
  records: z.int(),
  slips: z.int(),
});
export type Dispatch = z.infer<typeof Dispatch>;

export const MOST_ITEMS = 500;
/** Body of `POST /exchange/dispatches`: the transfers it covers, in the order of the list. */
export const DispatchBody = z.strictObject({
  caseIds: z.array(CaseId).min(1).max(MOST_ITEMS),
});
export const DispatchQuery = z.strictObject({
  /** Number of a letter, of a record or of a transfer, or a name. */
  q: z.string().trim().max(120).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DispatchQuery = z.infer<typeof DispatchQuery>;
export const Dispatches = z.strictObject({ dispatches: z.array(Dispatch), total: z.int() });
