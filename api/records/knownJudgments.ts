import { noteReads } from '../../db/desk/readAudit.ts';
import { listHeads } from '../../db/read/records.ts';
import { recordsLike } from '../../db/read/supplies.ts';
import type { Account } from '../../domain/account.ts';
import type { Identity } from '../../domain/identity/identity.ts';
import {
  isSameJudgment,
  type KnownJudgmentQuery,
  type KnownJudgments,
} from '../../domain/record/knownJudgment.ts';
import { type ApiDeps, nowIso } from '../deps.ts';

type Person = Parameters<typeof recordsLike>[1];
type Judgment = Parameters<typeof isSameJudgment>[0];

/** Records that stand, may be of a person and hold a judgment already, those of `unit` first; candidates only. */
export async function recordsHolding(
  { pool }: ApiDeps,
  unit: string,
  person: Person,
  judgment: Judgment,
): Promise<KnownJudgments['records']> {
  const like = await recordsLike(pool, person, { unit, origin: null });
  const numbers = like.map(({ recordNumber }) => recordNumber);
  const heads = await listHeads(pool, 'PROVINCE', numbers);
  return like.filter(({ recordNumber }) =>
    heads.get(recordNumber)?.file.judgments.some((one) => isSameJudgment(one, judgment)),
  );
}

/** The same for a form that is being filled in; that it was read is noted. */
export async function knownJudgments(
  deps: ApiDeps,
  { id: account, unit }: Account,
  { personalId, fullName, birthDate = '', number, date, court }: KnownJudgmentQuery,
): Promise<KnownJudgments> {
  const person = { ...NOBODY, personalId: personalId ?? null, fullName, birthDate };
  const records = await recordsHolding(deps, unit, person, { number, date, court });
  const caseIds = records.map(({ caseId }) => caseId);
  await noteReads(deps.pool, { account, caseIds, what: 'known-judgments', at: nowIso(deps) });
  return { records };
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
