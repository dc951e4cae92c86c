-- What the nightly recount of open deadlines found, and how far each night's round has come.

CREATE TABLE deadline_incidents (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id text NOT NULL REFERENCES cases,
  clock text NOT NULL,
  stored_at timestamptz NOT NULL,
  -- Null where an engine had no answer; its explanation says why.
  first_at timestamptz,
  second_at timestamptz,
  first_explanation jsonb NOT NULL,
  second_explanation jsonb NOT NULL,
  found_at timestamptz NOT NULL,
  cleared_at timestamptz
);
CREATE UNIQUE INDEX deadline_incidents_open ON deadline_incidents (case_id, clock)
  WHERE cleared_at IS NULL;
CREATE INDEX deadline_incidents_found ON deadline_incidents (found_at DESC, id);
COMMENT ON TABLE deadline_incidents IS
  'A stored due date and two engines that do not agree; cleared when a later recount finds that they do. Instants are business time.';

CREATE TABLE recount_rounds (
  day date PRIMARY KEY,
  -- The round goes on after this case.
  after_case text NOT NULL DEFAULT '',
  clocks int NOT NULL DEFAULT 0,
  differences int NOT NULL DEFAULT 0,
  started_at timestamptz NOT NULL,
  finished_at timestamptz
);
COMMENT ON TABLE recount_rounds IS 'One round over all open clocks per business day; days are those of Vietnam.';

GRANT SELECT ON deadline_incidents, recount_rounds TO lltp_api, lltp_worker;
GRANT INSERT, UPDATE ON deadline_incidents, recount_rounds TO lltp_worker;
