import * as z from 'zod';
import { OffenceCode } from '../offence/offence.ts';
import { CalendarDate, line } from '../text.ts';

/** Codes of penal law an offence may be written under; `1999` includes the amendments of 2009. */
export const PENAL_CODES = ['1985', '1999', '2015'] as const;
export type PenalCode = (typeof PENAL_CODES)[number];

export const FAULTS = ['INTENTIONAL', 'NEGLIGENT'] as const;
export type Fault = (typeof FAULTS)[number];

/** Classes of crime by the heaviest penalty of the frame, lightest first (BLHS 2015 Art. 9). */
export const SEVERITIES = ['LESS_SERIOUS', 'SERIOUS', 'VERY_SERIOUS', 'EXTREMELY_SERIOUS'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Age when the offence was committed; under 14 nobody is convicted (BLHS 2015 Art. 12). */
export const AGE_CLASSES = ['FROM_14_TO_16', 'FROM_16_TO_18', 'ADULT'] as const;
export type AgeClass = (typeof AGE_CLASSES)[number];

/**
 * Principal penalty as pronounced. `EXEMPTED` = exempted from penalty, `JUDICIAL_MEASURE` = a measure
 * in place of a penalty for a person under 18, the last two are of legal persons.
 */
export const PRINCIPAL_PENALTIES = [
  'EXEMPTED',
  'JUDICIAL_MEASURE',
  'WARNING',
  'FINE',
  'NON_CUSTODIAL',
  'DEPORTATION',
  'SUSPENDED',
  'PRISON',
  'LIFE',
  'DEATH_COMMUTED',
  'ACTIVITY_SUSPENDED',
  'ACTIVITY_ENDED',
] as const;
export type PrincipalPenalty = (typeof PRINCIPAL_PENALTIES)[number];

/** Additional penalties (BLHS 2015 Art. 32.2, 33.2). */
export const ADDITIONAL_PENALTIES = [
  'OFFICE_BAN',
  'RESIDENCE_BAN',
  'RESIDENCE_CONTROL',
  'RIGHTS_DEPRIVED',
  'CONFISCATION',
  'FINE',
  'DEPORTATION',
  'OTHER',
] as const;
export type AdditionalPenalty = (typeof ADDITIONAL_PENALTIES)[number];

/** How far a part of a judgment is executed; `UNTRACEABLE` = asked for and no paper can be found. */
export const EXECUTION_STATES = [
  'DONE',
  'NOT_DONE',
  'EXEMPTED',
  'LIMITATION_EXPIRED',
  'UNKNOWN',
  'UNTRACEABLE',
] as const;

/** State of one part, and the day it was completed or waived, where it was and the day is known. */
export const Execution = z.strictObject({
  state: z.enum(EXECUTION_STATES),
  on: CalendarDate.nullable(),
});
export type Execution = z.infer<typeof Execution>;

/** One offence of a judgment: code where the catalogue has it; article where it is known. */
export const Offence = z.strictObject({
  code: OffenceCode.nullable(),
  penalCode: z.enum(PENAL_CODES),
  article: z.int().min(1).max(500).nullable(),
  clause: z.int().min(1).max(9).nullable(),
});
export type Offence = z.infer<typeof Offence>;

/** Civil duties or court fees of a judgment, in the words of the paper. */
const Duty = z.strictObject({ text: line(300), execution: Execution }).nullable();

/** What is known of the person's conviction: a judgment, or only traces of one. */
export const BASES = ['JUDGMENT', 'ARREST_ONLY', 'COMPLETION_ONLY', 'OVERTURNED'] as const;

export const NEW_CRIME_STATES = ['NONE', 'UNKNOWN', 'COMMITTED'] as const;

/** A court's decision to expunge, or to refuse it. */
export const ExpungementDecision = z.strictObject({
  kind: z.enum(['EXPUNGED', 'REFUSED']),
  number: line(60),
  date: CalendarDate,
});

/**
 * What the evaluation reasons with, beside the words of a judgment. `null` = not known: what is not
 * known is asked for, never assumed. The principal penalty in words is the entry's `penalty`.
 */
export const ConvictionDetails = z.strictObject({
  basis: z.enum(BASES),
  /** Of an arrest without judgment: who looked and found none (CV 367/2016). */
  noJudgmentAt: z.array(z.enum(['PROCURACY', 'COURT', 'ENFORCEMENT'])).max(3),
  effectiveDate: CalendarDate.nullable(),
  offender: z.enum(['PERSON', 'LEGAL_PERSON']),
  offences: z.array(Offence).min(1).max(20),
  /** Day of the offence, the last act where it went on. */
  offenceDate: CalendarDate.nullable(),
  /** Null: from the birth date and the day of the offence. */
  ageClass: z.enum(AGE_CLASSES).nullable(),
  fault: z.enum(FAULTS).nullable(),
  severity: z.enum(SEVERITIES).nullable(),
  principal: z.strictObject({
    kind: z.enum(PRINCIPAL_PENALTIES),
    /** Months of prison (suspended too) or of non-custodial reform; null for other penalties. */
    months: z.int().min(1).max(600).nullable(),
    execution: Execution,
    /** Last day of the probation of a suspended sentence. */
    probationEnd: CalendarDate.nullable(),
  }),
  additional: z
    .array(
      z.strictObject({
        kind: z.enum(ADDITIONAL_PENALTIES),
        text: line(200),
        /** Last day of a penalty that runs for a time. */
        endsOn: CalendarDate.nullable(),
        execution: Execution,
      }),
    )
    .max(10),
  civil: Duty,
  courtFees: Duty,
  /** A wanted notice for evading the sentence, and the day of surrender or arrest. */
  wanted: z.strictObject({ issuedOn: CalendarDate, endedOn: CalendarDate.nullable() }).nullable(),
  /** Whether another crime is known of; a judgment on it stands as an entry of its own. */
  newCrime: z.enum(NEW_CRIME_STATES),
  courtDecisions: z.array(ExpungementDecision).max(10),
});
export type ConvictionDetails = z.infer<typeof ConvictionDetails>;

/** A judgment with the details an evaluation needs; entries of old answers have words only. */
export interface EvaluatedEntry {
  judgmentDate: string;
  details?: ConvictionDetails | undefined;
}
