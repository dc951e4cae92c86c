import type { InstantMs } from '../instant.ts';
import type { CaseBase } from './flow.ts';

/** Steps of a record transfer from a province to the National Centre (trial of 2015, CV 277/TTLLTPQG-CSDL). */
export const TRANSFER_STEPS = [
  'ENTERED',
  'SENT',
  'RECEIVED',
  'CHECKED',
  'REVIEWED',
  'DIFFERENCE_ASKED',
  'RETURNED',
  'OFFICIALLY_UPDATED',
  'ABANDONED',
] as const;
export type TransferStep = (typeof TRANSFER_STEPS)[number];

/** Steps from which nothing more happens. */
export const TRANSFER_ENDS: readonly TransferStep[] = ['OFFICIALLY_UPDATED', 'ABANDONED'];

/** Which copy the province says is right; NEITHER: it corrects and sends anew. */
export const RULINGS = ['PAPER', 'ELECTRONIC', 'NEITHER'] as const;
export type Ruling = (typeof RULINGS)[number];

/** The copy on paper that goes by post beside the electronic one (CV 277/TTLLTPQG-CSDL). */
export interface PaperChannel {
  postedAt: InstantMs | null;
  arrivedAt: InstantMs | null;
  /** Row in `papers` with what the Centre typed from the paper; null before it came. */
  copyPaperId: string | null;
  /** In how many fields both copies differ without a ruling; null before both are there. */
  differs: number | null;
  ruling: Ruling | null;
  /** Step to which the case goes back once the province has answered. */
  askedFrom: TransferStep | null;
}

export interface TransferState extends CaseBase<TransferStep> {
  kind: 'TRANSFER';
  /** Record number of the transferred record, such as `25HN2023/00001`; of a slip, the record it adds to. */
  recordNumber: string;
  /** Intake row that holds the record or slip as it stands now; a correction points to a new row. */
  recordPaperId: string;
  /** How often it was sent; more than 1 after a return. */
  sendings: number;
  /** Set for a supplementary slip; absent for a record. */
  slip?: true;
  /** Set when it was sent under the dual channel; absent where the electronic copy is the only one. */
  paper?: PaperChannel;
}
