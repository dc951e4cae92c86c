import type * as z from 'zod';
import { findEntered } from '../../db/read/transfers.ts';
import { findMadeBy, findRecord, followNumber } from '../../db/read/records.ts';
import { findProposal } from '../../db/read/recordProposals.ts';
import type { Account } from '../../domain/account.ts';
import type { SlipBody, SlipContent } from '../../domain/exchange/slip.ts';
import { slipKey } from '../../domain/exchange/slip.ts';
import type { TransferFacts } from '../../domain/flow/open.ts';
import { toldChanges } from '../../domain/record/told.ts';
import type { ApiDeps } from '../deps.ts';
import { type Handover, takeIn } from '../intake.ts';
import { checkStands, mergedAway } from '../records/shelf.ts';
import { Refused } from '../refused.ts';
import { checkSlip } from './slipChecks.ts';

/**
 * Enter a supplementary slip to a record of the account's own unit; it travels as a transfer of its
 * own. Throws Refused: UNKNOWN_RECORD, RECORD_OF_OTHER_PROVINCE, RECORD_MERGED, RECORD_ABANDONED, SLIP_KNOWN,
 * EARLIER_CHANGE_UNTOLD, and as `checkSlip`.
 */
export async function enterSlip(
  deps: ApiDeps,
  account: Account,
  { recordNumber, slip }: z.infer<typeof SlipBody>,
  requestKey: string,
) {
  const [entered, record] = await Promise.all([
    findEntered(deps.pool, recordNumber),
    findRecord(deps.pool, 'PROVINCE', recordNumber),
  ]);
  if (entered === null || record === null) throw new Refused('UNKNOWN_RECORD');
  if (entered.unit !== account.unit) throw new Refused('RECORD_OF_OTHER_PROVINCE');
  await checkStands(deps, record);
  await checkSlip(deps, { recordNumber, caseId: null }, slip, 'slip');
  return openSlip(deps, account, {
    recordNumber,
    slip: { ...slip, amendment: null },
    documentKey: slipKey(slip),
    proposal: null,
    person: entered.person,
    requestKey,
  });
}

/**
 * Open the slip that tells the Centre of an approved change of a record, with what it changed; also of a record
 * that was merged away since, until the Centre has merged it. Throws Refused: PROPOSAL_UNKNOWN, NOT_YOUR_UNIT,
 * RECORD_MERGED, RECORD_ABANDONED, NOTHING_TO_TELL, SLIP_KNOWN, EARLIER_CHANGE_UNTOLD.
 */
export async function tellChange(
  deps: ApiDeps,
  account: Account,
  proposalId: string,
  requestKey: string,
) {
  const proposal = await findProposal(deps.pool, proposalId);
  if (proposal === null) throw new Refused('PROPOSAL_UNKNOWN');
  const { kind, number: recordNumber, unit } = proposal;
  if (unit !== account.unit) throw new Refused('NOT_YOUR_UNIT');
  const copy = await followNumber(deps.pool, 'CENTRE', recordNumber);
  if (copy !== null && copy !== recordNumber) throw await mergedAway(deps, recordNumber);
  const made = kind === 'MERGE' ? null : await findMadeBy(deps.pool, recordNumber, proposalId);
  if (made === null) throw new Refused('NOTHING_TO_TELL');
  const { before, after } = made;
  const { fullName, birthDate, personalId } = after.person;
  return openSlip(deps, account, {
    recordNumber,
    slip: {
      judgment: null,
      document: null,
      amendment: { kind, changes: toldChanges(before, after) },
    },
    documentKey: proposalId,
    proposal: proposalId,
    person: { fullName, birthDate, personalId },
    requestKey,
  });
}

interface OpenedSlip {
  recordNumber: string;
  slip: SlipContent;
  documentKey: string;
  proposal: string | null;
  person: Handover<TransferFacts>['person'];
  requestKey: string;
}

async function openSlip(
  deps: ApiDeps,
  account: Account,
  { recordNumber, slip, documentKey, proposal, person, requestKey }: OpenedSlip,
) {
  const unit = await deps.places.unit(account.unit);
  if (unit === null) throw new Refused('UNKNOWN_UNIT');
  const { caseId } = await takeIn<TransferFacts>(deps, {
    kind: 'TRANSFER',
    account,
    unit,
    channel: null,
    externalCode: null,
    body: slip,
    person,
    accepted: true,
    requestKey,
    recordPrefix: null,
    slip: { recordNumber, documentKey, proposal },
    facts: { slip: true },
  });
  return { caseId, recordNumber };
}
