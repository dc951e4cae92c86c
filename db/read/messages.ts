import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { ApplicationSubmission } from '../../domain/application.ts';
import { VERIFICATION_KINDS } from '../../domain/flow/verification.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';
import { noteToUnit } from './noteToUnit.ts';

const OutgoingMessageRow = z.object({
  id: z.string(),
  caseId: z.string(),
  kind: z.enum(['VERIFICATION_REQUEST', 'POST_ITEM', 'LETTER_ITEM']),
  fromUnit: z.string(),
  toUnit: z.string(),
  requestId: z.string().nullable(),
  acknowledgedAt: Instant.nullable(),
});
export type OutgoingMessageRow = z.infer<typeof OutgoingMessageRow>;

/** A message of the outgoing box; throws when there is none of this id. */
export function getOutgoingMessage(
  db: CommonQueryMethods,
  id: string,
): Promise<OutgoingMessageRow> {
  return db.one(sql.prepared('get_outgoing_message', OutgoingMessageRow)`
    SELECT m.id, m.case_id AS "caseId", m.kind, c.unit AS "fromUnit", m.to_unit AS "toUnit",
      m.request_id AS "requestId", m.acknowledged_at AS "acknowledgedAt"
    FROM outgoing_messages m JOIN cases c USING (case_id)
    WHERE m.id = ${id}
  `);
}

const Question = z.object({
  requestId: z.string(),
  kind: z.enum(VERIFICATION_KINDS),
  askedAt: Instant,
  dueAt: Instant,
  round: z.int(),
  application: ApplicationSubmission,
  identification: z.string().nullable(),
});

const questionColumns = sql.fragment`
  v.request_id AS "requestId", v.kind, v.asked_at AS "askedAt", v.due_at AS "dueAt", v.round,
  s.body AS application,
  ${noteToUnit} AS identification
`;

/** What a verification asks, about whom, and the identification given since. */
export function getQuestion(
  db: CommonQueryMethods,
  requestId: string,
): Promise<z.infer<typeof Question>> {
  return db.one(sql.prepared('get_question', Question)`
    SELECT ${questionColumns} FROM verifications v JOIN submissions s USING (case_id)
    WHERE v.request_id = ${requestId}
  `);
}

const PutQuestion = Question.extend({ fromUnit: z.string() });

/** Open questions to a unit, the most urgent first, from behind a place on; one more than the limit when there are. */
export function listOpenQuestions(
  db: CommonQueryMethods,
  unit: string,
  { after, limit }: { after: { dueAt: string; requestId: string } | null; limit: number },
): Promise<readonly z.infer<typeof PutQuestion>[]> {
  const behind =
    after === null
      ? sql.fragment`true`
      : sql.fragment`(v.due_at, v.request_id) > (${after.dueAt}::timestamptz, ${after.requestId})`;
  return db.any(sql.type(PutQuestion)`
    SELECT ${questionColumns}, c.unit AS "fromUnit"
    FROM verifications v JOIN submissions s USING (case_id) JOIN cases c USING (case_id)
    WHERE v.unit = ${unit} AND v.answered_at IS NULL AND NOT v.withdrawn AND ${behind}
    ORDER BY v.due_at, v.request_id LIMIT ${limit + 1}
  `);
}

/** An application as submitted; throws when the case is none. */
export function getApplication(
  db: CommonQueryMethods,
  caseId: string,
): Promise<ApplicationSubmission> {
  return db.oneFirst(sql.prepared('get_application', z.object({ body: ApplicationSubmission }))`
    SELECT body FROM submissions WHERE case_id = ${caseId} AND kind = 'APPLICATION'
  `);
}
