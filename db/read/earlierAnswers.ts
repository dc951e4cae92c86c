import type { CommonQueryMethods } from 'slonik';
import { EarlierAnswer } from '../../domain/question.ts';
import { sql } from '../sql.ts';

/**
 * For each open question of a case, what the same unit last answered about the same person in another
 * dossier since an instant (ISO); by personal ID alone. An answer that itself only served again does
 * not make the time longer.
 */
export function listEarlierAnswers(
  db: CommonQueryMethods,
  caseId: string,
  since: string,
): Promise<readonly EarlierAnswer[]> {
  return db.any(sql.type(EarlierAnswer)`
    SELECT v.request_id AS "requestId", earlier.*
    FROM verifications v JOIN subjects p USING (case_id) CROSS JOIN LATERAL (
      SELECT m.id AS "answerId", o.outcome, m.received_at AS "answeredAt", m.case_id AS "fromCase"
      FROM subjects q JOIN verifications o USING (case_id) JOIN agency_messages m ON m.id = o.answer_id
      WHERE q.personal_id = p.personal_id AND q.case_id <> v.case_id AND o.unit = v.unit
        AND o.kind = v.kind AND o.outcome IN ('NO_RECORD', 'RECORD_FOUND') AND m.received_at >= ${since}
      ORDER BY m.received_at DESC LIMIT 1) AS earlier
    WHERE v.case_id = ${caseId} AND v.answered_at IS NULL AND v.outcome IS DISTINCT FROM 'WAIVED'
    ORDER BY v.request_id
  `);
}
