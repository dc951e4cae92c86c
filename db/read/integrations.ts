import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { DeadLetter, type DeadLetterQuery, UnitTraffic } from '../../domain/integration.ts';
import type { Reader } from '../../domain/sight.ts';
import { sql } from '../sql.ts';
import { seenClock } from './sight.ts';

/** A message that nobody acknowledged, refused for good or not tried for much longer than the longest pause. */
const isDead = sql.fragment`
  m.acknowledged_at IS NULL AND m.attempts > 0 AND
  (m.rejected_code IS NOT NULL OR coalesce(m.last_tried_at, '-infinity') < now() - interval '1 hour')
`;
/**
 * Condition that a message `m` is still wanted: the question `v` of an open case `c` stands as the message puts it, the
 * envelope of a certificate is on its way; a letter is wanted also when its case is closed.
 */
export const isNeeded = sql.fragment`
  (m.kind = 'LETTER_ITEM' OR c.closed_at IS NULL AND (m.request_id IS NULL OR
    (v.answered_at IS NULL AND NOT v.withdrawn AND m.id = v.request_id || '/round-' || v.round)))
`;
/** What {@link isNeeded} asks of, beside messages `m`. */
export const needTables = sql.fragment`
  JOIN cases c ON c.case_id = m.case_id LEFT JOIN verifications v ON v.request_id = m.request_id
`;
const isOrdered = sql.fragment`
  EXISTS (SELECT FROM resend_orders o WHERE o.message_id = m.id AND o.done_at IS NULL)
`;
const columns = (reader: Reader) => sql.fragment`
  m.id, m.case_id AS "caseId", m.kind, m.to_unit AS unit, u.name AS "unitName", m.queued_at AS "queuedAt",
  m.attempts, CASE WHEN m.rejected_code IS NULL THEN 'GIVEN_UP' ELSE 'REJECTED' END AS reason,
  coalesce(m.rejected_code, m.last_error_code) AS code, ${isOrdered} AS ordered,
  NOT (${seenClock(sql.fragment`m.id`, reader)}) AS telling, k.key
`;
const tables = sql.fragment`
  outgoing_messages m JOIN units u ON u.code = m.to_unit ${needTables}
  LEFT JOIN dead_letter_keys k ON k.message_id = m.id
`;

const LetterRow = DeadLetter.extend({
  caseId: z.string(),
  unit: z.string(),
  unitName: z.string(),
  /** Not to be seen by the reader who asks. */
  telling: z.boolean(),
  /** Its name for such readers, once it has one. */
  key: z.uuid().nullable(),
});
export type LetterRow = z.infer<typeof LetterRow>;

/**
 * Dead letters, the oldest first, from behind a place on; one more than the limit when there are more. What
 * the reader may not see is found by its key, never by its id, its unit or its case.
 */
export function listDeadLetters(
  db: CommonQueryMethods,
  reader: Reader,
  { unit, code, q, limit, after }: z.infer<typeof DeadLetterQuery>,
): Promise<readonly LetterRow[]> {
  const conditions: FragmentSqlToken[] = [isDead, isNeeded];
  if (unit !== undefined) conditions.push(sql.fragment`m.to_unit = ${unit}`);
  if (code !== undefined)
    conditions.push(sql.fragment`coalesce(m.rejected_code, m.last_error_code) = ${code}`);
  if (q !== undefined) conditions.push(sql.fragment`m.case_id = upper(${q.trim()})`);
  if (unit !== undefined || q !== undefined) conditions.push(seenClock(sql.fragment`m.id`, reader));
  if (after !== undefined) {
    conditions.push(sql.fragment`(m.queued_at, m.id) >
      (SELECT p.queued_at, p.id FROM outgoing_messages p WHERE p.id IN (${named([after], reader)}))`);
  }
  return db.any(sql.type(LetterRow)`
    SELECT ${columns(reader)} FROM ${tables} WHERE ${sql.join(conditions, sql.fragment` AND `)}
    ORDER BY m.queued_at, m.id LIMIT ${limit + 1}
  `);
}

/** Ids of messages by the names under which a reader knows them. */
function named(names: readonly string[], reader: Reader): FragmentSqlToken {
  const keys = names.filter((name) => z.uuid().safeParse(name).success);
  return sql.fragment`
    SELECT n.id FROM outgoing_messages n
    WHERE n.id = ANY (${sql.array([...names], 'text')}) AND ${seenClock(sql.fragment`n.id`, reader)}
    UNION SELECT message_id FROM dead_letter_keys WHERE key = ANY (${sql.array(keys, 'uuid')})`;
}

const Candidate = LetterRow.extend({
  acknowledged: z.boolean(),
  needed: z.boolean(),
  dead: z.boolean(),
});
export type Candidate = z.infer<typeof Candidate>;

/** Messages that somebody wants to send again, by the names they know, with what speaks against it. */
export function listCandidates(
  db: CommonQueryMethods,
  reader: Reader,
  names: readonly string[],
): Promise<readonly Candidate[]> {
  return db.any(sql.type(Candidate)`
    SELECT ${columns(reader)}, m.acknowledged_at IS NOT NULL AS acknowledged, ${isNeeded} AS needed,
      (${isDead}) AS dead
    FROM ${tables} WHERE m.id IN (${named(names, reader)}) ORDER BY m.queued_at, m.id
  `);
}

/** What went between us and every unit since an instant (business time); units with which nothing went are left out. */
export function listTraffic(
  db: CommonQueryMethods,
  since: string,
): Promise<readonly UnitTraffic[]> {
  return db.any(sql.type(UnitTraffic)`
    WITH sent AS (
      SELECT to_unit AS unit, count(*) FILTER (WHERE attempts > 0) AS sent,
        count(*) FILTER (WHERE acknowledged_at IS NOT NULL) AS acknowledged
      FROM outgoing_messages WHERE queued_at >= ${since} GROUP BY to_unit),
    tried AS (
      SELECT DISTINCT ON (to_unit) to_unit AS unit, last_error_code, rejected_code
      FROM outgoing_messages WHERE queued_at >= ${since} AND last_tried_at IS NOT NULL
      ORDER BY to_unit, last_tried_at DESC),
    unsent AS (
      SELECT m.to_unit AS unit, count(*) FILTER (WHERE NOT (${isDead})) AS unsent,
        count(*) FILTER (WHERE ${isDead}) AS dead
      FROM ${tables} WHERE m.acknowledged_at IS NULL AND ${isNeeded} GROUP BY m.to_unit),
    answered AS (
      SELECT unit, count(*) AS answered FROM verifications WHERE answered_at >= ${since} GROUP BY unit),
    waiting AS (
      SELECT unit, count(*) AS waiting FROM verifications
      WHERE answered_at IS NULL AND NOT withdrawn GROUP BY unit),
    refused AS (
      SELECT unit, count(*) AS refused FROM message_evidence
      WHERE received_at >= ${since} AND verdict NOT IN ('TAKEN', 'REPEATED') GROUP BY unit),
    numbered AS (
      SELECT unit, max(sequence) - min(sequence) + 1 - count(*) AS gaps, count(*) FILTER (WHERE late) AS late
      FROM unit_messages WHERE received_at >= ${since} GROUP BY unit)
    SELECT u.code AS unit, u.name AS "unitName", u.kind,
      coalesce(sent, 0)::int AS sent, coalesce(acknowledged, 0)::int AS acknowledged,
      coalesce(answered, 0)::int AS answered, coalesce(waiting, 0)::int AS waiting,
      coalesce(unsent, 0)::int AS unsent, coalesce(dead, 0)::int AS dead,
      coalesce(refused, 0)::int AS "refusedArrivals",
      CASE WHEN tried.unit IS NULL THEN 'NOT_TRIED'
        WHEN tried.last_error_code IS NULL OR tried.rejected_code IS NOT NULL THEN 'UP'
        WHEN tried.last_error_code = 'LEFT_ALONE' THEN 'LEFT_ALONE' ELSE 'FAILING' END AS line,
      tried.last_error_code AS "lastErrorCode",
      least(coalesce(gaps, 0), 1000000)::int AS gaps, coalesce(late, 0)::int AS late
    FROM units u LEFT JOIN sent ON sent.unit = u.code LEFT JOIN tried ON tried.unit = u.code
      LEFT JOIN unsent ON unsent.unit = u.code LEFT JOIN answered ON answered.unit = u.code
      LEFT JOIN waiting ON waiting.unit = u.code LEFT JOIN refused ON refused.unit = u.code
      LEFT JOIN numbered ON numbered.unit = u.code
    WHERE coalesce(sent, answered, waiting, unsent, refused, gaps) IS NOT NULL
    ORDER BY coalesce(dead, 0) DESC, coalesce(unsent, 0) DESC, u.code
  `);
}
