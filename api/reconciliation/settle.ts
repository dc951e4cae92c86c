import type * as z from 'zod';
import { noteAsked, settleDifferences } from '../../db/desk/reconciliations.ts';
import { stillDifferent } from '../../db/read/reconciliationDifferences.ts';
import type { Account } from '../../domain/account.ts';
import type { QuestionBody, SettlementBody } from '../../domain/exchange/reconciliation.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { Refused } from '../refused.ts';
import { stillMissing } from './compare.ts';
import { settlingRun } from './running.ts';

/** Note that the other side was asked about differences. */
export async function askAbout(
  deps: ApiDeps,
  account: Account,
  caseId: string,
  { keys, note }: z.infer<typeof QuestionBody>,
): Promise<void> {
  const { run } = await settlingRun(deps, account, caseId, keys);
  await noteAsked(deps.pool, { run: run.id, keys, note, by: account.id, at: nowIso(deps) });
}

/**
 * Settle differences of a run. What is said to be mended must be: refuses with STILL_DIFFERENT while both
 * sides do not agree. What a supplier's list lacks is only explained, or gone from its next list.
 */
export async function settle(
  deps: ApiDeps,
  account: Account,
  caseId: string,
  { keys, settlement, note }: z.infer<typeof SettlementBody>,
): Promise<void> {
  const { run, found } = await settlingRun(deps, account, caseId, keys);
  if (settlement !== 'EXPLAINED') {
    const there = found.flatMap((difference) => difference.there ?? []);
    const different =
      run.supplierKind === null
        ? (await stillDifferent(deps.pool, run.unit, keys)).length
        : found.length - there.length + (await stillMissing(deps, run, there)).length;
    if (different > 0) throw new Refused('STILL_DIFFERENT');
  }
  const noted = { run: run.id, keys, note, settlement, by: account.id, at: nowIso(deps) };
  await settleDifferences(deps.pool, noted);
}
