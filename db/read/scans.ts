import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { Scan, SCAN_TYPES } from '../../domain/scan.ts';
import { sql } from '../sql.ts';

/** A row `x` of `answer_scans` as JSON, without its bytes. */
export const scanColumns = sql.fragment`jsonb_build_object('id', x.id, 'name', x.name,
  'mediaType', x.media_type, 'size', octet_length(x.bytes), 'sha256', x.sha256, 'uploadedAt', x.uploaded_at)`;

const Bytes = z.instanceof(Buffer);
const Kept = z.object({
  caseId: z.string(),
  unit: z.string(),
  name: z.string(),
  mediaType: z.enum(SCAN_TYPES),
  bytes: Bytes,
});

/** A scan with its bytes, or null. */
export function findScan(db: CommonQueryMethods, id: string): Promise<z.infer<typeof Kept> | null> {
  return db.maybeOne(sql.type(Kept)`
    SELECT case_id AS "caseId", unit, name, media_type AS "mediaType", bytes
    FROM answer_scans WHERE id = ${id}
  `);
}

/** The scans of a unit for a request that have these ids; fewer when some are not there. */
export async function listScans(
  db: CommonQueryMethods,
  { requestId, unit, ids }: { requestId: string; unit: string; ids: readonly string[] },
): Promise<readonly z.infer<typeof Scan>[]> {
  return db.anyFirst(sql.type(z.object({ scan: Scan }))`
    SELECT ${scanColumns} AS scan FROM answer_scans x
    WHERE x.request_id = ${requestId} AND x.unit = ${unit} AND x.id = ANY (${sql.array([...ids], 'uuid')})
    ORDER BY x.uploaded_at, x.id
  `);
}
