import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { MOST_SCANS, type Scan } from '../../domain/scan.ts';
import { sql } from '../sql.ts';

interface NewScan extends Pick<Scan, 'id' | 'name' | 'mediaType' | 'sha256'> {
  requestId: string;
  unit: string;
  bytes: Buffer;
  uploadedBy: string;
  uploadedAt: string;
}

/** Scans that may be kept of one request, answered with or not. */
const MOST_KEPT = MOST_SCANS * 3;

/**
 * Keep a scan for a request of the unit; a repeat changes nothing. `NOT_ASKED` when the unit has no such
 * request, `TOO_MANY` when it has kept more than enough, `OTHER` when the id stands for another file.
 */
export async function keepScan(
  db: CommonQueryMethods,
  scan: NewScan,
): Promise<'KEPT' | 'NOT_ASKED' | 'TOO_MANY' | 'OTHER'> {
  const { id, requestId, unit, name, mediaType, sha256, bytes } = scan;
  const { rowCount } = await db.query(sql.typeAlias('void')`
    INSERT INTO answer_scans (id, request_id, case_id, unit, name, media_type, sha256, bytes, uploaded_by, uploaded_at)
    SELECT ${id}, v.request_id, v.case_id, v.unit, ${name}, ${mediaType}, ${sha256},
      ${sql.binary(bytes)}, ${scan.uploadedBy}, ${scan.uploadedAt}
    FROM verifications v WHERE v.request_id = ${requestId} AND v.unit = ${unit}
      AND (SELECT count(*) FROM answer_scans x WHERE x.request_id = v.request_id) < ${MOST_KEPT}
    ON CONFLICT (id) DO NOTHING
  `);
  if (rowCount === 1) return 'KEPT';
  const found = await db.maybeOneFirst(sql.type(z.object({ same: z.boolean() }))`
    SELECT sha256 = ${sha256} AND request_id = ${requestId} AND uploaded_by = ${scan.uploadedBy} AS same
    FROM answer_scans WHERE id = ${id}
  `);
  if (found !== null) return found ? 'KEPT' : 'OTHER';
  const asked = await db.exists(sql.typeAlias('void')`
    SELECT FROM verifications WHERE request_id = ${requestId} AND unit = ${unit}
  `);
  return asked ? 'TOO_MANY' : 'NOT_ASKED';
}
