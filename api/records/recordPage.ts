import { noteRead } from '../../db/desk/readAudit.ts';
import { listFoundOrigins } from '../../db/read/foundJudgments.ts';
import { findRecord, listTaken, listVersions } from '../../db/read/records.ts';
import { listProposals } from '../../db/read/recordProposals.ts';
import type { Account } from '../../domain/account.ts';
import type { Book, RecordPage, VersionLine } from '../../domain/record/book.ts';
import { differencesOf } from '../../domain/record/differences.ts';
import type { RecordFile } from '../../domain/record/file.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { proposalLines } from './proposals.ts';
import { type FoundRecord, recordFollowed, recordOn, shelfOf } from './shelf.ts';

/**
 * A record as its page shows it; reading it is noted. The number of a merged record leads to the one that
 * took it in, unless the old one itself is asked for.
 */
export async function recordPage(
  deps: ApiDeps,
  account: Account,
  number: string,
  { old }: { old: boolean },
): Promise<RecordPage> {
  const { book } = shelfOf(account);
  const record = await (old ? recordOn : recordFollowed)(deps, account, number);
  const { file, ...line } = record;
  const [versions, proposals, took, found, copy] = await Promise.all([
    listVersions(deps.pool, book, line.number),
    book === 'PROVINCE' ? listProposals(deps.pool, line.number) : [],
    listTaken(deps.pool, book, line.number),
    book === 'PROVINCE' ? listFoundOrigins(deps.pool, line.number) : [],
    copyOf(deps, book, record),
  ]);
  const page = {
    line,
    askedFor: number,
    book,
    file,
    versions: versionLines(versions),
    proposals: await proposalLines(deps, account, proposals),
    took: [...took],
    found: [...found],
    copy,
  };
  const { caseId } = line;
  await noteRead(deps.pool, { account: account.id, caseId, what: 'record', at: nowIso(deps) });
  return page;
}

function versionLines(
  rows: readonly (Omit<VersionLine, 'differences'> & { body: RecordFile })[],
): VersionLine[] {
  return rows.map(({ body, ...version }, at) => {
    const before = rows[at - 1]?.body;
    return { ...version, differences: before === undefined ? [] : differencesOf(before, body) };
  });
}

/** What the other side has of a record: `before` is its value, `after` this side's. */
async function copyOf(
  deps: ApiDeps,
  book: Book,
  { number, file, mergedInto }: FoundRecord,
): Promise<RecordPage['copy']> {
  const other = await findRecord(deps.pool, book === 'CENTRE' ? 'PROVINCE' : 'CENTRE', number);
  if (other === null) return { state: 'MISSING', differences: [] };
  const differences = differencesOf(other.file, file);
  const equal = differences.length === 0 && other.mergedInto === mergedInto;
  return { state: equal ? 'EQUAL' : 'DIFFERING', differences };
}
