import type * as z from 'zod';
import { noteReads } from '../../db/desk/readAudit.ts';
import { findRecord, followNumber, listRecords, type Shelf } from '../../db/read/records.ts';
import type { Account } from '../../domain/account.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import type { Book, RecordLines, RecordQuery } from '../../domain/record/book.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { Refused } from '../refused.ts';

/** The book an account reads: a department its own records, the Centre its copies of all of them. */
export function shelfOf({ unit }: Pick<Account, 'unit'>): Shelf {
  return unit === CENTRE_UNIT ? { book: 'CENTRE', unit: null } : { book: 'PROVINCE', unit };
}

/** Whether records of a unit stand on an account's shelf. */
export function isOnShelf(account: Pick<Account, 'unit'>, owner: string): boolean {
  return [owner, null].includes(shelfOf(account).unit);
}

/** Records of an account's shelf that a question finds; that they were read, as a page or a file, is noted. */
export async function recordsAsked(
  deps: ApiDeps,
  account: Account,
  query: RecordQuery,
  what: 'records' | 'records.csv',
): Promise<z.infer<typeof RecordLines>> {
  const found = await listRecords(deps.pool, shelfOf(account), query);
  const caseIds = found.records.map(({ caseId }) => caseId);
  await noteReads(deps.pool, { account: account.id, caseIds, what, at: nowIso(deps) });
  return found;
}

export type FoundRecord = NonNullable<Awaited<ReturnType<typeof findRecord>>>;

/** A record of an account's shelf, merged or not; refuses what is not there or another department's. */
export async function recordOn(
  deps: ApiDeps,
  account: Account,
  number: string,
): Promise<FoundRecord> {
  const found = await findRecord(deps.pool, shelfOf(account).book, number);
  if (found === null || !isOnShelf(account, found.unit)) throw new Refused('RECORD_UNKNOWN');
  return found;
}

/** The record a number leads to: of a merged one the record that took it in, of whichever department. */
export async function recordFollowed(
  deps: ApiDeps,
  account: Account,
  number: string,
): Promise<FoundRecord> {
  const asked = await recordOn(deps, account, number);
  const book: Book = shelfOf(account).book;
  const last = asked.mergedInto === null ? number : await followNumber(deps.pool, book, number);
  const found = last === number ? asked : await findRecord(deps.pool, book, last ?? number);
  if (found === null) throw new Refused('RECORD_UNKNOWN');
  return found;
}

/** Refuse work on a record that was taken into another one or given up. */
export async function checkStands(
  deps: ApiDeps,
  { number, mergedInto, abandonedAt }: Pick<FoundRecord, 'number' | 'mergedInto' | 'abandonedAt'>,
): Promise<void> {
  if (mergedInto !== null) throw await mergedAway(deps, number);
  if (abandonedAt !== null) throw new Refused('RECORD_ABANDONED');
}

/** The refusal of work on a record that was taken into another; its field is the number of the one that stands. */
export async function mergedAway({ pool }: ApiDeps, number: string): Promise<Refused> {
  const into = await followNumber(pool, 'PROVINCE', number);
  return new Refused('RECORD_MERGED', into === null ? [] : [{ path: into, code: 'TOOK_IT_IN' }]);
}
