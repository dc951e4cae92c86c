import type { DatabaseTransactionConnection } from 'slonik';
import { noteReadsOfRecords } from '../../db/desk/readAudit.ts';
import { holdNotice, keepResults } from '../../db/desk/recordNotices.ts';
import { appendVersions } from '../../db/desk/records.ts';
import { noticeHindrance } from '../../db/read/recordOrder.ts';
import { findNotice, listEarlierOpen, listNoticeItems } from '../../db/read/recordNotices.ts';
import { type Content, listHeads } from '../../db/read/records.ts';
import type { Account } from '../../domain/account.ts';
import { amended } from '../../domain/record/amendment.ts';
import { normalised, type RecordFile } from '../../domain/record/file.ts';
import type { NoticeItem, NoticePage, NoticeResult } from '../../domain/record/notice.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { Refused } from '../refused.ts';
import { shelfOf } from './shelf.ts';

/** A notice with its lines: a department its own, the Centre those of all. That it was read is noted. */
export async function noticePage(deps: ApiDeps, account: Account, id: string): Promise<NoticePage> {
  const notice = await findNotice(deps.pool, id);
  const { unit } = shelfOf(account);
  if (notice === null || (unit !== null && notice.unit !== unit))
    throw new Refused('NOTICE_UNKNOWN');
  const items = [...(await listNoticeItems(deps.pool, id))];
  await noteReadsOfRecords(deps.pool, {
    account: account.id,
    numbers: items.flatMap(({ number, mergedInto }) => [number, mergedInto ?? number]),
    what: 'notice',
    at: nowIso(deps),
  });
  return { notice, items };
}

/**
 * Correct the Centre's copies by a notice: every line that has not been applied is tried, and what came of
 * it goes back to the province. Applied lines stay as they are, however often it is tried. Earlier notices of
 * the same records come first where a merge is concerned, so that both books merge the same contents. Throws
 * Refused: NOT_YOUR_UNIT, NOTICE_UNKNOWN, RECORD_CHANGED, and where a merge waits for a change that was approved
 * before it EARLIER_SLIP_OPEN, EARLIER_CHANGE_UNTOLD.
 */
export async function applyNotice(deps: ApiDeps, account: Account, id: string): Promise<void> {
  if (shelfOf(account).book !== 'CENTRE') throw new Refused('NOT_YOUR_UNIT');
  if ((await findNotice(deps.pool, id)) === null) throw new Refused('NOTICE_UNKNOWN');
  const who = { by: account.id, at: nowIso(deps) };
  await deps.pool.transaction((db) => applyInTurn(db, id, who));
}

async function applyInTurn(db: Tx, id: string, who: Who): Promise<void> {
  await holdNotice(db, id);
  for (const earlier of await listEarlierOpen(db, id)) await applyInTurn(db, earlier, who);
  const hindrance = await noticeHindrance(db, id);
  if (hindrance !== null) throw new Refused(hindrance);
  const items = await listNoticeItems(db, id);
  const open = items.filter(({ result }) => result !== 'APPLIED');
  const concerned = open.flatMap(({ number, mergedInto }) => [number, mergedInto ?? number]);
  const heads = await listHeads(db, 'CENTRE', [...new Set(concerned)]);
  const results = [
    ...(await applyMerges(db, id, open, heads, who)),
    ...(await applyCodes(db, id, open, heads, who)),
  ];
  await keepResults(db, id, results, who);
}

type Tx = DatabaseTransactionConnection;
type Heads = ReadonlyMap<string, Content>;
interface Who {
  by: string;
  at: string;
}
interface Tried {
  n: number;
  result: NoticeResult;
}

async function applyCodes(
  db: Tx,
  id: string,
  items: readonly NoticeItem[],
  heads: Heads,
  who: Who,
): Promise<Tried[]> {
  const next = new Map<string, RecordFile>();
  const tried: Tried[] = [];
  for (const { n, number, ref, code, catalogueVersion: version, ...said } of items) {
    if (ref === null || code === null || version === null) continue;
    const file = next.get(number) ?? heads.get(number)?.file;
    const judgment = file?.judgments.find((one) => one.ref === ref);
    const sameWords = judgment?.offence === said.offence && judgment.provision === said.provision;
    if (file !== undefined && sameWords) next.set(number, normalised(file, ref, { code, version }));
    const result = file === undefined ? 'NO_COPY' : sameWords ? 'APPLIED' : 'WORDS_DIFFER';
    tried.push({ n, result });
  }
  const versions = [...next].map(([number, file]) => {
    return { number, base: heads.get(number)?.version ?? 0, file };
  });
  const making = { book: 'CENTRE', cause: 'NOTICE', sourceId: id, ...who } as const;
  const written = await appendVersions(db, making, versions);
  // A copy that was corrected by something else at this moment is tried again later.
  if (written.size < versions.length) throw new Refused('RECORD_CHANGED');
  return tried;
}

async function applyMerges(
  db: Tx,
  id: string,
  items: readonly NoticeItem[],
  heads: Heads,
  who: Who,
): Promise<Tried[]> {
  const tried: Tried[] = [];
  const making = { book: 'CENTRE', sourceId: id, ...who } as const;
  for (const { n, number, mergedInto } of items) {
    if (mergedInto === null) continue;
    const [head, other] = [heads.get(mergedInto), heads.get(number)];
    if (head === undefined || other === undefined) {
      tried.push({ n, result: 'NO_COPY' });
      continue;
    }
    const contents = { head: head.file, base: head.file, other: other.file };
    const result = amended({ kind: 'MERGE', details: { from: number } }, contents);
    if ('path' in result) throw new Refused('INVALID_INPUT', [result]);
    const taking = { number: mergedInto, base: head.version, file: result };
    const away = { number, base: other.version, file: other.file, mergedInto };
    const took = await appendVersions(db, { ...making, cause: 'MERGE' }, [taking]);
    const gone = await appendVersions(db, { ...making, cause: 'MERGED_AWAY' }, [away]);
    // A slip came in between: nothing of the notice is applied, it is tried again on what stands now.
    if (took.size + gone.size < 2) throw new Refused('RECORD_CHANGED');
    tried.push({ n, result: 'APPLIED' });
  }
  return tried;
}
