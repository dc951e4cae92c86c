import * as z from 'zod';
import { FEE_CATEGORIES } from '../application.ts';
import {
  type CalendarSlice,
  FURTHER_TERM_NAMES,
  type FurtherTermName,
  type Law,
  type TermName,
} from '../clock/law.ts';
import {
  CERTIFICATE_TYPES,
  CHANNELS,
  COMPLEX_GROUNDS,
  CONCLUSIONS,
} from '../flow/applicationState.ts';
import { ASKED_TERMS, Extensions, Ladder, Pauses } from './clockRules.ts';
import { Exchange } from './exchangeRule.ts';
import { OfficePapers } from './officePapers.ts';
import {
  CountingRule,
  Label,
  MinimumAge,
  ParentAsksNo2,
  PromisedDate,
  Regimes,
  Transition,
  validity,
} from './regime.ts';
import { budgetShape, source, wholeDays } from './source.ts';

const termShape = {
  ...budgetShape,
  ...source,
  /** Name of the calendar it is counted by, where it is not the one of the case's unit. */
  calendar: z.string().min(1).optional(),
};
const TermSchema = z.strictObject(termShape).refine(...wholeDays);

/** A deadline the law names beside those of every case; shown also where no clock counts it. */
const FurtherTerm = z
  .strictObject({ name: z.string().regex(/^[a-z][A-Za-z0-9]*$/), label: Label, ...termShape })
  .refine(...wholeDays);

/** Which kind of unit (`kind` in `data/courts-police.csv`) plays a part, and what people call it. */
const Agency = z.strictObject({
  kind: z.string().regex(/^[A-Z_]+$/),
  label: Label,
  ...source,
});
/** Of rule sets published before it was data, an issuer lacks how its papers look. */
const Issuer = Agency.extend({ papers: OfficePapers.optional() });

/** Parts that agencies play in a case. */
const Agencies = z.strictObject({
  issuer: Issuer,
  centralIssuer: Issuer,
  policeRecords: Agency,
  nationalPoliceRecords: Agency,
  court: Agency,
  militaryCourt: Agency,
  procuracy: Agency,
  civilEnforcement: Agency,
  /** Only where applications come with an electronic identity. */
  identityOperator: Agency.optional(),
});

/** What follows when an asked unit asks back who is meant; absent in rule sets published before. */
const Clarification = z.strictObject({
  /** How long the asker has to say so. */
  term: TermSchema,
  /** Whether the asked unit's own term stands still meanwhile. */
  stopsTheAsked: z.strictObject({ value: z.boolean(), ...source }),
});

/** A form, paper or channel, for as long as it is in use. */
const inUse = { label: Label, ...validity, ...source };

export type FeeCategory = (typeof FEE_CATEGORIES)[number];

const amountVnd = z.number().int().nonnegative();

/** A reason for which a category applies, such as being a student; the offices ask for proof. */
const FeeGround = z.strictObject({
  code: z.string().regex(/^[A-Z_]+$/),
  label: Label,
  /** Where it does not apply all the time. */
  validFrom: validity.validFrom.optional(),
  validTo: validity.validTo.optional(),
  ...source,
});

const Fees = z.strictObject({
  /** Fee per request and person, in đồng; the highest benefit applies when several do. */
  rates: z.record(
    z.enum(FEE_CATEGORIES),
    z.strictObject({ amountVnd, grounds: z.array(FeeGround), ...source }),
  ),
  /** Added for every copy from this one on. */
  extraCopy: z.strictObject({ fromCopy: z.number().int().min(2), amountVnd, ...source }),
  /** Whether those whose rate is 0 pay for extra copies. */
  exemptPayExtraCopies: z.strictObject({ value: z.boolean(), ...source }),
  /** Legal bases one after the other within the validity of the rule set. */
  bases: z.array(z.strictObject({ ...validity, ...source })).min(1),
});

/** What a certificate says under one conclusion, and which judgments it lists. */
const Statement = z.strictObject({
  text: z.string().min(1),
  judgments: z.enum(['NONE', 'UNEXPUNGED', 'ALL']),
});

/** Prescribed texts, as `domain/certificateWording.ts` composes them. */
const Wording = z.strictObject({
  conclusions: z.record(z.enum(CONCLUSIONS), z.record(z.enum(CERTIFICATE_TYPES), Statement)),
  judgmentOrder: z.literal('CHRONOLOGICAL'),
  /** Printed in an empty item, a missing residence, parent or spouse of No. 2. */
  emptyItem: z.string().min(1),
  businessBan: z.strictObject({
    none: z.string().min(1),
    printed: z.record(z.enum(CERTIFICATE_TYPES), z.enum(['ON_REQUEST', 'ALWAYS'])),
  }),
  ...source,
});

/**
 * One regime of the law as data: agencies, terms, forms, fees and wording, each with its source.
 *
 * A case takes the rule set in force on the day it is accepted or postmarked (`ruleSetFor`) and is
 * finished under it (NĐ 216/2026/NĐ-CP Art. 28 for the change of 1 July 2026).
 */
export const RuleSet = z
  .strictObject({
    id: z.string().regex(/^[A-Z][A-Z0-9-]*$/),
    name: Label,
    validFrom: z.iso.date(),
    /** Last day of acceptance under these rules; null = open. */
    validTo: z.iso.date().nullable(),
    ...source,
    /** How the change to these rules came; null for the first. */
    transition: Transition.nullable(),
    countingRule: CountingRule,
    regimes: Regimes,
    promisedDate: PromisedDate,
    terms: z.strictObject({
      totalSimple: TermSchema,
      totalComplex: TermSchema,
      totalUrgent: TermSchema,
      police: TermSchema,
      court: TermSchema,
      supplementLapse: TermSchema,
      transferSend: TermSchema,
    } satisfies Record<Exclude<TermName, FurtherTermName>, typeof TermSchema>),
    furtherTerms: z.array(FurtherTerm),
    /** Of rule sets published before there was a ladder: share of a legal term after which it is at risk. */
    atRiskFraction: z.number().gt(0).lt(1).optional(),
    ladder: Ladder.optional(),
    pauses: Pauses.optional(),
    extensions: Extensions.optional(),
    clarification: Clarification.optional(),
    exchange: Exchange.optional(),
    agencies: Agencies,
    forms: z.array(z.strictObject({ code: z.string().min(1), ...inUse })).min(1),
    papers: z.array(z.strictObject({ code: z.string().min(1), ...inUse })),
    channels: z.array(z.strictObject({ channel: z.enum(CHANNELS), ...inUse })).min(1),
    fees: Fees,
    wording: Wording,
    complexGrounds: z.record(z.enum(COMPLEX_GROUNDS), z.strictObject({ label: Label, ...source })),
    minimumAge: MinimumAge,
    parentAsksNo2: ParentAsksNo2.optional(),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, {
    path: ['validTo'],
    error: 'lies before "validFrom"',
  })
  .refine(({ ladder, atRiskFraction }) => ladder !== undefined || atRiskFraction !== undefined, {
    path: ['ladder'],
    error: 'is missing: nobody would be told of a late case',
  })
  .refine(
    ({ regimes, furtherTerms }) =>
      (regimes.AUTOMATIC_EXPUNGEMENT !== null) ===
      furtherTerms.some(({ name }) => name === 'expungedCertificate'),
    {
      path: ['regimes', 'AUTOMATIC_EXPUNGEMENT'],
      error: 'needs the further term expungedCertificate, and it needs the regime',
    },
  )
  .superRefine(({ terms, furtherTerms, extensions }, context) => {
    extensions?.forEach(({ term, to }, index) => {
      const usual = { ...terms, ...clockedTerms(furtherTerms) }[term];
      if (usual === undefined || (usual.unit === to.unit && usual.amount < to.amount)) return;
      const path = ['extensions', index, 'to'];
      context.addIssue({ code: 'custom', path, message: 'is not longer than the term' });
    });
  });
export type RuleSet = z.infer<typeof RuleSet>;

/** Further terms that run as a clock, by their names. */
function clockedTerms(furtherTerms: readonly z.infer<typeof FurtherTerm>[]): Partial<Law['terms']> {
  const names: readonly string[] = FURTHER_TERM_NAMES;
  return Object.fromEntries(
    furtherTerms
      .filter(({ name }) => names.includes(name))
      .map(({ name, label: _label, ...term }) => [name, term]),
  );
}

/** Every term of a rule set that a clock of a case may count. */
export function termsOf({ terms, furtherTerms, clarification }: RuleSet): Law['terms'] {
  const further = clockedTerms(furtherTerms);
  if (clarification === undefined) return { ...terms, ...further };
  return { ...terms, ...further, clarification: clarification.term };
}

/** Reasons for which a term stands still, with the one that a question asked back gives. */
function pausesOf({ pauses, clarification }: RuleSet): Law['pauses'] {
  if (pauses === undefined || !clarification?.stopsTheAsked.value) return pauses;
  const { citation, verified } = clarification.stopsTheAsked;
  return [...pauses, { reason: 'IDENTIFICATION', terms: ASKED_TERMS, citation, verified }];
}

/** What a case pins of a rule set when it starts: small, and free of words. */
export function lawOf(ruleSet: RuleSet, calendar: CalendarSlice): Law {
  const { id: ruleSetId, atRiskFraction, ladder, extensions, exchange } = ruleSet;
  return {
    ruleSetId,
    terms: termsOf(ruleSet),
    atRiskFraction,
    calendar,
    ladder,
    pauses: pausesOf(ruleSet),
    extensions,
    ...(exchange && { exchange }),
  };
}

/**
 * The fee in đồng for one request with so many copies of the certificate.
 *
 * Throws RangeError unless `copies` is a whole number from 1. Postage is the operator's, not here.
 */
export function feeOf(ruleSet: RuleSet, category: FeeCategory, copies: number): number {
  if (!Number.isInteger(copies) || copies < 1) {
    throw new RangeError(`A request cannot be for ${copies} copies`);
  }
  const { rates, extraCopy, exemptPayExtraCopies } = ruleSet.fees;
  const rate = rates[category].amountVnd;
  if (rate === 0 && !exemptPayExtraCopies.value) return 0;
  return rate + Math.max(0, copies - extraCopy.fromCopy + 1) * extraCopy.amountVnd;
}
