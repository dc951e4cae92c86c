import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { ConvictionEntry } from '../../domain/agencyMessage.ts';
import { VERIFICATION_KINDS } from '../../domain/flow/verification.ts';
import {
  FoundDecision,
  FoundLine,
  FoundOrigin,
  type FoundLines,
} from '../../domain/record/found.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';

const Told = z.object({
  requestId: z.string(),
  answerId: z.string(),
  kind: z.enum(VERIFICATION_KINDS),
  unitName: z.string(),
  answeredAt: Instant,
  entries: z.array(ConvictionEntry),
});

/** Answers in force on a case that told of judgments, the earliest first. */
export function listTold(
  db: CommonQueryMethods,
  caseId: string,
): Promise<readonly z.infer<typeof Told>[]> {
  return db.any(sql.type(Told)`
    SELECT v.request_id AS "requestId", m.id AS "answerId", v.kind, u.name AS "unitName",
      v.answered_at AS "answeredAt", m.body -> 'entries' AS entries
    FROM verifications v JOIN agency_messages m ON m.id = v.answer_id JOIN units u ON u.code = v.unit
    WHERE v.case_id = ${caseId} AND v.outcome = 'RECORD_FOUND' ORDER BY v.answered_at, v.request_id
  `);
}

/** What was decided on judgments of a case. */
export function listFoundDecisions(
  db: CommonQueryMethods,
  caseId: string,
): Promise<readonly FoundDecision[]> {
  return db.any(sql.type(FoundDecision)`
    SELECT f.judgment, f.outcome, f.record_number AS "recordNumber", f.reason,
      a.display_name AS "decidedBy", f.decided_at AS "decidedAt"
    FROM found_judgments f JOIN accounts a ON a.id = f.decided_by WHERE f.case_id = ${caseId}
  `);
}

/** From which applications a record and its judgments came to be known, the earliest first. */
export function listFoundOrigins(
  db: CommonQueryMethods,
  recordNumber: string,
): Promise<readonly FoundOrigin[]> {
  return db.any(sql.type(FoundOrigin)`
    SELECT f.case_id AS "caseId", f.outcome, u.name AS "unitName", m.codes ->> 'requestId' AS "requestId",
      a.display_name AS "decidedBy", f.decided_at AS "decidedAt"
    FROM found_judgments f JOIN agency_messages m ON m.id = f.answer_id JOIN units u ON u.code = m.from_unit
      JOIN accounts a ON a.id = f.decided_by
    WHERE f.record_number = ${recordNumber} ORDER BY f.decided_at, f.judgment
  `);
}

const PER_PAGE = 50;

/** Cases of a unit with a certificate and judgments nobody has decided on, the latest certificate first. */
export async function listOpenFound(
  db: CommonQueryMethods,
  unit: string,
  page: number,
): Promise<FoundLines> {
  const rows = await db.any(sql.type(FoundLine.extend({ total: z.int() }))`
    WITH told AS (
      SELECT v.case_id, count(DISTINCT judgment_key(e.entry))::int AS told,
        count(DISTINCT f.judgment)::int AS decided
      FROM verifications v JOIN cases c USING (case_id) JOIN agency_messages m ON m.id = v.answer_id
        CROSS JOIN jsonb_array_elements(m.body -> 'entries') AS e (entry)
        LEFT JOIN found_judgments f ON f.case_id = v.case_id AND f.judgment = judgment_key(e.entry)
      WHERE v.outcome = 'RECORD_FOUND' AND c.unit = ${unit}
      GROUP BY v.case_id)
    SELECT t.case_id AS "caseId", j.full_name AS "personName", i.number AS certificate,
      i.issued_at AS "issuedAt", t.told, t.told - t.decided AS open, count(*) OVER ()::int AS total
    FROM told t JOIN subjects j USING (case_id) JOIN LATERAL (
      SELECT number, issued_at FROM certificates k WHERE k.case_id = t.case_id ORDER BY rev LIMIT 1) i ON true
    WHERE t.told > t.decided
    ORDER BY i.issued_at DESC, t.case_id LIMIT ${PER_PAGE} OFFSET ${(page - 1) * PER_PAGE}
  `);
  const cases = rows.map(({ total: _total, ...line }) => line);
  return { cases, total: rows[0]?.total ?? 0 };
}
