import type { DateText } from '../instant.ts';

/** A date that has not come yet, or has passed, by where it stands and what is wrong with it. */
export interface DateProblem {
  path: string;
  code: 'IN_FUTURE' | 'NOT_AHEAD';
}

/** Dates of a judgment that cannot lie in the future and do, by their path in the judgment. */
export function datesAhead(
  { judgmentDate }: { judgmentDate: DateText },
  today: DateText,
): DateProblem[] {
  return judgmentDate > today ? [{ path: 'judgmentDate', code: 'IN_FUTURE' }] : [];
}

/** Dates of an answer that today rules out: judgments still to come, a promised day that is not ahead. */
export function datesAgainstToday(
  {
    entries,
    expectedAt,
  }: { entries: readonly { judgmentDate: DateText }[]; expectedAt: DateText | null },
  today: DateText,
): DateProblem[] {
  const found = entries.flatMap((entry, index) =>
    datesAhead(entry, today).map(({ path, code }) => ({ path: `entries.${index}.${path}`, code })),
  );
  const passed = expectedAt !== null && expectedAt <= today;
  return passed ? [...found, { path: 'expectedAt', code: 'NOT_AHEAD' }] : found;
}
