-- The reception book: information that courts, prisons, enforcement and others supply for records.

-- Last number of a unit's book in a year; given again when a transaction fails, so there are no gaps.
CREATE TABLE supply_books (
  unit text NOT NULL REFERENCES units,
  year int NOT NULL,
  last int NOT NULL,
  PRIMARY KEY (unit, year)
);

-- Files of many rows, from their preview to their entries and to records made of these.
CREATE TABLE supply_batches (
  -- The uploader's own key.
  id uuid PRIMARY KEY,
  unit text NOT NULL REFERENCES units,
  file_name text NOT NULL,
  encoding text NOT NULL,
  sha256 text NOT NULL,
  -- Word for word, as evidence.
  file bytea NOT NULL,
  uploaded_by uuid NOT NULL REFERENCES accounts,
  uploaded_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('PREVIEWED', 'RUNNING', 'STOPPED', 'DONE', 'DISCARDED')),
  -- What runs: rows become entries, or effective judgments become records.
  task text NOT NULL DEFAULT 'ENTRIES' CHECK (task IN ('ENTRIES', 'RECORDS')),
  confirmed_by uuid REFERENCES accounts,
  confirmed_at timestamptz,
  finished_at timestamptz,
  stop_asked boolean NOT NULL DEFAULT false,
  -- Sign of life of the process that imports it, in real time.
  beat_at timestamptz NOT NULL DEFAULT now(),
  CHECK (state IN ('PREVIEWED', 'DISCARDED') OR confirmed_by IS NOT NULL)
);
-- The same file again is the same batch, unless that was discarded.
CREATE UNIQUE INDEX supply_batches_file ON supply_batches (unit, sha256) WHERE state <> 'DISCARDED';
CREATE INDEX supply_batches_unit ON supply_batches (unit, uploaded_at DESC);
CREATE INDEX supply_batches_running ON supply_batches (beat_at) WHERE state = 'RUNNING';

CREATE TABLE supplies (
  id uuid PRIMARY KEY,
  unit text NOT NULL REFERENCES units,
  year int NOT NULL,
  book_number int NOT NULL,
  supplier_kind text NOT NULL,
  supplier_name text NOT NULL,
  supplier_key text NOT NULL,
  kind text NOT NULL,
  number text NOT NULL,
  number_key text NOT NULL,
  issued_on date NOT NULL,
  effective_on date,
  arrived_on date NOT NULL,
  person_name text NOT NULL,
  folded_name text NOT NULL,
  birth_date text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('PAPER', 'MESSAGE', 'FILE')),
  body jsonb NOT NULL,
  batch_id uuid REFERENCES supply_batches,
  received_by uuid NOT NULL REFERENCES accounts,
  received_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'RECEIVED' CHECK (state IN ('RECEIVED', 'USED', 'REFUSED', 'KEPT')),
  reason text,
  -- Why no record could be made of it in bulk; a person looks at it.
  hint text,
  case_id text REFERENCES submissions,
  record_number text,
  settled_by uuid REFERENCES accounts,
  settled_at timestamptz,
  UNIQUE (unit, year, book_number),
  -- The same paper about the same person is taken once; a judgment may convict several.
  UNIQUE (unit, supplier_kind, supplier_key, kind, number_key, issued_on, folded_name, birth_date),
  CHECK ((state = 'RECEIVED') = (settled_by IS NULL)),
  CHECK (state <> 'USED' OR record_number IS NOT NULL),
  CHECK (state NOT IN ('REFUSED', 'KEPT') OR reason IS NOT NULL)
);
CREATE INDEX supplies_open ON supplies (unit, arrived_on) WHERE state = 'RECEIVED';
CREATE INDEX supplies_batch ON supplies (batch_id, book_number) WHERE batch_id IS NOT NULL;
CREATE INDEX supplies_folded ON supplies USING gin (folded_name gin_trgm_ops);
COMMENT ON TABLE supplies IS 'The reception book: what arrived stands as it came, only what became of it is added.';

CREATE TABLE supply_rows (
  batch_id uuid NOT NULL REFERENCES supply_batches,
  -- Line of the file.
  line int NOT NULL,
  person_name text NOT NULL,
  number text NOT NULL,
  -- As `take_supply` takes it; null for a faulty row.
  taken jsonb,
  problems jsonb NOT NULL DEFAULT '[]',
  -- What became of it.
  supply_id uuid REFERENCES supplies,
  code text,
  PRIMARY KEY (batch_id, line)
);
CREATE INDEX supply_rows_waiting ON supply_rows (batch_id, line)
  WHERE taken IS NOT NULL AND supply_id IS NULL AND code IS NULL;

CREATE TABLE supply_scans (
  -- The uploader's own key: the same upload again is the same scan.
  id uuid PRIMARY KEY,
  unit text NOT NULL REFERENCES units,
  supply_id uuid REFERENCES supplies,
  name text NOT NULL,
  media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
  sha256 text NOT NULL,
  bytes bytea NOT NULL,
  uploaded_by uuid NOT NULL REFERENCES accounts,
  uploaded_at timestamptz NOT NULL
);
ALTER TABLE supply_scans ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE INDEX supply_scans_entry ON supply_scans (supply_id) WHERE supply_id IS NOT NULL;

-- Enter something into its unit's book under the next number. The same id again gives the entry that is
-- there; `taken` is false when the same paper stands there under another id, which then is `id`.
CREATE FUNCTION take_supply(s jsonb, OUT id uuid, OUT taken boolean)
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  the_unit text := s ->> 'unit';
  the_year int := (s ->> 'year')::int;
  the_id uuid := (s ->> 'id')::uuid;
  given int;
BEGIN
  -- One entry of a unit after the other, whichever its year: the later one finds the same paper.
  PERFORM pg_advisory_xact_lock(hashtextextended('supply ' || the_unit, 0));
  -- Two looks, each by an index, whatever the table was when this was planned.
  SELECT k.id, true INTO id, taken FROM supplies k WHERE k.id = the_id;
  IF FOUND THEN
    RETURN;
  END IF;
  SELECT k.id, false INTO id, taken FROM supplies k
  WHERE k.unit = the_unit AND k.supplier_kind = s ->> 'supplierKind' AND k.supplier_key = s ->> 'supplierKey'
    AND k.kind = s ->> 'kind' AND k.number_key = s ->> 'numberKey' AND k.issued_on = (s ->> 'issuedOn')::date
    AND k.folded_name = s ->> 'foldedName' AND k.birth_date = s ->> 'birthDate';
  IF FOUND THEN
    RETURN;
  END IF;
  INSERT INTO supply_books AS b (unit, year, last) VALUES (the_unit, the_year, 1)
  ON CONFLICT (unit, year) DO UPDATE SET last = b.last + 1 RETURNING last INTO given;
  INSERT INTO supplies (id, unit, year, book_number, supplier_kind, supplier_name, supplier_key, kind, number,
    number_key, issued_on, effective_on, arrived_on, person_name, folded_name, birth_date, channel, body, batch_id,
    received_by, received_at)
  VALUES (the_id, the_unit, the_year, given, s ->> 'supplierKind', s ->> 'supplierName', s ->> 'supplierKey',
    s ->> 'kind', s ->> 'number', s ->> 'numberKey', (s ->> 'issuedOn')::date, (s ->> 'effectiveOn')::date,
    (s ->> 'arrivedOn')::date, s ->> 'personName', s ->> 'foldedName', s ->> 'birthDate', s ->> 'channel',
    s -> 'body', (s ->> 'batchId')::uuid, (s ->> 'receivedBy')::uuid, (s ->> 'receivedAt')::timestamptz);
  id := the_id;
  taken := true;
END
$$;

-- The id of the entry that a row becomes, always the same, in the form of a random UUID.
CREATE FUNCTION row_uuid(batch uuid, line int) RETURNS uuid
LANGUAGE sql IMMUTABLE
AS $$
  SELECT overlay(overlay(md5(batch || '/' || line) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid
$$;

-- Enter the next waiting rows of a batch; gives how many were looked at. `entering` has who, when, year.
CREATE FUNCTION take_supply_rows(batch uuid, entering jsonb, most int) RETURNS int
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  waiting record;
  became record;
  looked int := 0;
BEGIN
  FOR waiting IN SELECT r.line, r.taken FROM supply_rows r
    WHERE r.batch_id = batch AND r.taken IS NOT NULL AND r.supply_id IS NULL AND r.code IS NULL
    ORDER BY r.line LIMIT most FOR UPDATE
  LOOP
    SELECT t.id, t.taken INTO became FROM take_supply(waiting.taken || entering
      || jsonb_build_object('id', row_uuid(batch, waiting.line), 'batchId', batch)) t;
    UPDATE supply_rows r SET supply_id = became.id,
      code = CASE WHEN became.taken THEN NULL ELSE 'SUPPLY_ALREADY_RECEIVED' END
    WHERE r.batch_id = batch AND r.line = waiting.line;
    looked := looked + 1;
  END LOOP;
  RETURN looked;
END
$$;

REVOKE ALL ON FUNCTION take_supply(jsonb), take_supply_rows(uuid, jsonb, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_supply(jsonb), take_supply_rows(uuid, jsonb, int) TO lltp_api;
GRANT SELECT ON supply_books, supply_batches, supplies, supply_rows, supply_scans TO lltp_api, lltp_worker;
GRANT INSERT, UPDATE ON supply_books TO lltp_api;
GRANT INSERT ON supplies, supply_batches, supply_rows, supply_scans TO lltp_api;
GRANT UPDATE (state, reason, hint, case_id, record_number, settled_by, settled_at) ON supplies TO lltp_api;
GRANT UPDATE (state, task, confirmed_by, confirmed_at, finished_at, stop_asked, beat_at) ON supply_batches TO lltp_api;
GRANT UPDATE (supply_id, code) ON supply_rows TO lltp_api;
GRANT UPDATE (supply_id) ON supply_scans TO lltp_api;
