import { noteReads } from '../../db/desk/readAudit.ts';
import { type JudgmentNamed, type KnownRecord, recordsHolding } from '../../db/read/recordsLike.ts';
import type { Account } from '../../domain/account.ts';
import { type Identity, identityOfRecord } from '../../domain/identity/identity.ts';
import { allows } from '../../domain/permission.ts';
import type { RecordSubmission } from '../../domain/record.ts';
import type {
  KnownJudgmentQuery,
  KnownJudgments,
  RecordTold,
} from '../../domain/record/knownJudgment.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { isOnShelf, shelfOf } from './shelf.ts';

/** What an account is told of records, those that it may not read as one of their department. */
export function recordsTold(account: Account, records: readonly KnownRecord[]): RecordTold[] {
  const { book } = shelfOf(account);
  const reads = ({ unit, atCentre }: KnownRecord): boolean =>
    allows(account, 'record.read') && (book === 'CENTRE' ? atCentre : isOnShelf(account, unit));
  const others = records.filter((record) => !reads(record));
  return [
    ...records.filter(reads).map(({ unit, recordNumber, caseId }) => {
      return { unit, record: { recordNumber, caseId } };
    }),
    ...[...new Set(others.map(({ unit }) => unit))].map((unit) => ({ unit, record: null })),
  ];
}

/** Records that hold the judgment of a form that is being filled in already; that it was read is noted. */
export async function knownJudgments(
  deps: ApiDeps,
  account: Account,
  { personalId, fullName, birthDate = '', ...judgment }: KnownJudgmentQuery,
): Promise<KnownJudgments> {
  const person = { ...NOBODY, personalId: personalId ?? null, fullName, birthDate };
  return { records: await holdingTold(deps, account, person, judgment) };
}

/** The same of a record that is entered: other records than its own. */
export function holdingBeside(
  deps: ApiDeps,
  account: Account,
  record: RecordSubmission,
  recordNumber: string,
): Promise<RecordTold[]> {
  return holdingTold(deps, account, identityOfRecord(record), record.judgment, recordNumber);
}

async function holdingTold(
  deps: ApiDeps,
  account: Account,
  person: Identity,
  judgment: JudgmentNamed,
  except: string | null = null,
): Promise<RecordTold[]> {
  const among = { unit: account.unit, except };
  const records = await recordsHolding(deps.pool, person, judgment, among);
  const caseIds = records.map(({ caseId }) => caseId);
  const reading = { account: account.id, caseIds, at: nowIso(deps) };
  await noteReads(deps.pool, { ...reading, what: 'known-judgments' });
  return recordsTold(account, records);
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
