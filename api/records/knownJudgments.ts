import { noteReads } from '../../db/desk/readAudit.ts';
import { recordsHolding } from '../../db/read/recordsLike.ts';
import type { Account } from '../../domain/account.ts';
import type { Identity } from '../../domain/identity/identity.ts';
import type { KnownJudgmentQuery, KnownJudgments } from '../../domain/record/knownJudgment.ts';
import { type ApiDeps, nowIso } from '../deps.ts';

/** Records that hold the judgment of a form that is being filled in already; that it was read is noted. */
export async function knownJudgments(
  deps: ApiDeps,
  { id: account, unit }: Account,
  { personalId, fullName, birthDate = '', number, date, court }: KnownJudgmentQuery,
): Promise<KnownJudgments> {
  const person = { ...NOBODY, personalId: personalId ?? null, fullName, birthDate };
  const named = { number, date, court };
  const records = await recordsHolding(deps.pool, person, named, { unit, except: null });
  const caseIds = records.map(({ caseId }) => caseId);
  await noteReads(deps.pool, { account, caseIds, what: 'known-judgments', at: nowIso(deps) });
  return { records: [...records] };
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
