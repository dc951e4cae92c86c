import type { DateText } from '../instant.ts';

/** How a term is counted. Never a bare number: one case mixes all four (domain notes, law 28/2009 Art. 48). */
export type TermUnit = 'calendarDay' | 'workingDay' | 'workingHour' | 'hour';

/** A term of law or of practice, with its source. `verified: false` = from memory, shown to administrators. */
export interface Term {
  amount: number;
  unit: TermUnit;
  citation: string;
  verified: boolean;
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

/** Names of the terms a rule set gives. */
export type TermName =
  | 'totalSimple'
  | 'totalComplex'
  | 'totalUrgent'
  | 'police'
  | 'court'
  | 'supplementLapse'
  | 'transferSend';

/**
 * What a case needs of the law, pinned when it starts and passed to its workflow as input: no
 * number of law is compiled into a workflow.
 */
export interface Law {
  ruleSetId: string;
  terms: Readonly<Record<TermName, Term>>;
  /** Share of a clock's time after which it is at risk, 0 to 1. A norm of the office, not of law. */
  atRiskFraction: number;
  /** The calendar of the case's unit: the national one, with the unit's own days and hours if it has any. */
  calendar: CalendarSlice;
  /** Calendars that terms name, by name. */
  calendars?: Readonly<Record<string, CalendarSlice>>;
}
