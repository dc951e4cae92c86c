import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { CaseEvent } from '../../domain/case.ts';
import { sql } from '../sql.ts';

/** A line of the log with whether its hash follows from the line before it. */
const EventRow = CaseEvent.extend({ intact: z.boolean() });
export type EventRow = z.infer<typeof EventRow>;

/**
 * The whole log of a case in order, each line with whether its hash follows from the line before it.
 * `actorName` is the account's name, or the actor's own code when it is no account.
 */
export function listEvents(db: CommonQueryMethods, caseId: string): Promise<readonly EventRow[]> {
  return db.any(sql.type(EventRow)`
    SELECT e.rev, e.act, e.step, e.actor, coalesce(a.display_name, e.actor) AS "actorName",
      f.display_name AS "actedForName", e.actor_unit AS unit, e.at, e.codes - 'actedFor' AS codes,
      coalesce(p.body, m.body) AS paper, e.hash,
      e.hash = event_hash(lag(e.hash) OVER (ORDER BY e.rev), e) AS intact
    FROM case_events e
    LEFT JOIN accounts a ON a.id::text = e.actor
    LEFT JOIN accounts f ON f.id::text = e.codes ->> 'actedFor'
    LEFT JOIN papers p ON p.case_id = e.case_id AND p.id = e.paper_id
    LEFT JOIN agency_messages m ON m.id = e.paper_id
    WHERE e.case_id = ${caseId} ORDER BY e.rev
  `);
}

const UpdateRow = z.object({ rev: z.int(), actor: z.string() });

/** The revision that an update made on a case and who asked for it, or null. */
export function findEventOfUpdate(
  db: CommonQueryMethods,
  caseId: string,
  updateId: string,
): Promise<z.infer<typeof UpdateRow> | null> {
  return db.maybeOne(sql.prepared('find_event_of_update', UpdateRow)`
    SELECT rev, actor FROM case_events WHERE case_id = ${caseId} AND update_id = ${updateId}
  `);
}
