import type { List } from '../../domain/case.ts';
import { queryText } from '../api.ts';

/** What a number of the board counts. */
export interface Behind {
  queue: List;
  unit?: string | null;
  kind?: string | null;
  step?: string | null;
  /** First and last day of the instant the list is about. */
  from?: string | null;
  to?: string | null;
}

/** Address of the worklist that shows the cases a number counts. */
export function worklistLink({ queue, unit, kind, step, from, to }: Behind): string {
  return `/viec${queryText({ queue, unit, kind, step, from, to })}`;
}

/** Address of a case's own page; record transfers have theirs. */
export function caseLink(caseId: string): string {
  return caseId.includes('-T-') ? `/trao-doi/${caseId}` : `/ho-so/${caseId}`;
}
