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
CREATE FUNCTION held_between(calendar text, begins timestamptz, ends timestamptz, of_owner text)
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
    SELECT owner, holder, unit, f, t, count(*) AS times FROM log GROUP BY 1, 2, 3, 4, 5
    UNION ALL SELECT owner, holder, unit, f, t, -1 FROM down
    UNION ALL SELECT owner, 'SYSTEM', NULL, f, t, 1 FROM down
    UNION ALL SELECT p.owner, g.holder, g.unit, greatest(p.f, r.from_at), least(p.t, r.to_at), g.times
      FROM rulings r JOIN log p USING (case_id),
      LATERAL (VALUES (p.holder, p.unit, -1), (r.to_holder, r.to_unit, 1)) AS g (holder, unit, times)
      WHERE p.f < r.to_at AND p.t > r.from_at
    UNION ALL SELECT p.owner, g.holder, g.unit, greatest(p.f, r.from_at), least(p.t, r.to_at), g.times
      FROM rulings r JOIN down p USING (case_id),
      LATERAL (VALUES (p.holder, p.unit, 1), ('SYSTEM', NULL, -1)) AS g (holder, unit, times)
      WHERE p.f < r.to_at AND p.t > r.from_at)
  SELECT owner, holder, unit, sum(times * office_ms(calendar, f, t))::bigint FROM pieces
  WHERE f < t GROUP BY 1, 2, 3
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
