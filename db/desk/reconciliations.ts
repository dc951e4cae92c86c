import type { CommonQueryMethods, DatabasePool } from 'slonik';
import * as z from 'zod';
import { Reconciliation, ReconciliationRow } from '../../domain/exchange/reconciliation.ts';
import { sql } from '../sql.ts';

const columns = sql.fragment`
  r.id, r.unit, r.at, a.display_name AS "startedBy", r.province_count AS "provinceCount",
  r.centre_count AS "centreCount", f.findings, f.mended
`;
const tables = sql.fragment`
  reconciliations r JOIN accounts a ON a.id = r.started_by
  CROSS JOIN LATERAL (SELECT count(*)::int AS findings, count(mended_at)::int AS mended
    FROM reconciliation_rows WHERE run_id = r.id) f
`;

/** Runs of a unit, of all units where none is named; the latest first, at most 200. */
export function listRuns(
  db: CommonQueryMethods,
  unit: string | null,
): Promise<readonly Reconciliation[]> {
  return db.any(sql.type(Reconciliation)`
    SELECT ${columns} FROM ${tables} WHERE ${unit}::text IS NULL OR r.unit = ${unit}
    ORDER BY r.at DESC, r.id LIMIT 200
  `);
}

export function findRun(db: CommonQueryMethods, id: string): Promise<Reconciliation | null> {
  return db.maybeOne(sql.type(Reconciliation)`SELECT ${columns} FROM ${tables} WHERE r.id = ${id}`);
}

/** Compare what a province has with what the Centre has of it, and keep the run; a repeat changes nothing. */
export async function runReconciliation(
  pool: DatabasePool,
  { id, unit, by, at }: { id: string; unit: string; by: string; at: string },
): Promise<void> {
  await pool.transaction(async (tx) => {
    if ((await findRun(tx, id)) !== null) return;
    await tx.query(
      sql.type(z.unknown())`SELECT FROM (SELECT list_digests(${id}, ${unit})) AS listed`,
    );
    await tx.query(sql.typeAlias('void')`
      INSERT INTO reconciliations (id, unit, started_by, at, province_count, centre_count)
      SELECT ${id}, ${unit}, ${by}, ${at}, count(*) FILTER (WHERE NOT at_centre),
        count(*) FILTER (WHERE at_centre)
      FROM digest_lists WHERE run_id = ${id}
    `);
    await tx.oneFirst(
      sql.type(z.object({ found: z.int() }))`SELECT compare_digests(${id}) AS found`,
    );
  });
}

/** What a run found, in the order of numbers. */
export function listRows(
  db: CommonQueryMethods,
  run: string,
): Promise<readonly ReconciliationRow[]> {
  return db.any(sql.type(ReconciliationRow)`
    SELECT r.number, r.finding, a.display_name AS "mendedBy", r.mended_at AS "mendedAt", r.note
    FROM reconciliation_rows r LEFT JOIN accounts a ON a.id = r.mended_by
    WHERE r.run_id = ${run} ORDER BY r.number LIMIT 100000
  `);
}

/** Note who mended a difference; false where there is none or it was mended before. */
export async function noteMended(
  db: CommonQueryMethods,
  { run, number, note, by, at }: Record<'run' | 'number' | 'note' | 'by' | 'at', string>,
): Promise<boolean> {
  const { rowCount } = await db.query(sql.typeAlias('void')`
    UPDATE reconciliation_rows SET mended_by = ${by}, mended_at = ${at}, note = ${note}
    WHERE run_id = ${run} AND number = ${number} AND mended_at IS NULL
  `);
  return rowCount === 1;
}
