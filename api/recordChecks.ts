import { listProvinces } from '../db/read/units.ts';
import { dateOf } from '../domain/instant.ts';
import type { RecordSubmission } from '../domain/record.ts';
import { type ApiDeps, nowMs } from './deps.ts';
import { type FieldProblem, Refused } from './refused.ts';

/**
 * What only the day and the lists can tell of a record, entered or corrected: only a judgment in force
 * makes one (Law 28/2009 Art. 4), nobody is born tomorrow, and its province exists. `at` is where the
 * record stands in the request.
 */
export async function checkRecord(
  deps: ApiDeps,
  { person, judgment }: RecordSubmission,
  at: 'record' | 'paper',
): Promise<void> {
  const today = dateOf(nowMs(deps));
  const fields: FieldProblem[] = [];
  if (judgment.effectiveDate > today) {
    fields.push({ path: `${at}.judgment.effectiveDate`, code: 'NOT_YET_EFFECTIVE' });
  }
  if (person.birthDate > today) fields.push({ path: `${at}.person.birthDate`, code: 'IN_FUTURE' });
  if (fields.length > 0) throw new Refused('INVALID_INPUT', fields);
  const provinces = await listProvinces(deps.pool, today);
  if (provinces.some(({ code }) => code === person.provinceCode)) return;
  const path = `${at}.person.provinceCode`;
  throw new Refused('UNKNOWN_PROVINCE', [{ path, code: 'UNKNOWN_PROVINCE' }]);
}
