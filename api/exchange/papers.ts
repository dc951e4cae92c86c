import type * as z from 'zod';
import { noteReads } from '../../db/desk/readAudit.ts';
import { listArrivals } from '../../db/read/paperArrivals.ts';
import type { Account } from '../../domain/account.ts';
import type { ArrivalQuery, Arrivals } from '../../domain/exchange/arrival.ts';
import { type ApiDeps, nowIso } from '../deps.ts';

/**
 * What a question finds in the register of papers: a page, or a file of at most `most` lines. That they were
 * read is noted, of a paper without a transfer under its own id.
 */
export async function papersAsked(
  deps: ApiDeps,
  { id: account }: Account,
  query: z.infer<typeof ArrivalQuery>,
  most?: number,
): Promise<z.infer<typeof Arrivals>> {
  const found = await listArrivals(deps.pool, query, most);
  const caseIds = found.arrivals.map(({ id, caseId }) => caseId ?? id);
  const what = most === undefined ? 'papers' : 'papers.csv';
  await noteReads(deps.pool, { account, caseIds, what, at: nowIso(deps) });
  return found;
}
