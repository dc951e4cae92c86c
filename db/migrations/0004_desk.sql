-- What the API itself may write beside intake: who has a case on the desk, sessions, repeats, reads.
CREATE TABLE claims (
  case_id text PRIMARY KEY,
  holder uuid NOT NULL REFERENCES accounts,
  since timestamptz NOT NULL,
  assigned_by uuid REFERENCES accounts
);
CREATE INDEX claims_holder ON claims (holder);
COMMENT ON TABLE claims IS 'At most one holder per case, by compare-and-set.';

CREATE FUNCTION tell_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('changes', json_build_object('claim', coalesce(NEW.case_id, OLD.case_id))::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER claims_told AFTER INSERT OR UPDATE OR DELETE ON claims
  FOR EACH ROW EXECUTE FUNCTION tell_claim();

CREATE TABLE claim_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id text NOT NULL,
  holder uuid,
  change text NOT NULL CHECK (change IN ('CLAIMED', 'RELEASED', 'ASSIGNED')),
  by_account uuid NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX claim_log_case ON claim_log (case_id);

CREATE TABLE sessions (
  id text PRIMARY KEY,
  body jsonb NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE idempotency_keys (
  actor text NOT NULL,
  key uuid NOT NULL,
  body_hash text NOT NULL,
  status int,
  reply jsonb,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_keys_at ON idempotency_keys (at);

CREATE TABLE saved_filters (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account uuid NOT NULL REFERENCES accounts,
  unit text NOT NULL REFERENCES units,
  name text NOT NULL,
  query text NOT NULL,
  shared boolean NOT NULL,
  UNIQUE (account, name)
);

CREATE TABLE bulk_previews (
  token uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account uuid NOT NULL REFERENCES accounts,
  action text NOT NULL,
  target uuid,
  cases jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz
);

CREATE TABLE read_audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account text NOT NULL,
  case_id text NOT NULL,
  what text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX read_audit_case ON read_audit (case_id);
COMMENT ON TABLE read_audit IS 'Reading a person''s record is an act: who, which case, what, when.';
