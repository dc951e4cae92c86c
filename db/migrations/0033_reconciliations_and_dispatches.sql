-- A reconciliation is a fourth kind of case, with the Centre or with a supplier; its differences are asked and settled.
ALTER TABLE serials DROP CONSTRAINT serials_series_check,
  ADD CHECK (series IN ('P', 'T', 'M', 'D', 'RECORD'));
ALTER TABLE submissions DROP CONSTRAINT submissions_kind_check,
  ADD CHECK (kind IN ('APPLICATION', 'TRANSFER', 'CODE_REQUEST', 'RECONCILIATION'));
ALTER TABLE cases DROP CONSTRAINT cases_kind_check,
  ADD CHECK (kind IN ('APPLICATION', 'TRANSFER', 'CODE_REQUEST', 'RECONCILIATION'));
ALTER TABLE daily_counts DROP CONSTRAINT daily_counts_kind_check,
  ADD CHECK (kind IN ('APPLICATION', 'TRANSFER', 'CODE_REQUEST', 'RECONCILIATION'));

ALTER TABLE reconciliations RENAME province_count TO here_count;
ALTER TABLE reconciliations RENAME centre_count TO there_count;
ALTER TABLE reconciliations
  -- Null for comparisons made before they were cases; these stay as they are.
  ADD case_id text UNIQUE REFERENCES submissions,
  ADD supplier_kind text,
  ADD supplier_name text,
  ADD supplier_key text,
  ADD period text,
  ADD rule jsonb,
  -- How often the lists were compared.
  ADD listings int NOT NULL DEFAULT 0,
  ADD ended_at timestamptz,
  ADD ended_by uuid REFERENCES accounts,
  ALTER started_by DROP NOT NULL,
  ALTER here_count DROP NOT NULL,
  ALTER there_count DROP NOT NULL,
  ADD CHECK ((supplier_kind IS NULL) = (supplier_key IS NULL));
-- Two books are compared once at a time for a period.
CREATE UNIQUE INDEX reconciliations_open ON reconciliations (unit, coalesce(supplier_kind, ''),
  coalesce(supplier_key, ''), period) WHERE case_id IS NOT NULL AND ended_at IS NULL;
CREATE INDEX reconciliations_period ON reconciliations (period, unit) WHERE case_id IS NOT NULL;

ALTER TABLE reconciliation_rows RENAME mended_by TO settled_by;
ALTER TABLE reconciliation_rows RENAME mended_at TO settled_at;
ALTER TABLE reconciliation_rows DROP CONSTRAINT reconciliation_rows_finding_check,
  DROP CONSTRAINT reconciliation_rows_check;
UPDATE reconciliation_rows SET finding = CASE finding WHEN 'MISSING_AT_PROVINCE' THEN 'MISSING_HERE'
  ELSE 'MISSING_THERE' END WHERE finding <> 'DIFFERENT';
ALTER TABLE reconciliation_rows
  ADD CHECK (finding IN ('MISSING_HERE', 'MISSING_THERE', 'DIFFERENT')),
  -- Number of the supplied paper; null where the key is the number.
  ADD paper_number text,
  ADD here jsonb,
  ADD there jsonb,
  ADD fields text[] NOT NULL DEFAULT '{}',
  -- The last comparison that found it.
  ADD listing int NOT NULL DEFAULT 0,
  ADD asked_by uuid REFERENCES accounts,
  ADD asked_at timestamptz,
  ADD question text,
  ADD settlement text CHECK (settlement IN ('SLIP', 'AMENDMENT', 'LATE_RECEPTION', 'EXPLAINED', 'COMPARED_AGAIN')),
  ADD CHECK ((asked_by IS NULL) = (asked_at IS NULL)),
  -- The calendar may settle by comparing again: nobody then.
  ADD CHECK (settled_by IS NULL OR settled_at IS NOT NULL);
COMMENT ON COLUMN reconciliation_rows.number IS 'Key of the difference within its run.';

-- What a supplier said it sent, word for word, as evidence.
CREATE TABLE reconciliation_lists (
  run_id uuid NOT NULL REFERENCES reconciliations,
  listing int NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  file bytea NOT NULL,
  uploaded_by uuid NOT NULL REFERENCES accounts,
  uploaded_at timestamptz NOT NULL,
  PRIMARY KEY (run_id, listing)
);

-- A run opens in the transaction that takes its case in.
CREATE FUNCTION open_reconciliation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO reconciliations (id, case_id, unit, supplier_kind, supplier_name, supplier_key, period, rule,
    started_by, at)
  VALUES (NEW.request_key, NEW.case_id, NEW.unit, NEW.body #>> '{supplier,kind}', NEW.body #>> '{supplier,name}',
    NEW.body #>> '{supplier,key}', NEW.body ->> 'period', nullif(NEW.body -> 'rule', 'null'),
    CASE WHEN NEW.submitted_by <> 'system' THEN NEW.submitted_by::uuid END, NEW.submitted_at);
  RETURN NULL;
END
$$;
CREATE TRIGGER submissions_reconciliation AFTER INSERT ON submissions FOR EACH ROW
  WHEN (NEW.kind = 'RECONCILIATION') EXECUTE FUNCTION open_reconciliation();

-- A run ends with its case.
CREATE FUNCTION end_reconciliation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE reconciliations SET ended_at = NEW.at, ended_by = NEW.actor::uuid WHERE case_id = NEW.case_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER case_events_reconciliation AFTER INSERT ON case_events FOR EACH ROW
  WHEN (NEW.act IN ('closeReconciliation', 'cancelReconciliation')) EXECUTE FUNCTION end_reconciliation();

-- What a province and the Centre have of the province's records and slips, or of some of them. Given up ones are nobody's.
CREATE FUNCTION digests_of(of_unit text, among text[]) RETURNS TABLE (at_centre boolean, number text, sha256 bytea)
LANGUAGE sql STABLE AS $$
  -- Records as each side keeps them in its own book; slips by the number of their transfer.
  SELECT r.book = 'CENTRE', r.number, decode(r.digest, 'hex')
  FROM records r JOIN cases c USING (case_id)
  WHERE r.unit = of_unit AND c.step <> 'ABANDONED' AND (among IS NULL OR r.number = ANY (among))
  UNION ALL
  SELECT false, c.case_id, sha256(convert_to(p.body::text, 'UTF8'))
  FROM cases c JOIN papers p ON p.case_id = c.case_id AND p.id = (c.state ->> 'recordPaperId')::uuid
  WHERE c.kind = 'TRANSFER' AND c.unit = of_unit AND c.step <> 'ABANDONED' AND c.state -> 'slip' = 'true'
    AND (among IS NULL OR c.case_id = ANY (among))
  UNION ALL
  SELECT true, o.case_id, sha256(convert_to(p.body::text, 'UTF8'))
  FROM official_slips o JOIN cases c ON c.case_id = o.case_id AND c.unit = of_unit
    JOIN papers p ON p.case_id = o.case_id AND p.id = o.paper_id
  WHERE among IS NULL OR o.case_id = ANY (among)
$$;

CREATE OR REPLACE FUNCTION list_digests(run uuid, of_unit text) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO digest_lists SELECT run, d.at_centre, d.number, d.sha256 FROM digests_of(of_unit, NULL) d
$$;

-- Those of some numbers of a province that both sides do not have alike now.
CREATE FUNCTION still_different(of_unit text, among text[]) RETURNS SETOF text
LANGUAGE sql STABLE AS $$
  WITH d AS (SELECT * FROM digests_of(of_unit, among))
  SELECT coalesce(p.number, c.number)
  FROM (SELECT number, sha256 FROM d WHERE NOT at_centre) p
    FULL JOIN (SELECT number, sha256 FROM d WHERE at_centre) c USING (number)
  WHERE p.sha256 IS DISTINCT FROM c.sha256
$$;

-- Write the differences of a run's lists and empty them; gives how many.
CREATE OR REPLACE FUNCTION compare_digests(run uuid) RETURNS int
LANGUAGE plpgsql AS $$
DECLARE
  found int;
BEGIN
  INSERT INTO reconciliation_rows AS r (run_id, number, finding, listing)
  SELECT run, coalesce(p.number, c.number), CASE
    WHEN p.number IS NULL THEN 'MISSING_HERE'
    WHEN c.number IS NULL THEN 'MISSING_THERE' ELSE 'DIFFERENT' END,
    (SELECT listings FROM reconciliations WHERE id = run)
  FROM (SELECT number, sha256 FROM digest_lists WHERE run_id = run AND NOT at_centre) p
    FULL JOIN (SELECT number, sha256 FROM digest_lists WHERE run_id = run AND at_centre) c USING (number)
  WHERE p.sha256 IS DISTINCT FROM c.sha256
  ON CONFLICT (run_id, number) DO UPDATE SET listing = EXCLUDED.listing, finding = EXCLUDED.finding,
    -- What was explained was another difference: the comparison opens it again.
    settlement = CASE WHEN r.finding <> EXCLUDED.finding AND r.settlement = 'EXPLAINED'
      THEN 'COMPARED_AGAIN' ELSE r.settlement END;
  GET DIAGNOSTICS found = ROW_COUNT;
  DELETE FROM digest_lists WHERE run_id = run;
  RETURN found;
END
$$;

REVOKE ALL ON FUNCTION digests_of(text, text[]), still_different(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION digests_of(text, text[]), still_different(text, text[]) TO lltp_api;
GRANT UPDATE (here_count, there_count, listings) ON reconciliations TO lltp_api;
GRANT UPDATE (ended_at, ended_by) ON reconciliations TO lltp_worker;
GRANT UPDATE (finding, paper_number, here, there, fields, listing, asked_by, asked_at, question, settlement)
  ON reconciliation_rows TO lltp_api;
GRANT SELECT ON reconciliation_lists TO lltp_api, lltp_worker;
GRANT INSERT ON reconciliation_lists TO lltp_api;

-- Cover letters: several records or slips go to the Centre under one number with a list (TT 13/2011 Art. 10).
CREATE TABLE dispatch_registers (
  unit text NOT NULL REFERENCES units,
  year int NOT NULL,
  last int NOT NULL,
  PRIMARY KEY (unit, year)
);
COMMENT ON TABLE dispatch_registers IS 'Numbers of cover letters: from 1 each year and unit, without gaps.';

CREATE TABLE dispatches (
  -- The request's own key: the same request again is the same letter.
  id uuid PRIMARY KEY,
  unit text NOT NULL REFERENCES units,
  year int NOT NULL,
  serial int NOT NULL,
  number text NOT NULL,
  -- The law whose letterhead it carries.
  rule_set_id text NOT NULL REFERENCES rule_sets,
  made_by uuid NOT NULL REFERENCES accounts,
  made_at timestamptz NOT NULL,
  UNIQUE (unit, year, serial)
);
CREATE INDEX dispatches_unit ON dispatches (unit, made_at DESC);

CREATE TABLE dispatch_items (
  dispatch_id uuid NOT NULL REFERENCES dispatches,
  place int NOT NULL,
  case_id text NOT NULL REFERENCES submissions,
  -- Which sending of the transfer it covers: a returned one that is sent again needs another letter.
  sending int NOT NULL,
  -- As printed.
  line jsonb NOT NULL,
  PRIMARY KEY (dispatch_id, place),
  UNIQUE (case_id, sending)
);
COMMENT ON TABLE dispatch_items IS 'Append-only: what a cover letter lists, as it was when the letter was made.';

GRANT SELECT ON dispatch_registers, dispatches, dispatch_items TO lltp_api, lltp_worker;
GRANT INSERT, UPDATE ON dispatch_registers TO lltp_api;
GRANT INSERT ON dispatches, dispatch_items TO lltp_api;
