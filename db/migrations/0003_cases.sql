-- The record of every case, written only by workflows through apply_transition.
CREATE TABLE cases (
  case_id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('APPLICATION', 'TRANSFER')),
  unit text NOT NULL REFERENCES units,
  step text NOT NULL,
  rev int NOT NULL,
  queue_role text,
  queue_unit text,
  waiting_for text[] NOT NULL DEFAULT '{}',
  channel text,
  certificate_type text,
  regime text,
  opened_at timestamptz NOT NULL,
  accepted_at timestamptz,
  issued_at timestamptz,
  closed_at timestamptz,
  legal_due_at timestamptz,
  at_risk_at timestamptz,
  paused boolean NOT NULL DEFAULT false,
  -- When the legal clock stopped: the result was ready. Lateness compares this with legal_due_at.
  legal_done_at timestamptz,
  state jsonb NOT NULL
);
CREATE INDEX cases_queue ON cases (queue_unit, queue_role, legal_due_at, case_id) WHERE closed_at IS NULL;
CREATE INDEX cases_open ON cases (unit, legal_due_at, case_id) WHERE closed_at IS NULL;
CREATE INDEX cases_due ON cases (legal_due_at, case_id) WHERE closed_at IS NULL AND legal_done_at IS NULL;
CREATE INDEX cases_closed ON cases (unit, closed_at DESC, case_id) WHERE closed_at IS NOT NULL;
CREATE INDEX cases_opened ON cases (unit, opened_at);
CREATE INDEX cases_issued ON cases (unit, issued_at) WHERE issued_at IS NOT NULL;

CREATE TABLE case_events (
  case_id text NOT NULL,
  rev int NOT NULL,
  update_id text NOT NULL,
  act text NOT NULL,
  step text NOT NULL,
  actor text NOT NULL,
  actor_unit text NOT NULL,
  at timestamptz NOT NULL,
  codes jsonb NOT NULL,
  paper_id uuid,
  hash text NOT NULL,
  PRIMARY KEY (case_id, rev),
  UNIQUE (case_id, update_id)
);
CREATE INDEX case_events_at ON case_events (at);
COMMENT ON TABLE case_events IS 'Append-only log, hash-chained per case; a forged or missing line breaks the chain.';

CREATE FUNCTION event_hash(previous text, event case_events) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT encode(sha256(convert_to(concat_ws('|', previous, event.case_id, event.rev, event.update_id,
    event.act, event.step, event.actor, event.actor_unit,
    floor(extract(epoch FROM event.at) * 1000)::bigint, event.codes::text, event.paper_id), 'UTF8')), 'hex')
$$;

CREATE TABLE case_clocks (
  case_id text NOT NULL REFERENCES cases,
  name text NOT NULL,
  effect text NOT NULL,
  term text NOT NULL,
  started_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  at_risk_at timestamptz,
  paused_at timestamptz,
  stopped_at timestamptz,
  PRIMARY KEY (case_id, name)
);

CREATE TABLE verifications (
  request_id text PRIMARY KEY,
  case_id text NOT NULL REFERENCES cases,
  kind text NOT NULL,
  unit text NOT NULL REFERENCES units,
  asked_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  round int NOT NULL,
  outcome text,
  answered_at timestamptz,
  answer_id uuid,
  expected_at timestamptz,
  -- The case ended or moved on without this answer.
  withdrawn boolean NOT NULL DEFAULT false
);
CREATE INDEX verifications_case ON verifications (case_id);
CREATE INDEX verifications_open ON verifications (unit, due_at, request_id)
  WHERE answered_at IS NULL AND NOT withdrawn;
CREATE INDEX verifications_answered ON verifications (unit, answered_at DESC) WHERE answered_at IS NOT NULL;

CREATE TABLE outgoing_messages (
  id text PRIMARY KEY,
  case_id text NOT NULL REFERENCES cases,
  kind text NOT NULL,
  to_unit text NOT NULL REFERENCES units,
  request_id text,
  queued_at timestamptz NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  acknowledged_at timestamptz,
  acknowledgement jsonb,
  rejected_code text,
  last_error text
);
CREATE INDEX outgoing_messages_request ON outgoing_messages (request_id);
CREATE INDEX outgoing_messages_case ON outgoing_messages (case_id);

CREATE TABLE escalations (
  case_id text NOT NULL REFERENCES cases,
  clock text NOT NULL,
  rung text NOT NULL,
  due_at timestamptz NOT NULL,
  at timestamptz NOT NULL,
  unit text NOT NULL,
  PRIMARY KEY (case_id, clock, rung, due_at)
);
CREATE INDEX escalations_unit ON escalations (unit, at DESC);
COMMENT ON TABLE escalations IS 'What a supervisor was told, each rung of each clock once.';

CREATE TABLE registers (
  unit text NOT NULL REFERENCES units,
  year int NOT NULL,
  last int NOT NULL,
  PRIMARY KEY (unit, year)
);
COMMENT ON TABLE registers IS 'Register of certificates: continuous from 1 each year (TT 13/2011 Art. 16).';

CREATE TABLE certificates (
  unit text NOT NULL,
  year int NOT NULL,
  serial int NOT NULL,
  number text NOT NULL,
  case_id text NOT NULL REFERENCES cases,
  rev int NOT NULL,
  verification_code text NOT NULL UNIQUE,
  status text NOT NULL CHECK (status IN ('VALID', 'REPLACED', 'RECALLED')),
  issued_at timestamptz NOT NULL,
  pdf bytea,
  pdf_sha256 text,
  PRIMARY KEY (unit, year, serial),
  UNIQUE (case_id, rev)
);
CREATE UNIQUE INDEX certificates_one_valid ON certificates (case_id) WHERE status = 'VALID';

CREATE TABLE official_records (
  record_number text PRIMARY KEY,
  case_id text NOT NULL REFERENCES cases,
  paper_id uuid NOT NULL,
  updated_at timestamptz NOT NULL
);
COMMENT ON TABLE official_records IS 'The National Centre''s database: a record is here once it is officially updated.';
