import { findRecord } from '../../db/read/records.ts';
import { dispatchOf } from '../../db/read/dispatches.ts';
import { listSlips, officialAt, paperBody, postalNumberOf } from '../../db/read/transfers.ts';
import { differencesBetween } from '../../domain/exchange/compare.ts';
import { SlipContent } from '../../domain/exchange/slip.ts';
import type { TransferPage } from '../../domain/exchange/transferPage.ts';
import type { PaperChannel, TransferState } from '../../domain/flow/transferState.ts';
import type { Account } from '../../domain/account.ts';
import { isoOf } from '../../domain/instant.ts';
import { RecordSubmission } from '../../domain/record.ts';
import type { ApiDeps } from '../deps.ts';
import { holdingBeside } from '../records/knownJudgments.ts';
import { shelfOf } from '../records/shelf.ts';

/** What the page of a transfer shows beside the case. */
export async function transferPageOf(
  deps: ApiDeps,
  account: Account,
  state: TransferState,
): Promise<TransferPage> {
  const { pool } = deps;
  const { caseId, recordNumber, recordPaperId, slip, paper } = state;
  const [electronic, slips, official, dispatch] = await Promise.all([
    paperBody(pool, caseId, recordPaperId),
    listSlips(pool, recordNumber),
    officialAt(pool, caseId),
    dispatchOf(pool, caseId),
  ]);
  const content = slip ? SlipContent.parse(electronic) : null;
  return {
    slip: content,
    paper: paper === undefined ? null : await shown(deps, caseId, electronic, paper),
    slips: slip ? [] : [...slips],
    known:
      slip || state.closedAt !== null ? [] : await knownBeside(deps, account, state, electronic),
    officialAt: official,
    normalised: await normalisedIn(deps, account, recordNumber, content),
    dispatch,
  };
}

/** As long as the transfer is open, until a correction names another judgment: what was told on saving is not lost. */
function knownBeside(
  deps: ApiDeps,
  account: Account,
  { recordNumber }: TransferState,
  electronic: unknown,
): Promise<TransferPage['known']> {
  return holdingBeside(deps, account, RecordSubmission.parse(electronic), recordNumber);
}

/** What the reader's book has of the transfer's judgment; a copy that is not there yet is what the department sends. */
async function normalisedIn(
  { pool }: ApiDeps,
  account: Account,
  recordNumber: string,
  slip: SlipContent | null,
): Promise<TransferPage['normalised']> {
  const { book } = shelfOf(account);
  const own = await findRecord(pool, book, recordNumber);
  const record = own ?? (await findRecord(pool, 'PROVINCE', recordNumber));
  const told = slip?.judgment;
  const judgment = record?.file.judgments.find(({ ref, number, date, court }) =>
    slip === null
      ? ref === 1
      : number === told?.number && date === told.date && court === told.court,
  );
  return judgment === undefined ? null : { code: judgment.offenceCode };
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
