import * as z from 'zod';
import { sql } from '../sql.ts';

export const VerifiedBeforeRow = z.object({ caseId: z.string(), on: z.string() });

/**
 * The latest closed dossier by which a person was certified since a day and found clean by everybody who
 * was asked; by personal ID alone, never by name. No row when there is none or the person has no ID.
 */
export function verifiedBefore(personalId: string | null, since: string) {
  return sql.fragment`
    SELECT c.case_id AS "caseId", vietnam_date(c.issued_at)::text AS on
    FROM subjects p JOIN cases c USING (case_id)
    WHERE p.personal_id = ${personalId} AND c.kind = 'APPLICATION' AND c.step = 'CLOSED'
      AND c.issued_at >= start_of_day(${since}::date)
      AND c.state ->> 'conclusion' IN ('NO_RECORD', 'FOREIGNER_CLEAN')
      AND EXISTS (SELECT FROM certificates z WHERE z.case_id = c.case_id AND z.status = 'VALID')
      AND EXISTS (SELECT FROM verifications v WHERE v.case_id = c.case_id)
      AND NOT EXISTS (SELECT FROM verifications v
        WHERE v.case_id = c.case_id AND v.outcome IS DISTINCT FROM 'NO_RECORD')
    ORDER BY c.issued_at DESC LIMIT 1
  `;
}
