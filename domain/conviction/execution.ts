import type { DateText } from '../instant.ts';
import type { AdditionalPenalty, ConvictionDetails, Execution } from './entry.ts';
import type { Fact } from './evaluation.ts';
import { later } from './period.ts';

/** Whether something is done, and when: `null` date = done, the day is unknown. */
export type Doing =
  { state: 'DONE'; on: DateText | null } | { state: 'NOT_DONE' } | { state: 'UNKNOWN' };

/** Additional penalties that end by themselves on a day. */
const TIMED: readonly AdditionalPenalty[] = [
  'OFFICE_BAN',
  'RESIDENCE_BAN',
  'RESIDENCE_CONTROL',
  'RIGHTS_DEPRIVED',
];

/**
 * Completion of the principal penalty without regard to limitation of execution: of a suspended
 * sentence the end of probation, of a waived one the day of the waiver (BLHS 2015 Art. 70.2, 73.4).
 */
export function principalDoing({
  kind,
  execution,
  probationEnd,
}: ConvictionDetails['principal']): Doing {
  if (kind === 'SUSPENDED' && probationEnd !== null) return { state: 'DONE', on: probationEnd };
  return doingOf(execution);
}

function doingOf({ state, on }: Execution): Doing {
  if (state === 'NOT_DONE') return { state };
  if (state === 'UNKNOWN' || state === 'UNTRACEABLE') return { state: 'UNKNOWN' };
  return { state: 'DONE', on };
}

/** A part of a judgment beside the principal penalty. */
export interface OtherPart {
  fact: Fact;
  doing: Doing;
  /** An additional penalty that runs for a time, by kind. */
  timed: AdditionalPenalty | null;
}

/** Additional penalties, civil duties and court fees with what is known of their execution. */
export function otherParts({ additional, civil, courtFees }: ConvictionDetails): OtherPart[] {
  const parts: OtherPart[] = additional.map(({ kind, endsOn, execution }) => {
    const runs = TIMED.includes(kind);
    const doing = doingOf(execution);
    const on = doing.state === 'DONE' ? (doing.on ?? endsOn) : endsOn;
    return {
      fact: 'ADDITIONAL_PENALTIES',
      doing: runs && on !== null ? { state: 'DONE', on } : doing,
      timed: runs ? kind : null,
    };
  });
  if (civil !== null) {
    parts.push({ fact: 'CIVIL_OBLIGATIONS', doing: doingOf(civil.execution), timed: null });
  }
  if (courtFees !== null) {
    parts.push({ fact: 'COURT_FEES', doing: doingOf(courtFees.execution), timed: null });
  }
  return parts;
}

/** Parts that stand together: the last day on which one of them was done, those open, those unknown. */
export interface Parts {
  doneOn: DateText | null;
  /** Additional penalty that ended last, where it did. */
  lastTimed: AdditionalPenalty | null;
  open: Fact[];
  unknown: Fact[];
  /** Done, but the day is not known. */
  undated: Fact[];
}

export function joinParts(parts: readonly OtherPart[]): Parts {
  const joined: Parts = { doneOn: null, lastTimed: null, open: [], unknown: [], undated: [] };
  for (const { fact, doing, timed } of parts) {
    if (doing.state === 'NOT_DONE') joined.open.push(fact);
    else if (doing.state === 'UNKNOWN') joined.unknown.push(fact);
    else if (doing.on === null) joined.undated.push(fact);
    else {
      if (joined.doneOn === null || doing.on > joined.doneOn) joined.lastTimed = timed;
      joined.doneOn = joined.doneOn === null ? doing.on : later(joined.doneOn, doing.on);
    }
  }
  return joined;
}
