import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { foldName } from '../../domain/foldName.ts';
import type { RecordSubmission } from '../../domain/record.ts';
import { sql } from '../sql.ts';

export interface EnteredRecord {
  number: string;
  unit: string;
  caseId: string;
  paperId: string;
  record: Pick<RecordSubmission, 'person' | 'judgment' | 'note'>;
  by: string;
  at: string;
}

const Done = z.object({ open_record: z.unknown() });

/** Open the record that a transfer is entered for, in the province's book; one that is there stays. */
export async function openRecord(
  db: CommonQueryMethods,
  { number, unit, caseId, paperId, record, by, at }: EnteredRecord,
): Promise<void> {
  const opened = {
    book: 'PROVINCE',
    number,
    unit,
    caseId,
    foldedName: foldName(record.person.fullName),
    cause: 'OPENED',
    sourceId: paperId,
    by,
    at,
  };
  await db.query(sql.type(Done)`
    SELECT open_record(${JSON.stringify(opened)}::jsonb ||
      jsonb_build_object('body', record_file(${JSON.stringify(record)}::jsonb)))
  `);
}
