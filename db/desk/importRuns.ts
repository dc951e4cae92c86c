import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { sql } from '../sql.ts';

/**
 * Statements about imports that run for a while, one row of a table each. A run says by its beat that it is
 * worked on; one that is silent is taken up by another process.
 */
function runsOf(table: 'packet_uploads' | 'supply_batches') {
  const runs = sql.identifier([table]);
  const change = async (db: CommonQueryMethods, statement: FragmentSqlToken): Promise<boolean> =>
    (await db.query(sql.typeAlias('void')`UPDATE ${runs} SET ${statement}`)).rowCount === 1;
  return {
    /** Ask a run to stop; false when it does not run. */
    askToStop: (db: CommonQueryMethods, id: string): Promise<boolean> =>
      change(db, sql.fragment`stop_asked = true WHERE id = ${id} AND state = 'RUNNING'`),

    /** Let a stopped run go on; false when it is not stopped. */
    goOn: (db: CommonQueryMethods, id: string): Promise<boolean> =>
      change(
        db,
        sql.fragment`state = 'RUNNING', stop_asked = false, beat_at = now() WHERE id = ${id} AND state = 'STOPPED'`,
      ),

    /** Say that a run is being worked on, and hear whether somebody asked it to stop. */
    beat: (db: CommonQueryMethods, id: string): Promise<boolean> =>
      db.oneFirst(sql.type(z.object({ stop: z.boolean() }))`
        UPDATE ${runs} SET beat_at = now() WHERE id = ${id} RETURNING stop_asked AS stop
      `),

    /** End a run, for now or for good. */
    end: async (
      db: CommonQueryMethods,
      { id, state, at }: { id: string; state: 'STOPPED' | 'DONE'; at: string },
    ): Promise<void> => {
      await change(
        db,
        sql.fragment`state = ${state}, finished_at = CASE WHEN ${state} = 'DONE' THEN ${at}::timestamptz END
          WHERE id = ${id} AND state = 'RUNNING'`,
      );
    },

    /** Take up runs whose process is gone; each goes to one taker. */
    takeLost: (db: CommonQueryMethods, silentSeconds: number): Promise<readonly string[]> =>
      db.anyFirst(sql.type(z.object({ id: z.string() }))`
        UPDATE ${runs} SET beat_at = now()
        WHERE state = 'RUNNING' AND beat_at < now() - make_interval(secs => ${silentSeconds})
        RETURNING id
      `),
  };
}

/** Imports of answered packets. */
export const packetRuns = runsOf('packet_uploads');
/** Imports of files of judgments, and the making of records of what they brought. */
export const batchRuns = runsOf('supply_batches');
