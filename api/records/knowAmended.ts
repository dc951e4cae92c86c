import type { CommonQueryMethods } from 'slonik';
import { keepKnownPerson } from '../../db/intake/knownPersons.ts';
import { everKnownBy } from '../../db/read/records.ts';
import { identityOfRecord } from '../../domain/identity/identity.ts';
import type { RecordFile } from '../../domain/record/file.ts';

interface Amended {
  /** The approved proposal. */
  id: string;
  number: string;
  unit: string;
  person: RecordFile['person'];
}

/** Make the person of a changed record known to look-ups as it says now, and under every earlier name. */
export async function knowAmended(
  db: CommonQueryMethods,
  { id, number, unit, person }: Amended,
): Promise<void> {
  const { caseId, names, personalIds } = await everKnownBy(db, number);
  const now = identityOfRecord({ person });
  const former = personalIds.filter((each) => each !== person.personalId);
  const identity = {
    ...now,
    otherNames: [...new Set([...now.otherNames, ...names])].filter((name) => name !== now.fullName),
    documents: [
      ...now.documents,
      ...former.map((each) => ({ type: 'CCCD' as const, number: each })),
    ],
  };
  await keepKnownPerson(db, {
    caseId,
    paperId: id,
    recordNumber: number,
    unit,
    identity,
    amended: true,
  });
}
