import { noteReads } from '../../db/desk/readAudit.ts';
import { countCopies, listSides } from '../../db/read/recordComparison.ts';
import type { Account } from '../../domain/account.ts';
import type { Comparison, ComparisonQuery } from '../../domain/record/comparison.ts';
import { differencesOf } from '../../domain/record/differences.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { shelfOf } from './shelf.ts';

/** Records beside the Centre's copies, of a department or of all; that somebody saw what differs is noted. */
export async function compareCopies(
  deps: ApiDeps,
  account: Account,
  query: ComparisonQuery,
): Promise<Comparison> {
  const { unit } = shelfOf(account);
  const [counts, sides] = await Promise.all([
    countCopies(deps.pool, unit),
    listSides(deps.pool, unit, query),
  ]);
  const records = sides.map(({ caseId: _case, file, copy, ...side }) => {
    return { ...side, differences: copy === null ? [] : differencesOf(copy, file) };
  });
  // Where there is no copy or both agree, nothing of the person is shown.
  const shown = sides.filter((_side, at) => records[at]?.differences.length);
  await noteReads(deps.pool, {
    account: account.id,
    caseIds: shown.map(({ caseId }) => caseId),
    what: 'comparison',
    at: nowIso(deps),
  });
  return { counts, records };
}
