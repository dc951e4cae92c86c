import * as z from 'zod';
import { source } from './source.ts';

export const Label = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

/** First and last day on which something holds; null = since ever, still. */
export const validity = { validFrom: z.iso.date().nullable(), validTo: z.iso.date().nullable() };

/**
 * How terms are counted. Each part has the one value that the clocks can count; a rule set that says
 * otherwise needs another clock first, and is refused at load.
 */
export const CountingRule = z.strictObject({
  /** Terms in days: the day on which they begin. */
  firstDay: z.strictObject({ value: z.literal('NOT_COUNTED'), ...source }),
  /** Terms in days: when the last day is a weekend or a holiday. */
  lastDay: z.strictObject({ value: z.literal('END_OF_NEXT_WORKING_DAY'), ...source }),
  /** Weekend days on which offices make up for a day off. */
  makeUpDay: z.strictObject({ value: z.literal('WORKING_DAY'), ...source }),
  /** Terms in hours that are not working hours: nights and holidays included. */
  hour: z.strictObject({ value: z.literal('WALL_CLOCK'), ...source }),
});

function regime<Term extends string>(term: Term) {
  return z.strictObject({ label: Label, term: z.literal(term), ...validity, ...source });
}

/**
 * Under which regimes an application may fall, with the term of the rule set that each counts. The
 * four grounds for COMPLEX are `complexGrounds`. AUTOMATIC_EXPUNGEMENT runs beside the others, and the
 * earlier date is minded; null where the law of the time had none.
 */
export const Regimes = z.strictObject({
  SIMPLE: regime('totalSimple'),
  COMPLEX: regime('totalComplex'),
  URGENT: regime('totalUrgent'),
  AUTOMATIC_EXPUNGEMENT: regime('expungedCertificate').nullable(),
});

/** The date on the receipt slip: the end of the total term. */
export const PromisedDate = z.strictObject({ follows: z.literal('TOTAL'), ...source });

/**
 * Which dossiers these rules take over on their first day. ACCEPTANCE: those accepted from then on;
 * ACCEPTANCE_OR_POSTMARK: of those, not the ones postmarked before. Others finish under the old rules.
 */
export const Transition = z.strictObject({
  decidedBy: z.enum(['ACCEPTANCE', 'ACCEPTANCE_OR_POSTMARK']),
  label: Label,
  ...source,
});

/** Youngest age in years at which one may ask for oneself; null = none. */
export const MinimumAge = z.strictObject({ years: z.int().positive().nullable(), ...source });

/**
 * Under which age in full years a parent may ask for a child's certificate No. 2, which no other agent
 * may; null = at any age. Rule sets published before it was data lack it: at any age, as they were applied.
 */
export const ParentAsksNo2 = z.strictObject({
  underYears: z.int().positive().nullable(),
  ...source,
});
