import { findRun } from '../../db/read/reconciliations.ts';
import type { ApiDeps } from '../deps.ts';

/** How many differences of a reconciliation are not settled; none of a case that is no reconciliation. */
export async function openDifferences({ pool }: ApiDeps, caseId: string): Promise<number> {
  return (await findRun(pool, caseId))?.open ?? 0;
}
