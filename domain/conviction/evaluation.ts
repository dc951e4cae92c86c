import * as z from 'zod';
import { CONCLUSIONS } from '../flow/applicationState.ts';
import { VERIFICATION_KINDS } from '../flow/verification.ts';
import { source } from '../law/source.ts';
import { CalendarDate } from '../text.ts';

/** A day the rules arrive at; a period may end after the last year that can be typed. */
const Reckoned = z.iso.date();

/** What becomes of a conviction, as the rules have it; the officer decides. */
export const EVALUATION_STATUSES = [
  'DEEMED_NONE',
  'EXPUNGED_AUTOMATICALLY',
  'EXPUNGED_BY_COURT',
  'NOT_EXPUNGED',
  'UNDETERMINED',
] as const;
export type EvaluationStatus = (typeof EVALUATION_STATUSES)[number];

/** Facts that an evaluation may lack or find unfulfilled. */
export const FACTS = [
  'DETAILS',
  'JUDGMENT',
  'NO_JUDGMENT',
  'EFFECTIVE_DATE',
  'OFFENCE_DATE',
  'ARTICLE',
  'FAULT_AND_SEVERITY',
  'AGE',
  'PRINCIPAL_PENALTY',
  'ADDITIONAL_PENALTIES',
  'CIVIL_OBLIGATIONS',
  'COURT_FEES',
  'WANTED_NOTICE',
  'NEW_CRIME',
  'NEW_JUDGMENT',
  'NEW_SENTENCE',
  'COURT_DECISION',
  'PERIOD',
] as const;
export type Fact = (typeof FACTS)[number];

/** Links of the chain of reasoning, in no order. */
export const STEPS = [
  'RULES_APPLY',
  'DEEMED_NEGLIGENT',
  'DEEMED_EXEMPTED',
  'DEEMED_JUVENILE',
  'DEEMED_MEASURE',
  'COURT_ONLY',
  'PERIOD',
  'NO_PERIOD',
  'STARTED',
  'WAIVED',
  'NOT_STARTED',
  'RESTARTED',
  'NO_LIMITATION',
  'LIMITATION_RUN',
  'LIMITATION_RESTARTED',
  'WANTED',
  'OTHER_PARTS',
  'LENGTHENED',
  'NOT_BEFORE',
  'OVER',
  'COURT_FROM',
  'REFUSED',
  'SPECIAL_FROM',
  'FAVOURABLE',
  'COURT_DECIDED',
  'NO_JUDGMENT',
  'OVERTURNED',
  'ABOLISHED',
  'REMOVED',
  'UNTRACEABLE',
  'NEW_CRIME_ASKED',
] as const;
export type StepName = (typeof STEPS)[number];

/** One step with the rule it rests on; `law` is null where it is the practice of all codes. */
export const ReasoningStep = z.strictObject({
  step: z.enum(STEPS),
  law: z.string().nullable(),
  ...source,
  /** First and last day it speaks of, as far as it has them. */
  from: Reckoned.nullable(),
  to: Reckoned.nullable(),
  period: z.strictObject({ amount: z.int(), unit: z.enum(['month', 'year']) }).nullable(),
});
export type ReasoningStep = z.infer<typeof ReasoningStep>;

/** A fact to be asked, and who has it; nobody named = the officer completes it from the papers. */
export const Ask = z.strictObject({
  fact: z.enum(FACTS),
  of: z.array(z.enum(VERIFICATION_KINDS)),
});
export type Ask = z.infer<typeof Ask>;

/** How a certificate No. 2 shows a judgment: with its status, as found, or not at all. */
export const LISTINGS = ['WITH_STATUS', 'AS_FOUND', 'NOT_LISTED'] as const;

export const EntryEvaluation = z.strictObject({
  status: z.enum(EVALUATION_STATUSES),
  /** Day of expungement, when expunged. */
  expungedOn: Reckoned.nullable(),
  /** Number of the court's decision, when it expunged. */
  decision: z.string().nullable(),
  /** While not expunged: the day it will be, or from which a court may be asked; null = not running. */
  until: Reckoned.nullable(),
  missing: z.array(z.enum(FACTS)),
  asks: z.array(Ask),
  listing: z.enum(LISTINGS),
  warnings: z.array(z.strictObject({ code: z.literal('LONGER_THAN_LAW'), ...source })),
  reasoning: z.array(ReasoningStep),
});
export type EntryEvaluation = z.infer<typeof EntryEvaluation>;

/** The evaluation of all judgments of a person on a day, in the order they were given. */
export const Evaluation = z.strictObject({
  onDate: CalendarDate,
  entries: z.array(EntryEvaluation),
  /** The conclusion that follows, or null while any judgment is undetermined. */
  conclusion: z.enum(CONCLUSIONS).nullable(),
});
export type Evaluation = z.infer<typeof Evaluation>;
