import type { CaseLine } from '../../domain/case.ts';
import { addDays, dateOf } from '../../domain/instant.ts';

/** The two numbers of the board whose cases are picked out of its soonest-due table. */
export type DueWithin = 'dueToday' | 'dueInThreeDays';

/** Whether a case is due today, or today and the next three days, and not late yet. */
export function isDueWithin(line: CaseLine, within: DueWithin, businessNow: string): boolean {
  if (line.legalDueAt === null) return false;
  const now = Date.parse(businessNow);
  const due = Date.parse(line.legalDueAt);
  const last = addDays(dateOf(now), within === 'dueToday' ? 0 : 3);
  return due >= now && dateOf(due) <= last;
}
