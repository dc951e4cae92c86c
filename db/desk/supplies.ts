import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { Scan } from '../../domain/scan.ts';
import { sql } from '../sql.ts';

interface Settled {
  id: string;
  by: string;
  at: string;
}

interface Used {
  made: boolean;
  caseId: string;
  recordNumber: string;
}

/**
 * Note that an entry was used for a record; false when it was settled before, or the record was given up meanwhile:
 * giving up, which frees what was used, comes before or after. A record `made` of it is there whatever else was said of
 * the entry meanwhile.
 */
export function useSupply(
  db: CommonQueryMethods,
  { id, by, at, made, caseId, recordNumber }: Settled & Used,
): Promise<boolean> {
  return changed(
    db,
    sql.typeAlias('void')`
      WITH held AS (SELECT abandoned_at FROM records
        WHERE book = 'PROVINCE' AND number = ${recordNumber} FOR SHARE)
      UPDATE supplies SET state = 'USED', case_id = ${caseId}, record_number = ${recordNumber},
        hint = NULL, reason = NULL, settled_by = ${by}, settled_at = ${at}
      WHERE id = ${id} AND (state = 'RECEIVED' OR (${made} AND state <> 'USED'))
        AND NOT EXISTS (SELECT FROM held WHERE abandoned_at IS NOT NULL)`,
  );
}

/** Refuse an entry or keep it without a record, for a reason; false when it was settled before. */
export function putAside(
  db: CommonQueryMethods,
  { id, by, at, state, reason }: Settled & { state: 'REFUSED' | 'KEPT'; reason: string },
): Promise<boolean> {
  return changed(
    db,
    sql.typeAlias('void')`
      UPDATE supplies SET state = ${state}, reason = ${reason}, settled_by = ${by}, settled_at = ${at}
      WHERE id = ${id} AND state = 'RECEIVED'`,
  );
}

interface NewScan extends Omit<Scan, 'size'> {
  unit: string;
  bytes: Buffer;
  uploadedBy: string;
}

/** Keep a scan that an entry will name; false when the id stands for another file. */
export async function keepSupplyScan(db: CommonQueryMethods, scan: NewScan): Promise<boolean> {
  const { id, unit, name, mediaType, sha256, bytes, uploadedBy, uploadedAt } = scan;
  await db.query(sql.typeAlias('void')`
    INSERT INTO supply_scans (id, unit, name, media_type, sha256, bytes, uploaded_by, uploaded_at)
    VALUES (${id}, ${unit}, ${name}, ${mediaType}, ${sha256}, ${sql.binary(bytes)}, ${uploadedBy}, ${uploadedAt})
    ON CONFLICT (id) DO NOTHING
  `);
  return db.oneFirst(sql.type(z.object({ same: z.boolean() }))`
    SELECT sha256 = ${sha256} AND uploaded_by = ${uploadedBy} AS same FROM supply_scans WHERE id = ${id}
  `);
}

/** Put scans of a person's own upload behind an entry; gives how many of them are behind it now. */
export async function attachScans(
  db: CommonQueryMethods,
  { id, scans, by }: { id: string; scans: readonly string[]; by: string },
): Promise<number> {
  const { rowCount } = await db.query(sql.typeAlias('void')`
    UPDATE supply_scans SET supply_id = ${id}
    WHERE id = ANY (${sql.array([...scans], 'uuid')}) AND uploaded_by = ${by}
      AND (supply_id IS NULL OR supply_id = ${id})
  `);
  return rowCount;
}

async function changed(
  db: CommonQueryMethods,
  statement: Parameters<CommonQueryMethods['query']>[0],
): Promise<boolean> {
  return (await db.query(statement)).rowCount === 1;
}
