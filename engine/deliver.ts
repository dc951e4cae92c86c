import type { Client } from '@temporalio/client';
import type { CommonQueryMethods } from 'slonik';
import { settleAgencyMessage, type StoredMessage } from '../db/intake/agencyMessages.ts';
import { findRev } from '../db/read/cases.ts';
import type { RefusalCode } from '../domain/refusal.ts';
import { type ActResult, doAct } from './cases.ts';

/** Codes after which a message is not refused but tried again. */
const PASSING: readonly RefusalCode[] = [
  'ENGINE_UNAVAILABLE',
  'OUTCOME_UNKNOWN',
  'CALENDAR_EXHAUSTED',
  'CALENDAR_UNKNOWN',
];

export function isPassing(code: RefusalCode): boolean {
  return PASSING.includes(code);
}

/**
 * Bring a stored message of an agency to its case; its id is the update id, so that however often it
 * is brought, it counts once. Settles the row unless the engine was away.
 */
export async function deliverMessage(
  db: CommonQueryMethods,
  client: Client,
  message: StoredMessage,
  seenRev?: number | null,
): Promise<ActResult> {
  const rev = seenRev === undefined ? await findRev(db, message.caseId) : seenRev;
  const result = await tellCase(db, client, message, rev);
  if (result.ok) await settleAgencyMessage(db, message.id, null);
  return result;
}

/** As {@link deliverMessage}, but a message that was applied is left for the caller to settle. */
export async function tellCase(
  db: CommonQueryMethods,
  client: Client,
  message: StoredMessage,
  seenRev: number | null,
): Promise<ActResult> {
  const actor = { id: message.receivedBy, roles: [message.role], unit: message.fromUnit };
  const { act, codes, id } = message;
  const command = {
    act,
    actor,
    expectedRev: null,
    codes,
    paperId: id,
    seenRev: seenRev ?? undefined,
  };
  const result = await doAct(client, message.caseId, command, id);
  if (!result.ok && !isPassing(result.code)) await settleAgencyMessage(db, id, result.code);
  return result;
}
