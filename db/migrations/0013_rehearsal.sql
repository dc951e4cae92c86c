-- Changes of the law: drafted, rehearsed on open cases, approved by another person, tried on history.
ALTER TABLE calendars ADD COLUMN base text REFERENCES calendars;
CREATE UNIQUE INDEX calendars_base ON calendars (base);
COMMENT ON COLUMN calendars.base IS 'The version this one stands in for: open cases on it go over. At most one successor each.';

CREATE TABLE law_drafts (
  id uuid PRIMARY KEY,
  title text NOT NULL,
  change jsonb NOT NULL,
  state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'PUBLISHED', 'DISCARDED')),
  rev int NOT NULL DEFAULT 1,
  drafted_by uuid NOT NULL REFERENCES accounts,
  drafted_at timestamptz NOT NULL,
  -- Everybody who edited it: none of them may approve it.
  edited_by uuid[] NOT NULL DEFAULT '{}',
  edited_at timestamptz,
  approved_by uuid REFERENCES accounts,
  approved_at timestamptz,
  version text REFERENCES calendars
);
CREATE INDEX law_drafts_at ON law_drafts (drafted_at DESC);

CREATE TABLE law_runs (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('REHEARSAL', 'WHAT_IF', 'REPLAN')),
  draft_id uuid REFERENCES law_drafts,
  draft_rev int,
  title text NOT NULL,
  change jsonb NOT NULL,
  unit text REFERENCES units,
  asked_unit text NOT NULL REFERENCES units,
  period_from date,
  period_to date,
  state text NOT NULL DEFAULT 'RUNNING'
    CHECK (state IN ('RUNNING', 'DONE', 'INCOMPLETE', 'CANCELLED', 'FAILED')),
  done int NOT NULL DEFAULT 0,
  total int NOT NULL DEFAULT 0,
  cancel_asked boolean NOT NULL DEFAULT false,
  -- Real time: a run without a beat for a minute has lost its process.
  beat_at timestamptz NOT NULL DEFAULT now(),
  asked_by uuid NOT NULL REFERENCES accounts,
  asked_at timestamptz NOT NULL,
  finished_at timestamptz,
  figures jsonb
);
CREATE INDEX law_runs_at ON law_runs (kind, asked_at DESC);
CREATE INDEX law_runs_draft ON law_runs (draft_id, asked_at DESC);
CREATE INDEX law_runs_unfinished ON law_runs (beat_at) WHERE state IN ('RUNNING', 'INCOMPLETE');

CREATE TABLE law_moves (
  run_id uuid NOT NULL REFERENCES law_runs,
  n int NOT NULL,
  case_id text NOT NULL,
  unit text NOT NULL,
  asked text,
  clock text NOT NULL,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL,
  why date[] NOT NULL,
  side text CHECK (side IN ('TO_LATE', 'TO_IN_TIME')),
  PRIMARY KEY (run_id, n)
);
CREATE INDEX law_moves_to ON law_moves (run_id, to_at, n);
COMMENT ON TABLE law_moves IS 'Due dates that a rehearsed or tried change would move; no case is changed by a row here.';

CREATE TABLE replan_failures (
  case_id text NOT NULL,
  version text NOT NULL REFERENCES calendars,
  code text NOT NULL,
  attempts int NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (version, case_id)
);

-- The law each case is pinned to, so that many are read without opening their state.
ALTER TABLE cases
  ADD COLUMN rule_set text GENERATED ALWAYS AS (state ->> 'ruleSetId') STORED,
  ADD COLUMN calendar_version text GENERATED ALWAYS AS (state ->> 'calendarVersion') STORED,
  ADD COLUMN calendar_overlay text GENERATED ALWAYS AS (state ->> 'calendarOverlay') STORED,
  -- Whether a clock of it ever stood still: when, is read from the state of these few.
  ADD COLUMN clock_stood boolean
    GENERATED ALWAYS AS (jsonb_path_exists(state, '$.clocks[*].stood[*]')) STORED;
CREATE INDEX cases_stood ON cases (case_id) WHERE clock_stood;
-- Open cases on a replaced calendar are found at once.
CREATE INDEX cases_open_calendar ON cases (calendar_version, case_id) WHERE closed_at IS NULL;
GRANT SELECT ON law_drafts, law_runs, law_moves, replan_failures TO lltp_api, lltp_worker;
GRANT INSERT ON calendars TO lltp_api;
GRANT INSERT, UPDATE ON law_drafts, law_runs TO lltp_api;
GRANT INSERT, DELETE ON law_moves TO lltp_api;
GRANT INSERT, UPDATE, DELETE ON replan_failures TO lltp_api;
