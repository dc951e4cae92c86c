import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { COPY_STATES, type CopyState } from '../../domain/record/book.ts';
import type { ComparisonQuery } from '../../domain/record/comparison.ts';
import { RecordFile } from '../../domain/record/file.ts';
import { sql } from '../sql.ts';

/** Every record of a department that stands, or of all (`unit` null), beside the Centre's copy, by digest. */
const sides = (unit: string | null) => sql.fragment`
  SELECT p.case_id, p.number, p.unit, p.digest AS province, c.digest AS centre, p.head, c.head AS copy,
    CASE WHEN c.number IS NULL THEN 'MISSING'
      WHEN c.digest = p.digest AND c.merged_into IS NOT DISTINCT FROM p.merged_into THEN 'EQUAL'
      ELSE 'DIFFERING' END AS state
  FROM records p LEFT JOIN records c ON c.book = 'CENTRE' AND c.number = p.number
  WHERE p.book = 'PROVINCE' AND p.abandoned_at IS NULL AND (${unit}::text IS NULL OR p.unit = ${unit})
`;

const Count = z.object({ state: z.enum(COPY_STATES), records: z.int() });

export async function countCopies(
  db: CommonQueryMethods,
  unit: string | null,
): Promise<Record<CopyState, number>> {
  const rows = await db.any(sql.type(Count)`
    SELECT state, count(*)::int AS records FROM (${sides(unit)}) s GROUP BY state
  `);
  const of = (state: CopyState): number => rows.find((row) => row.state === state)?.records ?? 0;
  return { EQUAL: of('EQUAL'), DIFFERING: of('DIFFERING'), MISSING: of('MISSING') };
}

const Sides = z.object({
  caseId: z.string(),
  number: z.string(),
  unit: z.string(),
  province: z.string(),
  centre: z.string().nullable(),
  file: RecordFile,
  copy: RecordFile.nullable(),
});

/** Records that stand so against their copies, with what both sides say. */
export function listSides(
  db: CommonQueryMethods,
  unit: string | null,
  { state, page, limit }: ComparisonQuery,
): Promise<readonly z.infer<typeof Sides>[]> {
  return db.any(sql.type(Sides)`
    SELECT s.case_id AS "caseId", s.number, s.unit, s.province, s.centre, v.body AS file, w.body AS copy
    FROM (${sides(unit)}) s
      JOIN record_versions v ON v.book = 'PROVINCE' AND v.number = s.number AND v.version = s.head
      LEFT JOIN record_versions w ON w.book = 'CENTRE' AND w.number = s.number AND w.version = s.copy
    WHERE s.state = ${state} ORDER BY s.number LIMIT ${limit} OFFSET ${(page - 1) * limit}
  `);
}
