import * as z from 'zod';
import {
  CLOCK_EFFECTS,
  EXTENSION_REASONS,
  type ExtensionRule,
  FURTHER_TERM_NAMES,
  type LadderRung,
  PAUSE_REASONS,
  type PauseRule,
  RUNGS,
  TERM_NAMES,
  type TermName,
} from '../clock/law.ts';
import { ROLES } from '../role.ts';
import { budgetShape, source, wholeDays } from './source.ts';

const AnyTerm = z.enum([...TERM_NAMES, ...FURTHER_TERM_NAMES]);
const Amount = z.strictObject(budgetShape).refine(...wholeDays);

const RungTime = z.union([
  z.strictObject({ fraction: z.number().gt(0).lt(1) }),
  z.strictObject({ before: Amount }),
  z.strictObject({ after: Amount }),
]);

const LadderRungSchema = z.strictObject({
  rung: z.enum(RUNGS),
  effects: z.array(z.enum(CLOCK_EFFECTS)).min(1),
  when: RungTime,
  tells: z.array(z.enum(ROLES)).min(1),
  ...source,
}) satisfies z.ZodType<LadderRung>;

/** Who is told of a clock and when; no rung may concern one kind of clock twice. */
export const Ladder = z.array(LadderRungSchema).superRefine((rungs, context) => {
  const seen = new Set<string>();
  rungs.forEach(({ rung, effects }, index) => {
    for (const effect of effects) {
      const path = [index, 'effects'];
      if (seen.has(`${rung} ${effect}`)) {
        context.addIssue({ code: 'custom', path, message: 'has this rung already' });
      }
      seen.add(`${rung} ${effect}`);
    }
  });
});

/** Reasons for which a term may stand still. */
export const Pauses = z.array(
  z.strictObject({
    reason: z.enum(PAUSE_REASONS),
    terms: z.array(AnyTerm).min(1),
    ...source,
  }) satisfies z.ZodType<PauseRule>,
);

/** Reasons for which a term may be longer. */
export const Extensions = z.array(
  z.strictObject({
    reason: z.enum(EXTENSION_REASONS),
    term: AnyTerm,
    to: Amount,
    times: z.int().positive(),
    ...source,
  }) satisfies z.ZodType<ExtensionRule>,
);

/** Terms of answers: those that stand still while the unit waits for the asker. */
export const ASKED_TERMS = [
  'police',
  'court',
  'centreLookup',
  'militaryCourt',
  'recordOnRequest',
  'expungementVerification',
] as const satisfies readonly TermName[];
