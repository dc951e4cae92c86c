import { createHash } from 'node:crypto';
import { compareWithCentre, keepComparison } from '../../db/desk/reconciliations.ts';
import { listBookPapers } from '../../db/read/reconciliationDifferences.ts';
import type { StoredRun } from '../../db/read/reconciliations.ts';
import type { Account } from '../../domain/account.ts';
import {
  type BookDifference,
  type BookPaper,
  compareBook,
} from '../../domain/exchange/compareBook.ts';
import { boundsOf } from '../../domain/exchange/period.ts';
import type { PaperKnown } from '../../domain/exchange/reconciliation.ts';
import { numberKeyOf } from '../../domain/supply/information.ts';
import type { ReconciliationState } from '../../domain/flow/reconciliationState.ts';
import type { Actor } from '../../domain/role.ts';
import { keyWithin } from '../bulk.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { Refused } from '../refused.ts';
import type { ListUpload } from './readList.ts';
import { readSupplierList } from './readList.ts';
import { checkAct, runWithState, tellCase } from './running.ts';

/** Compare a department's records and slips with the Centre's, for the first time or again. */
export async function compareCentre(
  deps: ApiDeps,
  actor: Actor,
  caseId: string,
  key: string,
): Promise<void> {
  const { run, state } = await runWithState(deps, caseId);
  if (run.supplierKind !== null) throw new Refused('SUPPLIER_LIST_MISSING');
  await beginListing(deps, actor, state, key);
  const by = actor.roles.includes('SYSTEM') ? null : actor.id;
  const comparing = { run: run.id, unit: run.unit, by, at: nowIso(deps) };
  const findings = await compareWithCentre(deps.pool, comparing);
  await endListing(deps, actor, caseId, { findings, key });
}

/** Compare what a supplier says it sent with the reception book, for the first time or again. */
export async function compareList(
  deps: ApiDeps,
  account: Account,
  caseId: string,
  { bytes, upload, key }: { bytes: Buffer; upload: ListUpload; key: string },
): Promise<void> {
  const { run, state } = await runWithState(deps, caseId);
  if (run.supplierKind === null) throw new Refused('NOT_FOUND');
  const there = await readSupplierList(deps, bytes, upload);
  await beginListing(deps, account, state, key);
  const here = await bookOf(deps, run, there);
  const differences = compareBook(there, here);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await keepComparison(
    deps.pool,
    { run: run.id, by: account.id, at: nowIso(deps) },
    {
      hereCount: here.filter(({ inPeriod }) => inPeriod).length,
      thereCount: there.length,
      differences,
      list: { fileName: upload.name, sha256, file: bytes },
    },
  );
  await endListing(deps, account, caseId, { findings: differences.length, key });
}

/** What both sides still do not have alike of some lines of a supplier's list. */
export async function stillMissing(
  deps: ApiDeps,
  run: StoredRun,
  there: readonly PaperKnown[],
): Promise<BookDifference[]> {
  const here = await bookOf(deps, run, there);
  return compareBook(there, here).filter((difference) => difference.there !== null);
}

function bookOf(
  { pool }: ApiDeps,
  { unit, supplierKind, supplierKey, period }: StoredRun,
  there: readonly PaperKnown[],
): Promise<readonly BookPaper[]> {
  const supplier = { unit, kind: supplierKind ?? '', key: supplierKey ?? '' };
  const numberKeys = there.map(({ number }) => numberKeyOf(number));
  return listBookPapers(pool, supplier, { ...boundsOf(period), numberKeys });
}

/** While lists are compared nothing is closed: a run whose differences are being settled goes back first. */
async function beginListing(
  deps: ApiDeps,
  actor: Actor,
  state: ReconciliationState,
  key: string,
): Promise<void> {
  if (state.step !== 'SETTLING') return checkAct(deps, actor, state, 'listDifferences');
  await tellCase(deps, actor, state, { act: 'listAgain', codes: {}, key: keyWithin(key, 'again') });
}

async function endListing(
  deps: ApiDeps,
  actor: Actor,
  caseId: string,
  { findings, key }: { findings: number; key: string },
): Promise<void> {
  const { state } = await runWithState(deps, caseId);
  try {
    await tellCase(deps, actor, state, { act: 'listDifferences', codes: { findings }, key });
  } catch (error) {
    // Somebody else compared the same books at the same time and was first to say so.
    if (!(error instanceof Refused) || error.code !== 'CASE_WRONG_STEP') throw error;
  }
}
