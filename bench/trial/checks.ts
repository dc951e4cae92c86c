import { sql } from '../../db/sql.ts';

/** Rules about the exchange of records. Each query gives one line `wrong` per breaker, and none when the rule holds. */
export const trialChecks = {
  both_databases_equal: sql.fragment`
    SELECT coalesce(p.number, c.number) AS wrong
    FROM (SELECT * FROM records WHERE book = 'PROVINCE') p
    FULL JOIN (SELECT * FROM records WHERE book = 'CENTRE') c USING (number)
    WHERE p.digest IS DISTINCT FROM c.digest OR p.merged_into IS DISTINCT FROM c.merged_into`,

  digests_are_of_the_content: sql.fragment`
    SELECT r.book || ' ' || r.number AS wrong FROM records r
    LEFT JOIN record_versions h ON h.book = r.book AND h.number = r.number AND h.version = r.head
    WHERE r.digest IS DISTINCT FROM record_digest(h.body)`,

  versions_without_gap: sql.fragment`
    SELECT r.book || ' ' || r.number AS wrong FROM records r JOIN record_versions v USING (book, number)
    GROUP BY r.book, r.number HAVING count(*) <> r.head OR max(v.version) <> r.head OR min(v.version) <> 1`,

  every_transfer_officially_updated: sql.fragment`
    SELECT case_id || ' ' || step AS wrong FROM cases WHERE kind = 'TRANSFER' AND step <> 'OFFICIALLY_UPDATED'`,

  one_transfer_per_record: sql.fragment`
    SELECT r.number AS wrong FROM records r LEFT JOIN official_records o ON o.record_number = r.number
    WHERE o.case_id IS DISTINCT FROM r.case_id`,

  slips_stand_in_the_books: sql.fragment`
    SELECT s.case_id AS wrong FROM slips s LEFT JOIN official_slips o USING (case_id)
    WHERE (SELECT count(*) FROM record_versions v WHERE v.number = s.record_number
        AND v.cause = 'SLIP' AND v.source_id = o.paper_id AND v.reason = s.case_id)
      <> CASE WHEN s.proposal IS NULL THEN 2 ELSE 1 END`,

  approved_changes_told: sql.fragment`
    SELECT p.number || ' ' || p.kind AS wrong FROM record_proposals p
    WHERE p.state = 'APPROVED' AND p.kind <> 'MERGE'
      AND NOT EXISTS (SELECT FROM slips s JOIN official_slips USING (case_id) WHERE s.proposal = p.id)`,

  slip_documents_once: sql.fragment`
    SELECT record_number AS wrong FROM slips GROUP BY record_number, document_key HAVING count(*) > 1`,

  every_paper_matched_once: sql.fragment`
    SELECT a.id::text AS wrong FROM paper_arrivals a
    WHERE (SELECT count(*) FROM case_events e WHERE e.codes ->> 'copyPaperId' = a.id::text) <> 1`,

  no_difference_unanswered: sql.fragment`
    SELECT case_id AS wrong FROM case_events GROUP BY case_id
    HAVING count(*) FILTER (WHERE act = 'askSupplier') <> count(*) FILTER (WHERE act = 'answerDifference')
    UNION ALL
    SELECT case_id FROM cases WHERE (state #>> '{paper,differs}')::int > 0`,

  returns_have_reasons: sql.fragment`
    SELECT e.case_id AS wrong FROM case_events e LEFT JOIN papers p ON p.id = e.paper_id
    WHERE e.act = 'returnRecord' AND coalesce(p.body ->> 'reason', '') = ''`,

  three_people_of_the_centre: sql.fragment`
    SELECT e.case_id AS wrong FROM case_events e JOIN case_events f USING (case_id)
    WHERE e.act = 'updateOfficially' AND f.act IN ('receive', 'checkRecord', 'review') AND e.actor = f.actor
      OR e.act = 'review' AND f.act IN ('receive', 'checkRecord') AND e.actor = f.actor`,

  record_numbers_without_gap: sql.fragment`
    SELECT r.unit AS wrong FROM records r WHERE r.book = 'PROVINCE' GROUP BY r.unit
    HAVING max(right(r.number, 5)::int) <> count(*) OR min(right(r.number, 5)::int) <> 1`,

  merged_records_keep_every_judgment: sql.fragment`
    SELECT o.book || ' ' || o.number AS wrong FROM records o
    JOIN record_versions gone ON gone.book = o.book AND gone.number = o.number AND gone.version = o.head
    JOIN records r ON r.book = o.book AND r.number = o.merged_into
    JOIN record_versions took ON took.book = r.book AND took.number = r.number AND took.version = r.head
    CROSS JOIN LATERAL jsonb_array_elements(gone.body -> 'judgments') j
    WHERE NOT EXISTS (SELECT FROM jsonb_array_elements(took.body -> 'judgments') k
      WHERE k - 'ref' = j - 'ref')`,

  each_grant_released_once: sql.fragment`
    SELECT c.case_id || ' ' || c.step AS wrong FROM cases c
    WHERE c.kind = 'CODE_REQUEST' AND (c.step <> 'RELEASED' OR 1 <>
      (SELECT count(*) FROM catalogue_releases r WHERE r.granted_in = c.case_id AND r.state = 'PUBLISHED'))`,

  notices_applied: sql.fragment`
    SELECT notice || ' ' || n AS wrong FROM record_notice_items WHERE result IS DISTINCT FROM 'APPLIED'`,
} as const;
