import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { ApplicationSubmission } from '../../domain/application.ts';
import { NamedJudgment } from '../../domain/desk.ts';
import { VERIFICATION_KINDS } from '../../domain/flow/verification.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';
import { namedJudgments } from './namedJudgments.ts';
import { noteToUnit } from './noteToUnit.ts';
import { keysOfReceiver, KnownKey } from './unitKeys.ts';

const Question = z.object({
  requestId: z.string(),
  kind: z.enum(VERIFICATION_KINDS),
  askedAt: Instant,
  dueAt: Instant,
  round: z.int(),
  application: ApplicationSubmission,
  identification: z.string().nullable(),
  judgments: z.array(NamedJudgment),
});

/** What a verification `v` of a case `c` asks besides its kind, about whom, and the identification given since. */
const questionColumns = sql.fragment`
  v.request_id AS "requestId", v.asked_at AS "askedAt", v.due_at AS "dueAt", v.round,
  s.body AS application,
  ${noteToUnit} AS identification, ${namedJudgments} AS judgments
`;

const Outgoing = {
  id: z.string(),
  caseId: z.string(),
  fromUnit: z.string(),
  toUnit: z.string(),
  acknowledgedAt: Instant.nullable(),
  application: ApplicationSubmission,
  /** The keys of the unit it goes to, which acknowledges it. */
  keys: z.array(KnownKey),
};
const OutgoingQuestion = z.object({
  ...Outgoing,
  kind: z.literal('VERIFICATION_REQUEST'),
  asks: Question.shape.kind,
  ...Question.omit({ kind: true }).shape,
});
export type OutgoingQuestion = z.infer<typeof OutgoingQuestion>;
const OutgoingItem = z.object({ ...Outgoing, kind: z.enum(['POST_ITEM', 'LETTER_ITEM']) });
export type OutgoingItem = z.infer<typeof OutgoingItem>;
const OutgoingMessageRow = z.discriminatedUnion('kind', [OutgoingQuestion, OutgoingItem]);
export type OutgoingMessageRow = z.infer<typeof OutgoingMessageRow>;

/**
 * A message of the outgoing box with all it says, and the keys of the unit that will acknowledge it as
 * they stand at an instant (business time); throws when there is none of this id.
 */
export function getOutgoingMessage(
  db: CommonQueryMethods,
  id: string,
  at: string,
): Promise<OutgoingMessageRow> {
  return db.one(sql.prepared('get_outgoing_message', OutgoingMessageRow)`
    SELECT m.id, m.case_id AS "caseId", m.kind, c.unit AS "fromUnit", m.to_unit AS "toUnit",
      m.acknowledged_at AS "acknowledgedAt", ${keysOfReceiver(at)} AS keys,
      v.kind AS asks, ${questionColumns}
    FROM outgoing_messages m JOIN cases c USING (case_id)
    JOIN submissions s ON s.case_id = m.case_id AND s.kind = 'APPLICATION'
    LEFT JOIN verifications v ON v.request_id = m.request_id
    WHERE m.id = ${id}
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
    SELECT v.kind, ${questionColumns}, c.unit AS "fromUnit"
    FROM verifications v JOIN submissions s USING (case_id) JOIN cases c USING (case_id)
    WHERE v.unit = ${unit} AND v.answered_at IS NULL AND NOT v.withdrawn AND ${behind}
    ORDER BY v.due_at, v.request_id LIMIT ${limit + 1}
  `);
}

/** Whether a message of this id was taken from a unit before, from its own system or from its people. */
export async function isMessageKnown(
  db: CommonQueryMethods,
  { fromUnit, messageId, bySystem }: { fromUnit: string; messageId: string; bySystem: boolean },
): Promise<boolean> {
  return db.exists(sql.typeAlias('void')`
    SELECT FROM agency_messages m WHERE m.from_unit = ${fromUnit} AND m.message_id = ${messageId}
      AND (m.received_by = 'AGENCY') = ${bySystem}
  `);
}
