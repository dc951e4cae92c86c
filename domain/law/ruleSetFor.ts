import type { DateText } from '../instant.ts';
import { addDays } from '../instant.ts';
import type { RuleSet } from './ruleSet.ts';

/** What decides which law a dossier falls under: local dates; a postmark only of what came by post. */
export interface Pinning {
  acceptedOn: DateText;
  postmarkedOn?: DateText | null | undefined;
}

type Dated = Pick<RuleSet, 'id' | 'validFrom' | 'validTo' | 'transition'>;

/**
 * The rule set a dossier is pinned to: that of the day it is accepted, or of its postmark where the
 * later rules leave postmarked dossiers to the earlier ones (Decree 216/2026 Art. 28). Null when none
 * is in force.
 */
export function ruleSetFor<Set extends Dated>(
  sets: readonly Set[],
  { acceptedOn, postmarkedOn }: Pinning,
): Set | null {
  let found = inForce(sets, acceptedOn);
  if (postmarkedOn == null) return found;
  while (found !== null && postmarkedOn < found.validFrom) {
    if (found.transition?.decidedBy !== 'ACCEPTANCE_OR_POSTMARK') return found;
    const before = inForce(sets, addDays(found.validFrom, -1));
    if (before === null) return found;
    found = before;
  }
  return found;
}

/** The rule set that follows another on the day after its last, or null while none is known. */
export function successorOf<Set extends Dated>(sets: readonly Set[], { validTo }: Set): Set | null {
  return validTo === null ? null : inForce(sets, addDays(validTo, 1));
}

function inForce<Set extends Dated>(sets: readonly Set[], date: DateText): Set | null {
  return (
    sets.find(
      ({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo),
    ) ?? null
  );
}

/** What is wrong with the validity of rule sets taken together. */
export interface ValidityFault {
  id: string;
  path: 'id' | 'validFrom' | 'validTo';
  reason: string;
}

/**
 * The first fault in the validity of all rule sets: the same id twice, days under two rule sets, days
 * under none, or an end after which there is no law. Null when every day from the first on has one.
 */
export function validityFault(sets: readonly Dated[]): ValidityFault | null {
  const inOrder = sets.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const ids = inOrder.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    return { id: twice, path: 'id', reason: `${twice} names two rule sets` };
  }
  for (const [index, { id, validFrom, validTo }] of inOrder.entries()) {
    const next = inOrder[index + 1];
    if (next === undefined) {
      if (validTo === null) return null;
      return { id, path: 'validTo', reason: `no rule set follows ${id} after ${validTo}` };
    }
    if (validTo === null || next.validFrom <= validTo) {
      const reason = `overlaps ${id}, valid from ${validFrom} to ${validTo ?? 'now on'}`;
      return { id: next.id, path: 'validFrom', reason };
    }
    if (next.validFrom !== addDays(validTo, 1)) {
      const reason = `leaves days without law since ${id}, valid to ${validTo}`;
      return { id: next.id, path: 'validFrom', reason };
    }
  }
  return null;
}
