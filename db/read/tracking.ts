import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';

const TrackedRow = z.object({
  caseId: z.string(),
  step: z.string(),
  unitName: z.string(),
  /** Who has it beside the owner; while it is in verification, asked units that nobody may be told. */
  waitingNames: z.array(z.string()),
  /** Since when whoever is named has it; what the system itself noted meanwhile does not count. */
  since: Instant,
  /** When it came to its step; null for steps that were entered before that was kept. */
  stepSince: Instant.nullable(),
  openedAt: Instant,
  acceptedAt: Instant.nullable(),
  verifyingAt: Instant.nullable(),
  decidingAt: Instant.nullable(),
  issuedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  legalDueAt: Instant.nullable(),
  legalDoneAt: Instant.nullable(),
  moved: z
    .object({
      at: z.string(),
      calendarVersion: z.string(),
      replaced: z.string(),
      from: z.number(),
      to: z.number(),
    })
    .nullable(),
  paused: z.boolean(),
  delivery: z.string(),
  trackingNumber: z.string().nullable(),
  supplementWanted: z.string().nullable(),
});
export type TrackedRow = z.infer<typeof TrackedRow>;

/**
 * Since when the case is with whom the tracker names: in verification since it began, whichever units are asked
 * meanwhile; the applicant or the post, as the ledger of holders has it; the office, since the last of all these gave
 * it back.
 */
const heldSince = sql.fragment`coalesce(
  c.closed_at,
  CASE WHEN c.step = 'VERIFYING' THEN coalesce(c.step_since,
    (SELECT min(v.asked_at) FROM verifications v WHERE v.case_id = c.case_id)) END,
  (SELECT h.from_at FROM holdings h WHERE h.case_id = c.case_id AND h.to_at IS NULL
     AND h.holder IN ('APPLICANT', 'POST')),
  (SELECT max(h.to_at) FROM holdings h WHERE h.case_id = c.case_id AND h.holder IN ('APPLICANT', 'POST', 'AGENCY')),
  c.opened_at)`;

/** Where an application stands, by tracking code and birth date together; null when they fit nothing. */
export function findTracked(
  db: CommonQueryMethods,
  code: string,
  birthDate: string,
): Promise<TrackedRow | null> {
  const first = (acts: readonly string[]) => sql.fragment`(SELECT min(e.at) FROM case_events e
    WHERE e.case_id = c.case_id AND e.act = ANY (${sql.array([...acts], 'text')}))`;
  return db.maybeOne(sql.type(TrackedRow)`
    SELECT c.case_id AS "caseId", c.step, u.name AS "unitName",
      ARRAY(SELECT w.name FROM units w WHERE w.code = ANY (c.waiting_for)) AS "waitingNames",
      ${heldSince} AS since, c.step_since AS "stepSince",
      c.opened_at AS "openedAt", c.accepted_at AS "acceptedAt",
      ${first(['classify'])} AS "verifyingAt", ${first(['draft'])} AS "decidingAt",
      c.issued_at AS "issuedAt", c.closed_at AS "closedAt", c.legal_due_at AS "legalDueAt",
      c.legal_done_at AS "legalDoneAt",
      -- A recalculation explains the date only while no other act has moved it since.
      (SELECT last.moved FROM (SELECT m -> 'to' AS due, jsonb_build_object('at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'calendarVersion', e.codes -> 'calendarVersion', 'replaced', e.codes -> 'replaced',
          'from', m -> 'from', 'to', m -> 'to') AS moved
       FROM case_events e, jsonb_array_elements(e.codes -> 'moved') AS m
       WHERE e.case_id = c.case_id AND e.act = 'recalculate' AND m ->> 'name' = 'total'
       ORDER BY e.rev DESC LIMIT 1) AS last WHERE epoch_ms(last.due) = c.legal_due_at) AS moved,
      c.paused,
      c.state #>> '{facts,delivery}' AS delivery,
      (SELECT m.acknowledgement ->> 'trackingNumber' FROM outgoing_messages m
       WHERE m.case_id = c.case_id AND m.kind = 'POST_ITEM' ORDER BY m.queued_at DESC LIMIT 1) AS "trackingNumber",
      (SELECT w.body ->> 'missing' FROM papers w WHERE w.case_id = c.case_id
         AND w.act = 'requestSupplement' AND c.step = 'SUPPLEMENT_REQUESTED'
       ORDER BY w.written_at DESC LIMIT 1) AS "supplementWanted"
    FROM submissions s JOIN cases c USING (case_id) JOIN subjects p USING (case_id)
    JOIN units u ON u.code = c.unit
    WHERE s.tracking_code = ${code} AND p.birth_date = ${birthDate}
  `);
}
