import type * as z from 'zod';
import { settleFinding } from '../../db/desk/findings.ts';
import { noteRead } from '../../db/desk/readAudit.ts';
import { countDue, readCleanDays, readCleanNow, readOpenCounts } from '../../db/read/cleanness.ts';
import { findFinding, listFindingEvents, listFindings } from '../../db/read/findings.ts';
import type { Account } from '../../domain/account.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { addDays, dateOf } from '../../domain/instant.ts';
import { QUALITY_RULES } from '../../domain/quality/codes.ts';
import type {
  FindingLine,
  FindingPage,
  FindingQuery,
  Findings,
  FindingSettlement,
} from '../../domain/quality/finding.ts';
import { sideOf } from '../../domain/quality/rules.ts';
import type { QualityFigures, QualityQuery } from '../../domain/quality/share.ts';
import { type ApiDeps, nowIso, nowMs } from '../deps.ts';
import { Refused } from '../refused.ts';
import { unitInView } from '../unitInView.ts';

/** Whose books an account looks into: its own department's, at the Centre those of all or of one. */
function unitAsked(account: Account, asked: string | undefined): string | null {
  return unitInView(account, asked, account.unit === CENTRE_UNIT);
}

/** Findings that a question finds; that they were read, as a page or as a file, is noted. */
export async function findingsAsked(
  deps: ApiDeps,
  account: Account,
  query: FindingQuery,
  what: 'findings' | 'findings.csv',
): Promise<z.infer<typeof Findings>> {
  const unit = unitAsked(account, query.unit);
  const found = await listFindings(deps.pool, unit, query);
  const caseId = query.subject ?? unit ?? CENTRE_UNIT;
  await noteRead(deps.pool, { account: account.id, caseId, what, at: nowIso(deps) });
  return found;
}

/** A finding of the account's own books; refuses otherwise with FINDING_UNKNOWN. */
async function findingSeen(deps: ApiDeps, account: Account, id: number): Promise<FindingLine> {
  const finding = await findFinding(deps.pool, id);
  const seen = finding !== null && [finding.unit, null].includes(unitAsked(account, undefined));
  if (!seen) throw new Refused('FINDING_UNKNOWN');
  return finding;
}

/** A finding with what became of it; that it was read is noted. */
export async function findingShown(
  deps: ApiDeps,
  account: Account,
  id: number,
): Promise<z.infer<typeof FindingPage>> {
  const finding = await findingSeen(deps, account, id);
  const events = [...(await listFindingEvents(deps.pool, id))];
  const read = { account: account.id, caseId: finding.subject, what: 'finding' } as const;
  await noteRead(deps.pool, { ...read, at: nowIso(deps) });
  return { finding, events };
}

/** Set a finding of the own department aside for a reason, or take it up again. */
export async function settle(
  deps: ApiDeps,
  account: Account,
  id: number,
  settlement: FindingSettlement,
): Promise<void> {
  const { unit } = await findingSeen(deps, account, id);
  if (unit !== account.unit) throw new Refused('NOT_YOUR_UNIT');
  const settled = { ...settlement, id, by: account.id, at: nowIso(deps) };
  if (!(await settleFinding(deps.pool, settled))) throw new Refused('FINDING_SETTLED');
}

/** How clean the books are and were, and what is measured. */
export async function qualityFigures(
  deps: ApiDeps,
  account: Account,
  { days, unit: asked }: z.infer<typeof QualityQuery>,
): Promise<QualityFigures> {
  const unit = unitAsked(account, asked);
  const today = dateOf(nowMs(deps));
  const { version, rules, oldJudgment } = await deps.laws.qualitySettings();
  const [now, unchecked, open, past] = await Promise.all([
    readCleanNow(deps.pool, unit),
    countDue(deps.pool, unit, { rules: version, today }),
    readOpenCounts(deps.pool, unit),
    readCleanDays(deps.pool, unit, addDays(today, -days)),
  ]);
  return {
    version,
    oldJudgmentYears: oldJudgment.years,
    rules: QUALITY_RULES.map((rule) => ({ rule, side: sideOf(rule), ...rules[rule] })),
    now: [...now],
    unchecked,
    open: [...open],
    days: [...past],
  };
}
