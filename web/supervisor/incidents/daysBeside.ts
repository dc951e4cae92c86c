import type { FirstExplanation, SecondExplanation } from '../../../domain/deadlineIncident.ts';

interface DayBeside {
  date: string;
  first: FirstExplanation['days'][number] | undefined;
  second: SecondExplanation['days'][number] | undefined;
  /** The engines count this date differently, or only one of them looks at it. */
  unlike: boolean;
}

/**
 * Two explanations side by side, every date of either once. An engine that explains nothing at all is
 * unlike the other as a whole, not on each date.
 */
export function daysBeside(one: FirstExplanation, other: SecondExplanation): DayBeside[] {
  const firsts = new Map(one.days.map((day) => [day.date, day]));
  const seconds = new Map(other.days.map((day) => [day.date, day]));
  const both = firsts.size > 0 && seconds.size > 0;
  const dates = [...new Set([...firsts.keys(), ...seconds.keys()])].toSorted();
  return dates.map((date) => {
    const [first, second] = [firsts.get(date), seconds.get(date)];
    return { date, first, second, unlike: both && !alike(first?.counted, second?.counted) };
  });
}

/** Parts of hours may differ in the last place. */
const TOLERANCE = 1e-6;

function alike(one: number | undefined, other: number | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return Math.abs(one - other) < TOLERANCE;
}
