import type { CommonQueryMethods, DatabasePool } from 'slonik';
import * as z from 'zod';
import type { AnswerForm } from '../../domain/desk.ts';
import type { PacketContent } from '../../domain/packet.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import { messageOfRow } from '../read/packets.ts';
import { sql } from '../sql.ts';

/** Keep a packet that was signed; a repeat changes nothing. */
export async function keepPacket(
  db: CommonQueryMethods,
  { packetId, unit, issuedAt, expiresAt, requests }: PacketContent,
  { jws, madeBy }: { jws: string; madeBy: string },
): Promise<void> {
  const ids = requests.map(({ requestId }) => requestId);
  await db.query(sql.typeAlias('void')`
    INSERT INTO packets (id, unit, made_by, made_at, expires_at, jws, requests)
    VALUES (${packetId}, ${unit}, ${madeBy}, ${issuedAt}, ${expiresAt}, ${jws}, ${sql.array(ids, 'text')})
    ON CONFLICT (id) DO NOTHING
  `);
}

/** A row as it was read from an upload. */
export interface ReadRow {
  requestId: string;
  /** In which the packet put the question; 0 for one it did not put. */
  round: number;
  fullName: string;
  lines: string | null;
  answer: AnswerForm | null;
  code: RefusalCode | null;
  fields: readonly { path: string; code: string }[];
}

interface NewUpload {
  unit: string;
  digest: string;
  packetId: string | null;
  file: string;
  sheet: string | null;
  by: string;
  at: string;
  /** Why nothing of it may be imported, or null. */
  code: RefusalCode | null;
}

const UPLOAD_KEPT = z.object({ id: z.string(), state: z.string() });

/** Keep what was uploaded, word for word; the same again gives the row that is there. */
export function keepUpload(
  db: CommonQueryMethods,
  { unit, digest, packetId, file, sheet, by, at, code }: NewUpload,
): Promise<z.infer<typeof UPLOAD_KEPT>> {
  const state = code === null ? 'PREVIEWED' : 'REFUSED';
  return db.one(sql.type(UPLOAD_KEPT)`
    INSERT INTO packet_uploads AS u (unit, digest, packet_id, packet_text, sheet_text, uploaded_by, uploaded_at,
      state, refusal_code)
    VALUES (${unit}, ${digest}, ${packetId}, ${file}, ${sheet}, ${by}, ${at}, ${state}, ${code})
    ON CONFLICT (unit, digest) DO UPDATE SET digest = u.digest
    RETURNING id, state
  `);
}

/** Put the rows of an upload that nobody has confirmed yet, in place of those read before. */
export async function putRows(
  db: DatabasePool,
  uploadId: string,
  rows: readonly ReadRow[],
): Promise<void> {
  const numbered = rows.map((row, index) => ({ ...row, n: index + 1 }));
  await db.transaction(async (tx) => {
    const open = await tx.maybeOneFirst(sql.type(z.object({ state: z.string() }))`
      SELECT state FROM packet_uploads WHERE id = ${uploadId} AND state = 'PREVIEWED' FOR UPDATE
    `);
    if (open === null) return;
    await tx.query(sql.typeAlias('void')`DELETE FROM packet_rows WHERE upload_id = ${uploadId}`);
    await tx.query(sql.typeAlias('void')`
      INSERT INTO packet_rows (upload_id, n, request_id, round, full_name, lines, answer, code, fields)
      SELECT ${uploadId}::uuid, n, "requestId", round, "fullName", lines, nullif(answer, 'null'), code, fields
      FROM jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb) AS r
        (n int, "requestId" text, round int, "fullName" text, lines text, answer jsonb, code text, fields jsonb)
    `);
  });
}

/**
 * Confirm an upload that was previewed: found records not confirmed again are left out. False when it is
 * not open to that.
 */
export async function confirmUpload(
  db: CommonQueryMethods,
  { id, by, at, confirmed }: { id: string; by: string; at: string; confirmed: readonly string[] },
): Promise<boolean> {
  const { rowCount } = await db.query(sql.typeAlias('void')`
    UPDATE packet_uploads SET state = 'RUNNING', confirmed_by = ${by}, confirmed_at = ${at}, beat_at = now()
    WHERE id = ${id} AND state = 'PREVIEWED'
  `);
  if (rowCount !== 1) return false;
  const ids = sql.array([...confirmed], 'text');
  await db.query(sql.typeAlias('void')`
    UPDATE packet_rows SET confirmed = request_id = ANY (${ids}),
      code = CASE WHEN request_id = ANY (${ids}) THEN code ELSE 'RECORD_NOT_CONFIRMED' END
    WHERE upload_id = ${id} AND code IS NULL AND answer ->> 'outcome' = 'RECORD_FOUND'
  `);
  return true;
}

/** Leave rows out of an import because a colleague has their requests. */
export async function leaveOut(
  db: CommonQueryMethods,
  uploadId: string,
  requestIds: readonly string[],
): Promise<void> {
  const code: RefusalCode = 'REQUEST_HELD_BY_OTHER';
  await db.query(sql.typeAlias('void')`
    UPDATE packet_rows SET code = ${code}
    WHERE upload_id = ${uploadId} AND code IS NULL AND request_id = ANY (${sql.array([...requestIds], 'text')})
  `);
}

/** Note why a row gave no message at all; one that became a message has its result there. */
export async function noteUnsent(
  db: CommonQueryMethods,
  { uploadId, n, code }: { uploadId: string; n: number; code: RefusalCode },
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE packet_rows r SET code = ${code} FROM packet_uploads u
    WHERE r.upload_id = ${uploadId} AND r.n = ${n} AND r.code IS NULL AND u.id = r.upload_id
      AND NOT EXISTS (SELECT FROM agency_messages m WHERE ${messageOfRow})
  `);
}

const Waiting = z.object({
  n: z.int(),
  requestId: z.string(),
  round: z.int(),
  answer: z.unknown(),
});

/** Rows of an import that have not been sent yet, the first first. */
export function listWaiting(
  db: CommonQueryMethods,
  uploadId: string,
  limit: number,
): Promise<readonly z.infer<typeof Waiting>[]> {
  return db.any(sql.type(Waiting)`
    SELECT r.n, r.request_id AS "requestId", r.round, r.answer
    FROM packet_rows r JOIN packet_uploads u ON u.id = r.upload_id
    WHERE r.upload_id = ${uploadId} AND r.code IS NULL
      AND NOT EXISTS (SELECT FROM agency_messages m WHERE ${messageOfRow})
    ORDER BY r.n LIMIT ${limit}
  `);
}

const Importer = z.object({ confirmedBy: z.string(), unit: z.string() });

/** In whose name an import answers. */
export function findImporter(
  db: CommonQueryMethods,
  id: string,
): Promise<z.infer<typeof Importer> | null> {
  return db.maybeOne(sql.type(Importer)`
    SELECT confirmed_by AS "confirmedBy", unit FROM packet_uploads WHERE id = ${id} AND confirmed_by IS NOT NULL
  `);
}
