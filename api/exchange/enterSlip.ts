import type * as z from 'zod';
import { findEntered } from '../../db/read/transfers.ts';
import type { Account } from '../../domain/account.ts';
import type { SlipBody, SlipSubmission } from '../../domain/exchange/slip.ts';
import { slipKey } from '../../domain/exchange/slip.ts';
import type { TransferFacts } from '../../domain/flow/open.ts';
import { dateOf } from '../../domain/instant.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { takeIn } from '../intake.ts';
import { type FieldProblem, Refused } from '../refused.ts';

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

/** Only what is in force is added, and nothing is issued tomorrow. `at`: where the slip stands in the request. */
export function checkSlip(
  deps: ApiDeps,
  { judgment, document }: SlipSubmission,
  at: 'slip' | 'paper',
): void {
  const today = dateOf(nowMs(deps));
  const fields: FieldProblem[] = [];
  if (judgment !== null && judgment.effectiveDate > today) {
    fields.push({ path: `${at}.judgment.effectiveDate`, code: 'NOT_YET_EFFECTIVE' });
  }
  if (document !== null && document.date > today) {
    fields.push({ path: `${at}.document.date`, code: 'IN_FUTURE' });
  }
  if (fields.length > 0) throw new Refused('INVALID_INPUT', fields);
}
