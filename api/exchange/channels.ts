import { storePaper } from '../../db/intake/papers.ts';
import { findWaiting, type WaitingPaper } from '../../db/read/paperArrivals.ts';
import { laterSlipOpen, slipHindrance } from '../../db/read/recordOrder.ts';
import { paperBody, tellsOfChange } from '../../db/read/transfers.ts';
import type { ActName } from '../../domain/acts.ts';
import { differencesBetween } from '../../domain/exchange/compare.ts';
import { SlipContent } from '../../domain/exchange/slip.ts';
import type { Command } from '../../domain/flow/flow.ts';
import type { TransferState } from '../../domain/flow/transferState.ts';
import type { ApiDeps } from '../deps.ts';
import { mergedAway } from '../records/shelf.ts';
import { Refused } from '../refused.ts';
import { checkRoom } from './slipChecks.ts';

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
 * A slip adds to a record that the Centre has, in its turn. What it tells of an approved change stands as the
 * head approved it: nobody types it anew, and it is not given up before later ones. `before`: transfers that the
 * same person takes over before it.
 */
export async function checkSlipAct(
  deps: ApiDeps,
  state: TransferState,
  act: ActName,
  codes: Codes,
  before: readonly string[] = [],
): Promise<void> {
  const { pool } = deps;
  if (act === 'updateOfficially') {
    const hindrance = await slipHindrance(pool, state, before);
    if (hindrance === 'RECORD_MERGED') throw await mergedAway(deps, state.recordNumber);
    if (hindrance !== null) throw new Refused(hindrance);
    const slip = SlipContent.parse(await paperBody(pool, state.caseId, state.recordPaperId));
    if (slip.amendment === null) {
      await checkRoom(deps, state.recordNumber, { slip, before: state.caseId });
    }
  }
  if (act === 'abandon' && (await laterSlipOpen(pool, state))) throw new Refused('LATER_SLIP_OPEN');
  const typesAnew = act === 'correctSlip' || codes['rightCopy'] === 'PAPER';
  if (typesAnew && (await tellsOfChange(pool, state.caseId))) {
    throw new Refused('APPROVED_CHANGE_STANDS');
  }
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
