import type { CommonQueryMethods } from 'slonik';
import { sql } from '../sql.ts';

export interface Paper {
  /** The request's idempotency key: the same request writes the same paper. */
  id: string;
  caseId: string;
  act: string;
  body: unknown;
  writtenBy: string;
  writtenAt: string;
}

/** Keep what a person wrote with an act; a repeat changes nothing. */
export async function storePaper(db: CommonQueryMethods, paper: Paper): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO papers (id, case_id, act, body, written_by, written_at)
    VALUES (${paper.id}, ${paper.caseId}, ${paper.act}, ${JSON.stringify(paper.body)}::jsonb,
      ${paper.writtenBy}, ${paper.writtenAt})
    ON CONFLICT (id) DO NOTHING
  `);
}
