import {
  type NewMessage,
  settleAgencyMessage,
  storeAgencyMessage,
} from '../db/intake/agencyMessages.ts';
import { findState } from '../db/read/cases.ts';
import { isRefusalCode } from '../domain/refusal.ts';
import { deliverMessage, isPassing } from '../engine/deliver.ts';
import type { ApiDeps } from './deps.ts';
import { Refused } from './refused.ts';

/**
 * Keep a message, bring it to its case; refuses with what the case says, now and at every repeat.
 * `caseIsKnown` spares the look whether the case ever was.
 */
export async function bringMessage(deps: ApiDeps, message: NewMessage, caseIsKnown = false) {
  const stored = await storeAgencyMessage(deps.pool, message);
  if (stored.altered) throw new Refused('MESSAGE_ID_REUSED');
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
  if (result.ok) return { caseId: message.caseId, ...result.done };
  if (isPassing(result.code)) return 'STORED';
  throw new Refused(result.code);
}
