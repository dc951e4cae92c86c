-- Figures at size. Shares of holders with a million cases: today is summed up too, by the quarter of an
-- hour, with who had what then; what is read live is what moved since, not every open case.

-- Up to when the day is summed up; null: all of it.
ALTER TABLE summed_days ADD COLUMN until timestamptz;

CREATE TABLE open_sums (
  at timestamptz NOT NULL,
  owner text NOT NULL,
  holder text NOT NULL,
  unit text,
  open int NOT NULL
);
COMMENT ON TABLE open_sums IS 'How many open cases each holder had at the instant up to which today is summed up.';

-- A case does not tell its owner in the index of open questions, and to look it up for each takes long.
CREATE TABLE waiting_cases (
  case_id text PRIMARY KEY,
  owner text NOT NULL
);
COMMENT ON TABLE waiting_cases IS 'Cases that waited for an answer at the last summing up; others are looked up where they lie.';

-- Open holdings by when they began, beside the one of each case.
DROP INDEX holdings_open;
CREATE UNIQUE INDEX holdings_open ON holdings (case_id) WHERE to_at IS NULL;
CREATE INDEX holdings_begun ON holdings (from_at) INCLUDE (owner, holder, unit) WHERE to_at IS NULL;

-- The same milliseconds, without numerics: asked of every move.
CREATE OR REPLACE FUNCTION ms_of_day(at timestamptz) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (date_part('epoch', (at AT TIME ZONE 'UTC' + interval '7 hours')::time) * 1000)::int $$;

-- What is known later than the instant up to which a day is summed up is read live.
CREATE OR REPLACE FUNCTION sums_are_stale(from_at timestamptz, to_at timestamptz) RETURNS void
LANGUAGE sql
AS $$
  UPDATE summed_days SET stale = true
  WHERE date BETWEEN vietnam_date(from_at) AND vietnam_date(to_at) AND NOT stale
    AND (until IS NULL OR until > from_at)
$$;

-- How many open cases each holder had at an instant.
CREATE FUNCTION open_at(instant timestamptz, of_owner text)
RETURNS TABLE (owner text, holder text, unit text, open int)
LANGUAGE sql STABLE
AS $$
  SELECT h.owner, h.holder, h.unit, count(*)::int FROM (
    SELECT o.owner, o.holder, o.unit FROM holdings o
    WHERE o.to_at IS NULL AND o.from_at < instant AND (of_owner IS NULL OR o.owner = of_owner)
    UNION ALL
    SELECT e.owner, e.holder, e.unit FROM holdings e
    WHERE e.to_at >= instant AND e.from_at < instant AND (of_owner IS NULL OR e.owner = of_owner)) AS h
  GROUP BY 1, 2, 3
$$;

-- Office time by owner, holder and unit between two instants, with outages and rulings, and the open cases
-- at the end: the same rule as domain/holding.ts, in sums. A case counts from where it stood when the time
-- began (`n` cases at once), and from each move on; whoever it left, counts less from there.
DROP FUNCTION held_between(text, timestamptz, timestamptz, text);
CREATE FUNCTION held_between(of_calendar text, begins timestamptz, ends timestamptz, of_owner text)
RETURNS TABLE (owner text, holder text, unit text, office_ms bigint, open int)
LANGUAGE sql STABLE
AS $$
  WITH moves AS (
    SELECT s.owner, s.holder, s.unit, begins AS at, s.open AS n FROM open_sums s
    WHERE s.at = begins AND (of_owner IS NULL OR s.owner = of_owner)
    UNION ALL
    SELECT a.owner, a.holder, a.unit, begins, a.open FROM open_at(begins, of_owner) AS a
    WHERE NOT EXISTS (SELECT FROM open_sums s WHERE s.at = begins)
    UNION ALL
    SELECT h.owner, h.holder, h.unit, h.from_at, 1 FROM holdings h
    WHERE h.to_at IS NULL AND h.from_at >= begins AND h.from_at < ends AND (of_owner IS NULL OR h.owner = of_owner)
    UNION ALL
    SELECT h.owner, h.holder, h.unit, g.at, g.n FROM holdings h, LATERAL (VALUES (h.from_at, 1), (h.to_at, -1)) AS g (at, n)
    WHERE h.to_at >= begins AND h.from_at < ends AND (of_owner IS NULL OR h.owner = of_owner)
      AND g.at >= begins AND g.at < ends),
  downtime AS (
    SELECT greatest(from_at, begins) AS f, least(to_at, ends) AS t FROM outage_spans
    WHERE to_at > begins AND from_at < ends),
  ruled AS (
    SELECT h.owner, h.holder, h.unit, r.to_holder, r.to_unit, greatest(h.from_at, r.from_at, begins) AS f,
      least(h.to_at, r.to_at, ends) AS t
    FROM hold_contests r JOIN holdings h USING (case_id)
    WHERE r.ruling = 'ACCEPTED' AND r.to_at > begins AND r.from_at < ends
      AND (of_owner IS NULL OR h.owner = of_owner)),
  pieces AS (
    SELECT owner, holder, unit, at AS f, ends AS t, n, n AS open FROM moves
    UNION ALL SELECT m.owner, g.holder, g.unit, greatest(m.at, d.f), d.t, m.n * g.times, 0
      FROM downtime d JOIN moves m ON m.at < d.t,
      LATERAL (VALUES (m.holder, m.unit, -1), ('SYSTEM', NULL, 1)) AS g (holder, unit, times)
      WHERE m.holder IN ('INTAKE', 'OFFICER', 'CHECKER', 'SIGNER', 'REGISTRAR')
    -- Signed: a ruling takes away what the log or an outage gave.
    UNION ALL SELECT p.owner, g.holder, g.unit, p.f, p.t, g.times, 0
      FROM ruled p, LATERAL (VALUES (p.holder, p.unit, -1), (p.to_holder, p.to_unit, 1)) AS g (holder, unit, times)
      WHERE p.f < p.t
    UNION ALL SELECT p.owner, g.holder, g.unit, greatest(p.f, d.f), least(p.t, d.t), g.times, 0
      FROM ruled p JOIN downtime d ON p.f < d.t AND p.t > d.f,
      LATERAL (VALUES (p.holder, p.unit, 1), ('SYSTEM', NULL, -1)) AS g (holder, unit, times)
      WHERE p.f < p.t AND p.holder IN ('INTAKE', 'OFFICER', 'CHECKER', 'SIGNER', 'REGISTRAR')),
  points AS (
    SELECT owner, holder, unit, f AS at, -n AS n, open FROM pieces
    UNION ALL SELECT owner, holder, unit, t, sum(n), 0 FROM pieces GROUP BY 1, 2, 3, 4)
  SELECT owner, holder, unit, sum(n * coalesce(d.before_ms + open_ms(d.opens, d.closes, ms_of_day(at)),
    calendar_exhausted(of_calendar, at)))::bigint, sum(points.open)::int
  FROM points LEFT JOIN office_days d ON d.calendar = of_calendar AND d.date = vietnam_date(at)
    AND d.date BETWEEN vietnam_date(begins) AND vietnam_date(ends)
  GROUP BY 1, 2, 3
$$;

-- Sum up a day that is over, or today up to an instant.
DROP FUNCTION sum_up_day(text, date);
CREATE FUNCTION sum_up_day(calendar text, day date, up_to timestamptz DEFAULT NULL) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  ends timestamptz := coalesce(up_to, start_of_day(day + 1));
BEGIN
  INSERT INTO summed_days VALUES (day, false, up_to)
  ON CONFLICT (date) DO UPDATE SET stale = false, until = EXCLUDED.until;
  DELETE FROM holding_days WHERE date = day;
  DELETE FROM turnaround_days WHERE date = day;
  INSERT INTO holding_days
  SELECT day, h.owner, h.holder, h.unit, h.office_ms
  FROM held_between(calendar, start_of_day(day), ends, NULL) AS h;
  INSERT INTO turnaround_days
  SELECT day, a.* FROM answered_between(calendar, start_of_day(day), ends, NULL) AS a;
  IF up_to IS NOT NULL THEN
    DELETE FROM open_sums;
    INSERT INTO open_sums SELECT up_to, o.* FROM open_at(up_to, NULL) AS o;
    DELETE FROM waiting_cases w WHERE NOT EXISTS (
      SELECT FROM verifications v WHERE v.case_id = w.case_id AND v.answered_at IS NULL AND NOT v.withdrawn);
    INSERT INTO waiting_cases
    SELECT v.case_id, c.unit FROM verifications v JOIN cases c USING (case_id)
    WHERE v.answered_at IS NULL AND NOT v.withdrawn
    ON CONFLICT DO NOTHING;
  END IF;
END
$$;

GRANT SELECT ON open_sums, waiting_cases TO lltp_api, lltp_worker;
GRANT INSERT, DELETE ON open_sums, waiting_cases TO lltp_worker;

-- Known persons are found in the indexes alone: of many with one name only those compared are visited.
DROP INDEX known_persons_name, known_persons_birth, known_persons_parents, known_persons_mother;
CREATE INDEX known_persons_name ON known_persons (name_key, birth_date) INCLUDE (id);
CREATE INDEX known_persons_birth ON known_persons (birth_date) INCLUDE (name_key, id);
CREATE INDEX known_persons_parents ON known_persons (father_key, mother_key, birth_year) INCLUDE (id)
  WHERE father_key IS NOT NULL;
CREATE INDEX known_persons_mother ON known_persons (mother_key, birth_year) INCLUDE (id)
  WHERE mother_key IS NOT NULL;
