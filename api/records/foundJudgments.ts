import { keepFoundDecision } from '../../db/desk/foundJudgments.ts';
import { noteReads } from '../../db/desk/readAudit.ts';
import { getSubmitted } from '../../db/read/cases.ts';
import { findDraft } from '../../db/read/certificates.ts';
import { listFoundDecisions, listOpenFound, listTold } from '../../db/read/foundJudgments.ts';
import type { Account } from '../../domain/account.ts';
import type { Subject } from '../../domain/application.ts';
import type { AnyState } from '../../domain/flow/anyCase.ts';
import { allows } from '../../domain/permission.ts';
import {
  type FoundBody,
  type FoundJudgment,
  foundJudgments,
  type FoundLines,
  type FoundPage,
  type FoundQuery,
} from '../../domain/record/found.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { Refused } from '../refused.ts';
import { carryOut, type Keep } from './foundOutcomes.ts';
import { recordsOf, told } from './recordsOfApplicant.ts';

/** What is open at an account's unit; that it was read is noted of every case in it. */
export async function openList(
  deps: ApiDeps,
  { id: account, unit }: Account,
  query: FoundQuery,
  what: 'found-judgments' | 'found-judgments.csv' = 'found-judgments',
): Promise<FoundLines> {
  const found = await listOpenFound(deps.pool, unit, query);
  const caseIds = found.cases.map(({ caseId }) => caseId);
  await noteReads(deps.pool, { account, caseIds, what, at: nowIso(deps) });
  return found;
}

/** The judgments that answers of an application told of, what became of each, and records of the person. */
export async function foundPage(
  deps: ApiDeps,
  account: Account,
  state: AnyState,
): Promise<FoundPage> {
  const found = await foundIn(deps, state);
  const { subject, certificate, judgments } = found;
  const own = await deps.places.unit(state.unit);
  const residence = subject.permanentResidence ?? subject.temporaryResidence;
  const mayDecide =
    certificate !== null && allows(account, 'transfer.enter') && account.unit === state.unit;
  return {
    certificate,
    judgments,
    known: judgments.length === 0 ? [] : told(account, await recordsOf(deps, state, found)),
    elsewhere: residence?.provinceCode !== own?.provinceCode,
    mayDecide,
  };
}

/**
 * Decide what becomes of a judgment that a case's answers told of, after its certificate was issued: once,
 * unless nothing came of it. The decision and what it makes are one transaction: of two who decide at one
 * moment the later one is refused and made nothing.
 */
export async function decideFound(
  deps: ApiDeps,
  account: Account,
  state: AnyState,
  body: FoundBody,
): Promise<void> {
  if (account.unit !== state.unit) throw new Refused('NOT_YOUR_UNIT');
  const { caseId } = state;
  const found = await foundIn(deps, state);
  const { certificate, judgments, decisions } = found;
  if (certificate === null) throw new Refused('FOUND_NOT_YET');
  const judgment = judgments.find(({ key }) => key === body.judgment);
  const source = judgment?.sources[0];
  if (judgment === undefined || source === undefined) throw new Refused('FOUND_UNKNOWN');
  if (judgment.decision !== null) throw new Refused('FOUND_DECIDED');
  const known = await recordsOf(deps, state, found);
  const round = decisions.filter((one) => one.judgment === judgment.key).length + 1;
  const keep: Keep = async (db, { recordNumber, proposal }) => {
    const kept = await keepFoundDecision(db, {
      caseId,
      judgment: judgment.key,
      round,
      answerId: source.answerId,
      outcome: body.outcome,
      recordNumber,
      proposal,
      reason: 'reason' in body ? (body.reason ?? null) : null,
      by: account.id,
      at: nowIso(deps),
    });
    if (!kept) throw new Refused('FOUND_DECIDED');
  };
  const made = judgments.some(({ decision }) => decision?.outcome === 'RECORD');
  const undone = decisions.filter((one) => one.outcome === 'RECORD' && one.undone !== null).length;
  await carryOut(deps, account, { caseId, known, made, undone, round, keep }, body);
}

interface Found {
  subject: Subject;
  /** Number of the first certificate; null before it is issued. */
  certificate: string | null;
  judgments: FoundJudgment[];
  /** Every decision on them, also those of which nothing came. */
  decisions: Awaited<ReturnType<typeof listFoundDecisions>>;
}

async function foundIn({ pool }: ApiDeps, { caseId }: AnyState): Promise<Found> {
  const [submitted, told, decisions, draft] = await Promise.all([
    getSubmitted(pool, caseId),
    listTold(pool, caseId),
    listFoundDecisions(pool, caseId),
    findDraft(pool, caseId),
  ]);
  if (submitted.application === null) throw new Refused('NOT_FOUND');
  const judgments = foundJudgments(told, draft?.entries ?? []).map((found) => {
    const latest = decisions.findLast(({ judgment }) => judgment === found.key) ?? null;
    if (latest === null) return { ...found, decision: null, returned: null };
    const { undone, ...decision } = latest;
    return { ...found, decision: undone === null ? decision : null, returned: undone };
  });
  const certificate = submitted.certificates[0]?.number ?? null;
  return { subject: submitted.application.subject, certificate, judgments, decisions };
}
