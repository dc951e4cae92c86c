import { addDays, DAY_MS, dateOf, type DateText, HOUR_MS, type InstantMs } from '../instant.ts';
import type { Budget, CalendarSlice } from './law.ts';
import { isWorkingDay } from './workingDay.ts';
import { workingMsBetween } from './workingTime.ts';

/** From when to when a clock stood still, in order and apart. */
export type Times = readonly (readonly [from: InstantMs, to: InstantMs])[];

/**
 * A term with the time added in which its clock stood still, in the term's own unit: dates after the
 * first day of a standstill up to its last, of which only working ones for a term in working days;
 * for a term in hours the hours that would have counted.
 */
export function extendedBudget(
  { amount, unit }: Budget,
  stood: Times,
  calendar: CalendarSlice,
): Budget {
  if (stood.length === 0) return { amount, unit };
  if (unit === 'hour' || unit === 'workingHour') {
    const ms = stood.reduce(
      (sum, [from, to]) =>
        sum + (unit === 'hour' ? to - from : workingMsBetween(from, to, calendar)),
      0,
    );
    return { amount: amount + ms / HOUR_MS, unit };
  }
  const days = stillDates(stood).filter(
    (date) => unit !== 'workingDay' || isWorkingDay(date, calendar),
  );
  return { amount: amount + days.length, unit };
}

/** Standstills with one more, in order and apart: where it meets others they are one. */
export function withStandstill(stood: Times, [from, to]: Times[number]): Times {
  const meets = ([begun, ended]: Times[number]): boolean => begun <= to && from <= ended;
  const met = [[from, to] as const, ...stood.filter(meets)];
  const joined = [
    Math.min(...met.map(([begun]) => begun)),
    Math.max(...met.map(([, ended]) => ended)),
  ] as const;
  const apart = stood.filter((time) => !meets(time));
  return [...apart, joined].toSorted(([a], [b]) => a - b);
}

/** The dates that do not count because a clock stood still. */
export function stillDates(stood: Times): DateText[] {
  return stood.flatMap(([from, to]) => {
    const days = Math.round((Date.parse(dateOf(to)) - Date.parse(dateOf(from))) / DAY_MS);
    return Array.from({ length: days }, (_, index) => addDays(dateOf(from), index + 1));
  });
}
