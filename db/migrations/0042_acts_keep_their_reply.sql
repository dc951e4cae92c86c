-- The reply to a request for an act is kept by the transition that writes the act, and a transition leaves alone
-- the clocks and questions it did not touch.
GRANT INSERT ON idempotency_keys TO lltp_worker;

CREATE OR REPLACE FUNCTION apply_transition(t jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
  SELECT max(update_id) FILTER (WHERE rev = r), max(hash) FILTER (WHERE rev = r - 1) INTO known, previous
  FROM case_events WHERE case_id = id AND rev IN (r - 1, r);
  IF known IS NOT NULL THEN
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

  IF previous IS NULL AND r > 1 THEN
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
  e.codes := (t -> 'codes') || acted_for(t, now_at);
  e.paper_id := (t ->> 'paperId')::uuid;
  e.hash := event_hash(previous, e);
  INSERT INTO case_events VALUES (e.*);

  PERFORM write_daily_counts(t, now_at);
  PERFORM write_case_row(t, now_at);
  PERFORM write_holding(t, now_at);
  certificate_number := write_certificate(t, now_at);
  PERFORM write_letter(t, now_at);
  PERFORM write_desk(t, now_at);

  PERFORM pg_notify('changes', json_build_object('case', id, 'rev', r, 'step', c ->> 'step',
    'unit', c ->> 'unit', 'queueUnit', t ->> 'queueUnit',
    'asked', ARRAY(SELECT DISTINCT x ->> 'unit' FROM jsonb_array_elements(c -> 'requests') AS x))::text);

  -- Asked for by a request: its reply, as the API's schema ActReply has it, stands or falls with the act.
  IF t ? 'bodyHash' THEN
    INSERT INTO idempotency_keys (actor, key, body_hash, reply)
    VALUES (t ->> 'actor', (t ->> 'updateId')::uuid, t ->> 'bodyHash', jsonb_build_object('caseId', id,
      'rev', r, 'step', c ->> 'step', 'certificateNumber', certificate_number))
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN jsonb_build_object('outcome', 'WRITTEN', 'certificateNumber', certificate_number);
END
$$;

CREATE OR REPLACE FUNCTION write_case_row(t jsonb, now_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  c jsonb := t -> 'case';
  id text := c ->> 'caseId';
  closed timestamptz := epoch_ms(c -> 'closedAt');
  legal jsonb;
  was jsonb;
  at_risk timestamptz;
BEGIN
  -- The date of a case is that of its own term. The shorter term of an expunged person runs beside it,
  -- and the earlier of both warns.
  SELECT x INTO legal FROM jsonb_array_elements(c -> 'clocks') AS x
  WHERE x ->> 'effect' = 'legal' AND x ->> 'name' <> 'expunged' ORDER BY x -> 'startedAt' DESC LIMIT 1;
  SELECT min(epoch_ms(x -> 'atRiskAt')) INTO at_risk FROM jsonb_array_elements(c -> 'clocks') AS x
  WHERE x ->> 'effect' = 'legal';

  IF (c ->> 'rev')::int = 1 THEN
    INSERT INTO cases (case_id, kind, unit, step, rev, queue_role, queue_unit, waiting_for, channel,
      certificate_type, regime, opened_at, accepted_at, issued_at, closed_at, legal_due_at, at_risk_at,
      paused, legal_done_at, state)
    VALUES (id, c ->> 'kind', c ->> 'unit', c ->> 'step', 1, t ->> 'queueRole', t ->> 'queueUnit',
      ARRAY(SELECT jsonb_array_elements_text(t -> 'waitingFor')),
      c #>> '{facts,channel}', c #>> '{facts,certificateType}', c ->> 'regime',
      epoch_ms(c -> 'openedAt'), epoch_ms(c -> 'acceptedAt'), NULL,
      closed, epoch_ms(legal -> 'dueAt'), at_risk,
      coalesce(legal -> 'pausedAt' <> 'null', false), epoch_ms(legal -> 'stoppedAt'), c);
  ELSE
    SELECT state INTO was FROM cases WHERE case_id = id;
    UPDATE cases SET step = c ->> 'step', rev = (c ->> 'rev')::int, queue_role = t ->> 'queueRole',
      queue_unit = t ->> 'queueUnit',
      waiting_for = ARRAY(SELECT jsonb_array_elements_text(t -> 'waitingFor')), regime = c ->> 'regime',
      accepted_at = epoch_ms(c -> 'acceptedAt'),
      issued_at = CASE WHEN t #>> '{effects,certificate}' = 'ISSUE' THEN now_at ELSE issued_at END,
      closed_at = closed, legal_due_at = epoch_ms(legal -> 'dueAt'), at_risk_at = at_risk,
      paused = coalesce(legal -> 'pausedAt' <> 'null', false),
      legal_done_at = epoch_ms(legal -> 'stoppedAt'), state = c
    WHERE case_id = id;
  END IF;

  IF was -> 'clocks' IS DISTINCT FROM c -> 'clocks' THEN
    INSERT INTO case_clocks AS k (case_id, name, effect, term, started_at, due_at, at_risk_at, paused_at,
      stopped_at, budget, unit, citation, extended_for)
    SELECT id, x ->> 'name', x ->> 'effect', x ->> 'term', epoch_ms(x -> 'startedAt'), epoch_ms(x -> 'dueAt'),
      epoch_ms(x -> 'atRiskAt'), epoch_ms(x -> 'pausedAt'), epoch_ms(x -> 'stoppedAt'),
      (x #>> '{budget,amount}')::numeric, x #>> '{budget,unit}', x ->> 'citation',
      -- An extension holds until another term applies.
      jsonb_path_query_first(jsonb_path_query_array(x,
        '$.changes[*] ? (@.kind == "EXTENDED" || @.kind == "RECLASSIFIED")') -> -1,
        '$ ? (@.kind == "EXTENDED").reason') #>> '{}'
    FROM jsonb_array_elements(c -> 'clocks') AS x
    ON CONFLICT (case_id, name) DO UPDATE SET started_at = EXCLUDED.started_at, due_at = EXCLUDED.due_at,
      at_risk_at = EXCLUDED.at_risk_at, paused_at = EXCLUDED.paused_at, stopped_at = EXCLUDED.stopped_at,
      term = EXCLUDED.term, budget = EXCLUDED.budget, unit = EXCLUDED.unit, citation = EXCLUDED.citation,
      extended_for = EXCLUDED.extended_for
    WHERE (k.due_at, k.at_risk_at, k.started_at, k.paused_at, k.stopped_at, k.budget, k.term) IS DISTINCT FROM
          (EXCLUDED.due_at, EXCLUDED.at_risk_at, EXCLUDED.started_at, EXCLUDED.paused_at, EXCLUDED.stopped_at,
           EXCLUDED.budget, EXCLUDED.term);
  END IF;

  IF jsonb_path_exists(c, '$.clocks[*].pauses') THEN
    INSERT INTO clock_pauses AS k (case_id, clock, from_at, to_at, reason, citation, paper_id)
    SELECT id, x ->> 'name', epoch_ms(p -> 'from'), epoch_ms(p -> 'to'), p ->> 'reason', p ->> 'citation',
      (p ->> 'paperId')::uuid
    FROM jsonb_array_elements(c -> 'clocks') AS x, jsonb_array_elements(x -> 'pauses') AS p
    WHERE p -> 'from' = t -> 'atMs' OR p -> 'to' = t -> 'atMs'
    ON CONFLICT (case_id, clock, from_at) DO UPDATE SET to_at = EXCLUDED.to_at;
  END IF;

  -- Only what this act promised: earlier promises stand already.
  IF c #> '{promises,-1,at}' = t -> 'atMs' THEN
    INSERT INTO promised_dates (case_id, at, why, due_at)
    SELECT id, now_at, p ->> 'why', epoch_ms(p -> 'dueAt')
    FROM jsonb_array_elements(c -> 'promises') AS p WHERE p -> 'at' = t -> 'atMs'
    ON CONFLICT DO NOTHING;
  END IF;

  IF jsonb_array_length(coalesce(c -> 'requests', '[]')) > 0
    AND (was -> 'requests', was -> 'closedAt') IS DISTINCT FROM (c -> 'requests', c -> 'closedAt') THEN
    INSERT INTO verifications AS k
    SELECT x ->> 'id', id, x ->> 'kind', x ->> 'unit', epoch_ms(x -> 'askedAt'), epoch_ms(x -> 'dueAt'),
      (x ->> 'round')::int, x ->> 'outcome', epoch_ms(x -> 'answeredAt'), (x ->> 'answerId')::uuid,
      epoch_ms(x -> 'expectedAt'), closed IS NOT NULL AND x -> 'answeredAt' = 'null'
    FROM jsonb_array_elements(c -> 'requests') AS x
    ON CONFLICT (request_id) DO UPDATE SET due_at = EXCLUDED.due_at, round = EXCLUDED.round, outcome = EXCLUDED.outcome,
      answered_at = EXCLUDED.answered_at, answer_id = EXCLUDED.answer_id, expected_at = EXCLUDED.expected_at,
      withdrawn = EXCLUDED.withdrawn;
  END IF;

  IF t #> '{effects,messages,0}' IS NOT NULL THEN
    INSERT INTO outgoing_messages (id, case_id, kind, to_unit, request_id, queued_at)
    SELECT x ->> 'id', id, x ->> 'kind', x ->> 'toUnit', x ->> 'requestId', now_at
    FROM jsonb_array_elements(t #> '{effects,messages}') AS x
    ON CONFLICT DO NOTHING;
  END IF;

  IF t #> '{effects,escalations,0}' IS NOT NULL THEN
    INSERT INTO escalations (case_id, clock, rung, due_at, at, unit, tells)
    SELECT id, x ->> 'clock', x ->> 'rung', epoch_ms(x -> 'dueAt'), now_at, c ->> 'unit',
      CASE WHEN x ? 'tells' THEN ARRAY(SELECT jsonb_array_elements_text(x -> 'tells')) ELSE '{SUPERVISOR}' END
    FROM jsonb_array_elements(t #> '{effects,escalations}') AS x
    -- A date that a corrected calendar brings back was told of before: once is enough.
    ON CONFLICT DO NOTHING;
  END IF;

  IF (t #>> '{effects,officialUpdate}')::boolean THEN
    INSERT INTO official_records (record_number, case_id, paper_id, updated_at)
    VALUES (c ->> 'recordNumber', id, (c ->> 'recordPaperId')::uuid, now_at);
  END IF;
END
$$;
