import { noteRead, noteReads } from '../../db/desk/readAudit.ts';
import { confirmBatch, confirmRecords, discardBatch } from '../../db/desk/supplyBatches.ts';
import { fileOfBatch, findBatch, listBatchRows, listBatches } from '../../db/read/supplyBatches.ts';
import type { Account } from '../../domain/account.ts';
import type {
  SupplyBatch,
  SupplyBatchPage,
  SupplyRow,
  SupplyRowQuery,
} from '../../domain/supply/batch.ts';
import { FIELD_TEXTS } from '../../domain/wording/fields.ts';
import type { Language } from '../../domain/wording/refusals.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { convertedLines } from '../listText.ts';
import { Refused } from '../refused.ts';

/** A batch of the account's own unit; refuses otherwise with NOT_FOUND. */
export async function ownBatch(deps: ApiDeps, account: Account, id: string): Promise<SupplyBatch> {
  const found = await findBatch(deps.pool, id);
  if (found?.unit !== account.unit) throw new Refused('NOT_FOUND');
  const { unit: _unit, ...batch } = found;
  return batch;
}

/** A batch with samples of a converted file; that these lines of persons were read is noted of the batch. */
export async function batchPage(
  deps: ApiDeps,
  account: Account,
  id: string,
): Promise<SupplyBatchPage> {
  const batch = await ownBatch(deps, account, id);
  const samples =
    batch.state === 'PREVIEWED' && batch.encoding !== 'XLSX'
      ? await convertedLines(batch.encoding, await fileOfBatch(deps.pool, id))
      : [];
  if (samples.length > 0) {
    const read = { account: account.id, caseId: id, what: 'supply-samples' } as const;
    await noteRead(deps.pool, { ...read, at: nowIso(deps) });
  }
  return { batch, samples };
}

export async function batchesOf(
  deps: ApiDeps,
  { unit }: Account,
  page: number,
): Promise<{ batches: SupplyBatch[]; total: number }> {
  const { batches, total } = await listBatches(deps.pool, unit, page);
  return { batches: batches.map(({ unit: _unit, ...batch }) => batch), total };
}

interface RowsAsked {
  query: SupplyRowQuery;
  language: Language;
  what: 'supply-rows' | 'supply-rows.csv';
}

/**
 * Rows of a batch of the account's unit with what is wrong with them, in the reader's language. That they were
 * read is noted of the entries they became, of the batch where a row is none.
 */
export async function rowsOf(
  deps: ApiDeps,
  account: Account,
  id: string,
  { query, language, what }: RowsAsked,
): Promise<{ rows: SupplyRow[]; total: number }> {
  await ownBatch(deps, account, id);
  const { rows, total } = await listBatchRows(deps.pool, id, query);
  const caseIds = rows.map(({ supplyId }) => supplyId ?? id);
  await noteReads(deps.pool, { account: account.id, caseIds, what, at: nowIso(deps) });
  const shown = rows.map(({ problems, ...row }) => ({
    ...row,
    problems: problems.map((problem) => {
      const text = FIELD_TEXTS[problem.code] ?? FIELD_TEXTS['WRONG_FORMAT'];
      return { ...problem, message: text?.[language] ?? problem.code };
    }),
  }));
  return { rows: shown, total };
}

/** Begin to enter the good rows; refused unless as many faulty ones are left out as there are. */
export async function confirm(
  deps: ApiDeps,
  account: Account,
  { id, leaveOut }: { id: string; leaveOut: number },
): Promise<void> {
  const { rows } = await ownBatch(deps, account, id);
  if (rows.FAULTY !== leaveOut) throw new Refused('PREVIEW_OUTDATED');
  if (rows.GOOD === 0) throw new Refused('BATCH_NOT_OPEN');
  const confirmed = await confirmBatch(deps.pool, { id, by: account.id, at: nowIso(deps) });
  if (!confirmed) throw new Refused('BATCH_NOT_OPEN');
}

/** Begin to make records of the effective judgments that a batch entered. */
export async function beginRecords(deps: ApiDeps, account: Account, id: string): Promise<void> {
  const { judgments } = await ownBatch(deps, account, id);
  if (judgments.open === 0) throw new Refused('BATCH_NOT_OPEN');
  const begun = await confirmRecords(deps.pool, { id, by: account.id, at: nowIso(deps) });
  if (!begun) throw new Refused('BATCH_NOT_OPEN');
}

export async function discard(deps: ApiDeps, account: Account, id: string): Promise<void> {
  await ownBatch(deps, account, id);
  if (!(await discardBatch(deps.pool, id))) throw new Refused('BATCH_NOT_OPEN');
}
