import type { Queue } from '../../domain/case.ts';
import { queryText } from '../api.ts';

interface Behind {
  queue: Queue;
  unit?: string | null;
  step?: string | null;
}

/** Address of the worklist that shows the cases a number counts. */
export function worklistLink({ queue, unit, step }: Behind): string {
  return `/viec${queryText({ queue, unit, step })}`;
}

/** Address of a case's own page; record transfers have theirs. */
export function caseLink(caseId: string): string {
  return caseId.includes('-T-') ? `/trao-doi/${caseId}` : `/ho-so/${caseId}`;
}
