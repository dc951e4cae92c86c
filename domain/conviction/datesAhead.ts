import type { DateText } from '../instant.ts';
import { futureDates } from './contradictions.ts';
import type { EvaluatedEntry } from './entry.ts';

/** A date that has not come yet, or has passed, by where it stands and what is wrong with it. */
export interface DateProblem {
  path: string;
  code: 'IN_FUTURE' | 'NOT_AHEAD';
}

/** Fields of judgments, the list of which stands at `at`, that tell of what has not happened yet. */
export function futureFields(
  entries: readonly EvaluatedEntry[],
  at: string,
  today: DateText,
): DateProblem[] {
  return entries.flatMap((entry, index) =>
    futureDates(entry, today).map((path): DateProblem => {
      return { path: [at, index, ...path].join('.'), code: 'IN_FUTURE' };
    }),
  );
}

/** Dates of an answer that today rules out: judgments still to come, a promised day that is not ahead. */
export function datesAgainstToday(
  { entries, expectedAt }: { entries: readonly EvaluatedEntry[]; expectedAt: DateText | null },
  today: DateText,
): DateProblem[] {
  const found = futureFields(entries, 'entries', today);
  const passed = expectedAt !== null && expectedAt <= today;
  return passed ? [...found, { path: 'expectedAt', code: 'NOT_AHEAD' }] : found;
}
