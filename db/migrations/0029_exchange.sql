-- Papers that arrive beside the electronic copy, supplementary slips.

-- The Centre's register of papers that came by post, each with what was typed from it. Whichever comes
-- first, paper or electronic copy: a paper is matched when its number arrives.
CREATE TABLE paper_arrivals (
  -- The registering request's own key: the same request again is the same paper.
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('RECORD', 'SLIP')),
  record_number text NOT NULL,
  -- The slip's own number; a record has one transfer, a record number may have many slips.
  transfer_number text,
  postal_number text,
  body jsonb NOT NULL,
  registered_by uuid NOT NULL REFERENCES accounts,
  arrived_at timestamptz NOT NULL,
  CHECK ((kind = 'SLIP') = (transfer_number IS NOT NULL))
);
CREATE INDEX paper_arrivals_record ON paper_arrivals (record_number);
CREATE INDEX paper_arrivals_at ON paper_arrivals (arrived_at DESC, id);
COMMENT ON TABLE paper_arrivals IS 'Append-only: what came on paper, as the Centre typed it.';

-- Whose paper it is; known once the electronic copy was entered.
CREATE INDEX known_persons_record ON known_persons (record_number, unit);

CREATE TABLE slips (
  case_id text PRIMARY KEY REFERENCES submissions,
  record_number text NOT NULL,
  -- Kind, number, date and issuing body, folded as `slipKey` does.
  document_key text NOT NULL
);
CREATE INDEX slips_record ON slips (record_number);
COMMENT ON TABLE slips IS 'Supplementary slips as entered; the same document is taken once.';

CREATE TABLE official_slips (
  case_id text PRIMARY KEY REFERENCES cases,
  record_number text NOT NULL REFERENCES official_records,
  paper_id uuid NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX official_slips_record ON official_slips (record_number, updated_at);
COMMENT ON TABLE official_slips IS 'What slips added to records of the National Centre''s database, in order.';

-- A slip that is officially updated is appended to the Centre's copy of its record.
CREATE FUNCTION take_over_slip() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO official_slips (case_id, record_number, paper_id, updated_at)
  VALUES (NEW.case_id, NEW.state ->> 'recordNumber', (NEW.state ->> 'recordPaperId')::uuid, NEW.closed_at);
  RETURN NULL;
END
$$;
CREATE TRIGGER cases_slip_official AFTER UPDATE ON cases FOR EACH ROW
  WHEN (NEW.step = 'OFFICIALLY_UPDATED' AND OLD.step <> NEW.step AND NEW.state ? 'slip')
  EXECUTE FUNCTION take_over_slip();

GRANT SELECT ON paper_arrivals, slips, official_slips TO lltp_api, lltp_worker;
GRANT INSERT ON paper_arrivals, slips TO lltp_api;
GRANT INSERT ON official_slips TO lltp_worker;

-- Reconciliation: both sides' lists of numbers with digests are compared, differences are kept and mended.
CREATE TABLE reconciliations (
  -- The request's own key: the same request again is the same run.
  id uuid PRIMARY KEY,
  -- The province whose records are compared with the Centre's.
  unit text NOT NULL REFERENCES units,
  started_by uuid NOT NULL REFERENCES accounts,
  at timestamptz NOT NULL,
  province_count int NOT NULL,
  centre_count int NOT NULL
);
CREATE INDEX reconciliations_unit ON reconciliations (unit, at DESC);

CREATE TABLE reconciliation_rows (
  run_id uuid NOT NULL REFERENCES reconciliations,
  -- Number of the transfer: a record or one of its slips.
  number text COLLATE "C" NOT NULL,
  finding text NOT NULL CHECK (finding IN ('MISSING_AT_PROVINCE', 'MISSING_AT_CENTRE', 'DIFFERENT')),
  mended_by uuid REFERENCES accounts,
  mended_at timestamptz,
  note text,
  PRIMARY KEY (run_id, number),
  CHECK ((mended_by IS NULL) = (mended_at IS NULL))
);

-- Lists being compared; emptied when the comparison is written.
CREATE UNLOGGED TABLE digest_lists (
  run_id uuid NOT NULL,
  at_centre boolean NOT NULL,
  number text COLLATE "C" NOT NULL,
  sha256 bytea NOT NULL
);
CREATE INDEX digest_lists_run ON digest_lists (run_id);

-- What a province and the Centre have of the province's records and slips. Given up ones are nobody's.
CREATE FUNCTION list_digests(run uuid, of_unit text) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO digest_lists
  -- Records as each side keeps them in its own book; slips by the number of their transfer.
  SELECT run, r.book = 'CENTRE', r.number, decode(r.digest, 'hex')
  FROM records r JOIN cases c USING (case_id)
  WHERE r.unit = of_unit AND c.step <> 'ABANDONED'
  UNION ALL
  SELECT run, false, c.case_id, sha256(convert_to(p.body::text, 'UTF8'))
  FROM cases c JOIN papers p ON p.case_id = c.case_id AND p.id = (c.state ->> 'recordPaperId')::uuid
  WHERE c.kind = 'TRANSFER' AND c.unit = of_unit AND c.step <> 'ABANDONED' AND c.state -> 'slip' = 'true'
  UNION ALL
  SELECT run, true, o.case_id, sha256(convert_to(p.body::text, 'UTF8'))
  FROM official_slips o JOIN cases c ON c.case_id = o.case_id AND c.unit = of_unit
    JOIN papers p ON p.case_id = o.case_id AND p.id = o.paper_id
$$;

-- Write the differences of a run's lists and empty them; gives how many.
CREATE FUNCTION compare_digests(run uuid) RETURNS int
LANGUAGE plpgsql AS $$
DECLARE
  found int;
BEGIN
  INSERT INTO reconciliation_rows (run_id, number, finding)
  SELECT run, coalesce(p.number, c.number), CASE
    WHEN p.number IS NULL THEN 'MISSING_AT_PROVINCE'
    WHEN c.number IS NULL THEN 'MISSING_AT_CENTRE' ELSE 'DIFFERENT' END
  FROM (SELECT number, sha256 FROM digest_lists WHERE run_id = run AND NOT at_centre) p
    FULL JOIN (SELECT number, sha256 FROM digest_lists WHERE run_id = run AND at_centre) c USING (number)
  WHERE p.sha256 IS DISTINCT FROM c.sha256;
  GET DIAGNOSTICS found = ROW_COUNT;
  DELETE FROM digest_lists WHERE run_id = run;
  RETURN found;
END
$$;

REVOKE ALL ON FUNCTION list_digests(uuid, text), compare_digests(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_digests(uuid, text), compare_digests(uuid) TO lltp_api;
GRANT SELECT ON reconciliations, reconciliation_rows TO lltp_api, lltp_worker;
GRANT INSERT ON reconciliations, reconciliation_rows TO lltp_api;
GRANT UPDATE (mended_by, mended_at, note) ON reconciliation_rows TO lltp_api;
GRANT SELECT, INSERT, DELETE ON digest_lists TO lltp_api;
