import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { NO_ROWS, sql } from '../sql.ts';

export interface Paper {
  /** The request's idempotency key, an id within the case: the same request writes the same paper. */
  id: string;
  caseId: string;
  act: string;
  body: unknown;
  writtenBy: string;
  writtenAt: string;
}

const Same = z.object({ same: z.boolean() });

/**
 * Keep what a person wrote with an act; a repeat changes nothing. Gives false when another paper
 * stands under that id: of another person, of another act, or with other words.
 */
export async function storePaper(db: CommonQueryMethods, paper: Paper): Promise<boolean> {
  const { id, caseId, act, writtenBy, writtenAt } = paper;
  const body = JSON.stringify(paper.body);
  const { rowCount } = await db.query(sql.prepared('store_paper', NO_ROWS)`
    INSERT INTO papers (id, case_id, act, body, written_by, written_at)
    VALUES (${id}, ${caseId}, ${act}, ${body}::jsonb, ${writtenBy}, ${writtenAt})
    ON CONFLICT (case_id, id) DO NOTHING
  `);
  if (rowCount === 1) return true;
  return db.oneFirst(sql.type(Same)`
    SELECT act = ${act} AND written_by = ${writtenBy} AND body = ${body}::jsonb AS same
    FROM papers WHERE case_id = ${caseId} AND id = ${id}
  `);
}
