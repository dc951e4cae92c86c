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
