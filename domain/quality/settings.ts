import * as z from 'zod';
import { source } from '../law/source.ts';
import { QUALITY_RULES, QUALITY_SOURCES } from './codes.ts';

/** `data/quality/rules.json`: what the rules rest on and where their thresholds lie. */
export const QualitySettings = z.strictObject({
  /** Year and number. A later one looks at every record again; an earlier one stands back. */
  version: z.string().regex(/^\d{4}-\d{2}$/u),
  /** The provision each rule rests on. */
  rules: z.record(z.enum(QUALITY_RULES), z.strictObject(source)),
  /** From how many years after its day of effect a judgment is old. */
  oldJudgment: z.strictObject({ years: z.int().positive(), ...source }),
  /** Days a completion certificate may lie in the reception book before it is missed. */
  unusedCompletion: z.strictObject({ days: z.int().nonnegative(), ...source }),
  /** Who certifies completion, by the first word of the principal penalty that is found, without marks. */
  completion: z.strictObject({
    sources: z.array(
      z.strictObject({ words: z.array(z.string().min(1)).min(1), source: z.enum(QUALITY_SOURCES) }),
    ),
    otherwise: z.enum(QUALITY_SOURCES),
    ...source,
  }),
  /** Residences that name no place, without marks. */
  nowhere: z.array(z.string().min(1)),
  /** From which class of the matching two records are likely of one person. */
  duplicateFrom: z.enum(['POSSIBLE', 'CERTAIN']),
});
export type QualitySettings = z.infer<typeof QualitySettings>;
