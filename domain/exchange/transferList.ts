import * as z from 'zod';
import { CaseLine } from '../case.ts';
import { TRANSFER_STEPS } from '../flow/transferState.ts';
import { PAPER_STATES } from './channelState.ts';

/** Queues of transfers: one step, everything in progress, everything finished, or both. */
export const TRANSFER_QUEUES = ['open', 'closed', 'any', ...TRANSFER_STEPS] as const;
export type TransferQueue = (typeof TRANSFER_QUEUES)[number];

export const TRANSFER_SORTS = ['due', 'opened', 'name', 'case'] as const;

/** More are found than are worth counting: whoever finds so many narrows the list. 200 pages of the screen. */
export const MOST_COUNTED = 10_000;

/** Without an order: what is in progress by the due date, what is finished the latest first. */
export const TransferQuery = z.strictObject({
  state: z.enum(TRANSFER_QUEUES).optional(),
  paperState: z.enum(PAPER_STATES).optional(),
  /** Department that sends; the Centre's choice. */
  unit: z.string().max(40).optional(),
  /** Number of a transfer or a record exactly, or a person's name folded. */
  q: z.string().trim().max(120).default(''),
  sort: z.enum(TRANSFER_SORTS).optional(),
  descending: z.stringbool().default(false),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type TransferQuery = z.infer<typeof TransferQuery>;
/** A page of them; `total` of {@link MOST_COUNTED} says: so many or more. */
export const Transfers = z.strictObject({ transfers: z.array(CaseLine), total: z.int() });
