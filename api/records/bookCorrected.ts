import { appendVersions } from '../../db/desk/records.ts';
import { hasVersionBy, listHeads } from '../../db/read/records.ts';
import type { Account } from '../../domain/account.ts';
import { correctedBeforeSending } from '../../domain/record/amendment.ts';
import type { RecordSubmission } from '../../domain/record.ts';
import { type ApiDeps, nowIso } from '../deps.ts';

/** What the record of a transfer is corrected by: a paper of its case, and why that is right. */
export interface Correction {
  caseId: string;
  unit: string;
  /** Record number. */
  number: string;
  paperId: string;
  record: RecordSubmission;
  cause: 'CORRECTED_BEFORE_SENDING' | 'PAPER_WAS_RIGHT';
}

/** The record's next version after its transfer was corrected by a paper; a repeat changes nothing. */
export async function bookCorrected(
  deps: ApiDeps,
  account: Account,
  { number, paperId, record, cause }: Correction,
): Promise<void> {
  if (await hasVersionBy(deps.pool, number, paperId)) return;
  const head = (await listHeads(deps.pool, 'PROVINCE', [number])).get(number);
  if (head === undefined) return;
  const making = { cause, sourceId: paperId, by: account.id };
  const file = correctedBeforeSending(head.file, record);
  await appendVersions(deps.pool, { ...making, book: 'PROVINCE', at: nowIso(deps) }, [
    { number, base: head.version, file },
  ]);
}
