import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { sql } from '../sql.ts';

const WrittenAct = z.object({
  act: z.string(),
  atMs: z.number(),
  by: z.string(),
  reason: z.string().nullable(),
});
export type WrittenAct = z.infer<typeof WrittenAct>;

/** Some acts of a case with who did them, when, and the reason on paper; in order. */
export function listWrittenActs(
  db: CommonQueryMethods,
  caseId: string,
  acts: readonly string[],
): Promise<readonly WrittenAct[]> {
  return db.any(sql.type(WrittenAct)`
    SELECT e.act, (extract(epoch FROM e.at) * 1000)::float8 AS "atMs",
      coalesce(a.display_name, e.actor) AS by, p.body ->> 'reason' AS reason
    FROM case_events e
    LEFT JOIN accounts a ON a.id::text = e.actor
    LEFT JOIN papers p ON p.case_id = e.case_id AND p.id = e.paper_id
    WHERE e.case_id = ${caseId} AND e.act = ANY (${sql.array([...acts], 'text')}) ORDER BY e.rev
  `);
}

/** What was written with an act of a case, as it was kept; throws when there is no such paper. */
export function getPaper(db: CommonQueryMethods, caseId: string, id: string): Promise<unknown> {
  return db.oneFirst(sql.type(z.object({ body: z.unknown() }))`
    SELECT body FROM papers WHERE case_id = ${caseId} AND id = ${id}
  `);
}
