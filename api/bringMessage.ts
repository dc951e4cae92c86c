import {
  type NewMessage,
  settleAgencyMessage,
  storeAgencyMessage,
  type StoredMessage,
} from '../db/intake/agencyMessages.ts';
import { findRev } from '../db/read/cases.ts';
import { isRefusalCode } from '../domain/refusal.ts';
import { deliverMessage, isPassing, tellCase } from '../engine/deliver.ts';
import type { ApiDeps } from './deps.ts';
import { Refused } from './refused.ts';

/** Keep what a liaison typed and bring it to its case; refuses with what the case says, now and at every repeat. */
export async function bringMessage(deps: ApiDeps, message: NewMessage): Promise<void> {
  const stored = await storeAgencyMessage(deps.pool, message);
  if (stored.altered) throw new Refused('MESSAGE_ID_REUSED');
  await deliver(deps, stored, await findRev(deps.pool, stored.caseId), deliverMessage);
}

/** As {@link bringMessage}, of a message that is kept; what was applied is left for the caller to settle. */
export function bringKept(deps: ApiDeps, stored: StoredMessage, seenRev: number | null) {
  return deliver(deps, stored, seenRev, tellCase);
}

/** Bring a signed message that is kept already to its case; as {@link bringMessage}. */
export async function bringStored(
  deps: ApiDeps,
  signed: Omit<StoredMessage, 'receivedBy' | 'role' | 'state'> & {
    state: StoredMessage['state'] | null;
  },
): Promise<'APPLIED' | 'STORED'> {
  const { state, caseId } = signed;
  const row = { ...signed, state: state ?? 'STORED', receivedBy: 'AGENCY', role: 'AGENCY' };
  const stored = row as StoredMessage;
  const done = await deliver(deps, stored, await findRev(deps.pool, caseId), deliverMessage);
  return done === 'STORED' ? 'STORED' : 'APPLIED';
}

/** What became of a stored message at its case, of which `seenRev` is the revision; STORED while the engine is away. */
async function deliver(
  deps: ApiDeps,
  stored: StoredMessage,
  seenRev: number | null,
  bring: typeof tellCase,
) {
  if (stored.state === 'REFUSED' && isRefusalCode(stored.refusalCode)) {
    throw new Refused(stored.refusalCode);
  }
  // A case that never was is told apart from one that is closed: Temporal knows neither.
  if (stored.state === 'STORED' && seenRev === null) {
    await settleAgencyMessage(deps.pool, stored.id, 'CASE_NOT_FOUND');
    throw new Refused('CASE_NOT_FOUND');
  }
  const result = await bring(deps.pool, deps.client, stored, seenRev);
  if (result.ok) return result.done;
  if (isPassing(result.code)) return 'STORED' as const;
  throw new Refused(result.code);
}
