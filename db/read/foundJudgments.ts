import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { ConvictionEntry } from '../../domain/agencyMessage.ts';
import { VERIFICATION_KINDS } from '../../domain/flow/verification.ts';
import {
  FoundDecision,
  FoundLine,
  FoundOrigin,
  type FoundLines,
  type FoundQuery,
  FoundReturn,
} from '../../domain/record/found.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';

/** Why nothing came of the decision `f`; null of one that stands. */
const returned = sql.fragment`
  CASE WHEN f.undone IS NOT NULL THEN jsonb_build_object('why', f.undone, 'recordNumber', f.record_number,
    'reason', f.undone_reason) END`;

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

const Decided = FoundDecision.extend({ undone: FoundReturn.nullable() });

/** What was decided on judgments of a case, the earliest first; `undone` where nothing came of it. */
export function listFoundDecisions(
  db: CommonQueryMethods,
  caseId: string,
): Promise<readonly z.infer<typeof Decided>[]> {
  return db.any(sql.type(Decided)`
    SELECT f.judgment, f.outcome, f.record_number AS "recordNumber", f.reason,
      a.display_name AS "decidedBy", f.decided_at AS "decidedAt", ${returned} AS undone
    FROM found_decisions f JOIN accounts a ON a.id = f.decided_by WHERE f.case_id = ${caseId} ORDER BY f.round
  `);
}

/** Those of some records whose transfer was given up: they are nobody's. */
export function listGivenUp(
  db: CommonQueryMethods,
  numbers: readonly string[],
): Promise<readonly string[]> {
  return db.anyFirst(sql.type(z.object({ number: z.string() }))`
    SELECT number FROM records
    WHERE book = 'PROVINCE' AND number = ANY (${sql.array([...numbers], 'text')}) AND abandoned_at IS NOT NULL
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

const Line = FoundLine.extend({ total: z.int() });

/** The page of {@link listOpenFound}: what is read grows with what is open at the unit, not with what was ever found. */
export function openFound(unit: string, { page, limit }: FoundQuery) {
  return sql.type(Line)`
    SELECT o.case_id AS "caseId", j.full_name AS "personName", i.number AS certificate,
      i.issued_at AS "issuedAt", t.told, t.told - t.decided AS open, back.undone AS returned,
      count(*) OVER ()::int AS total
    FROM open_found o JOIN subjects j USING (case_id) CROSS JOIN LATERAL (
      SELECT number, issued_at FROM certificates k WHERE k.case_id = o.case_id ORDER BY rev LIMIT 1) i
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT judgment_key(e.entry))::int AS told, count(DISTINCT f.judgment)::int AS decided
      FROM verifications v JOIN agency_messages m ON m.id = v.answer_id
        CROSS JOIN jsonb_array_elements(m.body -> 'entries') AS e (entry)
        LEFT JOIN found_decisions f ON f.case_id = v.case_id AND f.judgment = judgment_key(e.entry)
          AND f.undone IS NULL
      WHERE v.case_id = o.case_id AND v.outcome = 'RECORD_FOUND') t
    LEFT JOIN LATERAL (
      SELECT ${returned} AS undone FROM found_decisions f
      WHERE f.case_id = o.case_id AND f.undone IS NOT NULL AND NOT EXISTS (SELECT FROM found_judgments l
        WHERE l.case_id = f.case_id AND l.judgment = f.judgment AND l.round > f.round)
      ORDER BY f.decided_at DESC LIMIT 1) back ON true
    WHERE o.unit = ${unit} AND t.told > t.decided
    ORDER BY i.issued_at DESC, o.case_id LIMIT ${limit} OFFSET ${(page - 1) * limit}
  `;
}

/** Cases of a unit with a certificate and judgments on which no decision stands, the latest certificate first. */
export async function listOpenFound(
  db: CommonQueryMethods,
  unit: string,
  query: FoundQuery,
): Promise<FoundLines> {
  const rows = await db.any(openFound(unit, query));
  const cases = rows.map(({ total: _total, ...line }) => line);
  return { cases, total: rows[0]?.total ?? 0 };
}
