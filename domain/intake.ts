import * as z from 'zod';
import { TrackingCode } from './case.ts';
import { CaseId } from './caseId.ts';
import { ResidenceWarning } from './residenceWarnings.ts';
import { Instant } from './text.ts';

/** Reply to a submission: the numbers on the receipt. */
export const ApplicationReceived = z.strictObject({
  caseId: CaseId,
  trackingCode: TrackingCode,
  /** False while the workflow is still being opened (the engine was away): nothing is lost. */
  opened: z.boolean(),
  warnings: z.array(z.string()),
  /** Where the history of residence is not whole; absent from replies of before it was looked at. */
  residence: z.array(ResidenceWarning).optional(),
});

export const DuplicateCandidate = z.strictObject({
  caseId: CaseId,
  subjectName: z.string(),
  birthDate: z.string(),
  step: z.string(),
  openedAt: Instant,
  /** Which fields agree. */
  matches: z.array(z.string()),
});
