import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { AnswerShown, VerificationLine } from '../../domain/case.ts';
import { ApplicationSubmission } from '../../domain/application.ts';
import type { DeskQuery } from '../../domain/desk.ts';
import { foldName } from '../../domain/foldName.ts';
import { sql } from '../sql.ts';

const Row = VerificationLine.omit({ workingMsLeft: true });
export type VerificationRow = z.infer<typeof Row>;

const columns = sql.fragment`
  v.request_id AS "requestId", v.case_id AS "caseId", v.kind, v.unit, u.name AS "unitName",
  v.asked_at AS "askedAt", m.acknowledged_at AS "acknowledgedAt",
  coalesce(m.attempts, 0) AS "sendAttempts", m.rejected_code AS "rejectedCode",
  m.last_error_code AS "lastErrorCode", v.due_at AS "dueAt", v.round, v.outcome,
  v.answered_at AS "answeredAt", v.expected_at AS "expectedAt"
`;
const tables = sql.fragment`
  verifications v JOIN units u ON u.code = v.unit
  LEFT JOIN outgoing_messages m ON m.id = v.request_id || '/round-' || v.round
`;

/** The verifications of a case, in the order they were asked. */
export function listVerifications(
  db: CommonQueryMethods,
  caseId: string,
): Promise<readonly VerificationRow[]> {
  return db.any(sql.type(Row)`
    SELECT ${columns} FROM ${tables} WHERE v.case_id = ${caseId} ORDER BY v.asked_at, v.request_id
  `);
}

/** Every answer that was taken in on a case, with which of them is in force. */
export function listAnswers(
  db: CommonQueryMethods,
  caseId: string,
): Promise<readonly z.infer<typeof AnswerShown>[]> {
  return db.any(sql.type(AnswerShown)`
    SELECT e.codes ->> 'requestId' AS "requestId", e.codes ->> 'outcome' AS outcome,
      m.body -> 'entries' AS entries, m.body ->> 'needed' AS needed, m.body ->> 'reason' AS reason,
      e.at AS "answeredAt", v.answer_id = m.id AS "inForce",
      coalesce(a.display_name, e.actor_unit) AS by
    FROM case_events e
    JOIN agency_messages m ON m.id = e.paper_id
    JOIN verifications v ON v.request_id = e.codes ->> 'requestId'
    LEFT JOIN accounts a ON a.id::text = e.actor
    WHERE e.case_id = ${caseId} AND e.act = 'answerVerification' ORDER BY e.rev
  `);
}

const DeskRow = z.object({
  ...Row.shape,
  askedBy: z.string(),
  application: ApplicationSubmission,
  identification: z.string().nullable(),
  calendarVersion: z.string(),
  calendarOverlay: z.string().nullable(),
});
export type DeskRow = z.infer<typeof DeskRow>;

/** A page of a unit's desk: open requests by due date, or answered ones, the latest first. */
export function listDesk(
  db: CommonQueryMethods,
  unit: string,
  query: z.infer<typeof DeskQuery>,
): Promise<readonly DeskRow[]> {
  const conditions = [sql.fragment`v.unit = ${unit}`, ...stateOf(query.state), ...textOf(query.q)];
  const order =
    query.state === 'open'
      ? sql.fragment`v.due_at, v.request_id`
      : sql.fragment`v.answered_at DESC NULLS FIRST, v.request_id`;
  const offset = Number(query.after ?? 0) || 0;
  return db.any(sql.type(DeskRow)`
    SELECT ${columns}, asker.name AS "askedBy", s.body AS application,
      c.state ->> 'calendarVersion' AS "calendarVersion",
      c.state ->> 'calendarOverlay' AS "calendarOverlay",
      (SELECT p.body ->> 'identification' FROM case_events e JOIN papers p ON p.case_id = e.case_id AND p.id = e.paper_id
       WHERE e.case_id = v.case_id AND e.act = 'identify' AND e.codes ->> 'requestId' = v.request_id
       ORDER BY e.rev DESC LIMIT 1) AS identification
    FROM ${tables} JOIN cases c ON c.case_id = v.case_id JOIN units asker ON asker.code = c.unit
    JOIN submissions s ON s.case_id = v.case_id JOIN subjects p ON p.case_id = v.case_id
    WHERE ${sql.join(conditions, sql.fragment` AND `)}
    ORDER BY ${order} LIMIT ${query.limit + 1} OFFSET ${offset}
  `);
}

function stateOf(state: z.infer<typeof DeskQuery>['state']): FragmentSqlToken[] {
  if (state === 'open') return [sql.fragment`v.answered_at IS NULL AND NOT v.withdrawn`];
  return state === 'answered' ? [sql.fragment`v.answered_at IS NOT NULL`] : [];
}

function textOf(text: string | undefined): FragmentSqlToken[] {
  if (text === undefined || text.trim() === '') return [];
  const name = `%${foldName(text).replace(/[\\%_]/gu, '\\$&')}%`;
  return [sql.fragment`(v.case_id = ${text.trim().toUpperCase()} OR p.folded_name LIKE ${name})`];
}
