import { noteReads } from '../../db/desk/readAudit.ts';
import { type KnownRecord, recordsHolding } from '../../db/read/recordsLike.ts';
import type { Account } from '../../domain/account.ts';
import type { Identity } from '../../domain/identity/identity.ts';
import type {
  KnownJudgmentQuery,
  KnownJudgments,
  RecordTold,
} from '../../domain/record/knownJudgment.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { isOnShelf } from './shelf.ts';

/** What an account is told of records, those of another department as one. */
export function recordsTold(account: Account, records: readonly KnownRecord[]): RecordTold[] {
  const own = records.filter(({ unit }) => isOnShelf(account, unit));
  const others = new Set(
    records.map(({ unit }) => unit).filter((unit) => !isOnShelf(account, unit)),
  );
  return [
    ...own.map(({ unit, ...record }) => ({ unit, record })),
    ...[...others].map((unit) => ({ unit, record: null })),
  ];
}

/** Records that hold the judgment of a form that is being filled in already; that it was read is noted. */
export async function knownJudgments(
  deps: ApiDeps,
  account: Account,
  { personalId, fullName, birthDate = '', ...judgment }: KnownJudgmentQuery,
): Promise<KnownJudgments> {
  const person = { ...NOBODY, personalId: personalId ?? null, fullName, birthDate };
  const among = { unit: account.unit, except: null };
  const records = await recordsHolding(deps.pool, person, judgment, among);
  const read = { account: account.id, what: 'known-judgments', at: nowIso(deps) };
  await noteReads(deps.pool, { ...read, caseIds: records.map(({ caseId }) => caseId) });
  return { records: recordsTold(account, records) };
}

/** Nothing told of a person. */
const NOBODY: Omit<Identity, 'fullName' | 'birthDate' | 'personalId'> = {
  otherNames: [],
  gender: 'OTHER',
  documents: [],
  fatherName: null,
  motherName: null,
  birthPlace: null,
  residences: [],
};
