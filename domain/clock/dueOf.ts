import type { InstantMs } from '../instant.ts';
import { HOUR_MS, dayNumberOf } from '../instant.ts';
import type { Budget, CalendarSlice } from './law.ts';
import { dueAt } from './term.ts';
import { isInstant, Uncountable } from './uncountable.ts';
import { workingDaysThrough } from './workingDay.ts';
import { officeMsBefore } from './officeTime.ts';

/** What happened to a clock; a clock of a case fits. */
export interface ClockFacts {
  startedAt: InstantMs;
  /** Times it stood still since it started, in order and apart; one that still lasts is not among them. */
  stood: readonly (readonly [from: InstantMs, to: InstantMs])[];
}

/**
 * The due instant of a clock from its facts: the one computation for clocks, rehearsals and recounts.
 * Throws as dueAt does, and Uncountable (STANDSTILL_IMPOSSIBLE) on standstills that are out of order,
 * overlap or lie before the start.
 */
export function dueOf(facts: ClockFacts, term: Budget, calendar: CalendarSlice): InstantMs {
  return dueAt(facts.startedAt, budgetOf(facts, term, calendar), calendar);
}

/**
 * A term with the time added in which its clock stood still, in the term's own unit: dates after the
 * first day of a standstill up to its last (only working ones for a term in working days), office
 * time for a term in office hours, all time for a term in hours.
 */
export function budgetOf(
  { startedAt, stood }: ClockFacts,
  term: Budget,
  calendar: CalendarSlice,
): Budget {
  if (stood.length === 0) return term;
  let until = startedAt;
  let added = 0;
  for (const [from, to] of stood) {
    if (!(until <= from && from <= to && isInstant(to))) {
      throw new Uncountable('STANDSTILL_IMPOSSIBLE', `A clock cannot stand from ${from} to ${to}`);
    }
    added += timeStood(from, to, term.unit, calendar);
    until = to;
  }
  return { amount: term.amount + added, unit: term.unit };
}

function timeStood(
  from: InstantMs,
  to: InstantMs,
  unit: Budget['unit'],
  calendar: CalendarSlice,
): number {
  const [first, last] = [dayNumberOf(from), dayNumberOf(to)];
  switch (unit) {
    case 'calendarDay':
      return last - first;
    case 'workingDay':
      return workingDaysThrough(last, calendar) - workingDaysThrough(first, calendar);
    case 'workingHour':
      return (officeMsBefore(to, calendar) - officeMsBefore(from, calendar)) / HOUR_MS;
    case 'hour':
      return (to - from) / HOUR_MS;
  }
}
