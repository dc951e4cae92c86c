import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import type { RefusalCode } from '../../domain/refusal.ts';
import { ROLES } from '../../domain/role.ts';
import { NO_ROWS, sql } from '../sql.ts';

const StoredMessage = z.object({
  id: z.string(),
  fromUnit: z.string(),
  caseId: z.string(),
  act: z.string(),
  codes: z.record(z.string(), z.unknown()),
  /** `AGENCY` for a unit's own system, otherwise the account that typed the answer. */
  receivedBy: z.string(),
  role: z.enum([...ROLES, 'AGENCY']),
  state: z.enum(['STORED', 'APPLIED', 'REFUSED']),
  refusalCode: z.string().nullable(),
});
export type StoredMessage = z.infer<typeof StoredMessage>;

export const KeptMessage = StoredMessage.extend({ altered: z.boolean() });

const columns = sql.fragment`
  m.id, m.from_unit AS "fromUnit", m.case_id AS "caseId", m.act, m.codes,
  m.received_by AS "receivedBy", m.state, m.refusal_code AS "refusalCode",
  CASE WHEN m.received_by = 'AGENCY' THEN 'AGENCY' ELSE m.body ->> 'role' END AS role
`;

export interface NewMessage {
  fromUnit: string;
  /** Unique among what the unit's liaisons type and upload; its own system names its messages apart. */
  messageId: string;
  caseId: string;
  act: string;
  codes: Readonly<Record<string, unknown>>;
  body: object;
  jws: string | null;
  receivedBy: string;
  receivedAt: string;
}

/**
 * Keep what a liaison typed, word for word, before anything follows from it. The same message again
 * gives the row that is there, with what became of it; `altered` when that row says something else.
 */
export async function storeAgencyMessage(
  db: CommonQueryMethods,
  message: NewMessage,
): Promise<z.infer<typeof KeptMessage>> {
  return db.one(sql.prepared('store_agency_message', KeptMessage)`
    WITH m AS (${keepingMessage(message, sql.fragment`true`)})
    SELECT ${messageColumns(message)} FROM m
  `);
}

/** The insert of {@link storeAgencyMessage} as part of a statement that does more; nothing is kept unless `when`. */
export function keepingMessage(message: NewMessage, when: FragmentSqlToken) {
  return sql.fragment`
      INSERT INTO agency_messages
        (from_unit, message_id, case_id, act, codes, body, jws, received_by, received_at)
      SELECT ${message.fromUnit}, ${message.messageId}, ${message.caseId}, ${message.act},
        ${JSON.stringify(message.codes)}::jsonb, ${JSON.stringify(message.body)}::jsonb,
        ${message.jws}, ${message.receivedBy}, ${message.receivedAt}::timestamptz
      WHERE ${when}
      ON CONFLICT (from_unit, message_id, (received_by = 'AGENCY')) DO UPDATE SET attempts = agency_messages.attempts
      RETURNING *`;
}

/** What {@link keepingMessage} gives as `m`, and whether it says something else than the message. */
export function messageColumns({ codes, body }: NewMessage) {
  return sql.fragment`${columns}, m.codes <> ${JSON.stringify(codes)}::jsonb
    OR m.body <> ${JSON.stringify(body)}::jsonb AS altered`;
}

/** Note what became of a message: applied to its case, or refused with a code. */
export async function settleAgencyMessage(
  db: CommonQueryMethods,
  id: string,
  refusalCode: RefusalCode | null,
): Promise<void> {
  await db.query(sql.prepared('settle_agency_message', NO_ROWS)`
    UPDATE agency_messages
    SET state = ${refusalCode === null ? 'APPLIED' : 'REFUSED'}, refusal_code = ${refusalCode}
    WHERE id = ${id} AND state = 'STORED'
  `);
}

/** Take messages that have not reached their case (the engine was away), oldest first; see takePendingStarts. */
export async function takeStoredMessages(
  db: CommonQueryMethods,
  limit: number,
): Promise<readonly StoredMessage[]> {
  return db.any(sql.prepared('take_stored_messages', StoredMessage)`
    WITH taken AS (
      SELECT id FROM agency_messages
      WHERE state = 'STORED' AND next_at <= now()
      ORDER BY next_at LIMIT ${limit} FOR UPDATE SKIP LOCKED),
    m AS (
      UPDATE agency_messages a
      SET attempts = attempts + 1, next_at = now() + least(60, 2 ^ least(attempts, 6)) * interval '1 second'
      FROM taken WHERE a.id = taken.id
      RETURNING a.*)
    SELECT ${columns} FROM m ORDER BY m.received_at, m.id
  `);
}
