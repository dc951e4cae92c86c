import * as z from 'zod';
import { EVIDENCE, fieldOf, type Finding, FINDINGS, stanceOf } from './evidence.ts';

const Findings = z.array(z.enum(FINDINGS)).min(1);

/**
 * How much each finding weighs, and what a class asks for: data, calibrated on the labelled set.
 * What speaks for a person weighs nothing or more, what speaks against it nothing or less; within a
 * field the first finding weighs most. A number alone makes nobody certain.
 */
export const IdentityWeights = z
  .strictObject({
    version: z.string().min(1).max(40),
    /** Where the values come from, and the command that measures them. */
    citation: z.string().min(1),
    verified: z.boolean(),
    /** Sum of weights from which two persons may be the same. */
    possibleFrom: z.number().positive(),
    /** CERTAIN needs a finding of `key`, one of `agree`, and none of `never`. */
    certain: z.strictObject({ key: Findings, agree: Findings, never: Findings }),
    weights: z.record(z.enum(FINDINGS), z.number()),
  })
  .superRefine(({ weights, certain }, context) => {
    const refuse = (finding: Finding, message: string): void =>
      context.addIssue({ code: 'custom', path: ['weights', finding], message });
    for (const finding of FINDINGS) {
      const best = `${fieldOf(finding)}.${Object.keys(EVIDENCE[fieldOf(finding)])[0]}` as Finding;
      const sign = stanceOf(finding) === 'FOR' ? 1 : -1;
      if (weights[finding] * sign < 0) refuse(finding, 'WRONG_SIGN');
      if (weights[finding] > weights[best]) refuse(finding, 'ABOVE_THE_BEST');
    }
    for (const finding of certain.key) {
      if (!KEYS.includes(finding)) refuse(finding, 'PROVES_NOBODY');
    }
    for (const finding of certain.agree) {
      const field = fieldOf(finding);
      const names = field === 'name' || field === 'birthDate';
      if (!names || stanceOf(finding) === 'AGAINST') refuse(finding, 'PROVES_NOBODY');
    }
  });
export type IdentityWeights = z.infer<typeof IdentityWeights>;

/** The only findings that can prove who somebody is: an exact number that nobody else carries. */
const KEYS: readonly Finding[] = ['personalId.SAME', 'document.SAME'];
