import type { CommonQueryMethods } from 'slonik';
import type * as z from 'zod';
import { getStartInput } from '../db/intake/outbox.ts';
import { storePaper } from '../db/intake/papers.ts';
import { findState } from '../db/read/cases.ts';
import { findEventOfUpdate } from '../db/read/events.ts';
import type { Account } from '../domain/account.ts';
import { type ActReply, type ActName, type ActRequest, ACTS } from '../domain/acts.ts';
import { type AnyState, withFlow } from '../domain/flow/anyCase.ts';
import type { Command, Situation } from '../domain/flow/flow.ts';
import { claimsCase, refusalOf } from '../domain/flow/judge.ts';
import type { SlipSubmission } from '../domain/exchange/slip.ts';
import type { RecordSubmission } from '../domain/record.ts';
import type { Actor } from '../domain/role.ts';
import { doAct, type Reopening } from '../engine/cases.ts';
import { concerns } from './concerned.ts';
import { type ApiDeps, nowIso, nowMs } from './deps.ts';
import {
  checkAskedUnit,
  withCourtBeside,
  withEarlierAnswer,
  withNationalUnit,
} from './askChecks.ts';
import { checkMapping, checkProposedEntry } from './catalogue/codeRequests.ts';
import { correctionBy, knowCorrected } from './corrections.ts';
import { checkDraft } from './draftChecks.ts';
import { withChannelCodes } from './exchange/channels.ts';
import { checkSlip } from './exchange/slipChecks.ts';
import { openDifferences } from './reconciliation/openDifferences.ts';
import { refusedInput } from './problem.ts';
import { checkRecord } from './recordChecks.ts';
import { Refused } from './refused.ts';

export function actorOf(account: Actor): Actor {
  return { id: account.id, roles: account.roles, unit: account.unit };
}

/** What the judge needs beside the case: business time and the law the case goes by. */
export async function situationOf(deps: ApiDeps, state: AnyState): Promise<Situation> {
  return { now: nowMs(deps), law: await deps.laws.of(state) };
}

/** The coded and the written part of an act's payload, each checked by the act's own schema. */
function payloadOf(request: ActRequest): { codes: Command['codes']; paper: unknown } {
  const { codes, paper } = ACTS[request.act];
  const parsedCodes = (codes as z.ZodType).safeParse(request.codes);
  if (!parsedCodes.success) throw refusedInput(prefixed(parsedCodes.error, 'codes'));
  if (paper === null) return { codes: parsedCodes.data as Command['codes'], paper: null };
  const parsedPaper = (paper as z.ZodType).safeParse(request.paper);
  if (!parsedPaper.success) throw refusedInput(prefixed(parsedPaper.error, 'paper'));
  return { codes: parsedCodes.data as Command['codes'], paper: parsedPaper.data };
}

/**
 * What neither the schema nor the case's state can tell: dates, provinces, the person. Gives the paper
 * as it is kept.
 */
async function checkContent(
  deps: ApiDeps,
  state: AnyState,
  act: ActName,
  { codes, paper, key }: { codes: unknown; paper: unknown; key: string },
): Promise<unknown> {
  if (act === 'draft') {
    type Draft = typeof ACTS.draft;
    return checkDraft(
      deps,
      state,
      codes as z.infer<Draft['codes']>,
      paper as z.infer<Draft['paper']>,
    );
  }
  if (act === 'askUnit') await checkAskedUnit(deps, codes as z.infer<typeof ACTS.askUnit.codes>);
  if (act === 'proposeMapping') {
    await checkMapping(deps, codes as z.infer<typeof ACTS.proposeMapping.codes>);
  }
  if (act === 'proposeEntry') {
    type Proposed = typeof ACTS.proposeEntry;
    return checkProposedEntry(
      deps,
      codes as z.infer<Proposed['codes']>,
      paper as z.infer<Proposed['paper']>,
    );
  }
  if (act === 'correct') await checkRecord(deps, paper as RecordSubmission, 'paper');
  if (act === 'correctSlip' && state.kind === 'TRANSFER') {
    const checking = checkSlip(deps, state, paper as SlipSubmission, 'paper');
    await unlessDone(deps, state.caseId, key, checking, undefined);
  }
  return paper;
}

function prefixed(error: z.ZodError, head: string): z.core.$ZodIssue[] {
  return error.issues.map((issue) => ({ ...issue, path: [head, ...issue.path] }));
}

/**
 * A case's state and holder, whoever asks; refuses a number that is none with CASE_NOT_FOUND. Whether the
 * account may see the case is for the caller to check, before anything of it is answered.
 */
export async function getState(db: CommonQueryMethods, caseId: string) {
  const found = await findState(db, caseId);
  if (found === null) throw new Refused('CASE_NOT_FOUND');
  return found;
}

/** Where a case stands and who holds it. */
interface Standing {
  state: AnyState;
  holder: string | null;
}

/** The request an act is asked by: `key` makes a repeat harmless; with `bodyHash` the case keeps the reply with the act. */
interface Asking {
  key: string;
  bodyHash?: string;
}

/** Reply to an act; `bodyHash` when it is kept with the act already. */
export type Acted = ActReply & { bodyHash?: string | undefined };

/**
 * Do an act for a person: check the payload, ask the judge early (cheap and in the person's words),
 * keep what was written, then let the case's workflow decide. `found`: where the case stands, if that
 * was read already.
 */
export async function actOn(
  deps: ApiDeps,
  account: Account,
  caseId: string,
  request: ActRequest,
  { key, bodyHash }: Asking,
  found?: Standing,
): Promise<Acted> {
  const { codes: given, paper } = payloadOf(request);
  const { state, holder } = found ?? (await getState(deps.pool, caseId));
  if (!concerns(state, account)) throw new Refused('NOT_YOUR_UNIT');
  const completing = completed(deps, state, request.act, given, paper);
  const codes = await unlessDone(deps, caseId, key, completing, given);
  const command: Command = {
    act: request.act,
    actor: actorOf(account),
    expectedRev: request.expectedRev,
    seenRev: state.rev,
    codes,
    paperId: paper === null ? null : key,
    bodyHash,
  };
  const isLegal = await mayBeAsked(deps, state, holder, command, key);
  const body = await checkContent(deps, state, request.act, { codes, paper, key });
  if (paper !== null) {
    const written = { writtenBy: account.id, writtenAt: nowIso(deps) };
    const kept = { id: key, caseId, act: request.act, body, ...written };
    if (!(await storePaper(deps.pool, kept))) throw new Refused('IDEMPOTENCY_KEY_REUSED');
  }
  const corrected = await correctionBy(deps.pool, state, command, paper);
  if (corrected !== null) await knowCorrected(deps.pool, corrected);
  const reopening = isLegal ? await reopeningOf(deps, state) : null;
  const result = await doAct(deps.client, caseId, command, key, reopening);
  if (!result.ok) throw new Refused(result.code);
  return { caseId, ...result.done };
}

/** The codes of an act with what only the house can add to them. */
async function completed(
  deps: ApiDeps,
  state: AnyState,
  act: ActName,
  codes: Command['codes'],
  paper: unknown,
): Promise<Command['codes']> {
  if (state.kind === 'TRANSFER') return withChannelCodes(deps, state, act, codes, paper);
  if (act === 'closeReconciliation') {
    return { ...codes, open: await openDifferences(deps, state.caseId) };
  }
  if (act === 'reuseAnswer') return withEarlierAnswer(deps, state, codes);
  if (act === 'reclassify') return withNationalUnit(deps, codes);
  return act === 'askUnit' ? withCourtBeside(deps, codes) : codes;
}

/**
 * Refuse early what the row already shows to be impossible. A request that was answered OUTCOME_UNKNOWN
 * is asked again with its key although the case has moved on, so a stale revision is left to the case.
 * Gives whether the row shows the act to be legal.
 */
async function mayBeAsked(
  deps: ApiDeps,
  state: AnyState,
  holder: string | null,
  command: Command,
  key: string,
): Promise<boolean> {
  const situation = await situationOf(deps, state);
  const early = withFlow(state, (flow, at) => refusalOf(flow, at, command, situation));
  if (early !== null) {
    // The same key in another's hands is another request.
    const done = await findEventOfUpdate(deps.pool, state.caseId, key);
    if (done?.actor !== command.actor.id) throw new Refused(early);
  }
  const claims = withFlow(state, (flow, at) => claimsCase(flow, at, command.act));
  const heldByOther = holder !== null && holder !== command.actor.id;
  if (early === null && claims && heldByOther) throw new Refused('CLAIMED_BY_OTHER');
  return early === null;
}

/** What a case that has ended lives on from, for an act that opens it again; null while it is open. */
async function reopeningOf(deps: ApiDeps, state: AnyState): Promise<Reopening | null> {
  if (state.closedAt === null) return null;
  const { kind, caseId } = state;
  return { kind, input: await getStartInput(deps.pool, caseId), state };
}

/** What a check gives; `asGiven` where it refuses what was done already, for then the act is only repeated. */
async function unlessDone<T>(
  { pool }: ApiDeps,
  caseId: string,
  key: string,
  checking: Promise<T>,
  asGiven: T,
): Promise<T> {
  try {
    return await checking;
  } catch (error) {
    if (error instanceof Refused && (await wasDone(pool, caseId, key))) return asGiven;
    throw error;
  }
}

/** Whether an act of this update id stands in the case's log already. */
async function wasDone(db: CommonQueryMethods, caseId: string, key: string): Promise<boolean> {
  return (await findEventOfUpdate(db, caseId, key)) !== null;
}
