import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { LawMove, LawRun } from '../../domain/law/run.ts';
import { sql } from '../sql.ts';

export type NewRun = Pick<
  LawRun,
  'id' | 'kind' | 'draftId' | 'draftRev' | 'title' | 'change' | 'unit' | 'periodFrom' | 'periodTo'
> & { askedBy: string; askedUnit: string; askedAt: string };

/** Keep that a run was asked for; false when the same id stands already. */
export async function insertRun(db: CommonQueryMethods, run: NewRun): Promise<boolean> {
  const { rowCount } = await db.query(sql.typeAlias('void')`
    INSERT INTO law_runs (id, kind, draft_id, draft_rev, title, change, unit, asked_unit, period_from,
      period_to, asked_by, asked_at)
    VALUES (${run.id}, ${run.kind}, ${run.draftId}, ${run.draftRev}, ${run.title},
      ${JSON.stringify(run.change)}::jsonb, ${run.unit}, ${run.askedUnit}, ${run.periodFrom}::date,
      ${run.periodTo}::date, ${run.askedBy}, ${run.askedAt})
    ON CONFLICT (id) DO NOTHING
  `);
  return rowCount === 1;
}

/** Forget the moves of earlier rehearsals of a draft; their figures stay. */
export async function clearMoves(db: CommonQueryMethods, draftId: string): Promise<void> {
  await db.query(sql.typeAlias('void')`
    DELETE FROM law_moves
    WHERE run_id IN (SELECT id FROM law_runs WHERE draft_id = ${draftId} AND kind = 'REHEARSAL')
  `);
}

export type MoveRow = Omit<LawMove, 'unitName'>;

/** Keep moves of a run, numbered from `first`. */
export async function insertMoves(
  db: CommonQueryMethods,
  runId: string,
  first: number,
  moves: readonly MoveRow[],
): Promise<void> {
  if (moves.length === 0) return;
  const rows = moves.map(({ why, ...move }, index) => ({ ...move, why, n: first + index }));
  await db.query(sql.typeAlias('void')`
    INSERT INTO law_moves (run_id, n, case_id, unit, asked, clock, from_at, to_at, why, side)
    SELECT ${runId}::uuid, n, "caseId", unit, asked, clock, "from", "to", why, side
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS m (n int, "caseId" text, unit text,
      asked text, clock text, "from" timestamptz, "to" timestamptz, why date[], side text)
  `);
}

/** Note how far a run is, and whether somebody asked to cancel it. */
export async function tellProgress(
  db: CommonQueryMethods,
  id: string,
  { done, total }: { done: number; total: number },
): Promise<{ cancelAsked: boolean }> {
  return db.one(sql.type(z.object({ cancelAsked: z.boolean() }))`
    UPDATE law_runs SET done = ${done}, total = ${total}, beat_at = now() WHERE id = ${id}
    RETURNING cancel_asked AS "cancelAsked"
  `);
}

export async function finishRun(
  db: CommonQueryMethods,
  id: string,
  end: { state: LawRun['state']; at: string; figures: LawRun['figures'] },
): Promise<void> {
  const figures = end.figures === null ? null : JSON.stringify(end.figures);
  await db.query(sql.typeAlias('void')`
    UPDATE law_runs SET state = ${end.state}, finished_at = ${end.at}, figures = ${figures}::jsonb,
      done = CASE WHEN ${end.state} = 'DONE' THEN total ELSE done END
    WHERE id = ${id}
  `);
}

/** Ask a rehearsal or trial to stop; false when it does not run. A re-planning is not cancelled. */
export async function askToCancel(db: CommonQueryMethods, id: string): Promise<boolean> {
  const { rowCount } = await db.query(sql.typeAlias('void')`
    UPDATE law_runs SET cancel_asked = true
    WHERE id = ${id} AND state = 'RUNNING' AND kind <> 'REPLAN'
  `);
  return rowCount === 1;
}

/** Give up rehearsals and trials whose process is gone. */
export async function failLostRuns(db: CommonQueryMethods, at: string): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE law_runs SET state = 'FAILED', finished_at = ${at}
    WHERE state = 'RUNNING' AND kind <> 'REPLAN' AND beat_at < now() - interval '1 minute'
  `);
}

/**
 * Take up a re-planning that no living process works on; gives the latest, or null. Cases on a
 * replaced calendar may turn up after it was done: they are its business too.
 */
export function takeReplan(db: CommonQueryMethods): Promise<string | null> {
  return db.maybeOneFirst(sql.type(z.object({ id: z.string() }))`
    UPDATE law_runs SET state = 'RUNNING', beat_at = now(), finished_at = NULL
    WHERE id = (
      SELECT id FROM law_runs
      WHERE kind = 'REPLAN' AND (state <> 'RUNNING' OR beat_at < now() - interval '1 minute')
      ORDER BY asked_at DESC LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id
  `);
}

/** Earlier re-plannings have nothing left once the latest has nothing left: it stands in for them all. */
export async function settleReplans(db: CommonQueryMethods, at: string): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE law_runs SET state = 'DONE', finished_at = ${at}
    WHERE kind = 'REPLAN' AND state = 'INCOMPLETE'
  `);
}

/** Note that a case could not be re-planned, once more. */
export async function noteReplanFailure(
  db: CommonQueryMethods,
  { version, caseId, code, at }: { version: string; caseId: string; code: string; at: string },
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO replan_failures AS f (version, case_id, code, attempts, last_at)
    VALUES (${version}, ${caseId}, ${code}, 1, ${at})
    ON CONFLICT (version, case_id) DO UPDATE
    SET code = EXCLUDED.code, attempts = f.attempts + 1, last_at = EXCLUDED.last_at
  `);
}

export async function clearReplanFailures(
  db: CommonQueryMethods,
  version: string,
  caseIds: readonly string[],
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    DELETE FROM replan_failures
    WHERE version = ${version} AND case_id = ANY (${sql.array([...caseIds], 'text')})
  `);
}
