import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { RecordFile, RecordPerson } from '../../domain/record/file.ts';
import { SUPPLY_STATES } from '../../domain/supply/supply.ts';
import { CalendarDate } from '../../domain/text.ts';
import { sql } from '../sql.ts';

const subject = { unit: z.string(), name: z.string(), folded: z.string() };

const UncheckedRecord = z.object({
  subject: z.string(),
  version: z.int(),
  ...subject,
  merged: z.boolean(),
  file: RecordFile,
  civilStatus: RecordPerson.pick({ fullName: true, gender: true, birthDate: true }).nullable(),
  pairs: z.array(z.string()),
});
export type UncheckedRecord = z.infer<typeof UncheckedRecord>;

/**
 * Records of departments that changed since a rule last looked, the longest waiting first. `civilStatus`: the
 * person by the last approved paper; `pairs`: records it stands in a pair with.
 */
export function listUncheckedRecords(
  db: CommonQueryMethods,
  limit: number,
): Promise<readonly UncheckedRecord[]> {
  return db.any(sql.type(UncheckedRecord)`
    SELECT r.number AS subject, r.head AS version, r.unit, r.full_name AS name, r.folded_name AS folded,
      r.merged_into IS NOT NULL AS merged, h.body AS file,
      (SELECT jsonb_build_object('fullName', p.details #> '{person,fullName}',
          'gender', p.details #> '{person,gender}', 'birthDate', p.details #> '{person,birthDate}')
        FROM record_proposals p
        WHERE p.number = r.number AND p.kind = 'CIVIL_STATUS' AND p.state = 'APPROVED'
        ORDER BY p.decided_at DESC LIMIT 1) AS "civilStatus",
      ARRAY(SELECT f.place FROM findings f
        WHERE f.about = 'RECORD' AND f.subject = r.number AND f.rule = 'LIKELY_DUPLICATE' AND f.state <> 'MENDED'
        UNION SELECT f.subject FROM findings f
        WHERE f.place = r.number AND f.rule = 'LIKELY_DUPLICATE' AND f.state <> 'MENDED') AS pairs
    FROM records r JOIN record_versions h ON h.book = r.book AND h.number = r.number AND h.version = r.head
    WHERE r.book = 'PROVINCE' AND r.checked <> r.head
    ORDER BY r.updated_at LIMIT ${limit}
  `);
}

const UncheckedCompletion = z.object({
  subject: z.uuid(),
  ...subject,
  state: z.enum(SUPPLY_STATES),
  arrivedOn: CalendarDate,
});
export type UncheckedCompletion = z.infer<typeof UncheckedCompletion>;

/** Completion certificates in reception books that were settled, or came in, since a rule last looked. */
export function listUncheckedCompletions(
  db: CommonQueryMethods,
  limit: number,
): Promise<readonly UncheckedCompletion[]> {
  return db.any(sql.type(UncheckedCompletion)`
    SELECT id AS subject, unit, person_name AS name, folded_name AS folded, state, arrived_on::text AS "arrivedOn"
    FROM supplies WHERE kind = 'COMPLETION_CERTIFICATE' AND checked_as IS DISTINCT FROM state
    ORDER BY received_at LIMIT ${limit}
  `);
}
