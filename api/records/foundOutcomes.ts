import type { CommonQueryMethods } from 'slonik';
import type { Account } from '../../domain/account.ts';
import { type FoundBody, judgmentKey } from '../../domain/record/found.ts';
import { foundReason } from '../../domain/wording/foundReason.ts';
import type { ApiDeps } from '../deps.ts';
import { enterRecord } from '../enterRecord.ts';
import { namedId } from '../namedId.ts';
import { Refused } from '../refused.ts';
import { propose } from './proposals.ts';
import type { ApplicantRecord } from './recordsOfApplicant.ts';
import { recordOn } from './shelf.ts';

/** Keeps the decision together with what it makes; refuses where another one came first. */
export type Keep = (
  db: CommonQueryMethods,
  made: { recordNumber: string | null; proposal: string | null },
) => Promise<void>;

interface Standing {
  caseId: string;
  known: readonly ApplicantRecord[];
  /** Whether a record was made of another judgment of the case. */
  made: boolean;
  /** How many records were made from the case whose transfers were given up. */
  undone: number;
  /** Which decision on the judgment this is, from 1. */
  round: number;
  keep: Keep;
}

/** Words of a case and what was counted in it; the first is without a number. */
function named(words: string, count: number): string {
  return count === 1 ? words : `${words}/${count}`;
}

/** Do what an officer decided on a judgment and keep the decision, both or neither. */
export async function carryOut(
  deps: ApiDeps,
  account: Account,
  standing: Standing,
  body: FoundBody,
): Promise<void> {
  switch (body.outcome) {
    case 'RECORD':
      return makeRecord(deps, account, standing, body);
    case 'FURTHER':
      return proposeFurther(deps, account, standing, body);
    case 'THERE': {
      const recordNumber = await standsIn(deps, account, standing, body);
      return standing.keep(deps.pool, { recordNumber, proposal: null });
    }
    case 'NONE':
      return standing.keep(deps.pool, { recordNumber: null, proposal: null });
  }
}

type Decided<Outcome> = Extract<FoundBody, { outcome: Outcome }>;

/** One record per case, unless the one before was given up; the origin holds that whoever asks. */
async function makeRecord(
  deps: ApiDeps,
  account: Account,
  { caseId, known, made, undone, keep }: Standing,
  { judgment, record, despite }: Decided<'RECORD'>,
): Promise<void> {
  checkSame(judgment, record.judgment, 'record.judgment');
  const own = known.some(({ same, unit }) => same && unit === account.unit);
  if (made || own) throw new Refused('RECORD_IS_THERE');
  if (!despite && known.length > 0) throw new Refused('RECORD_MAY_BE_THERE');
  const origin = named(`FOUND/${caseId}`, undone + 1);
  const requestKey = namedId(origin);
  const beside: Beside = (db, recordNumber) => keep(db, { recordNumber, proposal: null });
  try {
    await enterRecord(deps, account, { record, requestKey, origin, beside });
  } catch (error) {
    // Of another judgment of the case, at this moment.
    if (!(error instanceof Refused) || error.code !== 'EXTERNAL_CODE_CONFLICT') throw error;
    throw new Refused('RECORD_IS_THERE', [], { cause: error });
  }
}

type Beside = NonNullable<Parameters<typeof enterRecord>[2]['beside']>;

async function proposeFurther(
  deps: ApiDeps,
  account: Account,
  { caseId, round, keep }: Standing,
  { judgment, content, recordNumber }: Decided<'FURTHER'>,
): Promise<void> {
  checkSame(judgment, content, 'content');
  const { version } = await recordOn(deps, account, recordNumber);
  const details = { judgment: content };
  const reason = foundReason(caseId);
  const key = namedId(named(`FOUND/${caseId} ${judgment} ${recordNumber}`, round));
  await propose(deps, account, recordNumber, {
    body: { kind: 'FURTHER_JUDGMENT', details, reason, version },
    key,
    beside: (db) => keep(db, { recordNumber, proposal: key }),
  });
}

/**
 * The record of this person in which the judgment stands; a co-defendant's has the same judgment. Another one
 * than those offered is the person's by the reason that is written down.
 */
async function standsIn(
  deps: ApiDeps,
  account: Account,
  { known }: Standing,
  { judgment, recordNumber, reason }: Decided<'THERE'>,
): Promise<string> {
  const { file, number, abandonedAt } = await recordOn(deps, account, recordNumber);
  if (abandonedAt !== null) throw new Refused('RECORD_ABANDONED');
  if (reason === undefined && !known.some((one) => one.recordNumber === number)) {
    throw new Refused('INVALID_INPUT', [{ path: 'recordNumber', code: 'RECORD_OF_ANOTHER' }]);
  }
  const there = file.judgments.some((one) => judgmentKey(one.number, one.date) === judgment);
  if (there) return number;
  throw new Refused('INVALID_INPUT', [{ path: 'recordNumber', code: 'UNKNOWN_JUDGMENT' }]);
}

/** Refuse a number or date other than the answer's: that would be another judgment. */
function checkSame(
  judgment: string,
  { number, date }: { number: string; date: string },
  at: string,
): void {
  if (judgmentKey(number, date) === judgment) return;
  throw new Refused('INVALID_INPUT', [{ path: `${at}.number`, code: 'OTHER_JUDGMENT' }]);
}
