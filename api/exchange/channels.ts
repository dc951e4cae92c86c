import { storePaper } from '../../db/intake/papers.ts';
import { findWaiting, type WaitingPaper } from '../../db/read/paperArrivals.ts';
import { earlierSlipOpen, isOfficial, paperBody, tellsOfChange } from '../../db/read/transfers.ts';
import type { ActName } from '../../domain/acts.ts';
import { differencesBetween } from '../../domain/exchange/compare.ts';
import type { Command } from '../../domain/flow/flow.ts';
import type { TransferState } from '../../domain/flow/transferState.ts';
import type { ApiDeps } from '../deps.ts';
import { Refused } from '../refused.ts';

type Codes = Command['codes'];

/**
 * The codes of an act on a transfer with what only the house can add: how the electronic copy and the
 * paper compare, which the case, knowing no words, cannot tell.
 */
export async function withChannelCodes(
  deps: ApiDeps,
  state: TransferState,
  act: ActName,
  codes: Codes,
  paper: unknown,
): Promise<Codes> {
  if (state.slip) await checkSlipAct(deps, state, act, codes);
  const { paper: channel } = state;
  if (channel === undefined) return codes;
  if (act === 'receive' && channel.copyPaperId === null) {
    const waiting = await waitingFor(deps, state);
    return waiting === null ? codes : { ...codes, ...(await matchCodes(deps, state, waiting)) };
  }
  if ((act === 'correct' || act === 'correctSlip') && channel.copyPaperId !== null) {
    const copy = await paperBody(deps.pool, state.caseId, channel.copyPaperId);
    return { ...codes, differs: differencesBetween(paper, copy).length };
  }
  return codes;
}

/**
 * A slip adds to a record that the Centre has, after the slips entered before it. What it tells of an
 * approved change stands as the head approved it: nobody types it anew.
 */
async function checkSlipAct(
  { pool }: ApiDeps,
  { recordNumber, caseId }: TransferState,
  act: ActName,
  codes: Codes,
): Promise<void> {
  if (act === 'updateOfficially') {
    if (!(await isOfficial(pool, recordNumber))) throw new Refused('RECORD_NOT_OFFICIAL');
    if (await earlierSlipOpen(pool, recordNumber, caseId)) throw new Refused('EARLIER_SLIP_OPEN');
  }
  const typesAnew = act === 'correctSlip' || codes['rightCopy'] === 'PAPER';
  if (typesAnew && (await tellsOfChange(pool, caseId))) throw new Refused('APPROVED_CHANGE_STANDS');
}

/** The paper of a transfer that waits in the register, or null. */
export function waitingFor(
  { pool }: ApiDeps,
  { recordNumber, caseId, slip }: TransferState,
): Promise<WaitingPaper | null> {
  return findWaiting(pool, recordNumber, slip ? caseId : null);
}

/** Put the copy of a paper into the case's own papers; gives the codes that match both. */
export async function matchCodes(
  { pool }: ApiDeps,
  { caseId, recordPaperId }: TransferState,
  { id, body, registeredBy, arrivedAt }: WaitingPaper,
): Promise<Codes> {
  const electronic = await paperBody(pool, caseId, recordPaperId);
  const written = { writtenBy: registeredBy, writtenAt: arrivedAt };
  await storePaper(pool, { id, caseId, act: 'registerPaper', body, ...written });
  return { copyPaperId: id, differs: differencesBetween(electronic, body).length };
}
