-- Who held the clock: office time in SQL, and a ledger of holders without gaps.

-- Office time of every published date, so that SQL counts it by two look-ups instead of a walk.
CREATE TABLE office_days (
  calendar text NOT NULL REFERENCES calendars,
  date date NOT NULL,
  -- Office milliseconds of all published dates before this one.
  before_ms bigint NOT NULL,
  -- Working days from the first published date to this one, itself included.
  working_days int NOT NULL,
  -- When offices open and close that day, milliseconds since local midnight; empty on days off.
  opens int[] NOT NULL,
  closes int[] NOT NULL,
  PRIMARY KEY (calendar, date)
);
COMMENT ON TABLE office_days IS 'A calendar version day by day, made from its body when it is published; never changed.';

CREATE FUNCTION time_ms(time_of_day text) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (extract(epoch FROM time_of_day::time) * 1000)::int $$;

CREATE FUNCTION fill_office_days(published calendars) RETURNS void
LANGUAGE sql
AS $$
  WITH hours AS (
    SELECT array_agg(time_ms(s ->> 'opens') ORDER BY s ->> 'opens') AS opens,
      array_agg(time_ms(s ->> 'closes') ORDER BY s ->> 'opens') AS closes,
      sum(time_ms(s ->> 'closes') - time_ms(s ->> 'opens')) AS day_ms
    FROM jsonb_array_elements(published.body #> '{officeHours,spans}') AS s),
  days AS (
    SELECT d::date AS date, CASE WHEN x ->> 'kind' = 'makeup_working' THEN 1
      WHEN extract(isodow FROM d) > 5 OR x IS NOT NULL THEN 0 ELSE 1 END AS worked
    FROM generate_series((published.body ->> 'from')::timestamp, (published.body ->> 'to')::timestamp,
      interval '1 day') AS d
    LEFT JOIN jsonb_array_elements(published.body -> 'days') AS x ON (x ->> 'date')::date = d::date)
  INSERT INTO office_days (calendar, date, before_ms, working_days, opens, closes)
  SELECT published.version, date, (sum(worked) OVER past - worked) * day_ms, sum(worked) OVER past,
    CASE WHEN worked = 1 THEN opens ELSE '{}' END, CASE WHEN worked = 1 THEN closes ELSE '{}' END
  FROM days, hours WINDOW past AS (ORDER BY date)
$$;

-- Whoever may publish a calendar need not be able to write here.
CREATE FUNCTION office_days_of_calendar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
AS $$
BEGIN
  PERFORM fill_office_days(NEW);
  RETURN NULL;
END
$$;
CREATE TRIGGER calendars_by_day AFTER INSERT ON calendars
  FOR EACH ROW EXECUTE FUNCTION office_days_of_calendar();
SELECT fill_office_days(c) FROM calendars c;

CREATE FUNCTION vietnam_date(at timestamptz) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (at AT TIME ZONE 'UTC' + interval '7 hours')::date $$;

CREATE FUNCTION start_of_day(date date) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (date::timestamp - interval '7 hours') AT TIME ZONE 'UTC' $$;

CREATE FUNCTION calendar_exhausted(calendar text, at timestamptz) RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$ BEGIN RAISE EXCEPTION 'calendar % is not published for %', calendar, at; END $$;

-- Office milliseconds from a calendar's first day to an instant.
CREATE FUNCTION office_ms_at(of_calendar text, at timestamptz) RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT coalesce(
    (SELECT d.before_ms + coalesce((
       SELECT sum(greatest(0, least(s.closes, extract(epoch FROM at - start_of_day(d.date)) * 1000) - s.opens))::bigint
       FROM unnest(d.opens, d.closes) AS s (opens, closes)), 0)
     FROM office_days d WHERE d.calendar = of_calendar AND d.date = vietnam_date(at)),
    calendar_exhausted(of_calendar, at))
$$;

-- Office milliseconds between two instants; fails where the calendar is not published.
CREATE FUNCTION office_ms(of_calendar text, from_at timestamptz, to_at timestamptz) RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT office_ms_at(of_calendar, to_at) - office_ms_at(of_calendar, from_at) $$;

CREATE TABLE holdings (
  case_id text NOT NULL REFERENCES cases,
  -- Revision of the case that gave it to this holder.
  rev int NOT NULL,
  -- Unit that owns the case.
  owner text NOT NULL,
  holder text NOT NULL CHECK (holder IN ('APPLICANT', 'INTAKE', 'OFFICER', 'CHECKER', 'SIGNER',
    'REGISTRAR', 'AGENCY', 'POST', 'SYSTEM')),
  unit text REFERENCES units,
  from_at timestamptz NOT NULL,
  -- Null while the holder still has it.
  to_at timestamptz CHECK (to_at >= from_at),
  PRIMARY KEY (case_id, rev)
);
CREATE UNIQUE INDEX holdings_open ON holdings (case_id) INCLUDE (owner, holder, unit, from_at) WHERE to_at IS NULL;
CREATE INDEX holdings_ended ON holdings (to_at, owner) INCLUDE (holder, unit, from_at, case_id) WHERE to_at IS NOT NULL;
COMMENT ON TABLE holdings IS 'Who had the case''s time from when to when; a row begins only when the holder changes.';

-- The holder a step names by itself; null for steps in which a case has ended.
CREATE FUNCTION step_holder(step text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT CASE
    WHEN step IN ('SUBMITTED', 'DELIVERING', 'SENT', 'RECEIVED') THEN 'INTAKE'
    WHEN step = 'SUPPLEMENT_REQUESTED' THEN 'APPLICANT'
    WHEN step IN ('ACCEPTED', 'EVALUATING', 'ENTERED', 'RETURNED') THEN 'OFFICER'
    WHEN step = 'VERIFYING' THEN 'AGENCY'
    WHEN step IN ('CHECKING', 'CHECKED') THEN 'CHECKER'
    WHEN step IN ('SIGNING', 'REVIEWED') THEN 'SIGNER'
    WHEN step = 'ISSUING' THEN 'REGISTRAR'
    WHEN step = 'POSTED' THEN 'POST' END
$$;

CREATE FUNCTION write_holding(t jsonb, now_at timestamptz) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  id text := t #>> '{case,caseId}';
  next_holder text := t #>> '{held,holder}';
  next_unit text := t #>> '{held,unit}';
  last holdings;
BEGIN
  IF NOT t ? 'held' THEN -- computed by a worker before this migration
    next_holder := step_holder(t #>> '{case,step}');
    next_unit := CASE WHEN next_holder <> 'APPLICANT' THEN coalesce(t #>> '{waitingFor,0}', t ->> 'queueUnit') END;
  END IF;
  SELECT * INTO last FROM holdings WHERE case_id = id AND to_at IS NULL;
  IF last.holder = next_holder AND last.unit IS NOT DISTINCT FROM next_unit THEN
    RETURN;
  END IF;
  UPDATE holdings SET to_at = greatest(from_at, now_at) WHERE case_id = id AND to_at IS NULL;
  IF next_holder IS NOT NULL THEN
    INSERT INTO holdings (case_id, rev, owner, holder, unit, from_at)
    VALUES (id, (t #>> '{case,rev}')::int, t #>> '{case,unit}', next_holder, next_unit,
      greatest(now_at, last.from_at));
  END IF;
  IF last IS NULL THEN -- opened late, after the engine was away: days already summed up lack it
    PERFORM sums_are_stale(now_at, 'infinity');
  END IF;
END
$$;

-- As in 0005, with the holder.
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
  PERFORM write_holding(t, now_at);
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

-- Cases from before: from the steps of the log; at VERIFYING the question that was open then.
WITH lines AS (
  SELECT e.case_id, e.rev, e.at, c.unit AS owner, step_holder(e.step) AS holder,
    CASE e.step WHEN 'SUPPLEMENT_REQUESTED' THEN NULL
      WHEN 'POSTED' THEN c.state #>> '{facts,postUnit}'
      WHEN 'VERIFYING' THEN (SELECT v.unit FROM verifications v WHERE v.case_id = e.case_id
        ORDER BY v.asked_at <= e.at AND (v.answered_at IS NULL OR v.answered_at > e.at) DESC,
          v.asked_at, v.request_id LIMIT 1)
      ELSE CASE WHEN e.step IN ('SENT', 'RECEIVED', 'CHECKED', 'REVIEWED') THEN 'TTLLTPQG' ELSE c.unit END END AS unit
  FROM case_events e JOIN cases c USING (case_id)),
changes AS (
  SELECT *, lag(holder) OVER log IS NOT DISTINCT FROM holder AND lag(unit) OVER log IS NOT DISTINCT FROM unit
    AND lag(rev) OVER log IS NOT NULL AS same
  FROM lines WINDOW log AS (PARTITION BY case_id ORDER BY rev)),
spans AS (
  SELECT *, lead(at) OVER (PARTITION BY case_id ORDER BY rev) AS to_at FROM changes WHERE NOT same)
INSERT INTO holdings (case_id, rev, owner, holder, unit, from_at, to_at)
SELECT case_id, rev, owner, holder, unit, at, greatest(at, to_at) FROM spans WHERE holder IS NOT NULL;

GRANT SELECT ON office_days, holdings TO lltp_api, lltp_worker;
GRANT INSERT, UPDATE ON holdings TO lltp_worker;
