import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { BATCH_TASKS, RowFault, SupplyBatch, SupplyRow } from '../../domain/supply/batch.ts';
import type { SupplyRowQuery, SupplyRowState } from '../../domain/supply/batch.ts';
import { JUDGMENT_KINDS } from '../../domain/supply/kinds.ts';
import { sql } from '../sql.ts';

const PAGE = 20;
const Total = z.object({ count: z.int() });
const Stored = SupplyBatch.extend({ unit: z.string() });

/** What became of a row `r`. */
const rowState = sql.fragment`CASE WHEN r.taken IS NULL THEN 'FAULTY' WHEN r.code IS NOT NULL THEN 'REPEATED'
  WHEN r.supply_id IS NOT NULL THEN 'ENTERED' ELSE 'GOOD' END`;
const isJudgmentOfBatch = sql.fragment`s.batch_id = b.id
  AND s.kind = ANY (${sql.array([...JUDGMENT_KINDS], 'text')})`;
const columns = sql.fragment`
  b.id, b.unit, b.file_name AS "fileName", b.encoding, b.state, b.task, u.display_name AS "uploadedBy",
  b.uploaded_at AS "uploadedAt", c.display_name AS "confirmedBy", b.confirmed_at AS "confirmedAt",
  b.finished_at AS "finishedAt",
  (SELECT jsonb_build_object(
     'GOOD', count(*) FILTER (WHERE state = 'GOOD'), 'FAULTY', count(*) FILTER (WHERE state = 'FAULTY'),
     'ENTERED', count(*) FILTER (WHERE state = 'ENTERED'), 'REPEATED', count(*) FILTER (WHERE state = 'REPEATED'))
   FROM (SELECT ${rowState} AS state FROM supply_rows r WHERE r.batch_id = b.id) AS g) AS rows,
  (SELECT jsonb_build_object(
     'open', count(*) FILTER (WHERE s.state = 'RECEIVED' AND s.hint IS NULL),
     'made', count(*) FILTER (WHERE s.state = 'USED'), 'left', count(*) FILTER (WHERE s.hint IS NOT NULL))
   FROM supplies s WHERE ${isJudgmentOfBatch}) AS judgments`;
const tables = sql.fragment`supply_batches b JOIN accounts u ON u.id = b.uploaded_by
  LEFT JOIN accounts c ON c.id = b.confirmed_by`;

/** A batch with how far it is, or null. */
export function findBatch(
  db: CommonQueryMethods,
  id: string,
): Promise<z.infer<typeof Stored> | null> {
  return db.maybeOne(sql.type(Stored)`SELECT ${columns} FROM ${tables} WHERE b.id = ${id}`);
}

/** A page of a unit's batches, the latest first. */
export async function listBatches(
  db: CommonQueryMethods,
  unit: string,
  page: number,
): Promise<{ batches: readonly z.infer<typeof Stored>[]; total: number }> {
  const batches = await db.any(sql.type(Stored)`
    SELECT ${columns} FROM ${tables} WHERE b.unit = ${unit}
    ORDER BY b.uploaded_at DESC, b.id LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}
  `);
  const total = await db.oneFirst(
    sql.type(Total)`SELECT count(*)::int AS count FROM supply_batches WHERE unit = ${unit}`,
  );
  return { batches, total };
}

/** The file of a batch, word for word. */
export function fileOfBatch(db: CommonQueryMethods, id: string): Promise<Uint8Array> {
  return db.oneFirst(sql.type(z.object({ file: z.instanceof(Uint8Array) }))`
    SELECT file FROM supply_batches WHERE id = ${id}
  `);
}

const Row = SupplyRow.extend({ problems: z.array(RowFault) });

/** A page of the rows of a batch, in the order of the file. */
export async function listBatchRows(
  db: CommonQueryMethods,
  id: string,
  { state, page, limit }: SupplyRowQuery,
): Promise<{ rows: readonly z.infer<typeof Row>[]; total: number }> {
  const where = sql.fragment`r.batch_id = ${id} AND ${inState(state)}`;
  const rows = await db.any(sql.type(Row)`
    SELECT r.line, r.person_name AS "personName", r.number, ${rowState} AS state, r.supply_id AS "supplyId",
      r.problems
    FROM supply_rows r WHERE ${where} ORDER BY r.line LIMIT ${limit} OFFSET ${(page - 1) * limit}
  `);
  const total = await db.oneFirst(
    sql.type(Total)`SELECT count(*)::int AS count FROM supply_rows r WHERE ${where}`,
  );
  return { rows, total };
}

function inState(state: SupplyRowState | undefined): FragmentSqlToken {
  return state === undefined ? sql.fragment`true` : sql.fragment`${rowState} = ${state}`;
}

const Work = z.object({
  unit: z.string(),
  task: z.enum(BATCH_TASKS),
  confirmedBy: z.string(),
});

/** What is to be done with a batch and in whose name, or null. */
export function workOfBatch(
  db: CommonQueryMethods,
  id: string,
): Promise<z.infer<typeof Work> | null> {
  return db.maybeOne(sql.type(Work)`
    SELECT unit, task, confirmed_by AS "confirmedBy" FROM supply_batches
    WHERE id = ${id} AND confirmed_by IS NOT NULL
  `);
}

/** Judgments that a batch entered and that have no record yet, the first first. */
export function listUnmade(
  db: CommonQueryMethods,
  id: string,
  limit: number,
): Promise<readonly string[]> {
  return db.anyFirst(sql.type(z.object({ id: z.string() }))`
    SELECT s.id FROM supplies s JOIN supply_batches b ON b.id = ${id}
    WHERE ${isJudgmentOfBatch} AND s.state = 'RECEIVED' AND s.hint IS NULL
    ORDER BY s.book_number LIMIT ${limit}
  `);
}
