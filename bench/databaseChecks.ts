import { sql } from '../db/sql.ts';

/**
 * Rules about what stands in the database. Each query gives one line `wrong` per breaker, and none
 * when the rule holds.
 */
export const databaseChecks = {
  one_row_per_dossier: sql.fragment`
    SELECT coalesce(s.case_id, c.case_id) AS wrong
    FROM submissions s FULL JOIN cases c USING (case_id)
    WHERE s.case_id IS NULL OR c.case_id IS NULL OR s.unit <> c.unit OR s.kind <> c.kind`,

  events_without_gap: sql.fragment`
    SELECT case_id || ' ' || coalesce(c.rev, 0) || ' ' || coalesce(e.count, 0) AS wrong
    FROM cases c FULL JOIN (
      SELECT case_id, count(*) AS count, min(rev) AS first, max(rev) AS last
      FROM case_events GROUP BY case_id) e USING (case_id)
    WHERE c.rev IS NULL OR e.count IS NULL OR e.first <> 1 OR e.last <> c.rev OR e.count <> c.rev`,

  event_chain_intact: sql.fragment`
    SELECT case_id || ' ' || rev AS wrong
    FROM (SELECT e.case_id, e.rev, e.hash,
        event_hash(lag(e.hash) OVER (PARTITION BY e.case_id ORDER BY e.rev), e) AS rebuilt
      FROM case_events e) chained
    WHERE hash <> rebuilt`,

  row_is_last_event: sql.fragment`
    SELECT c.case_id AS wrong FROM cases c JOIN case_events e ON e.case_id = c.case_id AND e.rev = c.rev
    WHERE e.step <> c.step OR c.state ->> 'step' <> c.step OR (c.state ->> 'rev')::int <> c.rev`,

  one_valid_certificate: sql.fragment`
    SELECT c.case_id AS wrong FROM cases c JOIN certificates k USING (case_id)
    GROUP BY c.case_id, c.step
    HAVING count(*) FILTER (WHERE k.status = 'VALID') > 1
      OR c.step IN ('DELIVERING', 'POSTED', 'CLOSED')
        AND count(*) FILTER (WHERE k.status = 'VALID') <> 1`,

  certificates_are_issues: sql.fragment`
    SELECT coalesce(k.case_id, e.case_id) || ' ' || coalesce(k.rev, e.rev) AS wrong
    FROM (SELECT * FROM case_events WHERE act = 'issue') e
    FULL JOIN certificates k ON k.case_id = e.case_id AND k.rev = e.rev
    WHERE k.case_id IS NULL OR e.case_id IS NULL`,

  certificates_printed: sql.fragment`
    SELECT case_id AS wrong FROM certificates WHERE pdf IS NULL`,

  register_without_gap: sql.fragment`
    SELECT coalesce(k.unit, r.unit) || ' ' || coalesce(k.year, r.year) AS wrong
    FROM (SELECT unit, year, count(*) AS count, min(serial) AS first, max(serial) AS last
      FROM certificates GROUP BY unit, year) k
    FULL JOIN registers r ON r.unit = k.unit AND r.year = k.year
    WHERE k.unit IS NULL OR r.unit IS NULL OR k.first <> 1 OR k.last <> k.count OR r.last <> k.last`,

  dossier_numbers_without_gap: sql.fragment`
    SELECT n.unit || ' ' || n.series AS wrong
    FROM serials n LEFT JOIN (
      SELECT unit, substring(case_id FROM '-([A-Z])-[0-9]+-[0-9]+$') AS series,
        count(*) AS count, max(right(case_id, 6)::int) AS last
      FROM submissions GROUP BY 1, 2) s ON s.unit = n.unit AND s.series = n.series
    WHERE n.series IN ('P', 'T', 'M', 'D') AND (s.count IS NULL OR s.count <> n.last OR s.last <> n.last)`,

  each_rung_once: sql.fragment`
    SELECT case_id || ' ' || clock || ' ' || rung AS wrong FROM escalations
    GROUP BY case_id, clock, rung, due_at HAVING count(*) > 1`,

  rungs_in_order: sql.fragment`
    SELECT o.case_id || ' ' || o.clock AS wrong
    FROM escalations o JOIN case_clocks k ON k.case_id = o.case_id AND k.name = o.clock
    LEFT JOIN escalations r ON r.case_id = o.case_id AND r.clock = o.clock AND r.rung = 'AT_RISK'
      AND r.due_at = o.due_at
    WHERE o.rung = 'OVERDUE' AND k.effect = 'legal' AND k.due_at = o.due_at
      AND (r.case_id IS NULL OR r.at > o.at)`,

  no_rung_before_its_time: sql.fragment`
    SELECT case_id || ' ' || clock AS wrong FROM escalations WHERE rung = 'OVERDUE' AND at <= due_at`,

  outbox_empty: sql.fragment`
    SELECT case_id AS wrong FROM start_outbox WHERE started_at IS NULL`,

  agency_messages_settled: sql.fragment`
    SELECT id::text AS wrong FROM agency_messages WHERE state = 'STORED'`,

  agency_messages_in_log: sql.fragment`
    SELECT m.id::text AS wrong FROM agency_messages m
    LEFT JOIN case_events e ON e.case_id = m.case_id AND e.paper_id = m.id
    WHERE m.state = 'APPLIED' AND e.case_id IS NULL`,

  questions_acknowledged: sql.fragment`
    SELECT o.id AS wrong FROM outgoing_messages o JOIN cases c USING (case_id)
    WHERE o.acknowledged_at IS NULL AND o.rejected_code IS NULL AND c.closed_at IS NULL`,

  days_counted_as_they_were: sql.fragment`
    SELECT coalesce(d.unit, v.unit) || ' ' || coalesce(d.day, v.day) AS wrong
    FROM daily_counts d FULL JOIN counted_days v USING (unit, kind, day)
    WHERE (d.received, d.issued, d.closed) IS DISTINCT FROM (v.received, v.issued, v.closed)
      AND (coalesce(d.received + d.issued + d.closed, 0) > 0
        OR coalesce(v.received + v.issued + v.closed, 0) > 0)`,

  external_codes_once: sql.fragment`
    SELECT unit || ' ' || external_code AS wrong FROM submissions
    WHERE external_code IS NOT NULL GROUP BY unit, external_code HAVING count(*) > 1`,

  four_eyes: sql.fragment`
    SELECT e.case_id AS wrong FROM case_events e JOIN case_events f USING (case_id)
    WHERE e.act = 'draft' AND f.act IN ('check', 'sign', 'issue') AND e.actor = f.actor`,

  nobody_holds_a_closed_case: sql.fragment`
    SELECT case_id AS wrong FROM claims JOIN cases USING (case_id) WHERE closed_at IS NOT NULL`,
} as const;
