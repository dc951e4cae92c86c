import { dateOf } from '../../domain/instant.ts';
import type { Amendment } from '../../domain/record/amendment.ts';
import { type ApiDeps, nowMs } from '../deps.ts';
import { type FieldProblem, Refused } from '../refused.ts';

/**
 * What only the day and the lists can tell of a change: a judgment that is not yet in force makes no entry
 * (Law 28/2009 Art. 4), nothing has happened tomorrow, and a province exists.
 */
export async function checkAmendment(deps: ApiDeps, amendment: Amendment): Promise<void> {
  const today = dateOf(nowMs(deps));
  const fields = datesOf(amendment)
    .filter(({ date }) => date > today)
    .map(({ path, code }): FieldProblem => ({ path: `details.${path}`, code }));
  if (fields.length > 0) throw new Refused('INVALID_INPUT', fields);
  if (amendment.kind !== 'PERSON_CORRECTED' && amendment.kind !== 'CIVIL_STATUS') return;
  const { provinceCode } = amendment.details.person;
  if (await deps.places.knowsProvince(provinceCode, today, today)) return;
  const path = 'details.person.provinceCode';
  throw new Refused('UNKNOWN_PROVINCE', [{ path, code: 'UNKNOWN_PROVINCE' }]);
}

interface Dated {
  path: string;
  date: string;
  code: 'IN_FUTURE' | 'NOT_YET_EFFECTIVE';
}

function datesOf({ kind, details }: Amendment): Dated[] {
  switch (kind) {
    case 'PERSON_CORRECTED':
    case 'CIVIL_STATUS':
      return [past('person.birthDate', details.person.birthDate)];
    case 'JUDGMENT_CORRECTED':
    case 'FURTHER_JUDGMENT': {
      const { effectiveDate: date } = details.judgment;
      return [{ path: 'judgment.effectiveDate', date, code: 'NOT_YET_EFFECTIVE' }];
    }
    case 'EXECUTION':
    case 'EXECUTION_CORRECTED':
      return [past('entry.date', details.entry.date)];
    case 'BAN':
      return [past('ban.date', details.ban.date)];
    case 'DEATH':
    case 'BAN_ENDED':
    case 'OFFENCE_ABOLISHED':
      return [past('on', details.on)];
    case 'MERGE':
      return [];
  }
}

function past(path: string, date: string): Dated {
  return { path, date, code: 'IN_FUTURE' };
}
