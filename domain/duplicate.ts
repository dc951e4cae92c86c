import * as z from 'zod';
import { CaseId } from './caseId.ts';
import { Instant } from './text.ts';

/** A case that may be the same person's as what is being entered. */
export const DuplicateCandidate = z.strictObject({
  caseId: CaseId,
  subjectName: z.string(),
  birthDate: z.string(),
  step: z.string(),
  openedAt: Instant,
  /** Which fields agree. */
  matches: z.array(z.string()),
});
