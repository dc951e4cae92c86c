import { dispatchOf } from '../../db/read/dispatches.ts';
import { listSlips, officialAt, paperBody, postalNumberOf } from '../../db/read/transfers.ts';
import { differencesBetween } from '../../domain/exchange/compare.ts';
import { SlipSubmission } from '../../domain/exchange/slip.ts';
import type { TransferPage } from '../../domain/exchange/transferPage.ts';
import type { PaperChannel, TransferState } from '../../domain/flow/transferState.ts';
import { isoOf } from '../../domain/instant.ts';
import type { ApiDeps } from '../deps.ts';

/** What the page of a transfer shows beside the case. */
export async function transferPageOf(deps: ApiDeps, state: TransferState): Promise<TransferPage> {
  const { pool } = deps;
  const { caseId, recordNumber, recordPaperId, slip, paper } = state;
  const [electronic, slips, official, dispatch] = await Promise.all([
    paperBody(pool, caseId, recordPaperId),
    listSlips(pool, recordNumber),
    officialAt(pool, caseId),
    dispatchOf(pool, caseId),
  ]);
  return {
    slip: slip ? SlipSubmission.parse(electronic) : null,
    paper: paper === undefined ? null : await shown(deps, caseId, electronic, paper),
    slips: slip ? [] : [...slips],
    officialAt: official,
    dispatch,
  };
}

async function shown(
  { pool }: ApiDeps,
  caseId: string,
  electronic: unknown,
  { postedAt, arrivedAt, copyPaperId, differs, ruling }: PaperChannel,
): Promise<NonNullable<TransferPage['paper']>> {
  const copy = copyPaperId === null ? null : await paperBody(pool, caseId, copyPaperId);
  return {
    postedAt: postedAt === null ? null : isoOf(postedAt),
    postalNumber: postedAt === null ? null : await postalNumberOf(pool, caseId),
    arrivedAt: arrivedAt === null ? null : isoOf(arrivedAt),
    differences: copy === null ? [] : differencesBetween(electronic, copy),
    open: (differs ?? 0) > 0,
    ruling,
  };
}
