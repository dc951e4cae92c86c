import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { CASE_KINDS } from '../../domain/case.ts';
import { NO_ROWS, sql } from '../sql.ts';

const PendingStart = z.object({
  caseId: z.string(),
  kind: z.enum(CASE_KINDS),
  input: z.unknown(),
});
export type PendingStart = z.infer<typeof PendingStart>;

/**
 * Take dossiers whose workflow has not been started, oldest first. They are put off by a growing
 * delay at once, so that two relays do not take the same and a failing one does not block the rest.
 */
export async function takePendingStarts(
  db: CommonQueryMethods,
  limit: number,
): Promise<readonly PendingStart[]> {
  return db.any(sql.prepared('take_pending_starts', PendingStart)`
    WITH taken AS (
      SELECT case_id FROM start_outbox WHERE started_at IS NULL AND next_at <= now()
      ORDER BY next_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE start_outbox o
    SET attempts = attempts + 1, next_at = now() + least(60, 2 ^ least(attempts, 6)) * interval '1 second'
    FROM taken, submissions s
    WHERE o.case_id = taken.case_id AND s.case_id = o.case_id
    RETURNING o.case_id AS "caseId", s.kind, o.input
  `);
}

/** What the workflow of a dossier was started from. */
export function getStartInput(db: CommonQueryMethods, caseId: string): Promise<unknown> {
  return db.oneFirst(sql.type(z.object({ input: z.unknown() }))`
    SELECT input FROM start_outbox WHERE case_id = ${caseId}
  `);
}

/** Note that a dossier's workflow runs. */
export async function markStarted(db: CommonQueryMethods, caseId: string): Promise<void> {
  await db.query(sql.prepared('mark_started', NO_ROWS)`
    UPDATE start_outbox SET started_at = now(), last_error = NULL
    WHERE case_id = ${caseId} AND started_at IS NULL
  `);
}

/** Note why a start failed; it will be tried again. */
export async function noteStartFailure(
  db: CommonQueryMethods,
  caseId: string,
  error: string,
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE start_outbox SET last_error = ${error} WHERE case_id = ${caseId} AND started_at IS NULL
  `);
}

/**
 * Put dossiers back into the outbox whose workflow was started minutes ago without a case row having
 * appeared; starting again is harmless. Gives their numbers.
 */
export async function restoreUnopened(db: CommonQueryMethods): Promise<readonly string[]> {
  return db.anyFirst(sql.type(z.object({ caseId: z.string() }))`
    UPDATE start_outbox o SET started_at = NULL, next_at = now()
    WHERE o.started_at < now() - interval '2 minutes'
      AND NOT EXISTS (SELECT FROM cases c WHERE c.case_id = o.case_id)
    RETURNING o.case_id AS "caseId"
  `);
}

/** Numbers of open cases after a number, in order, at most `limit`: to walk through all of them. */
export async function listOpenAfter(
  db: CommonQueryMethods,
  caseId: string,
  limit: number,
): Promise<readonly string[]> {
  return db.anyFirst(sql.type(z.object({ caseId: z.string() }))`
    SELECT case_id AS "caseId" FROM cases WHERE closed_at IS NULL AND case_id > ${caseId}
    ORDER BY case_id LIMIT ${limit}
  `);
}
