import type { CaseBase } from './flow.ts';

/** Steps of a reconciliation of two books (NĐ 111/2010 Art. 15; TTLT 04/2012 Art. 26). */
export const RECONCILIATION_STEPS = ['LISTING', 'SETTLING', 'RECONCILED', 'CALLED_OFF'] as const;
export type ReconciliationStep = (typeof RECONCILIATION_STEPS)[number];

/** Steps from which nothing more happens. */
export const RECONCILIATION_ENDS: readonly ReconciliationStep[] = ['RECONCILED', 'CALLED_OFF'];

export interface ReconciliationState extends CaseBase<ReconciliationStep> {
  kind: 'RECONCILIATION';
  /** Whether the other book is the National Centre's; otherwise it is a supplier's list. */
  withCentre: boolean;
  /** How many differences the last comparison found; null before the first. */
  findings: number | null;
}
