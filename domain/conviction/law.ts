import * as z from 'zod';
import { Label } from '../law/regime.ts';
import { source } from '../law/source.ts';
import { OffenceCode } from '../offence/offence.ts';
import {
  ADDITIONAL_PENALTIES,
  AGE_CLASSES,
  FAULTS,
  PENAL_CODES,
  PRINCIPAL_PENALTIES,
  SEVERITIES,
} from './entry.ts';

/** A period of whole months or years. */
const Period = z.strictObject({ amount: z.int().min(1), unit: z.enum(['month', 'year']) });

/** Penalties that share a period; terms of prison from over `monthsOver` up to `monthsUpTo`. */
const Band = z
  .strictObject({
    penalties: z.array(z.enum(PRINCIPAL_PENALTIES)).min(1),
    monthsOver: z.int().min(0).nullable(),
    monthsUpTo: z.int().min(1).nullable(),
    period: Period,
  })
  .refine(({ monthsOver, monthsUpTo }) => (monthsOver ?? 0) < (monthsUpTo ?? Infinity), {
    path: ['monthsUpTo'],
    error: 'is not above "monthsOver"',
  });
export type Band = z.infer<typeof Band>;

/**
 * A way to be expunged: periods by the principal penalty as pronounced, what the counting starts
 * from, and whether the other parts of the judgment must be done.
 */
const Periods = z
  .strictObject({
    bands: z.array(Band).min(1),
    startsAt: z.enum(['PRINCIPAL_DONE', 'JUDGMENT_DONE']),
    otherPartsDone: z.boolean(),
    ...source,
  })
  .superRefine(({ bands }, context) => {
    const fault = bandFault(bands);
    if (fault !== null) context.addIssue({ code: 'custom', path: ['bands'], message: fault });
  });
export type Periods = z.infer<typeof Periods>;

/** Why bands leave a term of prison without a period or give it two; null when they do not. */
function bandFault(bands: readonly Band[]): string | null {
  const prison = bands
    .filter(({ penalties }) => penalties.includes('PRISON'))
    .toSorted((a, b) => (a.monthsOver ?? 0) - (b.monthsOver ?? 0));
  if (prison.length === 0) return null;
  let reached: number | null = 0;
  for (const { monthsOver, monthsUpTo } of prison) {
    if (reached === null || (monthsOver ?? 0) < reached) return 'a term of prison has two periods';
    if ((monthsOver ?? 0) > reached) return `no period for prison over ${reached} months`;
    reached = monthsUpTo;
  }
  return reached === null ? null : `no period for prison over ${reached} months`;
}

/** Articles of a penal code, one after the other; `clauses` null = all of them. */
const Articles = z
  .strictObject({
    penalCode: z.enum(PENAL_CODES),
    from: z.int().min(1),
    to: z.int().min(1),
    clauses: z.array(z.int().min(1)).nullable(),
    ...source,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'lies before "from"' });
export type Articles = z.infer<typeof Articles>;

/** Facts under which no conviction counts, or it counts as expunged when it takes effect. */
const DeemedNone = z.strictObject({
  ground: z.enum(['NEGLIGENT', 'EXEMPTED', 'JUVENILE', 'JUVENILE_MEASURE']),
  fault: z.enum(FAULTS).nullable(),
  severities: z.array(z.enum(SEVERITIES)).nullable(),
  ages: z.array(z.enum(AGE_CLASSES)).nullable(),
  penalty: z.enum(PRINCIPAL_PENALTIES).nullable(),
  gives: z.enum(['DEEMED_NONE', 'EXPUNGED']),
  ...source,
});
export type DeemedNone = z.infer<typeof DeemedNone>;

/** Limitation of execution: after it a judgment need not be served. */
const Limitation = z
  .strictObject({
    bands: z.array(Band).min(1),
    /** Offences without any limitation. */
    never: z.array(Articles),
    newCrime: z.strictObject({ restarts: z.boolean(), ...source }),
    wanted: z.strictObject({ restarts: z.boolean(), ...source }),
    ...source,
  })
  .superRefine(({ bands }, context) => {
    const fault = bandFault(bands);
    if (fault !== null) context.addIssue({ code: 'custom', path: ['bands'], message: fault });
  });

/** Heaviest term a court may give, for a warning beside what was typed. */
const Ceiling = z.strictObject({
  penalty: z.enum(PRINCIPAL_PENALTIES),
  months: z.int().min(1),
  ...source,
});

/** Rules of one penal code on when a conviction stops counting, each with its source. */
export const ExpungementRules = z.strictObject({
  kind: z.literal('RULES'),
  id: z.string().regex(/^BLHS\d{4}$/),
  name: Label,
  /** First day on which these rules could expunge anything. */
  inForceFrom: z.iso.date(),
  ...source,
  /** Last day (exclusive) of offences that these rules govern; null = offences of any day. */
  governs: z.strictObject({ offencesBefore: z.iso.date().nullable(), ...source }),
  /** Expungement under a later code of an earlier offence takes no effect before this day. */
  notBefore: z.strictObject({ date: z.iso.date(), ...source }).nullable(),
  /** On which day a period is over: the corresponding day, or the day after it. */
  dayRule: z.strictObject({ over: z.enum(['CORRESPONDING_DAY', 'DAY_AFTER']), ...source }),
  deemedNone: z.array(DeemedNone),
  /** Offences of which only a court expunges. */
  courtOffences: z.array(Articles).min(1),
  automatic: Periods,
  juvenile: Periods,
  legalPerson: Periods.nullable(),
  byCourt: Periods,
  /** Waits after the first and after every further refusal. */
  refusals: z.strictObject({ first: Period, further: Period, ...source }),
  /** Early expungement for merit, by a court, after a share of the period. */
  special: z.strictObject({ numerator: z.int(), denominator: z.int(), ...source }),
  limitation: Limitation,
  newCrime: z.strictObject({ startsAt: z.enum(['PRINCIPAL_DONE', 'JUDGMENT_DONE']), ...source }),
  waived: z.strictObject({ countsAsDone: z.boolean(), ...source }),
  /** Additional penalties that run for a time and may lengthen a period. */
  lengthening: z.strictObject({ penalties: z.array(z.enum(ADDITIONAL_PENALTIES)), ...source }),
  ceilings: z.array(Ceiling),
});
export type ExpungementRules = z.infer<typeof ExpungementRules>;

/** Offences of a code that a later one no longer knows, and since when that expunges. */
const Abolished = z.strictObject({
  penalCode: z.enum(PENAL_CODES),
  offences: z
    .array(
      z.strictObject({
        code: OffenceCode,
        /** Null where the article names other offences beside this one. */
        article: z.int().min(1).nullable(),
      }),
    )
    .min(1),
  from: z.iso.date(),
  ...source,
});
export type Abolished = z.infer<typeof Abolished>;

/** What practice adds to the codes: the favourable law, and cases the codes leave open. */
export const ExpungementPractice = z.strictObject({
  kind: z.literal('PRACTICE'),
  id: z.literal('PRACTICE'),
  favourable: z.strictObject(source),
  noJudgment: z.strictObject({
    /** Only traces from before this day. */
    before: z.iso.date(),
    askedOf: z.array(z.enum(['PROCURACY', 'COURT', 'ENFORCEMENT'])).min(1),
    ...source,
  }),
  untraceable: z.strictObject(source),
  overturned: z.strictObject(source),
  abolished: z.array(Abolished),
  /** That information on an abolished offence leaves the record. */
  removed: z.strictObject(source),
  /** Before time that has run is trusted, it is asked whether there was a new crime. */
  newCrimeAsked: z.strictObject({
    of: z.array(z.enum(['POLICE', 'COURT', 'COMMUNE'])).min(1),
    ...source,
  }),
});
export type ExpungementPractice = z.infer<typeof ExpungementPractice>;

export const ExpungementFile = z.discriminatedUnion('kind', [
  ExpungementRules,
  ExpungementPractice,
]);

/** All law that a conviction is evaluated by, the oldest code first. */
export interface ExpungementLaws {
  codes: readonly ExpungementRules[];
  practice: ExpungementPractice;
}

/**
 * The laws of a set of files; a sentence with the place where they are no whole.
 *
 * Every code once, the practice once, and at least one code that governs offences of today.
 */
export function lawsOf(
  files: readonly z.infer<typeof ExpungementFile>[],
): ExpungementLaws | { id: string; fault: string } {
  const ids = files.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return { id: twice, fault: 'is there twice' };
  const codes = files
    .filter((file) => file.kind === 'RULES')
    .toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
  const practice = files.find((file) => file.kind === 'PRACTICE');
  if (practice === undefined) return { id: 'PRACTICE', fault: 'is missing' };
  if (!codes.some(({ governs }) => governs.offencesBefore === null)) {
    return { id: codes[0]?.id ?? '', fault: 'no code governs offences of today' };
  }
  return { codes, practice };
}
