-- Who held the clock: office time in SQL, a ledger of holders without gaps, times in which the system was
-- down, objections of holders, sums by day for the board.

-- Office time of every published date, so that SQL counts it by two look-ups instead of a walk.
CREATE TABLE office_days (
  calendar text NOT NULL REFERENCES calendars,
  date date NOT NULL,
  -- Office milliseconds of all published dates before this one.
  before_ms bigint NOT NULL,
  -- Working days from the first published date to this one, itself included.
  working_days int NOT NULL,
  -- When offices open and close that day, milliseconds since local midnight; empty on days off.
  opens int[] NOT NULL CHECK (cardinality(opens) <= 3),
  closes int[] NOT NULL CHECK (cardinality(closes) = cardinality(opens)),
  PRIMARY KEY (calendar, date)
);
COMMENT ON TABLE office_days IS 'A calendar version day by day, made from its body when it is published; never changed.';

CREATE FUNCTION time_ms(time_of_day text) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (extract(epoch FROM time_of_day::time) * 1000)::int $$;

-- A calendar by day, as domain/clock reads it: a make-up day has full hours; a day of the week may have
-- hours of its own, which do not make a weekend day a working day.
CREATE FUNCTION fill_office_days(published calendars) RETURNS void
LANGUAGE sql
AS $$
  WITH days AS (
    SELECT d::date AS date, x ->> 'kind' = 'makeup_working' AS made_up, x IS NOT NULL AS named,
      extract(isodow FROM d) < 6 AS weekday,
      published.body #> ARRAY['officeHours', 'weekly', to_char(d, 'Dy')] AS own
    FROM generate_series((published.body ->> 'from')::timestamp, (published.body ->> 'to')::timestamp,
      interval '1 day') AS d
    LEFT JOIN jsonb_array_elements(published.body -> 'days') AS x ON (x ->> 'date')::date = d::date),
  hours AS (
    SELECT date, (coalesce(made_up, false) OR weekday AND NOT named)::int AS worked,
      CASE WHEN made_up OR weekday AND NOT named AND own IS NULL THEN published.body #> '{officeHours,spans}'
        WHEN named OR own IS NULL THEN '[]' ELSE own END AS spans
    FROM days),
  spans AS (
    SELECT date, worked, coalesce(array_agg(time_ms(s ->> 'opens') ORDER BY s ->> 'opens') FILTER (WHERE s IS NOT NULL), '{}') AS opens,
      coalesce(array_agg(time_ms(s ->> 'closes') ORDER BY s ->> 'opens') FILTER (WHERE s IS NOT NULL), '{}') AS closes,
      coalesce(sum(time_ms(s ->> 'closes') - time_ms(s ->> 'opens')), 0) AS day_ms
    FROM hours LEFT JOIN jsonb_array_elements(hours.spans) AS s ON true GROUP BY date, worked)
  INSERT INTO office_days (calendar, date, before_ms, working_days, opens, closes)
  SELECT published.version, date, sum(day_ms) OVER past - day_ms, sum(worked) OVER past, opens, closes
  FROM spans WINDOW past AS (ORDER BY date)
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

CREATE FUNCTION ms_of_day(at timestamptz) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (extract(epoch FROM (at AT TIME ZONE 'UTC' + interval '7 hours')::time) * 1000)::int $$;

-- Open milliseconds of a day until an instant of it. A plain expression, so that queries over many rows
-- take it in; spans that a day does not have are NULL, which GREATEST and LEAST pass over.
CREATE FUNCTION open_ms(opens int[], closes int[], until int) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT greatest(0, least(closes[1], until) - opens[1]) + greatest(0, least(closes[2], until) - opens[2])
    + greatest(0, least(closes[3], until) - opens[3])
$$;

-- Office milliseconds from a calendar's first day to an instant.
CREATE FUNCTION office_ms_at(of_calendar text, at timestamptz) RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT coalesce(
    (SELECT d.before_ms + open_ms(d.opens, d.closes, ms_of_day(at))
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
SELECT case_id, rev, owner, holder, unit, at, CASE WHEN to_at IS NOT NULL THEN greatest(at, to_at) END
FROM spans WHERE holder IS NOT NULL;

GRANT SELECT ON office_days, holdings TO lltp_api, lltp_worker;
GRANT INSERT, UPDATE ON holdings TO lltp_worker;

-- Times in which the system was down, and objections of holders to what is charged to them.
CREATE TABLE heartbeats (
  part text PRIMARY KEY,
  -- Business time, by which an outage is charged, and real time, by which it is noticed.
  at timestamptz NOT NULL,
  real_at timestamptz NOT NULL
);

CREATE TABLE outages (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL CHECK (to_at > from_at),
  what text NOT NULL CHECK (what IN ('API', 'WORKER', 'ENGINE', 'DATABASE', 'OTHER')),
  noted_by text NOT NULL,
  reason text,
  noted_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outages_span ON outages (to_at, from_at);

-- Outages of several parts are one time in which people could not work.
CREATE VIEW outage_spans AS
  SELECT lower(s) AS from_at, upper(s) AS to_at
  FROM (SELECT unnest(range_agg(tstzrange(from_at, to_at))) AS s FROM outages) AS merged;

CREATE TABLE hold_contests (
  case_id text NOT NULL REFERENCES cases,
  n int NOT NULL,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL CHECK (to_at > from_at),
  to_holder text NOT NULL,
  to_unit text REFERENCES units,
  paper_id uuid NOT NULL,
  raised_by uuid NOT NULL REFERENCES accounts,
  raised_unit text NOT NULL REFERENCES units,
  raised_at timestamptz NOT NULL,
  ruling text CHECK (ruling IN ('ACCEPTED', 'REJECTED')),
  ruled_by uuid REFERENCES accounts CHECK (ruled_by <> raised_by),
  ruled_at timestamptz,
  ruling_paper_id uuid,
  PRIMARY KEY (case_id, n),
  UNIQUE (case_id, paper_id)
);
CREATE INDEX hold_contests_accepted ON hold_contests (to_at, from_at) WHERE ruling = 'ACCEPTED';
COMMENT ON TABLE hold_contests IS 'Objections of holders to whom time is charged; an accepted one counts when read, the log stays.';

-- Note that a part lives. After a silence longer than `tolerated` (real time) the business time of the
-- silence becomes an outage of `what`; says whether it did.
CREATE FUNCTION beat(of_part text, now_at timestamptz, what text, tolerated interval) RETURNS boolean
LANGUAGE plpgsql
AS $$
DECLARE
  last heartbeats;
BEGIN
  INSERT INTO heartbeats VALUES (of_part, now_at, clock_timestamp()) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    RETURN false;
  END IF;
  SELECT * INTO last FROM heartbeats WHERE part = of_part FOR UPDATE;
  UPDATE heartbeats SET at = greatest(at, now_at), real_at = clock_timestamp() WHERE part = of_part;
  IF clock_timestamp() - last.real_at <= tolerated OR now_at <= last.at THEN
    RETURN false;
  END IF;
  INSERT INTO outages (from_at, to_at, what, noted_by) VALUES (last.at, now_at, what, 'heartbeat');
  RETURN true;
END
$$;

GRANT SELECT ON heartbeats, outages, outage_spans, hold_contests TO lltp_api, lltp_worker;
GRANT INSERT, UPDATE ON heartbeats TO lltp_api, lltp_worker;
GRANT INSERT ON outages TO lltp_api, lltp_worker;
GRANT INSERT ON hold_contests TO lltp_api;
GRANT UPDATE (ruling, ruled_by, ruled_at, ruling_paper_id) ON hold_contests TO lltp_api;

-- Sums of whole days, made by the worker once a day is over; what is not summed up yet is read live.
CREATE TABLE summed_days (
  date date PRIMARY KEY,
  -- Something about that day became known later: it is to be summed up again.
  stale boolean NOT NULL DEFAULT false
);
CREATE TABLE holding_days (
  date date NOT NULL,
  owner text NOT NULL,
  holder text NOT NULL,
  unit text,
  office_ms bigint NOT NULL
);
CREATE INDEX holding_days_date ON holding_days (date, owner);
CREATE TABLE turnaround_days (
  date date NOT NULL,
  owner text NOT NULL,
  unit text NOT NULL,
  working_days int NOT NULL,
  answered int NOT NULL,
  in_term int NOT NULL
);
CREATE INDEX turnaround_days_date ON turnaround_days (date, owner);
CREATE INDEX verifications_answered_at ON verifications (answered_at) INCLUDE (unit, asked_at, due_at, case_id)
  WHERE answered_at IS NOT NULL;
CREATE INDEX verifications_waiting ON verifications (unit) INCLUDE (due_at, asked_at, case_id)
  WHERE answered_at IS NULL AND NOT withdrawn;

CREATE FUNCTION sums_are_stale(from_at timestamptz, to_at timestamptz) RETURNS void
LANGUAGE sql
AS $$
  UPDATE summed_days SET stale = true
  WHERE date BETWEEN vietnam_date(from_at) AND vietnam_date(to_at) AND NOT stale
$$;

-- A later answer replaces the earlier one on another day.
CREATE FUNCTION answer_replaced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM sums_are_stale(OLD.answered_at, OLD.answered_at);
  RETURN NULL;
END
$$;
CREATE TRIGGER verifications_replaced AFTER UPDATE OF answered_at ON verifications FOR EACH ROW
  WHEN (OLD.answered_at IS NOT NULL AND NEW.answered_at IS DISTINCT FROM OLD.answered_at)
  EXECUTE FUNCTION answer_replaced();

CREATE FUNCTION span_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM sums_are_stale(NEW.from_at, NEW.to_at);
  RETURN NULL;
END
$$;
CREATE TRIGGER outages_noted AFTER INSERT ON outages FOR EACH ROW EXECUTE FUNCTION span_changed();
CREATE TRIGGER contests_accepted AFTER UPDATE OF ruling ON hold_contests FOR EACH ROW
  WHEN (NEW.ruling = 'ACCEPTED') EXECUTE FUNCTION span_changed();

-- Office time by owner, holder and unit between two instants, with outages and rulings: the same rule
-- as domain/holding.ts, in sums. Signed pieces: a ruling takes away what the log or an outage gave.
CREATE FUNCTION held_between(of_calendar text, begins timestamptz, ends timestamptz, of_owner text)
RETURNS TABLE (owner text, holder text, unit text, office_ms bigint)
LANGUAGE sql STABLE
AS $$
  WITH log AS (
    SELECT h.case_id, h.owner, h.holder, h.unit, greatest(h.from_at, begins) AS f, ends AS t FROM holdings h
    WHERE h.to_at IS NULL AND h.from_at < ends AND (of_owner IS NULL OR h.owner = of_owner)
    UNION ALL
    SELECT h.case_id, h.owner, h.holder, h.unit, greatest(h.from_at, begins), least(h.to_at, ends) FROM holdings h
    WHERE h.to_at > begins AND h.from_at < ends AND (of_owner IS NULL OR h.owner = of_owner)),
  down AS (
    SELECT l.case_id, l.owner, l.holder, l.unit, greatest(l.f, o.from_at) AS f, least(l.t, o.to_at) AS t
    FROM outage_spans o JOIN log l ON l.f < o.to_at AND l.t > o.from_at
    WHERE o.to_at > begins AND o.from_at < ends
      AND l.holder IN ('INTAKE', 'OFFICER', 'CHECKER', 'SIGNER', 'REGISTRAR')),
  rulings AS (
    SELECT case_id, to_holder, to_unit, from_at, to_at FROM hold_contests
    WHERE ruling = 'ACCEPTED' AND to_at > begins AND from_at < ends),
  pieces AS (
    SELECT owner, holder, unit, f, t, 1 AS times FROM log
    UNION ALL SELECT owner, holder, unit, f, t, -1 FROM down
    UNION ALL SELECT owner, 'SYSTEM', NULL, f, t, 1 FROM down
    UNION ALL SELECT p.owner, g.holder, g.unit, greatest(p.f, r.from_at), least(p.t, r.to_at), g.times
      FROM rulings r JOIN log p USING (case_id),
      LATERAL (VALUES (p.holder, p.unit, -1), (r.to_holder, r.to_unit, 1)) AS g (holder, unit, times)
      WHERE p.f < r.to_at AND p.t > r.from_at
    UNION ALL SELECT p.owner, g.holder, g.unit, greatest(p.f, r.from_at), least(p.t, r.to_at), g.times
      FROM rulings r JOIN down p USING (case_id),
      LATERAL (VALUES (p.holder, p.unit, 1), ('SYSTEM', NULL, -1)) AS g (holder, unit, times)
      WHERE p.f < r.to_at AND p.t > r.from_at),
  points AS (
    SELECT owner, holder, unit, at, sum(n) AS n FROM (
      SELECT owner, holder, unit, f AS at, -times AS n FROM pieces WHERE f < t
      UNION ALL SELECT owner, holder, unit, t, times FROM pieces WHERE f < t) AS ends GROUP BY 1, 2, 3, 4)
  SELECT owner, holder, unit, sum(n * coalesce(d.before_ms + open_ms(d.opens, d.closes, ms_of_day(at)),
    calendar_exhausted(of_calendar, at)))::bigint
  FROM points LEFT JOIN office_days d ON d.calendar = of_calendar AND d.date = vietnam_date(at)
  GROUP BY 1, 2, 3
$$;

-- Answers between two instants by owner, unit and working days taken, the day of the question not counted.
CREATE FUNCTION answered_between(of_calendar text, begins timestamptz, ends timestamptz, of_owner text)
RETURNS TABLE (owner text, unit text, working_days int, answered int, in_term int)
LANGUAGE sql STABLE
AS $$
  SELECT c.unit, v.unit, till.working_days - since.working_days, count(*)::int,
    count(*) FILTER (WHERE v.answered_at <= v.due_at)::int
  FROM verifications v JOIN cases c USING (case_id)
  JOIN office_days since ON since.calendar = of_calendar AND since.date = vietnam_date(v.asked_at)
  JOIN office_days till ON till.calendar = of_calendar AND till.date = vietnam_date(v.answered_at)
  WHERE v.answered_at >= begins AND v.answered_at < ends AND (of_owner IS NULL OR c.unit = of_owner)
  GROUP BY 1, 2, 3
$$;

CREATE FUNCTION sum_up_day(calendar text, day date) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO summed_days VALUES (day) ON CONFLICT (date) DO UPDATE SET stale = false;
  DELETE FROM holding_days WHERE date = day;
  DELETE FROM turnaround_days WHERE date = day;
  INSERT INTO holding_days
  SELECT day, h.* FROM held_between(calendar, start_of_day(day), start_of_day(day + 1), NULL) AS h;
  INSERT INTO turnaround_days
  SELECT day, a.* FROM answered_between(calendar, start_of_day(day), start_of_day(day + 1), NULL) AS a;
END
$$;

GRANT SELECT ON summed_days, holding_days, turnaround_days TO lltp_api, lltp_worker;
GRANT UPDATE (stale) ON summed_days TO lltp_api;
GRANT INSERT, UPDATE ON summed_days TO lltp_worker;
GRANT INSERT, DELETE ON holding_days, turnaround_days TO lltp_worker;
