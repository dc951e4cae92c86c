import type { CommonQueryMethods } from 'slonik';
import type { Identity } from '../../domain/identity/identity.ts';
import { nameKey } from '../../domain/identity/names.ts';
import { documentNumbersOf, personalIdsOf } from '../../domain/identity/numbers.ts';
import { sql } from '../sql.ts';

export interface NewKnownPerson {
  caseId: string;
  /** What tells of the person: the paper of the record as entered or corrected, or the proposal of an approved change. */
  paperId: string;
  recordNumber: string;
  unit: string;
  identity: Identity;
  /** By an approved change of the record. */
  amended?: boolean;
}

/** Make the person of a record known to look-ups; a repeat changes nothing. */
export async function keepKnownPerson(
  db: CommonQueryMethods,
  { caseId, paperId, recordNumber, unit, identity, amended = false }: NewKnownPerson,
): Promise<void> {
  const keys = keysOf(identity);
  await db.query(sql.typeAlias('void')`
    INSERT INTO known_persons (case_id, paper_id, record_number, unit, identity, numbers, name_key,
      other_name_keys, birth_date, birth_year, father_key, mother_key, amended)
    VALUES (${caseId}, ${paperId}, ${recordNumber}, ${unit}, ${JSON.stringify(identity)}::jsonb,
      ${sql.array(keys.numbers, 'text')}, ${keys.name}, ${sql.array(keys.otherNames, 'text')},
      ${identity.birthDate}, ${Number(identity.birthDate.slice(0, 4))}, ${keys.father}, ${keys.mother}, ${amended})
    ON CONFLICT (case_id, paper_id) DO NOTHING
  `);
}

/** Under what a person is found in the index. */
export function keysOf(identity: Identity) {
  const { fullName, otherNames, fatherName, motherName } = identity;
  return {
    numbers: [...personalIdsOf(identity), ...documentNumbersOf(identity)],
    name: nameKey(fullName),
    otherNames: otherNames.map(nameKey),
    father: fatherName === null ? null : nameKey(fatherName),
    mother: motherName === null ? null : nameKey(motherName),
  };
}
