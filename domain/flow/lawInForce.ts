import type { Law } from '../clock/law.ts';
import { dateOf, type DateText, type InstantMs } from '../instant.ts';
import type { CaseBase } from './flow.ts';

/** The law that takes the place of the pinned one for a dossier that is not accepted before its day. */
export interface NextLaw {
  /** First local date of acceptance under it. */
  from: DateText;
  /** Its rules; the case keeps its calendar. */
  law: Omit<Law, 'calendar' | 'calendars'>;
}

/**
 * The law by which a case is judged at an instant. It is decided when the dossier is accepted, as its
 * rule set then says (Decree 216/2026 Art. 28); until then the day decides.
 */
export function lawInForce(
  pinned: Law,
  next: NextLaw | undefined,
  state: Pick<CaseBase, 'ruleSetId'> & { acceptedAt?: InstantMs | null },
  now: InstantMs,
): Law {
  if (next === undefined) return pinned;
  const decided = state.acceptedAt != null;
  const isNext = decided ? state.ruleSetId === next.law.ruleSetId : dateOf(now) >= next.from;
  return isNext ? { ...pinned, ...next.law } : pinned;
}
