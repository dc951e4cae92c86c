import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { Arrival, type ArrivalQuery, Gap } from '../../domain/integration.ts';
import { sql } from '../sql.ts';

/** Numbers of a unit stay below 2^53, so that a number of JavaScript holds them. */
const columns = sql.fragment`
  e.id::float8 AS id, e.received_at AS "receivedAt", e.unit, e.kid, e.typ, e.message_id AS "messageId", e.sequence::float8 AS sequence,
  e.sha256, e.size, e.verdict, e.detail, m.state, m.refusal_code AS "refusalCode"
`;
const tables = sql.fragment`message_evidence e LEFT JOIN agency_messages m ON m.id = e.agency_message`;

/** Everything that arrived under a unit's name and a message's id, oldest first. */
export function listArrivalsOf(
  db: CommonQueryMethods,
  unit: string,
  messageId: string,
): Promise<readonly Arrival[]> {
  return db.any(sql.type(Arrival)`
    SELECT ${columns} FROM ${tables} WHERE e.unit = ${unit} AND e.message_id = ${messageId}
    ORDER BY e.id LIMIT 200
  `);
}

/** A page of what arrived, the latest first; one row more than the limit when there are more. */
export function listArrivals(
  db: CommonQueryMethods,
  { unit, verdict, refused, limit, before }: z.infer<typeof ArrivalQuery>,
): Promise<readonly Arrival[]> {
  const conditions = [
    sql.fragment`true`,
    ...(unit === undefined ? [] : [sql.fragment`e.unit = ${unit}`]),
    ...(verdict === undefined ? [] : [sql.fragment`e.verdict = ${verdict}`]),
    ...(refused ? [sql.fragment`e.verdict NOT IN ('TAKEN', 'REPEATED')`] : []),
    ...(before === undefined ? [] : [sql.fragment`e.id < ${before}`]),
  ];
  return db.any(sql.type(Arrival)`
    SELECT ${columns} FROM ${tables} WHERE ${sql.join(conditions, sql.fragment` AND `)}
    ORDER BY e.id DESC LIMIT ${limit + 1}
  `);
}

const Numbering = z.object({ lastSequence: z.int(), gaps: z.array(Gap), late: z.int() });

/** How a unit's own numbering has come in: the greatest number, what never came, what came late. */
export function getNumbering(
  db: CommonQueryMethods,
  unit: string,
): Promise<z.infer<typeof Numbering>> {
  return db.one(sql.type(Numbering)`
    SELECT coalesce(max(sequence), 0)::float8 AS "lastSequence", (count(*) FILTER (WHERE late))::int AS late,
      coalesce(jsonb_agg(jsonb_build_object('from', before + 1, 'to', sequence - 1) ORDER BY sequence)
        FILTER (WHERE sequence > before + 1), '[]'::jsonb) AS gaps
    FROM (SELECT sequence, late, lag(sequence, 1, 0::bigint) OVER (ORDER BY sequence) AS before
      FROM unit_messages WHERE unit = ${unit}) AS numbered
  `);
}
