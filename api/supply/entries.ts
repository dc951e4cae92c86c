import type * as z from 'zod';
import { noteRead, noteReads } from '../../db/desk/readAudit.ts';
import { putAside, useSupply } from '../../db/desk/supplies.ts';
import { findRecord } from '../../db/read/records.ts';
import { recordsLike } from '../../db/read/recordsLike.ts';
import {
  findSupplies,
  findSupply,
  type StoredEntry,
  type StoredLine,
} from '../../db/read/supplies.ts';
import type { Account } from '../../domain/account.ts';
import { identityOfRecord } from '../../domain/identity/identity.ts';
import type { RecordCreated } from '../../domain/record.ts';
import { punctualityOf, ruleFor } from '../../domain/supply/sources.ts';
import {
  recordOf,
  type SupplyEntry,
  type SupplyLine,
  type SupplyQuery,
  type SupplySettlement,
} from '../../domain/supply/supply.ts';
import { type ApiDeps, nowIso, nowMs } from '../deps.ts';
import { enterRecord } from '../enterRecord.ts';
import { recordsTold } from '../records/knownJudgments.ts';
import { checkStands, isOnShelf, shelfOf } from '../records/shelf.ts';
import { Refused } from '../refused.ts';

/** Lines with what is derived from them: the supplier's term and whether it was kept. */
async function withTerms(deps: ApiDeps, lines: readonly StoredLine[]): Promise<SupplyLine[]> {
  const sources = await deps.laws.supplySources();
  const { calendar } = await deps.laws.at(nowMs(deps));
  const whole = await deps.laws.wholeCalendar(calendar.version);
  return lines.map((line) => {
    const { supplierKind: supplier, kind, arrivedOn, effectiveDate, date } = line;
    const supplied = { supplier, kind, arrivedOn, from: effectiveDate ?? date };
    const { dueOn, late } = punctualityOf(supplied, sources, whole);
    return { ...line, dueOn, late };
  });
}

/** What a question finds in the book of an account's unit; that it was read, as a page or a file, is noted. */
export async function suppliesAsked(
  deps: ApiDeps,
  { id: account, unit }: Account,
  query: SupplyQuery,
  what: 'supplies' | 'supplies.csv',
): Promise<{ supplies: SupplyLine[]; total: number }> {
  const { supplies, total } = await findSupplies(deps.pool, unit, query);
  const caseIds = supplies.map(({ id }) => id);
  await noteReads(deps.pool, { account, caseIds, what, at: nowIso(deps) });
  return { supplies: await withTerms(deps, supplies), total };
}

/** An entry of the account's own unit; refuses otherwise with NOT_FOUND. */
async function ownEntry(deps: ApiDeps, account: Account, id: string): Promise<StoredEntry> {
  const entry = await findSupply(deps.pool, id);
  if (entry?.unit !== account.unit) throw new Refused('NOT_FOUND');
  return entry;
}

/** An entry as its page shows it; that it was read is noted. */
export async function supplyShown(
  deps: ApiDeps,
  account: Account,
  id: string,
): Promise<SupplyEntry> {
  const { unit, round, line, ...rest } = await ownEntry(deps, account, id);
  const at = nowIso(deps);
  await noteRead(deps.pool, { account: account.id, caseId: id, what: 'supply', at });
  const [shown] = await withTerms(deps, [line]);
  if (shown === undefined) throw new Refused('NOT_FOUND');
  const rule = ruleFor(await deps.laws.supplySources(), line.supplierKind, line.kind);
  const record = line.state === 'RECEIVED' ? recordOf(rest.supply) : null;
  const beside = { unit, origin: originOf(id, round) };
  const like =
    record === null ? [] : await recordsLike(deps.pool, identityOfRecord(record), beside);
  return {
    ...rest,
    line: shown,
    term: rule && { citation: rule.term.citation, verified: rule.term.verified },
    known: recordsTold(account, like),
  };
}

/**
 * Make the record that an effective judgment gives, and open its transfer: one entry, one record that stands,
 * whoever asks and however often. Refuses when records of the same person may be there, unless `despite`.
 */
export async function makeRecord(
  deps: ApiDeps,
  account: Account,
  { id, key, despite }: { id: string; key: string; despite: boolean },
): Promise<z.infer<typeof RecordCreated>> {
  const { round, line, supply } = await ownEntry(deps, account, id);
  if (line.state !== 'RECEIVED') throw new Refused('SUPPLY_SETTLED');
  const record = recordOf(supply);
  if (record === null) throw new Refused('SUPPLY_MAKES_NO_RECORD');
  const origin = originOf(id, round);
  const like = { unit: account.unit, origin };
  if (!despite && (await recordsLike(deps.pool, identityOfRecord(record), like)).length > 0) {
    throw new Refused('RECORD_MAY_BE_THERE');
  }
  const created = await enterRecord(deps, account, { record, requestKey: key, origin });
  const used = { id, by: account.id, at: nowIso(deps), made: true, ...created };
  if (await useSupply(deps.pool, used)) return created;
  // Noted before, or given up meanwhile: what was made of it does not stand then.
  const made = await findRecord(deps.pool, 'PROVINCE', created.recordNumber);
  if (made !== null) await checkStands(deps, made);
  return created;
}

/** What a record made of an entry was made from: one entry, one record, until that is given up (`free_supplies`). */
function originOf(id: string, round: number): string {
  return round === 1 ? `SUPPLY/${id}` : `SUPPLY/${id}/${round}`;
}

/** Refuse an entry, keep it without a record, or note which record it supplements. */
export async function settleSupply(
  deps: ApiDeps,
  account: Account,
  id: string,
  settlement: SupplySettlement,
): Promise<void> {
  await ownEntry(deps, account, id);
  const settled = { id, by: account.id, at: nowIso(deps) };
  if (settlement.state !== 'USED') {
    const put = await putAside(deps.pool, { ...settled, ...settlement });
    if (!put) throw new Refused('SUPPLY_SETTLED');
    return;
  }
  const { recordNumber } = settlement;
  const record = await findRecord(deps.pool, shelfOf(account).book, recordNumber);
  if (record === null || !isOnShelf(account, record.unit)) {
    throw new Refused('UNKNOWN_RECORD', [{ path: 'recordNumber', code: 'NO_SUCH_RECORD' }]);
  }
  await checkStands(deps, record);
  const { caseId } = record;
  const used = await useSupply(deps.pool, { ...settled, made: false, caseId, recordNumber });
  if (!used) throw new Refused('SUPPLY_SETTLED');
}
