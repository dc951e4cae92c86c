-- Data quality (đúng, đủ, sạch): what rules find in the departments' records and reception books, what became of
-- it, how clean the books were day by day, and campaigns in which several agencies mend them.

-- The version a rule last looked at: a record that moved on, or that is to be looked at again (0), differs.
ALTER TABLE records
  ADD checked int NOT NULL DEFAULT 0,
  -- The first day on which a rule may find more although nothing changed.
  ADD check_again_on date;
CREATE INDEX records_unchecked ON records (updated_at) WHERE book = 'PROVINCE' AND checked <> head;
CREATE INDEX records_check_again ON records (check_again_on) WHERE check_again_on IS NOT NULL;

-- The same for completion certificates in a reception book, by their state.
ALTER TABLE supplies
  ADD checked_as text,
  ADD check_again_on date;
CREATE INDEX supplies_unchecked ON supplies (received_at)
  WHERE kind = 'COMPLETION_CERTIFICATE' AND checked_as IS DISTINCT FROM state;
CREATE INDEX supplies_check_again ON supplies (check_again_on) WHERE check_again_on IS NOT NULL;

CREATE TABLE findings (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  unit text NOT NULL REFERENCES units,
  about text NOT NULL CHECK (about IN ('RECORD', 'SUPPLY')),
  -- Record number, or id of an entry of the reception book.
  subject text COLLATE "C" NOT NULL,
  rule text NOT NULL,
  side text NOT NULL CHECK (side IN ('RIGHT', 'COMPLETE', 'CLEAN')),
  -- Ref of a judgment, number of the other record, or empty.
  place text COLLATE "C" NOT NULL,
  source text NOT NULL CHECK (source IN ('DEPARTMENT', 'POLICE', 'COURT', 'ENFORCEMENT', 'COMMUNE')),
  judged_on date,
  -- Of the subject when it was looked at, for finding and sorting.
  person_name text NOT NULL,
  folded_name text NOT NULL,
  state text NOT NULL CHECK (state IN ('OPEN', 'MENDED', 'SET_ASIDE')),
  -- Why it is set aside.
  reason text,
  opened_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  UNIQUE (about, subject, rule, place),
  CHECK ((state = 'SET_ASIDE') = (reason IS NOT NULL))
);
CREATE INDEX findings_open ON findings (unit, opened_at, id) INCLUDE (rule, source) WHERE state = 'OPEN';
CREATE INDEX findings_of_records ON findings (unit, subject, side) WHERE about = 'RECORD' AND state = 'OPEN';
CREATE INDEX findings_settled ON findings (unit, state, changed_at) WHERE state <> 'OPEN';
CREATE INDEX findings_pairs ON findings (place) WHERE rule = 'LIKELY_DUPLICATE';
CREATE INDEX findings_named ON findings USING gin (folded_name gin_trgm_ops);

CREATE TABLE finding_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  finding int NOT NULL REFERENCES findings,
  kind text NOT NULL CHECK (kind IN ('OPENED', 'MENDED', 'SET_ASIDE', 'TAKEN_UP')),
  at timestamptz NOT NULL,
  -- Null for what the rule itself saw.
  by uuid REFERENCES accounts,
  reason text,
  CHECK ((kind IN ('SET_ASIDE', 'TAKEN_UP')) = (by IS NOT NULL))
);
CREATE INDEX finding_events_of ON finding_events (finding, id);
COMMENT ON TABLE finding_events IS 'Append-only: when a finding opened, was mended, set aside, taken up again.';

-- How clean a department's book was in the night of a day.
CREATE TABLE clean_days (
  unit text NOT NULL REFERENCES units,
  day date NOT NULL,
  records int NOT NULL,
  clean int NOT NULL CHECK (clean <= records),
  not_right int NOT NULL,
  not_complete int NOT NULL,
  not_clean int NOT NULL,
  rules_version text NOT NULL,
  PRIMARY KEY (unit, day)
);

-- What the rules see now in records ({subject, version, unit, name, folded, againOn, found}) and in completion
-- certificates ({subject, state, ...}); each `found` is [{rule, side, place, source, judgedOn}]. Only what has not
-- moved on since it was read counts. What is seen opens a finding, what is no longer seen is mended; what is set
-- aside stays so while it is seen. Gives how many subjects were looked at.
CREATE FUNCTION keep_findings(c jsonb) RETURNS int
LANGUAGE sql SET search_path = public, pg_temp AS $$
  WITH looked_records AS (
    UPDATE records r SET checked = r.head, check_again_on = g."againOn"
    FROM jsonb_to_recordset(c -> 'records') AS g
      (subject text, version int, unit text, name text, folded text, "againOn" date, found jsonb)
    WHERE r.book = 'PROVINCE' AND r.number = g.subject AND r.head = g.version AND r.checked <> r.head
    RETURNING 'RECORD' AS about, g.subject, g.unit, g.name, g.folded, g.found
  ), looked_supplies AS (
    UPDATE supplies s SET checked_as = s.state, check_again_on = g."againOn"
    FROM jsonb_to_recordset(c -> 'supplies') AS g
      (subject uuid, state text, unit text, name text, folded text, "againOn" date, found jsonb)
    WHERE s.id = g.subject AND s.state = g.state AND s.checked_as IS DISTINCT FROM s.state
    RETURNING 'SUPPLY' AS about, g.subject::text, g.unit, g.name, g.folded, g.found
  ), looked AS (
    SELECT * FROM looked_records UNION ALL SELECT * FROM looked_supplies
  ), seen AS (
    SELECT l.about, l.subject, l.unit, l.name, l.folded, f.*
    FROM looked l, jsonb_to_recordset(l.found) AS f
      (rule text, side text, place text, source text, "judgedOn" date)
  ), known AS (
    SELECT k.id, k.about, k.subject, k.rule, k.place, k.state FROM findings k JOIN looked USING (about, subject)
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
    WHERE k.id = w.id AND k.state <> 'MENDED'
      AND NOT EXISTS (SELECT FROM seen s WHERE (s.about, s.subject, s.rule, s.place) =
        (w.about, w.subject, w.rule, w.place))
    RETURNING k.id, k.rule, k.place
  ), noted AS (
    INSERT INTO finding_events (finding, kind, at)
    SELECT id, 'OPENED', (c ->> 'at')::timestamptz FROM opened
    UNION ALL SELECT id, 'MENDED', (c ->> 'at')::timestamptz FROM mended
  ), others AS (
    -- The other record of a pair that is new or gone is looked at again.
    UPDATE records r SET checked = 0
    FROM (SELECT place FROM opened WHERE rule = 'LIKELY_DUPLICATE'
      UNION SELECT place FROM mended WHERE rule = 'LIKELY_DUPLICATE') o
    WHERE r.book = 'PROVINCE' AND r.number = o.place AND r.number NOT IN (SELECT subject FROM looked_records)
  )
  SELECT count(*)::int FROM looked
$$;

-- Set a finding aside or take it up again; false when it does not stand that way.
CREATE FUNCTION settle_finding(s jsonb) RETURNS boolean
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE findings SET state = s ->> 'state', changed_at = (s ->> 'at')::timestamptz,
    reason = CASE WHEN s ->> 'state' = 'SET_ASIDE' THEN s ->> 'reason' END
  WHERE id = (s ->> 'id')::int AND state = CASE WHEN s ->> 'state' = 'SET_ASIDE' THEN 'OPEN' ELSE 'SET_ASIDE' END;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO finding_events (finding, kind, at, by, reason)
  VALUES ((s ->> 'id')::int, CASE WHEN s ->> 'state' = 'SET_ASIDE' THEN 'SET_ASIDE' ELSE 'TAKEN_UP' END,
    (s ->> 'at')::timestamptz, (s ->> 'by')::uuid, s ->> 'reason');
  RETURN true;
END
$$;

-- Campaigns: findings of some rules and days, frozen at the start, mended with the agencies that have what is missing.
CREATE TABLE campaigns (
  -- The maker's own key.
  id uuid PRIMARY KEY,
  unit text NOT NULL REFERENCES units,
  name text NOT NULL,
  rules text[] NOT NULL,
  -- Days of the judgments it is about; null for all.
  judged_from date,
  judged_to date,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  made_by uuid NOT NULL REFERENCES accounts,
  made_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'PREPARED' CHECK (state IN ('PREPARED', 'RUNNING', 'ENDED')),
  started_at timestamptz,
  ended_by uuid REFERENCES accounts,
  ended_at timestamptz,
  -- What came of it, per source, when it ended.
  report jsonb,
  CHECK (starts_on <= ends_on),
  CHECK (judged_from <= judged_to),
  CHECK ((state = 'PREPARED') = (started_at IS NULL)),
  CHECK ((state = 'ENDED') = (report IS NOT NULL))
);
CREATE INDEX campaigns_of_unit ON campaigns (unit, made_at DESC);

-- Which unit answers for a kind of source.
CREATE TABLE campaign_units (
  campaign uuid NOT NULL REFERENCES campaigns,
  source text NOT NULL CHECK (source IN ('POLICE', 'COURT', 'ENFORCEMENT', 'COMMUNE')),
  unit text NOT NULL REFERENCES units,
  PRIMARY KEY (campaign, source)
);
CREATE INDEX campaign_units_unit ON campaign_units (unit);

CREATE TABLE campaign_items (
  campaign uuid NOT NULL REFERENCES campaigns,
  finding int NOT NULL REFERENCES findings,
  source text NOT NULL,
  -- The unit that is asked; null for what the department mends itself.
  asked text REFERENCES units,
  -- {number, date, issuer, content}, or null when the unit says that it has nothing.
  answer jsonb,
  answered_by uuid REFERENCES accounts,
  answered_at timestamptz,
  PRIMARY KEY (campaign, finding),
  CHECK ((answered_by IS NULL) = (answered_at IS NULL)),
  CHECK (answer IS NULL OR answered_by IS NOT NULL)
);
CREATE INDEX campaign_items_asked ON campaign_items (asked, campaign) WHERE asked IS NOT NULL;
CREATE INDEX campaign_items_answer ON campaign_items (finding, answered_at DESC) WHERE answer IS NOT NULL;

REVOKE ALL ON FUNCTION keep_findings(jsonb), settle_finding(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_findings(jsonb) TO lltp_worker;
GRANT EXECUTE ON FUNCTION settle_finding(jsonb) TO lltp_api;
GRANT UPDATE (checked, check_again_on) ON records TO lltp_worker;
GRANT UPDATE (checked_as, check_again_on) ON supplies TO lltp_worker;
GRANT SELECT ON findings, finding_events, clean_days, campaigns, campaign_units, campaign_items
  TO lltp_api, lltp_worker;
GRANT INSERT ON findings, finding_events TO lltp_worker;
GRANT UPDATE (source, judged_on, person_name, folded_name, state, reason, opened_at, changed_at)
  ON findings TO lltp_worker;
GRANT UPDATE (state, reason, changed_at) ON findings TO lltp_api;
GRANT INSERT ON finding_events TO lltp_api;
GRANT INSERT, UPDATE ON clean_days TO lltp_worker;
GRANT INSERT ON campaigns, campaign_units, campaign_items TO lltp_api;
GRANT UPDATE (state, started_at, ended_by, ended_at, report) ON campaigns TO lltp_api;
GRANT UPDATE (answer, answered_by, answered_at) ON campaign_items TO lltp_api;
