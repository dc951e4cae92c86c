import type { CommonQueryMethods, DatabasePool, DatabaseTransactionConnection } from 'slonik';
import * as z from 'zod';
import type { BookDifference } from '../../domain/exchange/compareBook.ts';
import { sql } from '../sql.ts';

const Found = z.object({ found: z.int() });

/** Who compares, and when. */
interface Comparing {
  run: string;
  /** Null: the calendar. */
  by: string | null;
  at: string;
}

/** Compare what a department has with what the Centre has of it; gives how many differences there are now. */
export function compareWithCentre(
  pool: DatabasePool,
  comparing: Comparing & { unit: string },
): Promise<number> {
  const { run, unit } = comparing;
  return pool.transaction(async (tx) => {
    await nextListing(tx, run);
    await tx.query(
      sql.type(z.unknown())`SELECT FROM (SELECT list_digests(${run}, ${unit})) AS listed`,
    );
    await tx.query(sql.typeAlias('void')`
      UPDATE reconciliations SET (here_count, there_count) = (
        SELECT count(*) FILTER (WHERE NOT at_centre), count(*) FILTER (WHERE at_centre)
        FROM digest_lists WHERE run_id = ${run}) WHERE id = ${run}
    `);
    const found = await tx.oneFirst(sql.type(Found)`SELECT compare_digests(${run}) AS found`);
    await settleByComparison(tx, comparing);
    return found;
  });
}

/** A supplier's list as it came. */
export interface SupplierList {
  fileName: string;
  sha256: string;
  file: Buffer;
}

/** Keep a supplier's list and what differs from the reception book. */
export async function keepComparison(
  pool: DatabasePool,
  comparing: Comparing & { by: string },
  {
    hereCount,
    thereCount,
    differences,
    list,
  }: {
    hereCount: number;
    thereCount: number;
    differences: readonly BookDifference[];
    list: SupplierList;
  },
): Promise<void> {
  const { run, by, at } = comparing;
  await pool.transaction(async (tx) => {
    const listing = await nextListing(tx, run);
    await tx.query(sql.typeAlias('void')`
      UPDATE reconciliations SET here_count = ${hereCount}, there_count = ${thereCount} WHERE id = ${run}
    `);
    await tx.query(sql.typeAlias('void')`
      INSERT INTO reconciliation_lists (run_id, listing, file_name, sha256, file, uploaded_by, uploaded_at)
      VALUES (${run}, ${listing}, ${list.fileName}, ${list.sha256}, ${sql.binary(list.file)}, ${by}, ${at})
    `);
    await tx.query(sql.typeAlias('void')`
      INSERT INTO reconciliation_rows AS r (run_id, number, paper_number, finding, here, there, fields, listing)
      SELECT ${run}, d.key, d.number, d.finding, d.here, d.there,
        ARRAY (SELECT jsonb_array_elements_text(d.fields)), ${listing}
      FROM jsonb_to_recordset(${JSON.stringify(differences)}::jsonb)
        AS d (key text, number text, finding text, here jsonb, there jsonb, fields jsonb)
      ON CONFLICT (run_id, number) DO UPDATE SET finding = EXCLUDED.finding, here = EXCLUDED.here,
        there = EXCLUDED.there, fields = EXCLUDED.fields, listing = EXCLUDED.listing,
        -- What was explained was another difference: it is opened again below.
        settlement = CASE WHEN (r.finding, r.here, r.there) IS DISTINCT FROM
            (EXCLUDED.finding, EXCLUDED.here, EXCLUDED.there) AND r.settlement = 'EXPLAINED'
          THEN 'COMPARED_AGAIN' ELSE r.settlement END
    `);
    await settleByComparison(tx, comparing);
  });
}

function nextListing(tx: DatabaseTransactionConnection, run: string): Promise<number> {
  return tx.oneFirst(sql.type(z.object({ listings: z.int() }))`
    UPDATE reconciliations SET listings = listings + 1 WHERE id = ${run} RETURNING listings
  `);
}

/** What the last comparison no longer found is settled; what was mended and differs again is open again. */
async function settleByComparison(
  tx: DatabaseTransactionConnection,
  { run, by, at }: Comparing,
): Promise<void> {
  const latest = sql.fragment`(SELECT listings FROM reconciliations WHERE id = ${run})`;
  await tx.query(sql.typeAlias('void')`
    UPDATE reconciliation_rows SET settlement = 'COMPARED_AGAIN', settled_by = ${by}, settled_at = ${at}
    WHERE run_id = ${run} AND settled_at IS NULL AND listing < ${latest}
  `);
  await tx.query(sql.typeAlias('void')`
    UPDATE reconciliation_rows SET settlement = NULL, settled_by = NULL, settled_at = NULL, note = NULL
    WHERE run_id = ${run} AND listing = ${latest} AND settled_at IS NOT NULL AND settlement <> 'EXPLAINED'
  `);
}

interface Noted {
  run: string;
  keys: readonly string[];
  note: string;
  by: string;
  at: string;
}

/** Note that the other side was asked about open differences; a settled one stays as it is. */
export async function noteAsked(
  db: CommonQueryMethods,
  { run, keys, note, by, at }: Noted,
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE reconciliation_rows SET asked_by = ${by}, asked_at = ${at}, question = ${note}
    WHERE run_id = ${run} AND number = ANY (${sql.array([...keys], 'text')}) AND settled_at IS NULL
  `);
}

/** Settle differences; those settled before keep who did it. */
export async function settleDifferences(
  db: CommonQueryMethods,
  { run, keys, note, by, at, settlement }: Noted & { settlement: string },
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE reconciliation_rows SET settled_by = ${by}, settled_at = ${at}, note = ${note},
      settlement = ${settlement}
    WHERE run_id = ${run} AND number = ANY (${sql.array([...keys], 'text')}) AND settled_at IS NULL
  `);
}
