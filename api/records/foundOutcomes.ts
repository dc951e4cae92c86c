import type { Account } from '../../domain/account.ts';
import { type FoundBody, judgmentKey, type RecordKnown } from '../../domain/record/found.ts';
import { foundReason } from '../../domain/wording/foundReason.ts';
import type { ApiDeps } from '../deps.ts';
import { enterRecord } from '../enterRecord.ts';
import { namedId } from '../namedId.ts';
import { Refused } from '../refused.ts';
import { propose } from './proposals.ts';
import { recordOn } from './shelf.ts';

interface Standing {
  caseId: string;
  known: readonly RecordKnown[];
  /** Whether a record was made of another judgment of the case. */
  made: boolean;
}

/** What a record made of a case's answers was made from: one case, one record. */
export function originOf(caseId: string): string {
  return `FOUND/${caseId}`;
}

/** Do what an officer decided on a judgment; gives the record it stands in, null where none. */
export async function carryOut(
  deps: ApiDeps,
  account: Account,
  standing: Standing,
  body: FoundBody,
): Promise<string | null> {
  switch (body.outcome) {
    case 'RECORD':
      return makeRecord(deps, account, standing, body);
    case 'FURTHER':
      return proposeFurther(deps, account, standing, body);
    case 'THERE': {
      const { file, number } = await recordOn(deps, account, body.recordNumber);
      const there = file.judgments.some(
        (one) => judgmentKey(one.number, one.date) === body.judgment,
      );
      if (there) return number;
      throw new Refused('INVALID_INPUT', [{ path: 'recordNumber', code: 'UNKNOWN_JUDGMENT' }]);
    }
    case 'NONE':
      return null;
  }
}

type Decided<Outcome> = Extract<FoundBody, { outcome: Outcome }>;

async function makeRecord(
  deps: ApiDeps,
  account: Account,
  { caseId, known, made }: Standing,
  { judgment, record, despite }: Decided<'RECORD'>,
): Promise<string> {
  checkSame(judgment, record.judgment, 'record.judgment');
  const own = known.some(({ same, unit }) => same && unit === account.unit);
  if (made || own) throw new Refused('RECORD_IS_THERE');
  if (!despite && known.length > 0) throw new Refused('RECORD_MAY_BE_THERE');
  const origin = originOf(caseId);
  const requestKey = namedId(origin);
  const { recordNumber } = await enterRecord(deps, account, { record, requestKey, origin });
  return recordNumber;
}

async function proposeFurther(
  deps: ApiDeps,
  account: Account,
  { caseId }: Standing,
  { judgment, content, recordNumber }: Decided<'FURTHER'>,
): Promise<string> {
  checkSame(judgment, content, 'content');
  const { version } = await recordOn(deps, account, recordNumber);
  const details = { judgment: content };
  const reason = foundReason(caseId);
  await propose(deps, account, recordNumber, {
    body: { kind: 'FURTHER_JUDGMENT', details, reason, version },
    key: namedId(`${originOf(caseId)} ${judgment} ${recordNumber}`),
  });
  return recordNumber;
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
