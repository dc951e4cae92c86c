import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { releaseCase } from '../db/desk/claims.ts';
import { freezeBulk, keepOutcomes, type Outcome, takeBulk } from '../db/desk/bulk.ts';
import { findLine, findState } from '../db/read/cases.ts';
import { isCorrected } from '../db/read/transfers.ts';
import { findAccount } from '../db/read/accounts.ts';
import type { Account } from '../domain/account.ts';
import type { BulkAction, BulkPreview, BulkQuestion, BulkResult } from '../domain/bulk.ts';
import { withFlow } from '../domain/flow/anyCase.ts';
import { refusalOf } from '../domain/flow/judge.ts';
import type { TransferState } from '../domain/flow/transferState.ts';
import { allows, worksOn } from '../domain/permission.ts';
import { isRefusalCode, type RefusalCode } from '../domain/refusal.ts';
import { type Language, REFUSAL_TEXTS } from '../domain/wording/refusals.ts';
import { actOn, actorOf, situationOf } from './acting.ts';
import { claimableBy } from './claimable.ts';
import { assignOrCover } from './cover.ts';
import { type ApiDeps, nowIso } from './deps.ts';
import { checkSlipAct } from './exchange/channels.ts';
import { Refused } from './refused.ts';

type Question = z.infer<typeof BulkQuestion>;

/** First phase: judge every case, freeze those that may be done, name the others with the reason. */
export async function previewBulk(
  deps: ApiDeps,
  account: Account,
  question: Question,
  language: Language,
): Promise<z.infer<typeof BulkPreview>> {
  if (question.action === 'assign' && !allows(account, 'case.assign'))
    throw new Refused('NOT_PERMITTED');
  const target = question.to === undefined ? null : await findAccount(deps.pool, question.to);
  if (question.action === 'assign' && target === null) throw new Refused('NOT_FOUND');
  const included: z.infer<typeof BulkPreview>['included'] = [];
  const excluded: z.infer<typeof BulkPreview>['excluded'] = [];
  // In the order of entry: a slip waits for those of its record that were entered earlier.
  for (const caseId of [...new Set(question.caseIds)].toSorted()) {
    const before = included.map((one) => one.caseId);
    const judged = await judge(deps, account, question.action, { caseId, before }, target);
    if (typeof judged === 'string') {
      excluded.push({ caseId, code: judged, reason: REFUSAL_TEXTS[judged][language] });
    } else included.push(judged);
  }
  const cases = included.map(({ caseId, rev }) => ({ caseId, rev }));
  const frozen = {
    account: account.id,
    action: question.action,
    target: target?.id ?? null,
    cases,
  };
  return { token: await freezeBulk(deps.pool, frozen), included, excluded };
}

/** Second phase: do exactly the frozen set; what changed since is left out with the reason. */
export async function carryOutBulk(
  deps: ApiDeps,
  account: Account,
  token: string,
  language: Language,
): Promise<z.infer<typeof BulkResult>> {
  const frozen = await takeBulk(deps.pool, token, account.id);
  if (frozen === null) throw new Refused('NOT_FOUND');
  const outcomes =
    frozen.results ?? (await carryOutAll(deps, account, token, frozen.cases, frozen));
  return {
    results: outcomes.map(({ caseId, code: said }) => {
      const code = isRefusalCode(said) ? said : null;
      const reason = code === null ? null : REFUSAL_TEXTS[code][language];
      return { caseId, ok: said === null, code, reason };
    }),
  };
}

async function carryOutAll(
  deps: ApiDeps,
  account: Account,
  token: string,
  cases: readonly { caseId: string; rev: number }[],
  what: { action: string; target: string | null },
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { caseId, rev } of cases) {
    const key = keyWithin(token, caseId);
    outcomes.push({ caseId, code: await carryOut(deps, account, what, { caseId, rev, key }) });
  }
  return keepOutcomes(deps.pool, token, outcomes);
}

/** The key of one case's act within many: the same at every try, so that a run that broke off can be repeated. */
export function keyWithin(token: string, caseId: string): string {
  const digits = createHash('sha256').update(`${token} ${caseId}`).digest('hex');
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/u, '$1-$2-8$3-8$4-$5');
}

async function judge(
  deps: ApiDeps,
  account: Account,
  action: BulkAction,
  { caseId, before }: { caseId: string; before: readonly string[] },
  target: Account | null,
): Promise<{ caseId: string; rev: number; subjectName: string } | RefusalCode> {
  const found = await findState(deps.pool, caseId);
  if (found === null) return 'CASE_NOT_FOUND';
  const { state, holder } = found;
  if (!worksOn(account, state)) return 'NOT_YOUR_UNIT';
  if (action === 'assign' || action === 'release') {
    const why =
      action === 'assign' && target !== null
        ? claimableBy(target, state)
        : holder === account.id
          ? null
          : ('CLAIMED_BY_OTHER' as const);
    if (why !== null) return why;
  } else {
    const command = {
      act: action,
      actor: actorOf(account),
      expectedRev: null,
      codes: {},
      paperId: null,
    };
    const situation = await situationOf(deps, state);
    const why = withFlow(state, (flow, at) => refusalOf(flow, at, command, situation));
    if (why !== null) return why;
    if (holder !== null && holder !== account.id) return 'CLAIMED_BY_OTHER';
    const hindrance = state.kind === 'TRANSFER' && (await hindranceOf(deps, state, action, before));
    if (hindrance) return hindrance;
  }
  const line = await findLine(deps.pool, caseId, account);
  return { caseId, rev: state.rev, subjectName: line?.subjectName ?? '' };
}

/** What the flow, which sees one case, cannot tell of a transfer; `before`: what is taken over before it. */
async function hindranceOf(
  deps: ApiDeps,
  state: TransferState,
  action: Exclude<BulkAction, 'assign' | 'release'>,
  before: readonly string[],
): Promise<RefusalCode | null> {
  const { caseId, step, slip } = state;
  if (action === 'send' && step === 'RETURNED' && !(await isCorrected(deps.pool, caseId)))
    return 'RETURNED_UNCHANGED';
  if (!slip) return null;
  return (await refusedOr(() => checkSlipAct(deps, state, action, {}, before))) ?? null;
}

async function carryOut(
  deps: ApiDeps,
  account: Account,
  { action, target }: { action: string; target: string | null },
  { caseId, rev, key }: { caseId: string; rev: number; key: string },
): Promise<RefusalCode | null> {
  const at = nowIso(deps);
  return refusedOr(async () => {
    if (action === 'assign' || action === 'release') {
      const found = await findState(deps.pool, caseId);
      if (found?.state.rev !== rev) return 'STALE_REVISION';
      if (action === 'assign' && target !== null)
        return await assignOrCover(deps, found.state, { to: target, by: account.id });
      const released = await releaseCase(deps.pool, { caseId, account: account.id, at });
      return released ? null : 'CLAIMED_BY_OTHER';
    } else {
      const act = action as Exclude<BulkAction, 'assign' | 'release'>;
      await actOn(deps, account, caseId, { act, expectedRev: rev, codes: {} }, { key });
    }
    return null;
  });
}

/** What some work gives, or the code by which it was refused. */
async function refusedOr<T>(work: () => Promise<T>): Promise<T | RefusalCode> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}
