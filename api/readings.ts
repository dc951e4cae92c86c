import { noteRead } from '../db/desk/readAudit.ts';
import { findUnitOfAccount, listRecordFamily } from '../db/read/readings.ts';
import type { Account } from '../domain/account.ts';
import { seesReadings } from '../domain/permission.ts';
import { getState } from './acting.ts';
import { type ApiDeps, nowIso } from './deps.ts';
import { Refused } from './refused.ts';

type AsList = 'readings' | 'readings.csv';

/** Under which numbers readings of a case are noted; refuses what the account may not ask about. Asking is noted. */
export async function caseAsked(
  deps: ApiDeps,
  account: Account,
  caseId: string,
  what: AsList,
): Promise<string[]> {
  const { state } = await getState(deps.pool, caseId);
  if (!seesReadings(account, state)) throw new Refused('NOT_YOUR_UNIT');
  await noteRead(deps.pool, { account: account.id, caseId, what, at: nowIso(deps) });
  return [caseId];
}

/**
 * The same of a record: its transfer, those of its slips, its number, and the same of the records it took in. Another department's is
 * refused as if it were not there, as the book does.
 */
export async function recordAsked(
  deps: ApiDeps,
  account: Account,
  number: string,
  what: AsList,
): Promise<string[]> {
  const family = await listRecordFamily(deps.pool, number);
  const [record] = family;
  if (record === undefined) throw new Refused('RECORD_UNKNOWN');
  // Whoever works on transfers at the Centre reads the records they brought.
  if (!seesReadings(account, { kind: 'TRANSFER', ...record })) throw new Refused('RECORD_UNKNOWN');
  const { caseId } = record;
  await noteRead(deps.pool, { account: account.id, caseId, what, at: nowIso(deps) });
  return family.flatMap((one) => [one.caseId, ...one.slips, one.number]);
}

/** Whether an account may ask what another one has read: one of its own unit's; refuses otherwise. Asking is noted. */
export async function readerAsked(
  deps: ApiDeps,
  account: Account,
  reader: string,
  what: 'readings-by' | 'readings-by.csv',
): Promise<void> {
  const unit = await findUnitOfAccount(deps.pool, reader);
  if (unit === null) throw new Refused('NOT_FOUND');
  // Nobody's case: what counts is the unit alone.
  if (!seesReadings(account, { kind: 'APPLICATION', unit, step: '' })) {
    throw new Refused('NOT_YOUR_UNIT');
  }
  await noteRead(deps.pool, { account: account.id, caseId: reader, what, at: nowIso(deps) });
}
