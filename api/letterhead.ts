import { findProvinceName, findUnit } from '../db/read/units.ts';
import { dateOf } from '../domain/instant.ts';
import type { CaseBase } from '../domain/flow/flow.ts';
import { type OfficeNames, officeNames } from '../domain/law/officePapers.ts';
import type { ApiDeps } from './deps.ts';

/** The office that speaks on a case's papers: by the law it pinned, its province as it was called then. */
export async function letterheadOf(
  { pool, laws }: Pick<ApiDeps, 'pool' | 'laws'>,
  { unit, ruleSetId, openedAt }: Pick<CaseBase, 'unit' | 'ruleSetId' | 'openedAt'>,
): Promise<OfficeNames> {
  const [rules, found, province] = await Promise.all([
    laws.ruleSet(ruleSetId),
    findUnit(pool, unit),
    findProvinceName(pool, unit, dateOf(openedAt)),
  ]);
  return officeNames(rules, found?.kind ?? 'STP', province);
}
