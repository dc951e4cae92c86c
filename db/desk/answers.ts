import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import {
  keepingMessage,
  KeptMessage,
  messageColumns,
  type NewMessage,
} from '../intake/agencyMessages.ts';
import { sql } from '../sql.ts';
import { keepingReply, Known, type KeptReply } from './idempotency.ts';
import { claiming, type Taking } from './requestClaims.ts';

const TakenAnswer = z.object({
  /** What the request had as its effect before, or null; then nothing else was done. */
  known: Known.nullable(),
  /** Who has the request now; null when the unit was not asked. */
  holder: z.string().nullable(),
  /** The answer as it is kept; null when a colleague has the request. */
  stored: KeptMessage.nullable(),
  /** Revision of the case, or null when there never was one. */
  seenRev: z.int().nullable(),
});
export type TakenAnswer = z.infer<typeof TakenAnswer>;

interface NewAnswer {
  requestId: string;
  taking: Taking;
  message: NewMessage;
}

/**
 * What is known of a request's key; where nothing is: the question on the liaison's desk as by
 * `takeRequests`, the answer kept as by `storeAgencyMessage` unless a colleague has it. One statement.
 */
export function takeAnswer(
  db: CommonQueryMethods,
  { requestId, taking, message }: NewAnswer,
): Promise<TakenAnswer> {
  const isNew = sql.fragment`NOT EXISTS (SELECT FROM known)`;
  const isFree = sql.fragment`NOT EXISTS (SELECT FROM claim WHERE holder <> ${taking.account}::uuid)`;
  return db.one(sql.prepared('take_answer', TakenAnswer)`
    WITH known AS (
      SELECT body_hash AS "bodyHash", reply FROM idempotency_keys
      WHERE actor = ${taking.account} AND key = ${message.messageId}::uuid),
    claim AS (${claiming([requestId], taking, isNew)}),
    m AS (${keepingMessage(message, sql.fragment`${isNew} AND ${isFree}`)})
    SELECT (SELECT to_jsonb(known) FROM known) AS known,
      (SELECT holder FROM claim) AS holder,
      (SELECT to_jsonb(s) FROM (SELECT ${messageColumns(message)} FROM m) s) AS stored,
      (SELECT rev FROM cases WHERE case_id = ${message.caseId}) AS "seenRev"
  `);
}

/** Keep the reply of an answer as by `keepReply`, and note that the message was applied to its case. */
export function keepAnswered(
  db: CommonQueryMethods,
  kept: KeptReply,
  messageId: string | null,
): Promise<Known> {
  return db.one(sql.prepared('keep_answered', Known)`
    WITH settled AS (
      UPDATE agency_messages SET state = 'APPLIED', refusal_code = NULL
      WHERE id = ${messageId} AND state = 'STORED')
    ${keepingReply(kept, sql.fragment`(SELECT) AS once`)}
  `);
}
