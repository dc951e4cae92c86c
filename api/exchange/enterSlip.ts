import type * as z from 'zod';
import { findEntered } from '../../db/read/transfers.ts';
import type { Account } from '../../domain/account.ts';
import type { SlipBody } from '../../domain/exchange/slip.ts';
import { slipKey } from '../../domain/exchange/slip.ts';
import type { TransferFacts } from '../../domain/flow/open.ts';
import type { ApiDeps } from '../deps.ts';
import { takeIn } from '../intake.ts';
import { Refused } from '../refused.ts';
import { checkSlip } from './slipChecks.ts';

/**
 * Enter a supplementary slip to a record of the account's own unit; it travels as a transfer of its
 * own. Throws Refused: UNKNOWN_RECORD, RECORD_OF_OTHER_PROVINCE, SLIP_KNOWN, INVALID_INPUT.
 */
export async function enterSlip(
  deps: ApiDeps,
  account: Account,
  { recordNumber, slip }: z.infer<typeof SlipBody>,
  requestKey: string,
) {
  checkSlip(deps, slip, 'slip');
  const unit = await deps.places.unit(account.unit);
  if (unit === null) throw new Refused('UNKNOWN_UNIT');
  const record = await findEntered(deps.pool, recordNumber);
  if (record === null) throw new Refused('UNKNOWN_RECORD');
  if (record.unit !== unit.code) throw new Refused('RECORD_OF_OTHER_PROVINCE');
  const { caseId } = await takeIn<TransferFacts>(deps, {
    kind: 'TRANSFER',
    account,
    unit,
    channel: null,
    externalCode: null,
    body: slip,
    person: record.person,
    accepted: true,
    requestKey,
    recordPrefix: null,
    slip: { recordNumber, documentKey: slipKey(slip) },
    facts: { slip: true },
  });
  return { caseId, recordNumber };
}
