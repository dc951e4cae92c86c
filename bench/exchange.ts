import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { sql } from '../db/sql.ts';
import { type Figure, figure } from './figures.ts';

const RUN = '00000000-0000-4000-8000-00000000d161';

/**
 * Comparison of both sides' digests of very many records, of which one in a thousand differs and as many
 * are missing on each side. Nothing of it is kept. Throws where the comparison finds another number.
 */
export async function exchangeFigures(pool: DatabasePool, records: number): Promise<Figure[]> {
  const seconds = await pool.transaction(async (tx) => {
    // Laying out millions of digests takes longer than any statement of the system may.
    await tx.query(sql.typeAlias('void')`SET LOCAL statement_timeout = 0`);
    await tx.query(sql.typeAlias('void')`
      INSERT INTO digest_lists
      SELECT ${RUN}::uuid, s.at_centre, 'R' || n,
        sha256(convert_to(n || CASE WHEN s.at_centre AND n % 1000 = 1 THEN 'x' ELSE '' END, 'UTF8'))
      FROM generate_series(1, ${records}) n CROSS JOIN (VALUES (false), (true)) s (at_centre)
      WHERE n % 1000 <> CASE WHEN s.at_centre THEN 2 ELSE 3 END
    `);
    await tx.query(sql.typeAlias('void')`
      INSERT INTO reconciliations (id, unit, started_by, at, here_count, there_count)
      SELECT ${RUN}::uuid, u.code, a.id, now(), ${records}, ${records}
      FROM units u, accounts a WHERE u.kind = 'STP' ORDER BY u.code, a.id LIMIT 1
    `);
    const begin = performance.now();
    const found = await tx.oneFirst(sql.type(z.object({ found: z.int() }))`
      SELECT compare_digests(${RUN}) AS found
    `);
    const took = (performance.now() - begin) / 1000;
    const made = [1, 2, 3].reduce((sum, at) => sum + Math.floor((records - at) / 1000) + 1, 0);
    if (found !== made) throw new Error(`${made} differences were made, ${found} found`);
    await tx.query(sql.typeAlias('void')`DELETE FROM reconciliation_rows WHERE run_id = ${RUN}`);
    await tx.query(sql.typeAlias('void')`DELETE FROM reconciliations WHERE id = ${RUN}`);
    return took;
  });
  return [figure('digest_records', records, ''), figure('digest_comparison_s', seconds, 's')];
}
