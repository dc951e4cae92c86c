import type { CommonQueryMethods } from 'slonik';
import { SupplementAsked } from '../../domain/supplement.ts';
import { sql } from '../sql.ts';

/** What was asked of the applicant as a supplement to a case, and what came, in order of asking. */
export function listSupplements(
  db: CommonQueryMethods,
  caseId: string,
): Promise<readonly SupplementAsked[]> {
  return db.any(sql.type(SupplementAsked)`
    SELECT e.at AS "askedAt", coalesce(p.body ->> 'missing', '') AS missing,
      came.at AS "receivedAt", came.received
    FROM case_events e LEFT JOIN papers p ON p.case_id = e.case_id AND p.id = e.paper_id
    LEFT JOIN LATERAL (
      SELECT r.at, w.body ->> 'received' AS received
      FROM case_events r LEFT JOIN papers w ON w.case_id = r.case_id AND w.id = r.paper_id
      WHERE r.case_id = e.case_id AND r.rev > e.rev AND r.act = 'receiveSupplement'
      ORDER BY r.rev LIMIT 1) AS came ON true
    WHERE e.case_id = ${caseId} AND e.act = 'requestSupplement' ORDER BY e.rev
  `);
}
