-- Desks of asked agencies: who of a unit has a request, scans that go with an answer, and packets of
-- requests that are answered away from the system.
CREATE TABLE request_claims (
  request_id text PRIMARY KEY REFERENCES verifications,
  case_id text NOT NULL,
  unit text NOT NULL REFERENCES units,
  -- Null when it was given back; whoever answered keeps it.
  holder uuid REFERENCES accounts,
  since timestamptz NOT NULL,
  by_account uuid NOT NULL REFERENCES accounts
);
CREATE INDEX request_claims_holder ON request_claims (holder);
COMMENT ON TABLE request_claims IS 'At most one liaison per request, by compare-and-set.';

CREATE TABLE request_claim_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id text NOT NULL,
  before uuid,
  holder uuid,
  by_account uuid NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX request_claim_log_request ON request_claim_log (request_id);
COMMENT ON TABLE request_claim_log IS 'Every change of who had a request on the desk; append-only.';

-- Many claims of one transaction are told as one: the notice names the unit only.
CREATE FUNCTION note_request_claim() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held_before uuid;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    held_before := OLD.holder;
  END IF;
  IF held_before IS NOT DISTINCT FROM NEW.holder THEN
    RETURN NULL;
  END IF;
  INSERT INTO request_claim_log (request_id, before, holder, by_account, at)
  VALUES (NEW.request_id, held_before, NEW.holder, NEW.by_account, NEW.since);
  PERFORM pg_notify('changes', json_build_object('desk', NEW.unit)::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER request_claims_noted AFTER INSERT OR UPDATE ON request_claims
  FOR EACH ROW EXECUTE FUNCTION note_request_claim();

-- Who has what `who` took: the same person, or the delegate during an absence; null leaves it to the unit.
CREATE FUNCTION request_desk(who uuid, at timestamptz) RETURNS uuid
LANGUAGE sql STABLE
AS $$
  SELECT CASE WHEN away.account IS NULL THEN a.id ELSE d.id END
  FROM accounts a
  LEFT JOIN absences away ON away.account = a.id AND away.cancelled_at IS NULL
    AND daterange(away.from_on, away.to_on, '[]') @> vietnam_date(at)
  LEFT JOIN accounts d ON d.id = away.delegate AND d.active AND d.unit = a.unit AND d.roles && a.roles
    AND NOT is_away(d.id, at)
  WHERE a.id = who AND a.active
$$;

CREATE TABLE answer_scans (
  -- The uploader's own key: the same upload again is the same scan.
  id uuid PRIMARY KEY,
  request_id text NOT NULL REFERENCES verifications,
  case_id text NOT NULL,
  unit text NOT NULL REFERENCES units,
  name text NOT NULL,
  media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
  sha256 text NOT NULL,
  bytes bytea NOT NULL,
  uploaded_by uuid NOT NULL REFERENCES accounts,
  uploaded_at timestamptz NOT NULL
);
-- Pictures and PDFs are compressed by themselves.
ALTER TABLE answer_scans ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE INDEX answer_scans_request ON answer_scans (request_id);
COMMENT ON TABLE answer_scans IS 'Papers behind an answer, kept as evidence; the answer names them with their digest.';

CREATE TABLE packets (
  id uuid PRIMARY KEY,
  unit text NOT NULL REFERENCES units,
  made_by uuid NOT NULL REFERENCES accounts,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- The signed packet as it left the house.
  jws text NOT NULL,
  requests text[] NOT NULL
);
CREATE INDEX packets_unit ON packets (unit, made_at DESC);

CREATE TABLE packet_uploads (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  unit text NOT NULL REFERENCES units,
  -- Digest of what was uploaded: the same again is the same upload.
  digest text NOT NULL,
  -- Null when what came was no packet of ours.
  packet_id uuid REFERENCES packets,
  -- Word for word, as evidence.
  packet_text text NOT NULL,
  sheet_text text,
  uploaded_by uuid NOT NULL REFERENCES accounts,
  uploaded_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('REFUSED', 'PREVIEWED', 'RUNNING', 'STOPPED', 'DONE')),
  refusal_code text,
  confirmed_by uuid REFERENCES accounts,
  confirmed_at timestamptz,
  finished_at timestamptz,
  stop_asked boolean NOT NULL DEFAULT false,
  -- Sign of life of the process that imports it, in real time.
  beat_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (unit, digest)
);
CREATE INDEX packet_uploads_unit ON packet_uploads (unit, uploaded_at DESC);
CREATE INDEX packet_uploads_running ON packet_uploads (beat_at) WHERE state = 'RUNNING';

CREATE TABLE packet_rows (
  upload_id uuid NOT NULL REFERENCES packet_uploads,
  n int NOT NULL,
  request_id text NOT NULL,
  round int NOT NULL,
  full_name text NOT NULL,
  -- Lines of the sheet the row was read from, such as `7` or `7-9`; null for answers sent as JSON.
  lines text,
  -- The answer as it will be given; null where what was written is none.
  answer jsonb,
  -- Why the row leads to nothing; null while it may be answered.
  code text,
  fields jsonb NOT NULL DEFAULT '[]',
  -- A record found that a person confirmed a second time.
  confirmed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (upload_id, n)
);
COMMENT ON TABLE packet_rows IS
  'What each row of an upload says; what became of it is told by agency_messages (message_id packet/<upload>/<n>).';

CREATE FUNCTION tell_upload() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('changes', json_build_object('desk', NEW.unit)::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER packet_uploads_told AFTER INSERT OR UPDATE OF state ON packet_uploads
  FOR EACH ROW EXECUTE FUNCTION tell_upload();

GRANT SELECT ON request_claims, request_claim_log, answer_scans, packets, packet_uploads, packet_rows
  TO lltp_api, lltp_worker;
GRANT INSERT, UPDATE ON request_claims TO lltp_api;
GRANT INSERT ON request_claim_log, answer_scans, packets TO lltp_api;
GRANT INSERT, UPDATE ON packet_uploads TO lltp_api;
GRANT INSERT, UPDATE, DELETE ON packet_rows TO lltp_api;
