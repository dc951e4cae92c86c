-- The board of a million cases: what was done by day is counted as it happens, what is open is read
-- from one index, how long the steps take is measured once a business day.
CREATE TABLE daily_counts (
  unit text NOT NULL REFERENCES units,
  kind text NOT NULL CHECK (kind IN ('APPLICATION', 'TRANSFER')),
  -- Calendar day of Vietnam (UTC+7).
  day date NOT NULL,
  received int NOT NULL DEFAULT 0,
  issued int NOT NULL DEFAULT 0,
  closed int NOT NULL DEFAULT 0,
  -- Legal clocks that ended that day, and those of them that ended after their due date.
  done int NOT NULL DEFAULT 0,
  done_late int NOT NULL DEFAULT 0,
  PRIMARY KEY (unit, kind, day)
);
CREATE INDEX daily_counts_day ON daily_counts (day);
COMMENT ON TABLE daily_counts IS 'Arrivals, certificates issued, cases closed, legal clocks ended: by unit, kind and day.';

-- Count what a transition does to the day it falls on. Called before the case row is written: the row
-- still shows whether the case is new and when its legal clock had ended. A clock that ended and runs
-- again (a record given back) is taken off its day: each case counts once, by its last end.
CREATE FUNCTION write_daily_counts(t jsonb, now_at timestamptz) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  c jsonb := t -> 'case';
  was record;
  legal jsonb;
  done_at timestamptz;
  n daily_counts;
BEGIN
  SELECT k.unit, k.kind, k.legal_done_at, k.legal_due_at, k.paused INTO was FROM cases k
  WHERE k.case_id = c ->> 'caseId';
  n.received := (NOT FOUND)::int;
  n.issued := coalesce(t #>> '{effects,certificate}' = 'ISSUE', false)::int;
  n.closed := (c -> 'closedAt' <> 'null')::int;
  -- The shorter term of an expunged person runs beside the case's own and is not counted.
  SELECT x INTO legal FROM jsonb_array_elements(c -> 'clocks') AS x
  WHERE x ->> 'effect' = 'legal' AND x ->> 'name' <> 'expunged' ORDER BY x -> 'startedAt' DESC LIMIT 1;
  done_at := epoch_ms(legal -> 'stoppedAt');
  n.done := (done_at IS NOT NULL AND was.legal_done_at IS DISTINCT FROM done_at)::int;
  IF was.legal_done_at IS NOT NULL AND was.legal_done_at IS DISTINCT FROM done_at THEN
    UPDATE daily_counts k SET done = k.done - 1,
      done_late = k.done_late - (was.legal_done_at > was.legal_due_at AND NOT was.paused)::int
    WHERE k.unit = was.unit AND k.kind = was.kind AND k.day = vietnam_date(was.legal_done_at);
    DELETE FROM daily_counts k
    WHERE k.unit = was.unit AND k.kind = was.kind AND k.day = vietnam_date(was.legal_done_at)
      AND k.received + k.issued + k.closed + k.done = 0;
  END IF;
  IF n.received + n.issued + n.closed + n.done = 0 THEN
    RETURN;
  END IF;
  -- What stood still when it ended was not late, whatever the date it had stood still at.
  n.done_late := CASE WHEN n.done = 1
    THEN (done_at > epoch_ms(legal -> 'dueAt') AND legal -> 'pausedAt' = 'null')::int ELSE 0 END;
  INSERT INTO daily_counts AS k
  VALUES (c ->> 'unit', c ->> 'kind', vietnam_date(now_at), n.received, n.issued, n.closed, n.done, n.done_late)
  ON CONFLICT (unit, kind, day) DO UPDATE SET received = k.received + EXCLUDED.received,
    issued = k.issued + EXCLUDED.issued, closed = k.closed + EXCLUDED.closed,
    done = k.done + EXCLUDED.done, done_late = k.done_late + EXCLUDED.done_late;
END
$$;

-- The same counts from the rows: where counting begins, and what the counters are proved against.
CREATE VIEW counted_days AS
SELECT unit, kind, day, sum(received)::int AS received, sum(issued)::int AS issued,
  sum(closed)::int AS closed, sum(done)::int AS done, sum(done_late)::int AS done_late
FROM (
  SELECT unit, kind, vietnam_date(opened_at) AS day, 1 AS received, 0 AS issued, 0 AS closed, 0 AS done,
    0 AS done_late
  FROM cases
  UNION ALL
  SELECT c.unit, c.kind, vietnam_date(k.issued_at), 0, 1, 0, 0, 0 FROM certificates k JOIN cases c USING (case_id)
  UNION ALL
  SELECT unit, kind, vietnam_date(closed_at), 0, 0, 1, 0, 0 FROM cases WHERE closed_at IS NOT NULL
  UNION ALL
  SELECT unit, kind, vietnam_date(legal_done_at), 0, 0, 0, 1, (legal_done_at > legal_due_at AND NOT paused)::int
  FROM cases WHERE legal_done_at IS NOT NULL
) AS each GROUP BY unit, kind, day;
INSERT INTO daily_counts SELECT * FROM counted_days;


-- Since when a case stands at its step: the instant of the event that brought it there.
ALTER TABLE cases ADD COLUMN step_since timestamptz;
CREATE FUNCTION note_step_since() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NEW.step <> OLD.step THEN
    SELECT at INTO NEW.step_since FROM case_events WHERE case_id = NEW.case_id AND rev = NEW.rev;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER cases_step_since BEFORE INSERT OR UPDATE OF step ON cases
  FOR EACH ROW EXECUTE FUNCTION note_step_since();
UPDATE cases c SET step_since = (
  SELECT min(e.at) FROM case_events e WHERE e.case_id = c.case_id AND e.rev > coalesce((
    SELECT max(p.rev) FROM case_events p WHERE p.case_id = c.case_id AND p.step <> c.step), 0))
WHERE closed_at IS NULL;

-- What the board counts and estimates of open cases stands in the index itself: rows are not visited.
DROP INDEX cases_step;
CREATE INDEX cases_step ON cases (unit, step, due_sort, case_id)
  INCLUDE (kind, regime, at_risk_at, paused, legal_done_at, step_since) WHERE closed_at IS NULL;
CREATE INDEX cases_done_late ON cases (unit, legal_done_at) WHERE legal_done_at > legal_due_at AND NOT paused;
CREATE INDEX escalations_at ON escalations (at DESC);

-- How long results took from entering a step, as percentiles 0 to 100 in milliseconds: of office time,
-- of plain time where the term runs round the clock (urgent). Unit '*': all units together.
CREATE TABLE step_times (
  unit text NOT NULL,
  kind text NOT NULL,
  -- Empty where the kind of case has no regimes.
  regime text NOT NULL,
  step text NOT NULL,
  samples int NOT NULL,
  percentiles bigint[] NOT NULL CHECK (array_length(percentiles, 1) = 101),
  measured_on date NOT NULL,
  PRIMARY KEY (unit, kind, regime, step)
);

CREATE TABLE step_time_runs (
  day date PRIMARY KEY,
  finished_at timestamptz
);
COMMENT ON TABLE step_time_runs IS 'One measurement per business day, whichever worker takes it up first.';

CREATE TABLE rescue_predictions (
  case_id text NOT NULL REFERENCES cases,
  -- Fifth of the scale in which the chance lies, 0 to 4; the first time a case is called so is kept.
  band int NOT NULL CHECK (band BETWEEN 0 AND 4),
  chance double precision NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (case_id, band)
);
CREATE INDEX rescue_predictions_at ON rescue_predictions (at);
COMMENT ON TABLE rescue_predictions IS 'What was said of an open case, kept so that it can be held against what came.';

CREATE TABLE rescue_calibration (
  -- First day of the month in which the predictions were made.
  month date NOT NULL,
  unit text NOT NULL REFERENCES units,
  kind text NOT NULL,
  band int NOT NULL,
  called int NOT NULL,
  late int NOT NULL,
  -- Sum of the chances: what would have been late if they were right.
  expected double precision NOT NULL,
  PRIMARY KEY (month, unit, kind, band)
);

GRANT SELECT ON daily_counts, counted_days, step_times, step_time_runs, rescue_predictions, rescue_calibration
  TO lltp_api, lltp_worker;
GRANT INSERT, UPDATE, DELETE ON daily_counts TO lltp_worker;
GRANT INSERT, UPDATE ON rescue_calibration TO lltp_worker;
GRANT INSERT ON rescue_predictions TO lltp_worker;
GRANT INSERT, UPDATE, DELETE ON step_times, step_time_runs TO lltp_worker;
