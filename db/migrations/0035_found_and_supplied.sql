-- Judgments that answers in applications told of, and persons of records as approved changes name them.

-- What became of a judgment that an application's answers told of. Append-only.
CREATE TABLE found_judgments (
  case_id text NOT NULL REFERENCES cases,
  -- Letters and digits of its number, and its day, as `judgmentKey` makes them.
  judgment text NOT NULL,
  -- The answer that is its source.
  answer_id uuid NOT NULL REFERENCES agency_messages,
  outcome text NOT NULL CHECK (outcome IN ('RECORD', 'FURTHER', 'THERE', 'NONE')),
  record_number text COLLATE "C",
  reason text,
  decided_by uuid NOT NULL REFERENCES accounts,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, judgment),
  CHECK ((outcome = 'NONE') = (record_number IS NULL)),
  CHECK ((outcome = 'NONE') = (reason IS NOT NULL))
);
CREATE INDEX found_judgments_record ON found_judgments (record_number) WHERE record_number IS NOT NULL;
COMMENT ON TABLE found_judgments IS 'Append-only: what became of each judgment found while a certificate was issued, and by which answer.';

-- Answers that told of judgments: few beside all the others.
CREATE INDEX verifications_found ON verifications (case_id) WHERE outcome = 'RECORD_FOUND';

CREATE FUNCTION judgment_key(entry jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT lower(regexp_replace(entry ->> 'judgmentNumber', '[^0-9A-Za-z]', '', 'g')) || ' ' || (entry ->> 'judgmentDate')
$$;

-- The person of a record as an approved change of it says, beside the rows its papers made.
ALTER TABLE known_persons ADD COLUMN amended boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN known_persons.amended IS 'By an approved change of the record, whose proposal is `paper_id`; the latest row of a record stands.';

GRANT SELECT, INSERT ON found_judgments TO lltp_api;
GRANT SELECT ON found_judgments TO lltp_worker;
GRANT EXECUTE ON FUNCTION judgment_key(jsonb) TO lltp_api;
