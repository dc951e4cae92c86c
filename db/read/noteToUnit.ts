import { sql } from '../sql.ts';

/** What the asker last wrote to the asked unit about a question `v`: who is meant, or what is wanted. */
export const noteToUnit = sql.fragment`(
  SELECT coalesce(p.body ->> 'identification', p.body ->> 'note')
  FROM case_events e JOIN papers p ON p.case_id = e.case_id AND p.id = e.paper_id
  WHERE e.case_id = v.case_id AND (
    (e.act IN ('identify', 'askAgain') AND e.codes ->> 'requestId' = v.request_id)
    OR (e.act = 'askUnit' AND e.codes ->> 'kind' = v.kind AND e.codes ->> 'unit' = v.unit
      AND e.at = v.asked_at))
  ORDER BY e.rev DESC LIMIT 1)`;
