import type { CaseBase } from './flow.ts';

/** Steps of a record transfer from a province to the National Centre (2015 trial protocol, domain notes §3.4). */
export const TRANSFER_STEPS = [
  'ENTERED',
  'SENT',
  'RECEIVED',
  'CHECKED',
  'REVIEWED',
  'RETURNED',
  'OFFICIALLY_UPDATED',
  'ABANDONED',
] as const;
export type TransferStep = (typeof TRANSFER_STEPS)[number];

/** Steps from which nothing more happens. */
export const TRANSFER_ENDS: readonly TransferStep[] = ['OFFICIALLY_UPDATED', 'ABANDONED'];

export interface TransferState extends CaseBase<TransferStep> {
  kind: 'TRANSFER';
  /** Record number of the transferred record, such as `25HN2023/00001`. */
  recordNumber: string;
  /** Intake row that holds the record as it stands now; a correction points to a new row. */
  recordPaperId: string;
  /** How often it was sent; more than 1 after a return. */
  sendings: number;
}
