-- Judicial records as the provinces keep them and as the National Centre keeps its copies: each book with
-- its own append-only versions, so that both can be compared.

-- Digest of a record's content: jsonb is written in one way only, whatever order its keys came in.
CREATE FUNCTION record_digest(body jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT encode(sha256(convert_to(body::text, 'UTF8')), 'hex') $$;

-- Judgments of a record that stand and carry no entry of the catalogue of offences.
CREATE FUNCTION unnormalised_in(body jsonb) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT count(*)::int FROM jsonb_array_elements(body -> 'judgments') AS j
  WHERE j ->> 'offenceCode' IS NULL AND j -> 'abolished' = 'null'
$$;

-- The record that an entered person and judgment make: sections I and III, nothing executed, no ban.
CREATE FUNCTION record_file(entered jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT jsonb_build_object(
    'person', '{"otherNames": [], "documents": []}' || (entered -> 'person') || '{"diedOn": null}',
    'judgments', jsonb_build_array((entered -> 'judgment') ||
      '{"ref": 1, "offenceCode": null, "catalogueVersion": null, "executions": [], "abolished": null}'),
    'bans', '[]'::jsonb,
    'note', entered -> 'note')
$$;

CREATE TABLE records (
  -- Whose book: the province's, or the copy of the Centre.
  book text NOT NULL CHECK (book IN ('PROVINCE', 'CENTRE')),
  number text COLLATE "C" NOT NULL,
  -- The department that made the record.
  unit text NOT NULL REFERENCES units,
  -- The transfer it was made for.
  case_id text NOT NULL REFERENCES submissions,
  head int NOT NULL,
  digest text NOT NULL,
  -- The record that took this one in; its number leads there for ever.
  merged_into text COLLATE "C",
  -- Of the head, for finding and sorting.
  full_name text NOT NULL,
  folded_name text NOT NULL,
  birth_date text NOT NULL,
  unnormalised int NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (book, number),
  FOREIGN KEY (book, merged_into) REFERENCES records,
  CHECK (merged_into <> number)
);
CREATE INDEX records_of_unit ON records (book, unit, number);
CREATE INDEX records_named ON records (book, unit, folded_name);
CREATE INDEX records_unnormalised ON records (book, unit) WHERE unnormalised > 0 AND merged_into IS NULL;
CREATE INDEX records_merged ON records (book, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX records_case ON records (case_id);

CREATE TABLE record_versions (
  book text NOT NULL,
  number text COLLATE "C" NOT NULL,
  version int NOT NULL,
  body jsonb NOT NULL,
  digest text NOT NULL GENERATED ALWAYS AS (record_digest(body)) STORED,
  cause text NOT NULL,
  -- What brought it about: a paper of the transfer, a proposal, a batch or a notice.
  source_id uuid,
  reason text,
  -- Account ids.
  made_by text NOT NULL,
  approved_by text,
  at timestamptz NOT NULL,
  PRIMARY KEY (book, number, version),
  FOREIGN KEY (book, number) REFERENCES records,
  CHECK (approved_by <> made_by)
);
COMMENT ON TABLE record_versions IS 'Append-only: every content a record ever had, who made and who approved it.';

-- A record enters a book with its first version; one that is there stays as it is.
CREATE FUNCTION open_record(r jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  the_body jsonb := r -> 'body';
BEGIN
  INSERT INTO records (book, number, unit, case_id, head, digest, full_name, folded_name, birth_date,
    unnormalised, updated_at)
  VALUES (r ->> 'book', r ->> 'number', r ->> 'unit', r ->> 'caseId', 1, record_digest(the_body),
    the_body #>> '{person,fullName}', r ->> 'foldedName', the_body #>> '{person,birthDate}',
    unnormalised_in(the_body), (r ->> 'at')::timestamptz)
  ON CONFLICT DO NOTHING;
  IF FOUND THEN
    INSERT INTO record_versions (book, number, version, body, cause, source_id, made_by, at)
    VALUES (r ->> 'book', r ->> 'number', 1, the_body, r ->> 'cause', (r ->> 'sourceId')::uuid,
      r ->> 'by', (r ->> 'at')::timestamptz);
  END IF;
END
$$;

-- Next versions of records of one book, each only on top of the version it was made from; gives the numbers
-- that were written. `rows` are {number, base, body, foldedName, reason, mergedInto}; a record that was
-- merged has no next version.
CREATE FUNCTION append_versions(v jsonb) RETURNS SETOF text
LANGUAGE sql SET search_path = public, pg_temp
AS $$
  WITH given AS (
    SELECT g.*, record_digest(g.body) AS digest FROM jsonb_to_recordset(v -> 'rows') AS g
      (number text, base int, body jsonb, "foldedName" text, reason text, "mergedInto" text)
  ), moved AS (
    UPDATE records r SET head = g.base + 1, digest = g.digest, merged_into = g."mergedInto",
      full_name = g.body #>> '{person,fullName}', folded_name = g."foldedName",
      birth_date = g.body #>> '{person,birthDate}', unnormalised = unnormalised_in(g.body),
      updated_at = (v ->> 'at')::timestamptz
    FROM given g
    WHERE r.book = v ->> 'book' AND r.number = g.number AND r.head = g.base AND r.merged_into IS NULL
    RETURNING r.number
  )
  INSERT INTO record_versions (book, number, version, body, cause, source_id, reason, made_by, approved_by, at)
  SELECT v ->> 'book', g.number, g.base + 1, g.body, v ->> 'cause', (v ->> 'sourceId')::uuid, g.reason,
    v ->> 'by', v ->> 'approvedBy', (v ->> 'at')::timestamptz
  FROM given g JOIN moved USING (number)
  RETURNING number
$$;

-- The Centre's copy begins with the official update, as the paper that was sent says.
CREATE FUNCTION copy_official_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM open_record(jsonb_build_object('book', 'CENTRE', 'number', NEW.record_number, 'unit', s.unit,
    'caseId', NEW.case_id, 'body', record_file(p.body), 'cause', 'OFFICIALLY_UPDATED',
    'sourceId', NEW.paper_id, 'foldedName', j.folded_name, 'at', NEW.updated_at,
    'by', coalesce(
      (SELECT e.actor FROM case_events e WHERE e.case_id = NEW.case_id ORDER BY e.rev DESC LIMIT 1),
      s.submitted_by)))
  FROM papers p JOIN submissions s USING (case_id) JOIN subjects j USING (case_id)
  WHERE p.id = NEW.paper_id AND p.case_id = NEW.case_id;
  RETURN NULL;
END
$$;

-- Records entered before there was a book: as they stand in their transfers, and what the Centre has of them.
SELECT open_record(jsonb_build_object('book', 'PROVINCE', 'number', o.input #>> '{facts,recordNumber}',
  'unit', s.unit, 'caseId', s.case_id, 'body', record_file(p.body), 'cause', 'OPENED', 'sourceId', p.id,
  'foldedName', j.folded_name, 'at', p.written_at, 'by', p.written_by))
FROM submissions s
  JOIN start_outbox o USING (case_id)
  JOIN subjects j USING (case_id)
  LEFT JOIN cases c USING (case_id)
  JOIN papers p ON p.case_id = s.case_id
    AND p.id = coalesce(c.state ->> 'recordPaperId', o.input #>> '{facts,recordPaperId}')::uuid
WHERE s.kind = 'TRANSFER';
SELECT open_record(jsonb_build_object('book', 'CENTRE', 'number', f.record_number, 'unit', s.unit,
  'caseId', f.case_id, 'body', record_file(p.body), 'cause', 'OFFICIALLY_UPDATED', 'sourceId', f.paper_id,
  'foldedName', j.folded_name, 'at', f.updated_at, 'by', s.submitted_by))
FROM official_records f
  JOIN submissions s USING (case_id)
  JOIN subjects j USING (case_id)
  JOIN papers p ON p.case_id = f.case_id AND p.id = f.paper_id;
CREATE TRIGGER official_records_copied AFTER INSERT ON official_records
  FOR EACH ROW EXECUTE FUNCTION copy_official_record();

-- What is to be changed in a record and waits for, or has had, the decision of another person.
CREATE TABLE record_proposals (
  -- The proposer's own key: the same request again is the same proposal.
  id uuid PRIMARY KEY,
  number text COLLATE "C" NOT NULL,
  -- The version the proposer saw.
  base int NOT NULL,
  kind text NOT NULL,
  details jsonb NOT NULL,
  reason text NOT NULL,
  proposed_by uuid NOT NULL REFERENCES accounts,
  proposed_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'APPROVED', 'REFUSED')),
  decided_by uuid REFERENCES accounts,
  decided_at timestamptz,
  -- Why it was refused.
  refusal text,
  CHECK (decided_by <> proposed_by),
  CHECK ((state = 'OPEN') = (decided_by IS NULL)),
  CHECK ((state = 'REFUSED') = (refusal IS NOT NULL))
);
CREATE INDEX record_proposals_of ON record_proposals (number, proposed_at DESC);
CREATE INDEX record_proposals_open ON record_proposals (proposed_at) WHERE state = 'OPEN';

CREATE FUNCTION keep_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'OPEN' THEN
    RAISE EXCEPTION 'proposal % is %', OLD.id, OLD.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER record_proposals_kept BEFORE UPDATE ON record_proposals
  FOR EACH ROW EXECUTE FUNCTION keep_decided();

-- Batches of mapping words to entries of the catalogue: frozen when previewed, carried out once.
CREATE TABLE normalisations (
  id uuid PRIMARY KEY,
  unit text NOT NULL REFERENCES units,
  catalogue_version int NOT NULL,
  items jsonb NOT NULL,
  made_by uuid NOT NULL REFERENCES accounts,
  made_at timestamptz NOT NULL,
  results jsonb,
  confirmed_at timestamptz,
  CHECK ((results IS NULL) = (confirmed_at IS NULL))
);

-- What a province tells the Centre after normalising or merging.
CREATE TABLE record_notices (
  -- The batch or proposal it tells of.
  id uuid PRIMARY KEY,
  unit text NOT NULL REFERENCES units,
  kind text NOT NULL CHECK (kind IN ('NORMALISED', 'MERGED')),
  sent_by uuid NOT NULL REFERENCES accounts,
  sent_at timestamptz NOT NULL
);
CREATE INDEX record_notices_at ON record_notices (sent_at DESC);

CREATE TABLE record_notice_items (
  notice uuid NOT NULL REFERENCES record_notices,
  n int NOT NULL,
  number text COLLATE "C" NOT NULL,
  ref int,
  offence text,
  provision text,
  code text,
  catalogue_version int,
  merged_into text COLLATE "C",
  -- What came of it at the Centre; null until tried.
  result text CHECK (result IN ('APPLIED', 'NO_COPY', 'WORDS_DIFFER')),
  applied_by uuid REFERENCES accounts,
  applied_at timestamptz,
  PRIMARY KEY (notice, n),
  CHECK ((code IS NULL) <> (merged_into IS NULL)),
  CHECK ((result IS NULL) = (applied_by IS NULL))
);
CREATE INDEX record_notice_items_open ON record_notice_items (notice) WHERE result IS DISTINCT FROM 'APPLIED';

REVOKE ALL ON FUNCTION open_record(jsonb), append_versions(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_record(jsonb) TO lltp_api, lltp_worker;
GRANT EXECUTE ON FUNCTION append_versions(jsonb) TO lltp_api;
GRANT SELECT ON records, record_versions, record_proposals, normalisations, record_notices, record_notice_items
  TO lltp_api, lltp_worker;
GRANT INSERT ON records, record_versions TO lltp_api, lltp_worker;
GRANT UPDATE (head, digest, merged_into, full_name, folded_name, birth_date, unnormalised, updated_at)
  ON records TO lltp_api;
GRANT INSERT ON record_proposals, normalisations, record_notices, record_notice_items TO lltp_api;
GRANT UPDATE (state, decided_by, decided_at, refusal) ON record_proposals TO lltp_api;
GRANT UPDATE (results, confirmed_at) ON normalisations TO lltp_api;
GRANT UPDATE (result, applied_by, applied_at) ON record_notice_items TO lltp_api;
