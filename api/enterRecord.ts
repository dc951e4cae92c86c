import { recordsHolding } from '../db/read/recordsLike.ts';
import type { Account } from '../domain/account.ts';
import type { TransferFacts } from '../domain/flow/open.ts';
import { identityOfRecord } from '../domain/identity/identity.ts';
import { type RecordCreated, type RecordSubmission } from '../domain/record.ts';
import * as z from 'zod';
import type { ApiDeps } from './deps.ts';
import { type Handover, takeIn } from './intake.ts';
import { checkRecord } from './recordChecks.ts';
import { Refused } from './refused.ts';

interface Entered {
  record: RecordSubmission;
  /** The request's idempotency key. */
  requestKey: string;
  /** What the record was made from, where that makes one record only, whoever asks. */
  origin: string | null;
  /** What is kept with it in the same transaction. */
  beside?: Handover<TransferFacts>['beside'];
}

/**
 * Make a record and open its transfer to the Centre, once per key and once per origin; warns where a record that may
 * be of the same person holds the judgment already.
 */
export async function enterRecord(
  deps: ApiDeps,
  account: Account,
  { record, requestKey, origin, beside }: Entered,
): Promise<z.infer<typeof RecordCreated>> {
  await checkRecord(deps, record, 'record');
  const unit = await deps.places.unit(account.unit);
  if (unit === null || unit.provinceCode === null) throw new Refused('UNKNOWN_UNIT');
  const { fullName, birthDate, personalId } = record.person;
  const taken = await takeIn<TransferFacts>(deps, {
    kind: 'TRANSFER',
    account,
    unit,
    channel: null,
    externalCode: origin,
    body: record,
    person: { fullName, birthDate, personalId },
    accepted: true,
    requestKey,
    recordPrefix: `${unit.provinceCode}${unit.prefix}`,
    knownAs: identityOfRecord(record),
    record,
    beside,
    facts: {},
  });
  const { facts } = WithNumber.parse(taken.input);
  const { caseId } = taken;
  const { recordNumber } = facts;
  const others = { unit: unit.code, except: recordNumber };
  const known = await recordsHolding(deps.pool, identityOfRecord(record), record.judgment, others);
  return { caseId, recordNumber, warnings: known.length > 0 ? ['JUDGMENT_KNOWN'] : [] };
}

const WithNumber = z.object({ facts: z.object({ recordNumber: z.string() }) });
