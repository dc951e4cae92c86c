import type { CommonQueryMethods } from 'slonik';
import type * as z from 'zod';
import { AnswerShown, VerificationLine } from '../../domain/case.ts';
import { sql } from '../sql.ts';
import { scanColumns } from './scans.ts';

export const VerificationRow = VerificationLine.omit({ workingMsLeft: true });
export type VerificationRow = z.infer<typeof VerificationRow>;

/** What officer and liaison both see of a question, from {@link verificationTables}. */
export const verificationColumns = sql.fragment`
  v.request_id AS "requestId", v.case_id AS "caseId", v.kind, v.unit, u.name AS "unitName",
  v.asked_at AS "askedAt", m.acknowledged_at AS "acknowledgedAt",
  coalesce(m.attempts, 0) AS "sendAttempts", m.rejected_code AS "rejectedCode",
  m.last_error_code AS "lastErrorCode", v.due_at AS "dueAt", v.round, v.outcome,
  v.answered_at AS "answeredAt", v.expected_at AS "expectedAt"
`;
export const verificationTables = sql.fragment`
  verifications v JOIN units u ON u.code = v.unit
  LEFT JOIN outgoing_messages m ON m.id = v.request_id || '/round-' || v.round
`;

/** The verifications of a case, in the order they were asked. */
export function listVerifications(
  db: CommonQueryMethods,
  caseId: string,
): Promise<readonly VerificationRow[]> {
  return db.any(sql.type(VerificationRow)`
    SELECT ${verificationColumns} FROM ${verificationTables}
    WHERE v.case_id = ${caseId} ORDER BY v.asked_at, v.request_id
  `);
}

/** Every answer that was taken in on a case or serves it again, with which of them is in force. */
export function listAnswers(
  db: CommonQueryMethods,
  caseId: string,
): Promise<readonly z.infer<typeof AnswerShown>[]> {
  return db.any(sql.type(AnswerShown)`
    SELECT e.codes ->> 'requestId' AS "requestId", e.codes ->> 'outcome' AS outcome,
      m.body -> 'entries' AS entries, m.body ->> 'needed' AS needed, m.body ->> 'reason' AS reason,
      CASE e.act WHEN 'reuseAnswer' THEN m.received_at ELSE e.at END AS "answeredAt",
      v.answer_id IS NOT DISTINCT FROM m.id AS "inForce", coalesce(a.display_name, m.from_unit) AS by,
      (SELECT coalesce(jsonb_agg(${scanColumns} ORDER BY x.uploaded_at, x.id), '[]')
       FROM answer_scans x JOIN jsonb_array_elements(m.body -> 'scans') AS named ON x.id = (named ->> 'id')::uuid) AS scans
    FROM case_events e
    JOIN agency_messages m ON m.id = coalesce(e.paper_id, (e.codes ->> 'answerId')::uuid)
    JOIN verifications v ON v.request_id = e.codes ->> 'requestId'
    LEFT JOIN accounts a ON a.id::text = CASE e.act WHEN 'reuseAnswer' THEN m.received_by ELSE e.actor END
    WHERE e.case_id = ${caseId} AND e.act IN ('answerVerification', 'reuseAnswer') ORDER BY e.rev
  `);
}
