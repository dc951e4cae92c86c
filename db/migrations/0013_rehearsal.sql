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

-- Open cases by the calendar they are on, so that those on a replaced one are found at once.
-- An agency's own days are joined to the national version with a "+".
CREATE INDEX cases_open_calendar ON cases (split_part(state ->> 'calendarVersion', '+', 1), case_id)
  WHERE closed_at IS NULL;
-- The few cases with a clock that stood still or was extended: that is read from the state.
CREATE INDEX cases_uneven ON cases (case_id)
  WHERE jsonb_path_exists(state, '$.clocks[*] ? (exists(@.stood[*]) || exists(@.changes[*] ? (@.kind == "EXTENDED")))');

-- A question to an agency is due when its clock says, also after a new calendar has moved the clock.
CREATE FUNCTION write_replanned(t jsonb, now_at timestamptz) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  IF t ->> 'act' <> 'recalculate' THEN RETURN; END IF;
  UPDATE verifications v SET due_at = epoch_ms(x -> 'dueAt')
  FROM jsonb_array_elements(t #> '{case,requests}') AS x
  WHERE v.request_id = x ->> 'id' AND v.due_at <> epoch_ms(x -> 'dueAt');
END
$$;

CREATE OR REPLACE FUNCTION apply_transition(t jsonb) RETURNS jsonb
LANGUAGE plpgsql
AS $$
DECLARE
  c jsonb := t -> 'case';
  id text := c ->> 'caseId';
  r int := (c ->> 'rev')::int;
  now_at timestamptz := to_timestamp((t ->> 'atMs')::double precision / 1000);
  e case_events;
  known text;
  previous text;
  certificate_number text;
BEGIN
  SELECT update_id INTO known FROM case_events WHERE case_id = id AND rev = r;
  IF FOUND THEN
    SELECT number INTO certificate_number FROM certificates WHERE case_id = id AND rev = r;
    RETURN jsonb_build_object(
      'outcome', CASE WHEN known = t ->> 'updateId' THEN 'REPEATED' ELSE 'FORK' END,
      'certificateNumber', certificate_number);
  END IF;

  IF (t ->> 'claims')::boolean THEN
    PERFORM 1 FROM claims WHERE case_id = id AND holder::text <> t ->> 'actor' FOR UPDATE;
    IF FOUND THEN
      RETURN jsonb_build_object('outcome', 'CLAIMED_BY_OTHER', 'certificateNumber', NULL);
    END IF;
  END IF;

  SELECT hash INTO previous FROM case_events WHERE case_id = id AND rev = r - 1;
  IF NOT FOUND AND r > 1 THEN
    RAISE EXCEPTION 'case % has no revision % to follow', id, r - 1;
  END IF;
  e.case_id := id;
  e.rev := r;
  e.update_id := t ->> 'updateId';
  e.act := t ->> 'act';
  e.step := c ->> 'step';
  e.actor := t ->> 'actor';
  e.actor_unit := t ->> 'actorUnit';
  e.at := now_at;
  e.codes := t -> 'codes';
  e.paper_id := (t ->> 'paperId')::uuid;
  e.hash := event_hash(previous, e);
  INSERT INTO case_events VALUES (e.*);

  PERFORM write_case_row(t, now_at);
  PERFORM write_replanned(t, now_at);
  certificate_number := write_certificate(t, now_at);

  -- The case leaves the desk it was on; it lands on the desk the flow names, if any.
  IF (t ->> 'leavesDesk')::boolean AND c ->> 'assignee' IS NOT NULL AND c ->> 'closedAt' IS NULL THEN
    INSERT INTO claims (case_id, holder, since) VALUES (id, (c ->> 'assignee')::uuid, now_at)
    ON CONFLICT (case_id) DO UPDATE SET holder = EXCLUDED.holder, since = EXCLUDED.since, assigned_by = NULL
    WHERE claims.holder <> EXCLUDED.holder;
  ELSIF (t ->> 'leavesDesk')::boolean THEN
    DELETE FROM claims WHERE case_id = id;
  END IF;

  PERFORM pg_notify('changes', json_build_object('case', id, 'rev', r, 'step', c ->> 'step',
    'unit', c ->> 'unit', 'queueUnit', t ->> 'queueUnit',
    'asked', ARRAY(SELECT DISTINCT x ->> 'unit' FROM jsonb_array_elements(c -> 'requests') AS x))::text);
  RETURN jsonb_build_object('outcome', 'WRITTEN', 'certificateNumber', certificate_number);
END
$$;

GRANT SELECT ON law_drafts, law_runs, law_moves, replan_failures TO lltp_api, lltp_worker;
GRANT INSERT ON calendars TO lltp_api;
GRANT INSERT, UPDATE ON law_drafts, law_runs TO lltp_api;
GRANT INSERT, DELETE ON law_moves TO lltp_api;
GRANT INSERT, UPDATE, DELETE ON replan_failures TO lltp_api;
