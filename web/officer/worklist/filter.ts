import { type List, LISTS } from '../../../domain/case.ts';
import { APPLICATION_STEPS } from '../../../domain/flow/applicationState.ts';
import { CODE_REQUEST_STEPS } from '../../../domain/flow/codeRequestState.ts';
import { RECONCILIATION_STEPS } from '../../../domain/flow/reconciliationState.ts';
import { TRANSFER_STEPS } from '../../../domain/flow/transferState.ts';

/** Filters of the list as they stand in the address: shareable by link. */
export interface ListFilter {
  queue: List;
  kind?: string;
  step?: string;
  channel?: string;
  /** Unit that owns the cases, where a link of the board names one. */
  unit?: string;
  /** First and last day of the instant the list is about, where a link of the board names them. */
  from?: string;
  to?: string;
  /** Who has the time of the cases, and the unit that has it, where a link of the board says so. */
  heldBy?: string;
  heldUnit?: string;
  /** Unit that owes an answer, or owes it late, where a link of the league names one. */
  owedBy?: string;
  overdueBy?: string;
  q?: string;
}
const OPTIONAL = [
  'kind',
  'step',
  'channel',
  'unit',
  'from',
  'to',
  'heldBy',
  'heldUnit',
  'owedBy',
  'overdueBy',
  'q',
] as const;
export type FilterKey = (typeof OPTIONAL)[number];

/** A filter from loose key-value pairs (an address, a saved filter); unknown keys are dropped. */
export function filterFrom(read: (key: string) => unknown, fallback: List): ListFilter {
  const queue = LISTS.find((one) => one === read('queue')) ?? fallback;
  const rest = OPTIONAL.map((key) => [key, read(key)] as const).filter(
    ([, value]) => typeof value === 'string' && value !== '',
  );
  return { queue, ...Object.fromEntries(rest) };
}

/** The filter with one value set, or removed when empty; another kind of case takes no step along. */
export function changed(filter: ListFilter, key: FilterKey, value: string | undefined): ListFilter {
  const next: ListFilter = { ...filter };
  delete next[key];
  if (key === 'kind') delete next.step;
  return value ? { ...next, [key]: value } : next;
}

const STEPS: Readonly<Record<string, readonly string[]>> = {
  APPLICATION: APPLICATION_STEPS,
  TRANSFER: TRANSFER_STEPS,
  CODE_REQUEST: CODE_REQUEST_STEPS,
  RECONCILIATION: RECONCILIATION_STEPS,
};

/** Steps to choose from: those of the chosen kind of case, or of all kinds. */
export function stepsOf(kind: string | undefined): readonly string[] {
  return STEPS[kind ?? ''] ?? Object.values(STEPS).flat();
}
