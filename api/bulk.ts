import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { releaseCase } from '../db/desk/claims.ts';
import { freezeBulk, keepOutcomes, type Outcome, takeBulk } from '../db/desk/bulk.ts';
import { findLine, findState } from '../db/read/cases.ts';
import { isCorrected } from '../db/read/transfers.ts';
import { findAccount } from '../db/read/accounts.ts';
import type { Account } from '../domain/account.ts';
import {
  type BulkAction,
  type BulkPreview,
  type BulkQuestion,
  type BulkResult,
  PRINTED_AT_MOST,
} from '../domain/bulk.ts';
import { type AnyState, withFlow } from '../domain/flow/anyCase.ts';
import { refusalOf } from '../domain/flow/judge.ts';
import type { TransferState } from '../domain/flow/transferState.ts';
import { allows, worksOn } from '../domain/permission.ts';
import { isRefusalCode, type RefusalCode } from '../domain/refusal.ts';
import { type Language, REFUSAL_TEXTS } from '../domain/wording/refusals.ts';
import { actOn, actorOf, situationOf } from './acting.ts';
import { paperFor, receiverOf } from './bulkPapers.ts';
import { claimableBy } from './claimable.ts';
import { assignOrCover } from './cover.ts';
import { type ApiDeps, nowIso } from './deps.ts';
import { certificateToSign } from './draftedCertificate.ts';
import { checkSlipAct } from './exchange/channels.ts';
import { Refused } from './refused.ts';

type Question = z.infer<typeof BulkQuestion>;
type Included = z.infer<typeof BulkPreview>['included'][number];
/** What is done to a case that is no act of its flow. */
const BESIDE_THE_FLOW = ['assign', 'release', 'print'] as const;
type BulkAct = Exclude<BulkAction, (typeof BESIDE_THE_FLOW)[number]>;

/** Where a case stands and who has it. */
interface Standing {
  state: AnyState;
  holder: string | null;
}

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
): Promise<Included | RefusalCode> {
  const found = await findState(deps.pool, caseId);
  if (found === null) return 'CASE_NOT_FOUND';
  const { state } = found;
  if (!worksOn(account, state)) return 'NOT_YOUR_UNIT';
  const judged =
    action === 'print'
      ? await judgePrint(deps, account, state, before.length)
      : action === 'assign' || action === 'release'
        ? judgeDesk(account, action, found, target)
        : await judgeAct(deps, account, action, found, before);
  if (typeof judged === 'string') return judged;
  const line = await findLine(deps.pool, caseId, account);
  const shown = { caseId, rev: state.rev, subjectName: line?.subjectName ?? null };
  return { ...shown, receivedBy: null, certificate: null, paper: null, ...judged };
}

/** Why a case may not be done; what else the preview tells of it where it may. */
type Judged = RefusalCode | Partial<Pick<Included, 'receivedBy' | 'certificate' | 'paper'>>;

function judgeDesk(
  account: Account,
  action: 'assign' | 'release',
  { state, holder }: Standing,
  target: Account | null,
): Judged {
  if (action === 'assign' && target !== null) return claimableBy(target, state) ?? {};
  return holder === account.id ? {} : 'CLAIMED_BY_OTHER';
}

async function judgePrint(
  deps: ApiDeps,
  account: Account,
  state: AnyState,
  before: number,
): Promise<Judged> {
  const paper = await refusedOr(() => paperFor(deps, account, state));
  if (isRefusalCode(paper)) return paper;
  return before < PRINTED_AT_MOST ? { paper } : 'PRINTS_TOO_MANY';
}

async function judgeAct(
  deps: ApiDeps,
  account: Account,
  act: BulkAct,
  { state, holder }: Standing,
  before: readonly string[],
): Promise<Judged> {
  const command = { act, actor: actorOf(account), expectedRev: null, codes: {}, paperId: null };
  const situation = await situationOf(deps, state);
  const why = withFlow(state, (flow, at) => refusalOf(flow, at, command, situation));
  if (why !== null) return why;
  if (holder !== null && holder !== account.id) return 'CLAIMED_BY_OTHER';
  const hindrance = state.kind === 'TRANSFER' && (await hindranceOf(deps, state, act, before));
  if (hindrance) return hindrance;
  if (state.kind !== 'APPLICATION') return {};
  if (act === 'check' || act === 'sign') {
    const certificate = await refusedOr(() => certificateToSign(deps, account, state.caseId));
    return isRefusalCode(certificate) ? certificate : { certificate };
  }
  if (act !== 'handOver') return {};
  // Of one case an officer may decide so when the person stands before them; of many nobody sees it.
  if (state.facts.delivery === 'POST') return 'DELIVERY_BY_POST';
  return { receivedBy: await receiverOf(deps, account, state.caseId) };
}

/** What the flow, which sees one case, cannot tell of a transfer; `before`: what is taken over before it. */
async function hindranceOf(
  deps: ApiDeps,
  state: TransferState,
  action: BulkAct,
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
  const work = async (): Promise<RefusalCode | null> => {
    if (isBeside(action)) {
      const found = await findState(deps.pool, caseId);
      if (found?.state.rev !== rev) return 'STALE_REVISION';
      if (action === 'print') {
        await paperFor(deps, account, found.state);
        return null;
      }
      if (action === 'assign' && target !== null)
        return await assignOrCover(deps, found.state, { to: target, by: account.id });
      const leaving = { caseId, account: account.id, at: nowIso(deps) };
      return (await releaseCase(deps.pool, leaving)) ? null : 'CLAIMED_BY_OTHER';
    }
    const act = action as BulkAct;
    const paper =
      act === 'handOver' ? { receivedBy: await receiverOf(deps, account, caseId) } : undefined;
    await actOn(deps, account, caseId, { act, expectedRev: rev, codes: {}, paper }, { key });
    return null;
  };
  return refusedOr(work);
}

function isBeside(action: string): action is (typeof BESIDE_THE_FLOW)[number] {
  return (BESIDE_THE_FLOW as readonly string[]).includes(action);
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
