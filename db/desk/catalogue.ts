import type { CommonQueryMethods, DatabasePool } from 'slonik';
import * as z from 'zod';
import { foldName } from '../../domain/foldName.ts';
import type { Encoding } from '../../domain/offence/encodings.ts';
import type { ListedOffence } from '../../domain/offence/offence.ts';
import type { RowProblem } from '../../domain/offence/release.ts';
import { sql } from '../sql.ts';

export interface NewRelease {
  id: string;
  base: string;
  title: string;
  fileName: string;
  encoding: Encoding;
  sha256: string;
  file: Buffer;
  problems: readonly RowProblem[];
  offences: readonly ListedOffence[];
  /** Entries of the base that stand in for faulty rows. */
  carried: readonly ListedOffence[];
  by: string;
  at: string;
  /** Whether it may be published as it is: without faults, or its good rows are wanted. */
  ready: boolean;
}

/** Keep an imported list with its entries, all or nothing; the same id again changes nothing. */
export async function keepRelease(pool: DatabasePool, release: NewRelease): Promise<void> {
  const { id, base, title, fileName, encoding, sha256, file, problems, by, at } = release;
  const keeper = release.ready && problems.length > 0 ? by : null;
  await pool.transaction(async (db) => {
    const { rowCount } = await db.query(sql.typeAlias('void')`
      INSERT INTO catalogue_releases
        (id, base, state, title, file_name, encoding, sha256, file, problems, imported_by, imported_at, kept_by)
      VALUES (${id}, ${base}, ${release.ready ? 'DRAFT' : 'FAULTY'}, ${title}, ${fileName}, ${encoding},
        ${sha256}, ${sql.binary(file)}, ${JSON.stringify(problems)}::jsonb, ${by}, ${at}, ${keeper})
      ON CONFLICT (id) DO NOTHING
    `);
    if (rowCount === 0) return;
    await insertOffences(db, id, release.offences, false);
    await insertOffences(db, id, release.carried, true);
  });
}

async function insertOffences(
  db: CommonQueryMethods,
  release: string,
  offences: readonly ListedOffence[],
  carried: boolean,
): Promise<void> {
  const rows = offences.map((body) => ({ body, folded: foldName(body.name) }));
  await db.query(sql.type(z.object({ put_offences: z.unknown() }))`
    SELECT put_offences(${release}, ${JSON.stringify(rows)}::jsonb, ${carried})
  `);
}

/** Take the good rows of a faulty list; false when it is not faulty any more. */
export function keepGoodRows(db: CommonQueryMethods, id: string, by: string): Promise<boolean> {
  return changed(
    db,
    sql.typeAlias('void')`
      UPDATE catalogue_releases SET state = 'DRAFT', kept_by = ${by} WHERE id = ${id} AND state = 'FAULTY'`,
  );
}

/** Discard a list that was not published; false when it is closed. */
export function discardRelease(db: CommonQueryMethods, id: string): Promise<boolean> {
  return changed(
    db,
    sql.typeAlias('void')`
      UPDATE catalogue_releases SET state = 'DISCARDED' WHERE id = ${id} AND state IN ('FAULTY', 'DRAFT')`,
  );
}

/**
 * Publish a draft as the next version; false when it is closed or another release came into force since
 * its preview. Breaks a unique constraint when two are published at one moment.
 */
export function publishRelease(
  db: CommonQueryMethods,
  { id, by, at }: { id: string; by: string; at: string },
): Promise<boolean> {
  return changed(
    db,
    sql.typeAlias('void')`
      UPDATE catalogue_releases r SET state = 'PUBLISHED', version = b.version + 1, released_by = ${by},
        released_at = ${at}
      FROM catalogue_releases b
      WHERE r.id = ${id} AND r.state = 'DRAFT' AND b.id = r.base
        AND b.version = (SELECT max(version) FROM catalogue_releases)`,
  );
}

async function changed(
  db: CommonQueryMethods,
  statement: Parameters<CommonQueryMethods['query']>[0],
): Promise<boolean> {
  return (await db.query(statement)).rowCount === 1;
}
