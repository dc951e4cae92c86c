import type { DateText } from '../instant.ts';
import type { Role } from '../role.ts';

/** How a term is counted. Never a bare number: one case mixes all four (Law 28/2009 Art. 48). */
export type TermUnit = 'calendarDay' | 'workingDay' | 'workingHour' | 'hour';

/** An amount of time as a term counts it. */
export interface Budget {
  amount: number;
  unit: TermUnit;
}

/** Where a fact comes from. `verified: false` = from memory or practice, shown to administrators. */
export interface Source {
  citation: string;
  verified: boolean;
}

/** A term of law or of practice, with its source. */
export interface Term extends Budget, Source {
  /** Name of the calendar it is counted by; without one, that of the case's unit (`calendarFor`). */
  calendar?: string | undefined;
}

/**
 * The part of a calendar version that a case may need, about 18 months of exceptions.
 *
 * A day is working when it is Monday to Friday and not in `daysOff`, or when it is in `makeUpDays`.
 */
export interface CalendarSlice {
  version: string;
  /** Version of the agency's own days and hours that are in it, where there are any. */
  overlay?: string;
  /** First and last date for which the slice is published; a computation beyond throws CALENDAR_EXHAUSTED. */
  from: DateText;
  to: DateText;
  /** Weekdays that are holidays, compensation or swapped-off days. */
  daysOff: readonly DateText[];
  /** Working Saturdays or Sundays that make up for a swapped-off day. */
  makeUpDays: readonly DateText[];
  /** Opening hours as [start, end) milliseconds since local midnight, in order. */
  officeHours: readonly (readonly [number, number])[];
  /**
   * The same by day of the week, from Sunday, where an agency has hours of its own. Hours of a
   * weekend day open the office without making it a working day; make-up days keep `officeHours`.
   */
  weekHours?: readonly (readonly (readonly [number, number])[])[];
}

/** Names of the terms every rule set gives. */
export const TERM_NAMES = [
  'totalSimple',
  'totalComplex',
  'totalUrgent',
  'police',
  'court',
  'supplementLapse',
  'transferSend',
] as const;
/** Names of the terms that only some rule sets know and that run as a clock where they do. */
export const FURTHER_TERM_NAMES = [
  'expungedCertificate',
  'centreLookup',
  'militaryCourt',
  'expungementVerification',
  'recordOnRequest',
  'clarification',
] as const;

export type FurtherTermName = (typeof FURTHER_TERM_NAMES)[number];
export type TermName = (typeof TERM_NAMES)[number] | FurtherTermName;

/** What follows when a clock runs out: the law is broken, a norm is missed, or neither. */
export const CLOCK_EFFECTS = ['legal', 'norm', 'none'] as const;
export type ClockEffect = (typeof CLOCK_EFFECTS)[number];

/** Rungs of the escalation ladder, from the first warning on. */
export const RUNGS = ['AT_RISK', 'DUE_SOON', 'OVERDUE', 'LONG_OVERDUE'] as const;
export type Rung = (typeof RUNGS)[number];

/**
 * When a rung is reached, always as the calendar counts: after a share of the term, when no more than
 * an amount is left, or when an amount has passed since the term ended (0: at once).
 */
export type RungTime = { fraction: number } | { before: Budget } | { after: Budget };

/** One rung: which clocks it concerns, when it is reached, and who is told. */
export interface LadderRung extends Source {
  rung: Rung;
  effects: readonly ClockEffect[];
  when: RungTime;
  tells: readonly Role[];
}

/** Why a clock may stand still. */
export const PAUSE_REASONS = ['SUPPLEMENT', 'IDENTIFICATION'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Which terms a reason lets stand still. */
export interface PauseRule extends Source {
  reason: PauseReason;
  terms: readonly TermName[];
}

/** Why a term may be longer than usual. */
export const EXTENSION_REASONS = ['CARD_INDEX'] as const;
export type ExtensionReason = (typeof EXTENSION_REASONS)[number];

/** To what a reason extends a term, and how many times one clock may be extended by it. */
export interface ExtensionRule extends Source {
  reason: ExtensionReason;
  term: TermName;
  to: Budget;
  times: number;
}

/** How records travel to the National Centre. */
export interface ExchangeRule {
  /** Days on which what is sent goes by post as well, and the paper prevails; no end: until another rule set. */
  paper: { from: DateText; until: DateText | null } & Source;
}

/**
 * What a case needs of the law, pinned when it starts and passed to its workflow as input: no
 * number of law is compiled into a workflow.
 *
 * Cases opened before rule sets had a ladder pinned none of the last three: they are warned at
 * `atRiskFraction` of a legal term and told when any term has ended, a supplement pauses whichever
 * term runs, and nothing is extended.
 */
export interface Law {
  ruleSetId: string;
  terms: Readonly<
    Record<Exclude<TermName, FurtherTermName>, Term> & Partial<Record<FurtherTermName, Term>>
  >;
  /** Share of a clock's time after which it is at risk, 0 to 1; only where there is no ladder. */
  atRiskFraction?: number | undefined;
  /** The calendar of the case's unit: the national one, with the unit's own days and hours if it has any. */
  calendar: CalendarSlice;
  /** Calendars that terms name, by name. */
  calendars?: Readonly<Record<string, CalendarSlice>> | undefined;
  ladder?: readonly LadderRung[] | undefined;
  pauses?: readonly PauseRule[] | undefined;
  extensions?: readonly ExtensionRule[] | undefined;
  /** Absent where records travel electronically only, and in cases opened before there was such a rule. */
  exchange?: ExchangeRule | undefined;
}

/** The part of the law that a newly published calendar replaces under a running case. */
export type PinnedCalendars = Pick<Law, 'calendar' | 'calendars'>;

/** A term of the pinned law. Throws RangeError on one that this rule set does not know. */
export function termOf(law: Pick<Law, 'terms' | 'ruleSetId'>, name: TermName): Term {
  const term = law.terms[name];
  if (term === undefined) throw new RangeError(`Rule set ${law.ruleSetId} knows no ${name}`);
  return term;
}
