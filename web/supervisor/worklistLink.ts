import type { Queue } from '../../domain/case.ts';
import type { Holder } from '../../domain/flow/holder.ts';
import { queryText } from '../api.ts';

interface Behind {
  queue: Queue;
  unit?: string | null;
  step?: string | null;
  /** Who has the time of the cases, and the unit that has it. */
  heldBy?: Holder;
  heldUnit?: string | null;
}

/** Address of the worklist that shows the cases a number counts. */
export function worklistLink({ queue, unit, step, heldBy, heldUnit }: Behind): string {
  return `/viec${queryText({ queue, unit, step, heldBy, heldUnit })}`;
}

/** Address of a case's own page; record transfers have theirs. */
export function caseLink(caseId: string): string {
  return caseId.includes('-T-') ? `/trao-doi/${caseId}` : `/ho-so/${caseId}`;
}
