import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import {
  Packet,
  PacketRow,
  type PacketRowQuery,
  PacketUpload,
  type RowState,
} from '../../domain/packet.ts';
import { sql } from '../sql.ts';

const PAGE = 20;
const Total = z.object({ count: z.int() });

const Kept = z.object({ unit: z.string(), jws: z.string() });

/** A packet as it was signed, or null. */
export function findPacket(
  db: CommonQueryMethods,
  id: string,
): Promise<z.infer<typeof Kept> | null> {
  return db.maybeOne(sql.type(Kept)`SELECT unit, jws FROM packets WHERE id = ${id}`);
}

const packetColumns = sql.fragment`
  p.id, a.display_name AS "madeBy", p.made_at AS "madeAt", p.expires_at AS "expiresAt",
  cardinality(p.requests) AS requests,
  (SELECT count(*)::int FROM verifications v WHERE v.request_id = ANY (p.requests)
   AND v.answered_at IS NULL AND NOT v.withdrawn) AS open`;

/** A packet as lists show it. */
export function findPacketBy(
  db: CommonQueryMethods,
  { id, madeBy }: { id: string; madeBy: string },
): Promise<z.infer<typeof Packet> | null> {
  return db.maybeOne(sql.type(Packet)`
    SELECT ${packetColumns} FROM packets p JOIN accounts a ON a.id = p.made_by
    WHERE p.id = ${id} AND p.made_by = ${madeBy}
  `);
}

/** A page of a unit's packets, the latest first. */
export async function listPackets(
  db: CommonQueryMethods,
  unit: string,
  page: number,
): Promise<{ packets: readonly z.infer<typeof Packet>[]; total: number }> {
  const [packets, total] = await Promise.all([
    db.any(sql.type(Packet)`
      SELECT ${packetColumns} FROM packets p JOIN accounts a ON a.id = p.made_by
      WHERE p.unit = ${unit} ORDER BY p.made_at DESC, p.id LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}
    `),
    db.oneFirst(sql.type(Total)`SELECT count(*)::int AS count FROM packets WHERE unit = ${unit}`),
  ]);
  return { packets, total };
}

/** An upload without sentences; `unit` is not for the reply. */
const UploadRow = PacketUpload.omit({ reason: true, rows: true }).extend({
  code: z.string().nullable(),
  rows: z.record(z.string(), z.int()),
  unit: z.string(),
});
export type UploadRow = z.infer<typeof UploadRow>;

/** What became of a row: said before it was sent, else by the message it became. */
const rowState = sql.fragment`CASE
  WHEN r.code IS NOT NULL OR m.state = 'REFUSED' THEN 'REFUSED' WHEN m.state IS NULL THEN 'READY'
  WHEN m.state = 'APPLIED' THEN 'DONE' ELSE 'ON_THE_WAY' END`;
/** Condition that a message `m` is what a row `r` of an upload `u` became. */
export const messageOfRow = sql.fragment`m.from_unit = u.unit AND m.received_by <> 'AGENCY'
  AND m.message_id = 'packet/' || u.id || '/' || r.n`;
const rowTables = sql.fragment`packet_rows r JOIN packet_uploads u ON u.id = r.upload_id
  LEFT JOIN agency_messages m ON ${messageOfRow}`;

const uploadColumns = sql.fragment`
  u.id, u.unit, u.packet_id AS "packetId", u.state, u.refusal_code AS code, a.display_name AS "uploadedBy",
  u.uploaded_at AS "uploadedAt", c.display_name AS "confirmedBy", u.confirmed_at AS "confirmedAt",
  u.finished_at AS "finishedAt", coalesce(cardinality(p.requests), 0) AS requests,
  (SELECT coalesce(jsonb_object_agg(state, n), '{}') FROM (
     SELECT ${rowState} AS state, count(*)::int AS n FROM ${rowTables} WHERE r.upload_id = up.id GROUP BY 1) AS g
  ) AS rows,
  (SELECT coalesce(jsonb_object_agg(outcome, n), '{}') FROM (
     SELECT r.answer ->> 'outcome' AS outcome, count(*)::int AS n FROM packet_rows r
     WHERE r.upload_id = up.id AND r.code IS NULL GROUP BY 1) AS g) AS outcomes`;
const uploadTables = sql.fragment`packet_uploads up CROSS JOIN LATERAL (SELECT up.*) AS u
  JOIN accounts a ON a.id = u.uploaded_by LEFT JOIN accounts c ON c.id = u.confirmed_by
  LEFT JOIN packets p ON p.id = u.packet_id`;

/** An upload by its id, or null. */
export function findUpload(db: CommonQueryMethods, id: string): Promise<UploadRow | null> {
  return db.maybeOne(sql.type(UploadRow)`
    SELECT ${uploadColumns} FROM ${uploadTables} WHERE up.id = ${id}
  `);
}

/** A page of a unit's uploads, the latest first. */
export async function listUploads(
  db: CommonQueryMethods,
  unit: string,
  page: number,
): Promise<{ uploads: readonly UploadRow[]; total: number }> {
  const [uploads, total] = await Promise.all([
    db.any(sql.type(UploadRow)`
      SELECT ${uploadColumns} FROM ${uploadTables}
      WHERE up.unit = ${unit} ORDER BY up.uploaded_at DESC, up.id LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}
    `),
    db.oneFirst(sql.type(Total)`
      SELECT count(*)::int AS count FROM packet_uploads WHERE unit = ${unit}
    `),
  ]);
  return { uploads, total };
}

const Row = PacketRow.omit({ reason: true }).extend({
  code: z.string().nullable(),
  fields: z.array(z.object({ path: z.string(), code: z.string() })),
});

/** A page of the rows of an upload, in the order of the sheet. */
export async function listRows(
  db: CommonQueryMethods,
  uploadId: string,
  { state, outcome, page, limit }: PacketRowQuery,
): Promise<{ rows: readonly z.infer<typeof Row>[]; total: number }> {
  const conditions: FragmentSqlToken[] = [
    sql.fragment`r.upload_id = ${uploadId}`,
    ...(state === undefined ? [] : [inState(state)]),
    ...(outcome === undefined ? [] : [sql.fragment`r.answer ->> 'outcome' = ${outcome}`]),
  ];
  const where = sql.join(conditions, sql.fragment` AND `);
  const [rows, total] = await Promise.all([
    db.any(sql.type(Row)`
      SELECT r.n, r.request_id AS "requestId", r.full_name AS "fullName", r.lines, r.fields,
        r.answer ->> 'outcome' AS outcome, coalesce(r.answer -> 'entries', '[]') AS entries,
        ${rowState} AS state, coalesce(r.code, m.refusal_code) AS code
      FROM ${rowTables} WHERE ${where} ORDER BY r.n LIMIT ${limit} OFFSET ${(page - 1) * limit}
    `),
    db.oneFirst(sql.type(Total)`SELECT count(*)::int AS count FROM ${rowTables} WHERE ${where}`),
  ]);
  return { rows, total };
}

function inState(state: RowState): FragmentSqlToken {
  return sql.fragment`${rowState} = ${state}`;
}

const Standing = z.object({
  requestId: z.string(),
  unit: z.string(),
  round: z.int(),
  answered: z.boolean(),
  withdrawn: z.boolean(),
  holder: z.string().nullable(),
});
export type Standing = z.infer<typeof Standing>;

/** How requests stand now, and on whose desk they are. */
export function listStandings(
  db: CommonQueryMethods,
  requestIds: readonly string[],
  at: string,
): Promise<readonly Standing[]> {
  return db.any(sql.type(Standing)`
    SELECT v.request_id AS "requestId", v.unit, v.round, v.answered_at IS NOT NULL AS answered, v.withdrawn,
      request_desk(k.holder, ${at}) AS holder
    FROM verifications v LEFT JOIN request_claims k ON k.request_id = v.request_id
    WHERE v.request_id = ANY (${sql.array([...requestIds], 'text')})
  `);
}
