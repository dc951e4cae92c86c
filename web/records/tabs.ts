import type { Account } from '../../domain/account.ts';
import type { BulkAction } from '../../domain/bulk.ts';
import type { TransferQueue } from '../../domain/exchange/transferList.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { bulkActionsOf } from '../officer/bulk/actions.ts';
import type { Asked } from '../pieces/askedList.ts';

type Changes = Parameters<Asked['onChange']>[0];

const PROVINCE: readonly TransferQueue[] = [
  'open',
  'ENTERED',
  'RETURNED',
  'DIFFERENCE_ASKED',
  'SENT',
  'closed',
  'any',
];
const CENTRE: readonly TransferQueue[] = [
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
export function tabsOf(account: Account): readonly TransferQueue[] {
  return isAtCentre(account) ? CENTRE : PROVINCE;
}

/** The queue that holds the reader's own work. */
export function firstTab({ roles }: Account): TransferQueue {
  if (roles.includes('CENTRE_RECEIVER')) return 'SENT';
  if (roles.includes('CENTRE_REVIEWER')) return 'CHECKED';
  return roles.includes('CENTRE_APPROVER') ? 'REVIEWED' : 'open';
}

/**
 * What a search changes in the question, the word empty where it is cleared: whoever is looked for may stand in any
 * queue; without a word the reader's first one is back, unless one other than all was chosen meanwhile.
 */
export function searchedFor(word: string, { q, state }: Asked['query']): Changes {
  if (word !== '') return { q: word, state: 'any' };
  return q !== undefined && state === 'any' ? { q: word, state: undefined } : { q: word };
}

/** What may be done in a queue to many at once; what a person must look into, as why it was returned, one by one. */
const BULK_IN: Partial<Record<TransferQueue, BulkAction>> = {
  ENTERED: 'send',
  SENT: 'receive',
  REVIEWED: 'updateOfficially',
};

/** The reader's own act on many of a queue, or none. */
export function bulkIn(tab: TransferQueue, { roles }: Account): BulkAction | null {
  const action = BULK_IN[tab];
  return action !== undefined && bulkActionsOf(roles).includes(action) ? action : null;
}

/** Whether a queue holds transfers whose paper is under way: nothing is before sending, all is there at the end. */
export function goesByPost(tab: TransferQueue): boolean {
  return tab !== 'ENTERED' && tab !== 'closed';
}
