-- The rules look at many records at a time, go on where they stopped when they become others, and no longer look
-- at records that were given up; lists of what they found over all units are read in their order.

-- Version of the rules that last looked; another version looks at everything again, part by part.
ALTER TABLE records ADD checked_by text NOT NULL DEFAULT '';
ALTER TABLE supplies ADD checked_by text NOT NULL DEFAULT '';
CREATE INDEX records_checked_by ON records (checked_by, unit) WHERE book = 'PROVINCE' AND merged_into IS NULL;
CREATE INDEX supplies_checked_by ON supplies (checked_by) WHERE kind = 'COMPLETION_CERTIFICATE';
GRANT UPDATE (checked_by) ON records, supplies TO lltp_worker;

-- A record whose transfer was given up stands in the book no more. Every mark differs from the one before, so that
-- a look that read the record before it does not take it away.
CREATE INDEX cases_abandoned ON cases (case_id) WHERE kind = 'TRANSFER' AND step = 'ABANDONED';
CREATE FUNCTION look_at_abandoned() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE records SET checked = least(checked, 0) - 1 WHERE book = 'PROVINCE' AND case_id = NEW.case_id;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION look_at_abandoned() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION look_at_abandoned() TO lltp_worker;
CREATE TRIGGER cases_abandoned AFTER UPDATE ON cases FOR EACH ROW
  WHEN (NEW.kind = 'TRANSFER' AND NEW.step = 'ABANDONED' AND OLD.step <> 'ABANDONED')
  EXECUTE FUNCTION look_at_abandoned();

-- Lists over all units, in each order, and of one rule.
CREATE INDEX findings_in_order ON findings (state, opened_at, id);
CREATE INDEX findings_of_rule ON findings (rule, opened_at, id) WHERE state = 'OPEN';
CREATE INDEX findings_by_person ON findings (folded_name, id) WHERE state = 'OPEN';
CREATE INDEX findings_by_judgment ON findings (judged_on, id) WHERE state = 'OPEN';
CREATE INDEX findings_of_subject ON findings (subject, id);

-- What the rules of version `rules` see now in records ({subject, version, checked, unit, name, folded, againOn,
-- found, unread}) and in completion certificates ({subject, state, ...}); each `found` is [{rule, side, place, source,
-- judgedOn}]. Only what has neither moved on nor been marked since it was read counts. What is seen opens a finding,
-- what is no longer seen is mended; what is set aside stays so while it is seen. Of what is `unread` only UNREADABLE
-- was looked for. What somebody is changing just now is left for the next look. Gives how many subjects counted.
CREATE OR REPLACE FUNCTION keep_findings(c jsonb) RETURNS int
LANGUAGE sql SET search_path = public, pg_temp AS $$
  WITH given_records AS MATERIALIZED (
    SELECT g.* FROM jsonb_to_recordset(c -> 'records') AS g
      (subject text, version int, checked int, unit text, name text, folded text, "againOn" date, found jsonb,
        unread boolean)
    JOIN records r ON r.book = 'PROVINCE' AND r.number = g.subject AND r.head = g.version AND r.checked = g.checked
    FOR UPDATE OF r SKIP LOCKED
  ), looked_records AS (
    UPDATE records r SET checked = r.head, checked_by = coalesce(c ->> 'rules', ''), check_again_on = g."againOn"
    FROM given_records g
    WHERE r.book = 'PROVINCE' AND r.number = g.subject
    RETURNING 'RECORD' AS about, g.subject, g.unit, g.name, g.folded, g.found, g.unread
  ), given_supplies AS MATERIALIZED (
    SELECT g.* FROM jsonb_to_recordset(c -> 'supplies') AS g
      (subject uuid, state text, unit text, name text, folded text, "againOn" date, found jsonb, unread boolean)
    JOIN supplies s ON s.id = g.subject AND s.state = g.state
    FOR UPDATE OF s SKIP LOCKED
  ), looked_supplies AS (
    UPDATE supplies s SET checked_as = s.state, checked_by = coalesce(c ->> 'rules', ''), check_again_on = g."againOn"
    FROM given_supplies g
    WHERE s.id = g.subject
    RETURNING 'SUPPLY' AS about, g.subject::text, g.unit, g.name, g.folded, g.found, g.unread
  ), looked AS MATERIALIZED (
    SELECT * FROM looked_records UNION ALL SELECT * FROM looked_supplies
  ), seen AS MATERIALIZED (
    SELECT l.about, l.subject, l.unit, l.name, l.folded, f.*
    FROM looked l, jsonb_to_recordset(l.found) AS f
      (rule text, side text, place text, source text, "judgedOn" date)
  ), known AS MATERIALIZED (
    SELECT k.id, k.about, k.subject, k.rule, k.place, k.state, l.unread
    FROM findings k JOIN looked l USING (about, subject)
  ), opened AS (
    INSERT INTO findings AS k (unit, about, subject, rule, side, place, source, judged_on, person_name,
      folded_name, state, opened_at, changed_at)
    SELECT s.unit, s.about, s.subject, s.rule, s.side, s.place, s.source, s."judgedOn", s.name, s.folded, 'OPEN',
      (c ->> 'at')::timestamptz, (c ->> 'at')::timestamptz
    FROM seen s LEFT JOIN known w USING (about, subject, rule, place)
    WHERE w.state IS NULL OR w.state = 'MENDED'
    ON CONFLICT (about, subject, rule, place) DO UPDATE SET state = 'OPEN', source = EXCLUDED.source,
      judged_on = EXCLUDED.judged_on, person_name = EXCLUDED.person_name, folded_name = EXCLUDED.folded_name,
      opened_at = EXCLUDED.opened_at, changed_at = EXCLUDED.changed_at
      WHERE k.state = 'MENDED'
    RETURNING k.id, k.rule, k.place
  ), mended AS (
    UPDATE findings k SET state = 'MENDED', reason = NULL, changed_at = (c ->> 'at')::timestamptz
    FROM known w
    WHERE k.id = w.id AND k.state <> 'MENDED' AND NOT (w.unread AND w.rule <> 'UNREADABLE')
      AND NOT EXISTS (SELECT FROM seen s WHERE s.about = w.about AND s.subject = w.subject AND s.rule = w.rule
        AND s.place = w.place)
    RETURNING k.id, k.rule, k.place
  ), noted AS (
    INSERT INTO finding_events (finding, kind, at)
    SELECT id, 'OPENED', (c ->> 'at')::timestamptz FROM opened
    UNION ALL SELECT id, 'MENDED', (c ->> 'at')::timestamptz FROM mended
  ), others AS (
    -- The other record of a pair that is new or gone is looked at again.
    UPDATE records r SET checked = least(r.checked, 0) - 1
    FROM (SELECT place FROM opened WHERE rule = 'LIKELY_DUPLICATE'
      UNION SELECT place FROM mended WHERE rule = 'LIKELY_DUPLICATE') o
    WHERE r.book = 'PROVINCE' AND r.number = o.place AND r.number NOT IN (SELECT subject FROM looked_records)
  )
  SELECT count(*)::int FROM looked
$$;
