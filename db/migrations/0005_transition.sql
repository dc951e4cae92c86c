-- One accepted act = one call = one transaction: event, case row, clocks, verifications, messages,
-- escalations, register, certificate, claim. Idempotent on (case_id, rev).
--
-- Returns {"outcome": "WRITTEN" | "REPEATED" | "CLAIMED_BY_OTHER" | "FORK", "certificateNumber": text|null}.
CREATE FUNCTION apply_transition(t jsonb) RETURNS jsonb
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

CREATE FUNCTION epoch_ms(value jsonb) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT CASE WHEN value IS NULL OR value = 'null' THEN NULL
             ELSE to_timestamp((value #>> '{}')::double precision / 1000) END $$;

-- The case row and what hangs on it: clocks, verifications, outgoing messages, escalations.
CREATE FUNCTION write_case_row(t jsonb, now_at timestamptz) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  c jsonb := t -> 'case';
  id text := c ->> 'caseId';
  closed timestamptz := epoch_ms(c -> 'closedAt');
  legal jsonb;
BEGIN
  SELECT x INTO legal FROM jsonb_array_elements(c -> 'clocks') AS x
  WHERE x ->> 'effect' = 'legal' ORDER BY x -> 'startedAt' DESC LIMIT 1;

  INSERT INTO cases AS k (case_id, kind, unit, step, rev, queue_role, queue_unit, waiting_for, channel,
    certificate_type, regime, opened_at, accepted_at, issued_at, closed_at, legal_due_at, at_risk_at, paused,
    legal_done_at, state)
  VALUES (id, c ->> 'kind', c ->> 'unit', c ->> 'step', (c ->> 'rev')::int, t ->> 'queueRole',
    t ->> 'queueUnit', ARRAY(SELECT jsonb_array_elements_text(t -> 'waitingFor')),
    c #>> '{facts,channel}', c #>> '{facts,certificateType}', c ->> 'regime',
    epoch_ms(c -> 'openedAt'), epoch_ms(c -> 'acceptedAt'),
    CASE WHEN t #>> '{effects,certificate}' = 'ISSUE' THEN now_at END,
    closed, epoch_ms(legal -> 'dueAt'), epoch_ms(legal -> 'atRiskAt'),
    coalesce(legal -> 'pausedAt' <> 'null', false), epoch_ms(legal -> 'stoppedAt'), c)
  ON CONFLICT (case_id) DO UPDATE SET step = EXCLUDED.step, rev = EXCLUDED.rev,
    queue_role = EXCLUDED.queue_role, queue_unit = EXCLUDED.queue_unit, waiting_for = EXCLUDED.waiting_for,
    regime = EXCLUDED.regime, accepted_at = EXCLUDED.accepted_at,
    issued_at = coalesce(EXCLUDED.issued_at, k.issued_at), closed_at = EXCLUDED.closed_at,
    legal_due_at = EXCLUDED.legal_due_at, at_risk_at = EXCLUDED.at_risk_at, paused = EXCLUDED.paused,
    legal_done_at = EXCLUDED.legal_done_at, state = EXCLUDED.state
  WHERE k.rev < EXCLUDED.rev;

  INSERT INTO case_clocks AS k
  SELECT id, x ->> 'name', x ->> 'effect', x ->> 'term', epoch_ms(x -> 'startedAt'), epoch_ms(x -> 'dueAt'),
    epoch_ms(x -> 'atRiskAt'), epoch_ms(x -> 'pausedAt'), epoch_ms(x -> 'stoppedAt')
  FROM jsonb_array_elements(c -> 'clocks') AS x
  ON CONFLICT (case_id, name) DO UPDATE SET started_at = EXCLUDED.started_at, due_at = EXCLUDED.due_at,
    at_risk_at = EXCLUDED.at_risk_at, paused_at = EXCLUDED.paused_at, stopped_at = EXCLUDED.stopped_at,
    term = EXCLUDED.term
  WHERE (k.due_at, k.started_at, k.paused_at, k.stopped_at) IS DISTINCT FROM
        (EXCLUDED.due_at, EXCLUDED.started_at, EXCLUDED.paused_at, EXCLUDED.stopped_at);

  IF jsonb_array_length(coalesce(c -> 'requests', '[]')) > 0 THEN
    INSERT INTO verifications AS k
    SELECT x ->> 'id', id, x ->> 'kind', x ->> 'unit', epoch_ms(x -> 'askedAt'), epoch_ms(x -> 'dueAt'),
      (x ->> 'round')::int, x ->> 'outcome', epoch_ms(x -> 'answeredAt'), (x ->> 'answerId')::uuid,
      epoch_ms(x -> 'expectedAt'), closed IS NOT NULL AND x -> 'answeredAt' = 'null'
    FROM jsonb_array_elements(c -> 'requests') AS x
    ON CONFLICT (request_id) DO UPDATE SET round = EXCLUDED.round, outcome = EXCLUDED.outcome,
      answered_at = EXCLUDED.answered_at, answer_id = EXCLUDED.answer_id, expected_at = EXCLUDED.expected_at,
      withdrawn = EXCLUDED.withdrawn;
  END IF;

  INSERT INTO outgoing_messages (id, case_id, kind, to_unit, request_id, queued_at)
  SELECT x ->> 'id', id, x ->> 'kind', x ->> 'toUnit', x ->> 'requestId', now_at
  FROM jsonb_array_elements(t #> '{effects,messages}') AS x
  ON CONFLICT DO NOTHING;

  INSERT INTO escalations (case_id, clock, rung, due_at, at, unit)
  SELECT id, x ->> 'clock', x ->> 'rung', epoch_ms(x -> 'dueAt'), now_at, c ->> 'unit'
  FROM jsonb_array_elements(t #> '{effects,escalations}') AS x;

  IF (t #>> '{effects,officialUpdate}')::boolean THEN
    INSERT INTO official_records (record_number, case_id, paper_id, updated_at)
    VALUES (c ->> 'recordNumber', id, (c ->> 'recordPaperId')::uuid, now_at);
  END IF;
END
$$;

-- Number a certificate from the unit's register, or recall the valid one; gives the new number or null.
CREATE FUNCTION write_certificate(t jsonb, now_at timestamptz) RETURNS text
LANGUAGE plpgsql
AS $$
DECLARE
  c jsonb := t -> 'case';
  -- The register runs by the calendar year of Vietnam (UTC+7, no daylight saving).
  register_year int := extract(year FROM now_at AT TIME ZONE 'UTC' + interval '7 hours')::int;
  next_serial int;
BEGIN
  IF t #>> '{effects,certificate}' = 'RECALL' THEN
    UPDATE certificates SET status = 'RECALLED' WHERE case_id = c ->> 'caseId' AND status = 'VALID';
  ELSIF t #>> '{effects,certificate}' = 'ISSUE' THEN
    UPDATE certificates SET status = 'REPLACED' WHERE case_id = c ->> 'caseId' AND status = 'RECALLED';
    INSERT INTO registers AS g (unit, year, last) VALUES (c ->> 'unit', register_year, 1)
    ON CONFLICT (unit, year) DO UPDATE SET last = g.last + 1
    RETURNING last INTO next_serial;
    INSERT INTO certificates (unit, year, serial, number, case_id, rev, verification_code, status, issued_at)
    VALUES (c ->> 'unit', register_year, next_serial, next_serial || '/STP-LLTP', c ->> 'caseId',
      (c ->> 'rev')::int, upper(encode(gen_random_bytes(10), 'hex')), 'VALID', now_at);
    RETURN next_serial || '/STP-LLTP';
  END IF;
  RETURN NULL;
END
$$;
