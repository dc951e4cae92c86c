import { listGivenUp } from '../../db/read/foundJudgments.ts';
import { listDecisions } from '../../db/read/identityDecisions.ts';
import { listKnownPersons } from '../../db/read/knownPersons.ts';
import { recordsLike } from '../../db/read/recordsLike.ts';
import type { Account } from '../../domain/account.ts';
import type { Subject } from '../../domain/application.ts';
import type { AnyState } from '../../domain/flow/anyCase.ts';
import { identityOfSubject } from '../../domain/identity/identity.ts';
import { allows } from '../../domain/permission.ts';
import type { FoundJudgment, RecordKnown } from '../../domain/record/found.ts';
import type { ApiDeps } from '../deps.ts';
import { isOnShelf } from './shelf.ts';

/** A record of, or like that of, an applicant; `same` where an officer decided that it is of this person. */
export interface ApplicantRecord {
  recordNumber: string;
  unit: string;
  same: boolean;
}

/** Who applied, and the judgments that the answers of the application told of. */
interface Found {
  subject: Subject;
  judgments: readonly Pick<FoundJudgment, 'decision'>[];
}

/**
 * Records that may be of the applicant: all that an officer decided to be, in the look-up or by saying that a judgment
 * stands in it, then at most ten nobody decided about. Without those decided to be somebody else's,
 * unless a judgment was decided to stand there, and those whose transfer was given up.
 */
export async function recordsOf(
  { pool }: ApiDeps,
  { caseId, unit }: AnyState,
  { subject, judgments }: Found,
): Promise<ApplicantRecord[]> {
  const decided = await listDecisions(pool, caseId);
  const latest = new Map(decided.toReversed().map((one) => [one.knownPerson, one.decision]));
  const persons = await listKnownPersons(pool, [...latest.keys()]);
  const same = new Map<string, string>();
  const other: string[] = [];
  for (const { id, recordNumber, unit: of } of persons) {
    if (recordNumber === null) continue;
    if (latest.get(id) === 'SAME_PERSON') same.set(recordNumber, of);
    if (latest.get(id) === 'OTHER_PERSON') other.push(recordNumber);
  }
  for (const number of await listGivenUp(pool, [...same.keys()])) same.delete(number);
  // Only records of the department that handles the case are decided to hold a judgment.
  for (const { decision } of judgments) {
    if (decision?.recordNumber != null) same.set(decision.recordNumber, unit);
  }
  const like = await recordsLike(pool, identityOfSubject(subject), {
    unit,
    origin: null,
    decided: [...same.keys(), ...other],
  });
  return [
    ...[...same].map(([recordNumber, of]) => ({ recordNumber, unit: of, same: true })),
    ...like.map(({ recordNumber, unit: of }) => ({ recordNumber, unit: of, same: false })),
  ];
}

/**
 * What an account is told of them: the number where it may read the record as one of its department, of any other
 * unit once that it has one. Every number stands in the look-up, for who may read that.
 */
export function told(account: Account, records: readonly ApplicantRecord[]): RecordKnown[] {
  const reads = allows(account, 'record.read');
  const lines = records.map((one) => {
    return reads && isOnShelf(account, one.unit) ? one : { ...one, recordNumber: null };
  });
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}
