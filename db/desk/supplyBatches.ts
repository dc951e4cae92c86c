import type { CommonQueryMethods, DatabasePool } from 'slonik';
import * as z from 'zod';
import type { FileFormat, RowFault } from '../../domain/supply/batch.ts';
import type { SuppliedInformation } from '../../domain/supply/information.ts';
import { columnsOf } from '../intake/supplies.ts';
import { sql } from '../sql.ts';

/** A row as it was read from a file; `supply` is null for a faulty one. */
export interface ReadRow {
  line: number;
  personName: string;
  number: string;
  supply: SuppliedInformation | null;
  problems: readonly RowFault[];
}

interface NewBatch {
  id: string;
  unit: string;
  fileName: string;
  encoding: FileFormat;
  sha256: string;
  file: Buffer;
  by: string;
  at: string;
  rows: readonly ReadRow[];
}

const ROWS_AT_ONCE = 1_000;
const Id = z.object({ id: z.string() });

/** Keep a file with its rows, all or nothing; the same file again gives the batch that is there. */
export async function keepBatch(pool: DatabasePool, batch: NewBatch): Promise<string> {
  const { id, unit, fileName, encoding, sha256, file, by, at, rows } = batch;
  return pool.transaction(async (db) => {
    const { rowCount } = await db.query(sql.typeAlias('void')`
      INSERT INTO supply_batches (id, unit, file_name, encoding, sha256, file, uploaded_by, uploaded_at, state)
      VALUES (${id}, ${unit}, ${fileName}, ${encoding}, ${sha256}, ${sql.binary(file)}, ${by}, ${at}, 'PREVIEWED')
      ON CONFLICT DO NOTHING
    `);
    if (rowCount === 0) {
      return db.oneFirst(sql.type(Id)`
        SELECT id FROM supply_batches WHERE unit = ${unit} AND (id = ${id}
          OR (sha256 = ${sha256} AND state <> 'DISCARDED')) ORDER BY id = ${id} DESC LIMIT 1
      `);
    }
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      await insertRows(db, id, rows.slice(from, from + ROWS_AT_ONCE));
    }
    return id;
  });
}

async function insertRows(
  db: CommonQueryMethods,
  batch: string,
  rows: readonly ReadRow[],
): Promise<void> {
  const taken = rows.map(({ supply, ...row }) => {
    return { ...row, taken: supply === null ? null : columnsOf(supply) };
  });
  await db.query(sql.typeAlias('void')`
    INSERT INTO supply_rows (batch_id, line, person_name, number, taken, problems)
    SELECT ${batch}::uuid, line, "personName", number, nullif(taken, 'null'), problems
    FROM jsonb_to_recordset(${JSON.stringify(taken)}::jsonb)
      AS r (line int, "personName" text, number text, taken jsonb, problems jsonb)
  `);
}

/** Begin to enter the good rows of a previewed batch; false when it is not open to that. */
export function confirmBatch(
  db: CommonQueryMethods,
  { id, by, at }: { id: string; by: string; at: string },
): Promise<boolean> {
  return changed(
    db,
    sql.typeAlias('void')`
      UPDATE supply_batches SET state = 'RUNNING', confirmed_by = ${by}, confirmed_at = ${at}, beat_at = now()
      WHERE id = ${id} AND state = 'PREVIEWED'`,
  );
}

/** Begin to make records of the judgments that a batch entered; false when it is not open to that. */
export function confirmRecords(
  db: CommonQueryMethods,
  { id, by, at }: { id: string; by: string; at: string },
): Promise<boolean> {
  return changed(
    db,
    sql.typeAlias('void')`
      UPDATE supply_batches SET state = 'RUNNING', task = 'RECORDS', confirmed_by = ${by}, confirmed_at = ${at},
        finished_at = NULL, stop_asked = false, beat_at = now()
      WHERE id = ${id} AND state = 'DONE'`,
  );
}

/** Discard a batch nobody confirmed; false when it is not open to that. */
export function discardBatch(db: CommonQueryMethods, id: string): Promise<boolean> {
  return changed(
    db,
    sql.typeAlias('void')`
      UPDATE supply_batches SET state = 'DISCARDED' WHERE id = ${id} AND state = 'PREVIEWED'`,
  );
}

/** Note why no record was made of an entry in bulk; a person looks at it. */
export async function leaveToPerson(
  db: CommonQueryMethods,
  id: string,
  code: string,
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE supplies SET hint = ${code} WHERE id = ${id} AND state = 'RECEIVED'
  `);
}

async function changed(
  db: CommonQueryMethods,
  statement: Parameters<CommonQueryMethods['query']>[0],
): Promise<boolean> {
  return (await db.query(statement)).rowCount === 1;
}
