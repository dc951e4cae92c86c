import type { CommonQueryMethods } from 'slonik';
import { listGivenUp } from '../../db/read/foundJudgments.ts';
import { listDecisions } from '../../db/read/identityDecisions.ts';
import { listKnownPersons } from '../../db/read/knownPersons.ts';

/**
 * Numbers of the records that an officer decided to be those of the applicant of a case: by the latest decision
 * on each record, whatever it said of the person then. Of a merged record the one that took it in; none whose
 * transfer was given up.
 */
export async function ownRecords(db: CommonQueryMethods, caseId: string): Promise<string[]> {
  const decided = await listDecisions(db, caseId);
  const ids = [...new Set(decided.map(({ knownPerson }) => knownPerson))];
  const persons = new Map((await listKnownPersons(db, ids)).map((person) => [person.id, person]));
  const settled = new Set<string>();
  const own = new Set<string>();
  for (const { knownPerson, decision } of decided) {
    const { recordNumber = null, mergedInto = null } = persons.get(knownPerson) ?? {};
    if (recordNumber === null || settled.has(recordNumber)) continue;
    settled.add(recordNumber);
    if (decision === 'SAME_PERSON') own.add(mergedInto ?? recordNumber);
  }
  for (const number of await listGivenUp(db, [...own])) own.delete(number);
  return [...own];
}
