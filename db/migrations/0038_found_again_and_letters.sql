-- Judgments found by certificates come back where nothing came of their decision; what was sent before cover letters
-- existed waits for none; what old slips entered twice is struck.

-- Decisions follow each other: a later one is made when nothing came of the one before.
ALTER TABLE found_judgments
  ADD round int NOT NULL DEFAULT 1,
  -- The proposal of a further judgment that was made with the decision.
  ADD proposal uuid REFERENCES record_proposals,
  DROP CONSTRAINT found_judgments_pkey,
  ADD PRIMARY KEY (case_id, judgment, round),
  ADD CHECK (proposal IS NULL OR outcome = 'FURTHER');

-- Its id was made from these words (`namedId`).
UPDATE found_judgments f SET proposal = p.id
FROM (SELECT case_id, judgment, encode(sha256(convert_to(
    'FOUND/' || case_id || ' ' || judgment || ' ' || record_number, 'UTF8')), 'hex') AS h
  FROM found_judgments WHERE outcome = 'FURTHER') n
  JOIN record_proposals p ON p.id = (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3)
    || '-8' || substr(h, 18, 3) || '-' || substr(h, 21, 12))::uuid
WHERE f.case_id = n.case_id AND f.judgment = n.judgment;

-- Decisions with why nothing came of them: the proposal was refused, or the transfer of the record given up.
-- `undone` is null of one that stands.
CREATE VIEW found_decisions AS
SELECT f.*, CASE WHEN p.id IS NOT NULL THEN 'PROPOSAL_REFUSED' WHEN c.case_id IS NOT NULL THEN 'TRANSFER_ABANDONED'
  END AS undone, CASE WHEN p.id IS NOT NULL THEN p.refusal WHEN c.case_id IS NOT NULL THEN (
    SELECT coalesce(w.body ->> 'reason', '') FROM case_events e LEFT JOIN papers w ON w.id = e.paper_id
    WHERE e.case_id = c.case_id AND e.act = 'abandon' ORDER BY e.rev DESC LIMIT 1) END AS undone_reason
FROM found_judgments f
  LEFT JOIN record_proposals p ON p.id = f.proposal AND p.state = 'REFUSED'
  LEFT JOIN records r ON r.book = 'PROVINCE' AND r.number = f.record_number
  LEFT JOIN cases c ON c.case_id = r.case_id AND c.step = 'ABANDONED';

-- What is open, by unit: the list reads what waits, not whatever was found before.
CREATE TABLE open_found (
  unit text NOT NULL REFERENCES units,
  case_id text NOT NULL REFERENCES cases,
  PRIMARY KEY (unit, case_id)
);
COMMENT ON TABLE open_found IS 'Cases whose answers told of a judgment on which no decision stands; kept by triggers.';

CREATE FUNCTION note_found(of_case text) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- One after the other, so that the later one sees what the earlier one decided.
  PERFORM pg_advisory_xact_lock(hashtextextended('found ' || of_case, 0));
  IF EXISTS (
    SELECT FROM verifications v JOIN agency_messages m ON m.id = v.answer_id
      CROSS JOIN LATERAL jsonb_array_elements(m.body -> 'entries') AS e (entry)
    WHERE v.case_id = of_case AND v.outcome = 'RECORD_FOUND' AND NOT EXISTS (SELECT FROM found_decisions d
      WHERE d.case_id = of_case AND d.judgment = judgment_key(e.entry) AND d.undone IS NULL)
  ) THEN
    INSERT INTO open_found (unit, case_id) SELECT unit, case_id FROM cases WHERE case_id = of_case
    ON CONFLICT DO NOTHING;
  ELSE
    DELETE FROM open_found WHERE case_id = of_case AND unit = (SELECT unit FROM cases WHERE case_id = of_case);
  END IF;
END
$$;

CREATE FUNCTION found_in_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM note_found(NEW.case_id);
  RETURN NULL;
END
$$;
-- Few answers tell of judgments: the others cost no more than this condition.
CREATE TRIGGER verifications_found_told AFTER INSERT ON verifications FOR EACH ROW
  WHEN (NEW.outcome = 'RECORD_FOUND') EXECUTE FUNCTION found_in_case();
CREATE TRIGGER verifications_found_changed AFTER UPDATE ON verifications FOR EACH ROW
  WHEN ((OLD.outcome = 'RECORD_FOUND' OR NEW.outcome = 'RECORD_FOUND')
    AND (OLD.outcome, OLD.answer_id) IS DISTINCT FROM (NEW.outcome, NEW.answer_id))
  EXECUTE FUNCTION found_in_case();
CREATE TRIGGER found_judgments_decided AFTER INSERT ON found_judgments FOR EACH ROW
  EXECUTE FUNCTION found_in_case();

-- Nothing came of what was decided for a record.
CREATE FUNCTION found_for_record() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM note_found(d.case_id) FROM (SELECT DISTINCT case_id FROM found_judgments
    WHERE record_number = CASE TG_TABLE_NAME WHEN 'cases' THEN to_jsonb(NEW) #>> '{state,recordNumber}'
      ELSE to_jsonb(NEW) ->> 'number' END ORDER BY case_id) d;
  RETURN NULL;
END
$$;
CREATE TRIGGER record_proposals_refused AFTER UPDATE ON record_proposals FOR EACH ROW
  WHEN (NEW.state = 'REFUSED' AND OLD.state <> NEW.state) EXECUTE FUNCTION found_for_record();
CREATE TRIGGER cases_record_abandoned AFTER UPDATE ON cases FOR EACH ROW
  WHEN (NEW.step = 'ABANDONED' AND OLD.step <> NEW.step AND NEW.kind = 'TRANSFER' AND NOT NEW.state ? 'slip')
  EXECUTE FUNCTION found_for_record();

-- Nobody writes beside a migration, and a lock for each case would be more than a server holds.
INSERT INTO open_found (unit, case_id)
SELECT DISTINCT c.unit, c.case_id
FROM verifications v JOIN cases c USING (case_id) JOIN agency_messages m ON m.id = v.answer_id
  CROSS JOIN LATERAL jsonb_array_elements(m.body -> 'entries') AS e (entry)
WHERE v.outcome = 'RECORD_FOUND' AND NOT EXISTS (SELECT FROM found_decisions d
  WHERE d.case_id = v.case_id AND d.judgment = judgment_key(e.entry) AND d.undone IS NULL);

REVOKE ALL ON FUNCTION note_found(text), found_in_case(), found_for_record() FROM PUBLIC;
GRANT SELECT ON found_decisions, open_found TO lltp_api, lltp_worker;

-- A unit's cover letters begin with its first one. What it had sent before, or everything where it has none yet,
-- went without: there was no letter to go under.
CREATE TABLE sent_before_letters (
  case_id text NOT NULL REFERENCES submissions,
  sending int NOT NULL,
  PRIMARY KEY (case_id, sending)
);
COMMENT ON TABLE sent_before_letters IS 'Sendings of before their unit had cover letters; one that is sent again is another sending.';
WITH sent AS (
  SELECT e.case_id, c.unit, e.at, row_number() OVER (PARTITION BY e.case_id ORDER BY e.rev)::int AS sending
  FROM case_events e JOIN cases c USING (case_id) WHERE c.kind = 'TRANSFER' AND e.act = 'send'
), began AS (
  SELECT s.unit, min(s.at) AS at FROM sent s JOIN dispatch_items i USING (case_id, sending) GROUP BY s.unit
)
INSERT INTO sent_before_letters (case_id, sending)
SELECT s.case_id, s.sending FROM sent s LEFT JOIN began b USING (unit)
WHERE (b.at IS NULL OR s.at < b.at);
GRANT SELECT ON sent_before_letters TO lltp_api, lltp_worker;

-- A slip may have been typed of what the department's own record had by an approved change: 0032 then entered it once
-- more, in the words of the slip or, at the Centre, under another number. Such a slip tells of that change, and both books
-- say what was approved. `said` is what 0032 made of the slip, `at` the number of the judgment that was approved.
CREATE FUNCTION with_approved_execution(body jsonb, said jsonb, at int, approved jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_set(body, '{judgments}', jsonb_agg(CASE
    WHEN (j ->> 'ref')::int = at AND j -> 'executions' @> jsonb_build_array(said) THEN
      j || jsonb_build_object('executions', executions_with(coalesce((SELECT jsonb_agg(e)
        FROM jsonb_array_elements(j -> 'executions') AS e WHERE e <> said), '[]'), jsonb_build_array(approved)))
    ELSE j END ORDER BY (j ->> 'ref')::int))
  FROM jsonb_array_elements(body -> 'judgments') AS j
$$;
CREATE FUNCTION with_approved_judgment(body jsonb, said jsonb, at int, approved jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
  WITH listed AS (
    SELECT j, (j ->> 'ref')::int AS ref FROM jsonb_array_elements(body -> 'judgments') AS j
  ), twin AS (
    SELECT * FROM listed WHERE ref <> at
      AND (j -> 'number', j -> 'date', j -> 'court') = (said -> 'number', said -> 'date', said -> 'court') LIMIT 1
  ), result AS (
    SELECT CASE WHEN l.ref = at THEN l.j || jsonb_build_object('executions',
        executions_with(l.j -> 'executions', t.j -> 'executions'))
      WHEN l.ref = t.ref THEN l.j || approved || jsonb_build_object('ref', at) ELSE l.j END AS j
    FROM listed l CROSS JOIN twin t
    WHERE l.ref <> t.ref OR NOT EXISTS (SELECT FROM listed WHERE ref = at)
  )
  SELECT CASE WHEN EXISTS (SELECT FROM twin) THEN jsonb_set(body, '{judgments}',
    (SELECT jsonb_agg(j ORDER BY (j ->> 'ref')::int) FROM result)) ELSE body END
$$;
CREATE FUNCTION with_approved(kind text, body jsonb, said jsonb, at int, approved jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE kind WHEN 'EXECUTION' THEN with_approved_execution(body, said, at, approved)
    ELSE with_approved_judgment(body, said, at, approved) END
$$;
CREATE FUNCTION same_words(one text, other text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$ SELECT fold_name(one) = fold_name(other) $$;

DO $$
DECLARE
  slip record;
  mine record;
BEGIN
  FOR slip IN
    WITH typed AS (
      SELECT o.case_id, o.record_number, o.updated_at, nullif(p.body -> 'document', 'null') AS d,
        nullif(p.body -> 'judgment', 'null') AS j
      FROM official_slips o JOIN slips s USING (case_id)
        JOIN papers p ON p.case_id = o.case_id AND p.id = o.paper_id
      WHERE s.proposal IS NULL
    )
    SELECT t.case_id, t.record_number, t.updated_at, a.id AS proposal, a.kind, (a.details ->> 'ref')::int AS at,
      a.details -> 'entry' AS approved, jsonb_build_object('kind', coalesce(d ->> 'kind', 'OTHER'),
        'number', d -> 'number', 'date', d -> 'date', 'issuer', d -> 'issuedBy',
        'content', (d ->> 'type') || ': ' || (d ->> 'content')) AS said
    FROM typed t JOIN record_proposals a ON a.number = t.record_number AND a.state = 'APPROVED'
      AND a.kind = 'EXECUTION' AND (a.details ->> 'ref')::int = coalesce((d ->> 'ref')::int, 1)
      AND a.details #>> '{entry,date}' = d ->> 'date' AND same_words(a.details #>> '{entry,number}', d ->> 'number')
      AND same_words(a.details #>> '{entry,issuer}', d ->> 'issuedBy')
    UNION ALL
    SELECT t.case_id, t.record_number, t.updated_at, a.id, a.kind, (
        SELECT max((l ->> 'ref')::int) FROM record_versions v, jsonb_array_elements(v.body -> 'judgments') AS l
        WHERE v.book = 'PROVINCE' AND v.number = a.number AND v.source_id = a.id),
      a.details -> 'judgment', j
    FROM typed t JOIN record_proposals a ON a.number = t.record_number AND a.state = 'APPROVED'
      AND a.kind = 'FURTHER_JUDGMENT' AND a.details #>> '{judgment,date}' = j ->> 'date'
      AND same_words(a.details #>> '{judgment,number}', j ->> 'number')
      AND same_words(a.details #>> '{judgment,court}', j ->> 'court')
    ORDER BY updated_at, case_id
  LOOP
    UPDATE slips SET proposal = slip.proposal
    WHERE case_id = slip.case_id AND NOT EXISTS (SELECT FROM slips t WHERE t.proposal = slip.proposal);
    FOR mine IN
      SELECT r.book, r.head, r.folded_name, r.updated_at, w.body
      FROM records r JOIN record_versions h ON h.book = r.book AND h.number = r.number AND h.version = r.head
        CROSS JOIN LATERAL (SELECT with_approved(slip.kind, h.body, slip.said, slip.at, slip.approved)) AS w (body)
      WHERE r.number = slip.record_number AND r.merged_into IS NULL AND w.body <> h.body
    LOOP
      -- No clock of the office runs here: as of the version it stands on.
      PERFORM append_versions(jsonb_build_object('book', mine.book, 'cause', 'SLIP_TWICE', 'by', 'system',
        'at', mine.updated_at, 'rows', jsonb_build_array(jsonb_build_object('number', slip.record_number,
          'base', mine.head, 'body', mine.body, 'foldedName', mine.folded_name, 'reason', slip.case_id))));
    END LOOP;
  END LOOP;
END
$$;
DROP FUNCTION with_approved(text, jsonb, jsonb, int, jsonb), with_approved_execution(jsonb, jsonb, int, jsonb),
  with_approved_judgment(jsonb, jsonb, int, jsonb), same_words(text, text);
