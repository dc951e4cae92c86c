import * as z from 'zod';
import { ConvictionEntry } from '../agencyMessage.ts';
import { Evaluation } from './evaluation.ts';

/** Judgments that an officer is completing: evaluated, and kept nowhere. */
export const EntriesToEvaluate = z.strictObject({ entries: z.array(ConvictionEntry).max(30) });

/** The judgments of a case and what the rules make of them today. */
export const CaseEvaluation = z.strictObject({
  entries: z.array(ConvictionEntry),
  evaluation: Evaluation,
});
export type CaseEvaluation = z.infer<typeof CaseEvaluation>;
