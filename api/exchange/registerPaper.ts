import { keepArrival } from '../../db/intake/paperArrivals.ts';
import { findState } from '../../db/read/cases.ts';
import { findArrival, findWaiting, type WaitingPaper } from '../../db/read/paperArrivals.ts';
import { findEntered } from '../../db/read/transfers.ts';
import type { Account } from '../../domain/account.ts';
import type { PaperArrival, PaperRegistered } from '../../domain/exchange/arrival.ts';
import type { TransferState } from '../../domain/flow/transferState.ts';
import { doAct } from '../../engine/cases.ts';
import { actorOf } from '../acting.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { checkRecord } from '../recordChecks.ts';
import { Refused } from '../refused.ts';
import { matchCodes } from './channels.ts';

/** Steps in which a transfer takes its paper over; before, the paper waits in the register. */
const TAKING: readonly TransferState['step'][] = ['SENT', 'RECEIVED', 'CHECKED', 'REVIEWED'];

/**
 * Enter a paper that came by post into the Centre's register, and match it with its transfer if that is
 * there. `key` is the paper's id: a repeat is the same paper.
 */
export async function registerPaper(
  deps: ApiDeps,
  account: Account,
  arrival: PaperArrival,
  key: string,
): Promise<PaperRegistered> {
  if (arrival.kind === 'RECORD') await checkRecord(deps, arrival.record, 'record');
  if ((await findArrival(deps.pool, key)) === null) {
    await refuseSecond(deps, arrival);
    await keepArrival(deps.pool, key, arrival, { by: account.id, at: nowIso(deps) });
  }
  return matchPaper(deps, account, key, key);
}

/** A paper is refused where another one waits or was matched, and where none is awaited. */
async function refuseSecond(deps: ApiDeps, arrival: PaperArrival): Promise<void> {
  const slipNumber = arrival.kind === 'SLIP' ? arrival.transferNumber : null;
  const waiting = await findWaiting(deps.pool, arrival.recordNumber, slipNumber);
  if (waiting !== null) throw new Refused('PAPER_KNOWN');
  const state = await transferOf(deps, { ...arrival, transferNumber: slipNumber });
  if (state === null) return;
  if (state.closedAt !== null) throw new Refused('CASE_CLOSED');
  if (state.paper?.copyPaperId != null) throw new Refused('PAPER_KNOWN');
  const sent = state.step !== 'ENTERED' && state.step !== 'RETURNED';
  if (sent && state.paper === undefined) throw new Refused('ELECTRONIC_ONLY');
}

/**
 * Match a registered paper with its transfer; it goes on waiting where that is not at the Centre.
 * Throws Refused when the transfer has a paper already.
 */
export async function matchPaper(
  deps: ApiDeps,
  account: Account,
  id: string,
  key: string,
): Promise<PaperRegistered> {
  const paper = await findArrival(deps.pool, id);
  if (paper === null) throw new Refused('NOT_FOUND');
  const state = await transferOf(deps, paper);
  const taken = state?.paper !== undefined && TAKING.includes(state.step);
  if (state === null || !taken) return { id, caseId: null, differs: null };
  const codes = await matchCodes(deps, state, paper);
  const known = { expectedRev: null, seenRev: state.rev, codes, paperId: id };
  const command = { act: 'registerPaper', actor: actorOf(account), ...known };
  const result = await doAct(deps.client, state.caseId, command, key);
  if (!result.ok) throw new Refused(result.code);
  return { id, caseId: state.caseId, differs: Number(codes['differs']) };
}

/** The transfer a paper belongs to, as the database has it; null where nobody has entered it. */
async function transferOf(
  { pool }: ApiDeps,
  { recordNumber, transferNumber }: Pick<WaitingPaper, 'recordNumber' | 'transferNumber'>,
): Promise<TransferState | null> {
  const caseId = transferNumber ?? (await findEntered(pool, recordNumber))?.caseId ?? null;
  const state = caseId === null ? null : ((await findState(pool, caseId))?.state ?? null);
  if (state?.kind !== 'TRANSFER') return null;
  return state.recordNumber === recordNumber ? state : null;
}
