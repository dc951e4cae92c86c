-- A certificate is recalled also after its case has ended, and the case opens again.
CREATE OR REPLACE FUNCTION write_daily_counts(t jsonb, now_at timestamptz) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  c jsonb := t -> 'case';
  was record;
  legal jsonb;
  done_at timestamptz;
  n daily_counts;
BEGIN
  SELECT k.unit, k.kind, k.legal_done_at, k.legal_due_at, k.paused, k.closed_at INTO was FROM cases k
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
  -- A recall opens a case again: it has not been closed on that day after all, as the recount will say too.
  IF was.closed_at IS NOT NULL THEN
    UPDATE daily_counts k SET closed = k.closed - 1
    WHERE k.unit = was.unit AND k.kind = was.kind AND k.day = vietnam_date(was.closed_at);
    DELETE FROM daily_counts k
    WHERE k.unit = was.unit AND k.kind = was.kind AND k.day = vietnam_date(was.closed_at)
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
