import type { List } from '../../domain/case.ts';
import type { Holder } from '../../domain/flow/holder.ts';
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
  /** Who has the time of the cases, and the unit that has it. */
  heldBy?: Holder;
  heldUnit?: string | null;
  /** Unit that owes an answer, or owes it although its term is over. */
  owedBy?: string;
  overdueBy?: string;
}

/** Address of the worklist that shows the cases a number counts. */
export function worklistLink(behind: Behind): string {
  return `/viec${queryText({ ...behind })}`;
}
