-- Who works here, and under which law. Legal words are text with CHECK, never enum types.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS pgcrypto;

CREATE TABLE units (
  code text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('STP', 'POLICE', 'COURT', 'POST', 'CENTRE', 'INTEGRATION')),
  name text NOT NULL,
  province_code text,
  prefix text,
  parent text REFERENCES units,
  public_key jsonb
);
COMMENT ON TABLE units IS 'Agencies and their units; public_key is the JWK that signs their messages.';

CREATE TABLE accounts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  username text NOT NULL UNIQUE,
  password_hash text NOT NULL,
  display_name text NOT NULL,
  title text NOT NULL,
  roles text[] NOT NULL,
  unit text NOT NULL REFERENCES units,
  active boolean NOT NULL DEFAULT true
);
CREATE INDEX accounts_unit ON accounts (unit);

CREATE TABLE provinces (
  code text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  name text NOT NULL,
  name_short text NOT NULL,
  mcdt_name text,
  PRIMARY KEY (code, valid_from)
);
COMMENT ON TABLE provinces IS 'Join on code and date, never on code alone: 24 was Bac Giang until 30/6/2025, then Bac Ninh.';

CREATE TABLE rule_sets (
  id text PRIMARY KEY,
  valid_from date NOT NULL,
  valid_to date,
  body jsonb NOT NULL
);

CREATE TABLE calendars (
  version text PRIMARY KEY,
  published_at timestamptz NOT NULL DEFAULT now(),
  body jsonb NOT NULL
);
