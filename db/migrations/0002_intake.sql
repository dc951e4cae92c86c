-- What people and agencies submitted, word for word, append-only. Only ids of these rows travel on.
CREATE TABLE serials (
  unit text NOT NULL REFERENCES units,
  series text NOT NULL CHECK (series IN ('P', 'T', 'RECORD')),
  year int NOT NULL,
  last int NOT NULL,
  PRIMARY KEY (unit, series, year)
);

CREATE TABLE submissions (
  case_id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('APPLICATION', 'TRANSFER')),
  unit text NOT NULL REFERENCES units,
  channel text,
  external_code text,
  body jsonb NOT NULL,
  body_hash text NOT NULL,
  facts jsonb NOT NULL,
  accepted boolean NOT NULL,
  tracking_code text UNIQUE,
  submitted_by text NOT NULL,
  submitted_at timestamptz NOT NULL,
  UNIQUE (unit, external_code)
);
COMMENT ON TABLE submissions IS 'One row per dossier: an application or a record transfer as it was handed in.';

CREATE TABLE subjects (
  case_id text PRIMARY KEY REFERENCES submissions,
  full_name text NOT NULL,
  folded_name text NOT NULL,
  birth_date text NOT NULL,
  personal_id text
);
CREATE INDEX subjects_name ON subjects USING gin (folded_name gin_trgm_ops);
CREATE INDEX subjects_personal_id ON subjects (personal_id) WHERE personal_id IS NOT NULL;
CREATE INDEX subjects_birth ON subjects (birth_date, folded_name);

CREATE TABLE papers (
  id uuid PRIMARY KEY,
  case_id text NOT NULL REFERENCES submissions,
  act text NOT NULL,
  body jsonb NOT NULL,
  written_by text NOT NULL,
  written_at timestamptz NOT NULL
);
CREATE INDEX papers_case ON papers (case_id);
COMMENT ON TABLE papers IS 'Words written with an act (reasons, drafts, conviction entries); Temporal sees the id.';

CREATE TABLE start_outbox (
  case_id text PRIMARY KEY REFERENCES submissions,
  input jsonb NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL DEFAULT now() + interval '5 seconds',
  started_at timestamptz,
  last_error text
);
CREATE INDEX start_outbox_open ON start_outbox (next_at) WHERE started_at IS NULL;

CREATE TABLE agency_messages (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  from_unit text NOT NULL REFERENCES units,
  -- The sender's own id: the same id is the same message, sent again.
  message_id text NOT NULL,
  case_id text NOT NULL,
  act text NOT NULL,
  codes jsonb NOT NULL,
  body jsonb NOT NULL,
  jws text,
  received_by text NOT NULL,
  received_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'STORED' CHECK (state IN ('STORED', 'APPLIED', 'REFUSED')),
  refusal_code text,
  attempts int NOT NULL DEFAULT 0,
  -- Whoever stored it delivers it at once; the relay takes it up later, if that failed.
  next_at timestamptz NOT NULL DEFAULT now() + interval '5 seconds',
  UNIQUE (from_unit, message_id)
);
CREATE INDEX agency_messages_open ON agency_messages (next_at) WHERE state = 'STORED';
CREATE INDEX agency_messages_case ON agency_messages (case_id);
COMMENT ON TABLE agency_messages IS 'Every answer or event of an agency as it came (evidence), with its signature if it came by machine.';
