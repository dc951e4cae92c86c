import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { EarlierAnswer } from '../../domain/question.ts';
import { sql } from '../sql.ts';

const Found = EarlierAnswer.extend({ byUnit: z.string(), unit: z.string() });

/**
 * For each open question of a case, what the same unit last answered about the same person in another
 * dossier since an instant (ISO), or a unit whose files it has taken over since (`byUnit`); by personal
 * ID alone. An answer that itself only served again does not make the time longer.
 */
export function listEarlierAnswers(
  db: CommonQueryMethods,
  caseId: string,
  since: string,
): Promise<readonly z.infer<typeof Found>[]> {
  return db.any(sql.type(Found)`
    WITH RECURSIVE keepers (unit, kept_by) AS (
      SELECT DISTINCT unit, unit FROM verifications WHERE case_id = ${caseId}
      UNION
      SELECT k.unit, u.code FROM keepers k JOIN units u ON u.successor = k.kept_by)
    SELECT v.request_id AS "requestId", v.unit, earlier.*
    FROM verifications v JOIN subjects p USING (case_id) CROSS JOIN LATERAL (
      SELECT DISTINCT ON (o.unit) o.unit AS "byUnit", m.id AS "answerId", o.outcome,
        m.received_at AS "answeredAt", m.case_id AS "fromCase"
      FROM subjects q JOIN verifications o USING (case_id) JOIN agency_messages m ON m.id = o.answer_id
        JOIN keepers k ON k.unit = v.unit AND k.kept_by = o.unit
      WHERE q.personal_id = p.personal_id AND q.case_id <> v.case_id
        AND (o.kind = v.kind OR o.unit <> v.unit)
        AND o.outcome IN ('NO_RECORD', 'RECORD_FOUND') AND m.received_at >= ${since}
      ORDER BY o.unit, m.received_at DESC) AS earlier
    WHERE v.case_id = ${caseId} AND v.answered_at IS NULL AND v.outcome IS DISTINCT FROM 'WAIVED'
    ORDER BY v.request_id, earlier."answeredAt" DESC
  `);
}
