import { addDays, DAY_MS, dateOf, type DateText, type InstantMs } from '../instant.ts';

/** From when to when a clock stood still, in order and apart. */
export type Times = readonly (readonly [from: InstantMs, to: InstantMs])[];

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
