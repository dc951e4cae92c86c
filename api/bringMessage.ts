import {
  type NewMessage,
  settleAgencyMessage,
  storeAgencyMessage,
  type StoredMessage,
} from '../db/intake/agencyMessages.ts';
import { findState } from '../db/read/cases.ts';
import { isRefusalCode } from '../domain/refusal.ts';
import { deliverMessage, isPassing } from '../engine/deliver.ts';
import type { ApiDeps } from './deps.ts';
import { Refused } from './refused.ts';

/**
 * Keep what a liaison typed and bring it to its case; refuses with what the case says, now and at every
 * repeat. `caseIsKnown` spares the look whether the case ever was.
 */
export async function bringMessage(deps: ApiDeps, message: NewMessage, caseIsKnown = false) {
  const stored = await storeAgencyMessage(deps.pool, message);
  if (stored.altered) throw new Refused('MESSAGE_ID_REUSED');
  const done = await deliver(deps, stored, caseIsKnown);
  return done === 'STORED' ? 'STORED' : { caseId: message.caseId, ...done };
}

/** Bring a signed message that is kept already to its case; as {@link bringMessage}. */
export async function bringStored(
  deps: ApiDeps,
  signed: Omit<StoredMessage, 'receivedBy' | 'role' | 'state'> & {
    state: StoredMessage['state'] | null;
  },
): Promise<'APPLIED' | 'STORED'> {
  const { state } = signed;
  const stored = { ...signed, state: state ?? 'STORED', receivedBy: 'AGENCY', role: 'AGENCY' };
  return (await deliver(deps, stored as StoredMessage)) === 'STORED' ? 'STORED' : 'APPLIED';
}

async function deliver(deps: ApiDeps, stored: StoredMessage, caseIsKnown = false) {
  if (stored.state === 'REFUSED' && isRefusalCode(stored.refusalCode)) {
    throw new Refused(stored.refusalCode);
  }
  // A case that never was is told apart from one that is closed: Temporal knows neither.
  if (
    stored.state === 'STORED' &&
    !caseIsKnown &&
    (await findState(deps.pool, stored.caseId)) === null
  ) {
    await settleAgencyMessage(deps.pool, stored.id, 'CASE_NOT_FOUND');
    throw new Refused('CASE_NOT_FOUND');
  }
  const result = await deliverMessage(deps.pool, deps.client, stored);
  if (result.ok) return result.done;
  if (isPassing(result.code)) return 'STORED' as const;
  throw new Refused(result.code);
}
