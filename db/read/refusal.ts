import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { TrackedRefusal } from '../../domain/desk.ts';
import { sql } from '../sql.ts';

const Refusal = TrackedRefusal.extend({
  /** Who refused; null for what is no account any more. */
  officerName: z.string().nullable(),
  officerTitle: z.string().nullable(),
});
export type Refusal = z.infer<typeof Refusal>;

/** Why an application was refused, in code and in the officer's words; null when it was not. */
export function findRefusal(db: CommonQueryMethods, caseId: string): Promise<Refusal | null> {
  return db.maybeOne(sql.type(Refusal)`
    SELECT e.codes ->> 'ground' AS ground, w.body ->> 'reason' AS reason, e.at, a.display_name AS "officerName",
      a.title AS "officerTitle"
    FROM case_events e
    LEFT JOIN papers w ON w.case_id = e.case_id AND w.id = e.paper_id
    LEFT JOIN accounts a ON a.id::text = e.actor
    WHERE e.case_id = ${caseId} AND e.act = 'refuse' AND e.step = 'REFUSED'
  `);
}
