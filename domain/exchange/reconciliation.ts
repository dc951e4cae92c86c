import * as z from 'zod';
import { Instant, prose } from '../text.ts';

export const FINDINGS = ['MISSING_AT_PROVINCE', 'MISSING_AT_CENTRE', 'DIFFERENT'] as const;

/** A comparison of a province's records and slips with the Centre's, by number and digest of the content. */
export const Reconciliation = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  at: Instant,
  startedBy: z.string(),
  provinceCount: z.int(),
  centreCount: z.int(),
  findings: z.int(),
  mended: z.int(),
});
export type Reconciliation = z.infer<typeof Reconciliation>;

/** A number that both sides do not have alike, and who mended it. */
export const ReconciliationRow = z.strictObject({
  number: z.string(),
  finding: z.enum(FINDINGS),
  mendedBy: z.string().nullable(),
  mendedAt: Instant.nullable(),
  note: z.string().nullable(),
});
export type ReconciliationRow = z.infer<typeof ReconciliationRow>;

export const ReconciliationBody = z.strictObject({ unit: z.string().max(40) });
export const MendedBody = z.strictObject({ number: z.string().max(40), note: prose(500) });
export const Reconciliations = z.strictObject({ runs: z.array(Reconciliation) });
export const ReconciliationRows = z.strictObject({ rows: z.array(ReconciliationRow) });
