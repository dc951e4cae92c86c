import type { Account } from '../../domain/account.ts';
import type { BulkAction } from '../../domain/bulk.ts';
import type { List } from '../../domain/case.ts';
import { PAPER_STATES, type PaperState } from '../../domain/exchange/channelState.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import type { TransferStep } from '../../domain/flow/transferState.ts';
import { bulkActionsOf } from '../officer/bulk/actions.ts';

/** A queue of transfers: one step, everything in progress, everything finished, or both. */
export type Tab = TransferStep | 'open' | 'closed' | 'any';

const PROVINCE: readonly Tab[] = [
  'open',
  'ENTERED',
  'RETURNED',
  'DIFFERENCE_ASKED',
  'SENT',
  'closed',
  'any',
];
const CENTRE: readonly Tab[] = [
  'open',
  'SENT',
  'RECEIVED',
  'CHECKED',
  'REVIEWED',
  'DIFFERENCE_ASKED',
  'RETURNED',
  'closed',
  'any',
];

/** Whether the reader receives records (the Centre) rather than sends them (a province). */
export function isAtCentre({ unit }: Account): boolean {
  return unit === CENTRE_UNIT;
}

/** Queues in the order of work, as the reader's side of the exchange sees them. */
export function tabsOf(account: Account): readonly Tab[] {
  return isAtCentre(account) ? CENTRE : PROVINCE;
}

/** The queue that holds the reader's own work. */
export function firstTab({ roles }: Account): Tab {
  if (roles.includes('CENTRE_RECEIVER')) return 'SENT';
  if (roles.includes('CENTRE_REVIEWER')) return 'CHECKED';
  return roles.includes('CENTRE_APPROVER') ? 'REVIEWED' : 'open';
}

/** What may be done in a queue to many at once; what a person must look into, as why it was returned, one by one. */
const BULK_IN: Partial<Record<Tab, BulkAction>> = {
  ENTERED: 'send',
  SENT: 'receive',
  REVIEWED: 'updateOfficially',
};

/** The reader's own act on many of a queue, or none. */
export function bulkIn(tab: Tab, { roles }: Account): BulkAction | null {
  const action = BULK_IN[tab];
  return action !== undefined && bulkActionsOf(roles).includes(action) ? action : null;
}

/** What the worklist is asked for a tab. */
export function queryOf(tab: Tab): { queue: List; step?: TransferStep } {
  if (tab === 'open') return { queue: 'all' };
  if (tab === 'any') return { queue: 'received' };
  return tab === 'closed' ? { queue: 'closed' } : { queue: 'all', step: tab };
}

/** Whether a queue holds transfers whose paper is under way: nothing is before sending, all is there at the end. */
export function goesByPost(tab: Tab): boolean {
  return tab !== 'ENTERED' && tab !== 'closed';
}

/** The state of the paper that an address narrows a queue to; null: any. */
export function paperIn(tab: Tab, given: string | null): PaperState | null {
  return goesByPost(tab) ? (PAPER_STATES.find((one) => one === given) ?? null) : null;
}
