-- A dossier is taken in by one statement, and its start is noted by the case that came of it.

-- Keep a dossier and the order to start its workflow, both or neither, under the next number of its unit.
-- The same request again gives the dossier that is there, and so does a known external code.
CREATE FUNCTION take_submission(s jsonb)
RETURNS TABLE (case_id text, tracking_code text, body_hash text, input jsonb, repeated boolean)
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  the_unit text := s ->> 'unit';
  the_code text := s ->> 'externalCode';
  the_person text := s ->> 'submittedBy';
  the_key uuid := (s ->> 'requestKey')::uuid;
  the_year int := (s ->> 'year')::int;
  the_paper uuid := (s ->> 'paperId')::uuid;
  the_instant timestamptz := (s ->> 'submittedAt')::timestamptz;
  serial text;
BEGIN
  -- Requests for the same dossier come one after the other, so that the later ones find it.
  PERFORM pg_advisory_xact_lock(hashtextextended(
    coalesce(the_unit || ' ' || the_code, the_person || ' ' || the_key), 0));
  SELECT k.case_id, k.tracking_code, k.body_hash, o.input, true
  INTO case_id, tracking_code, body_hash, input, repeated
  FROM submissions k JOIN start_outbox o ON o.case_id = k.case_id
  WHERE (k.unit = the_unit AND k.external_code = the_code)
    OR (k.submitted_by = the_person AND k.request_key = the_key)
  ORDER BY k.external_code IS NOT DISTINCT FROM the_code DESC LIMIT 1;
  IF FOUND THEN
    RETURN NEXT;
    RETURN;
  END IF;

  repeated := false;
  body_hash := s ->> 'bodyHash';
  tracking_code := s ->> 'trackingCode';
  serial := next_serial(the_unit, s ->> 'series', the_year)::text;
  case_id := format('%s-%s-%s-%s', s ->> 'prefix', s ->> 'series', the_year,
    lpad(serial, greatest(6, length(serial)), '0'));
  input := (s -> 'input') || jsonb_build_object('caseId', case_id);
  IF s ->> 'recordPrefix' IS NOT NULL THEN
    -- `<agency code><year>/<5 digits>`, starting anew each year (TT 13/2011 Art. 5.2); demonstration codes.
    serial := next_serial(the_unit, 'RECORD', the_year)::text;
    input := jsonb_set(input, '{facts}', (input -> 'facts') || jsonb_build_object(
      'recordNumber', format('%s%s/%s', s ->> 'recordPrefix', the_year, lpad(serial, greatest(5, length(serial)), '0')),
      'recordPaperId', the_paper));
  END IF;
  INSERT INTO submissions (case_id, kind, unit, channel, external_code, body, body_hash, facts, accepted,
    tracking_code, submitted_by, submitted_at, request_key)
  VALUES (case_id, s ->> 'kind', the_unit, s ->> 'channel', the_code, s -> 'body', body_hash, input -> 'facts',
    (input ->> 'accepted')::boolean, tracking_code, the_person, the_instant, the_key);
  INSERT INTO subjects (case_id, full_name, folded_name, birth_date, personal_id)
  VALUES (case_id, s #>> '{person,fullName}', s #>> '{person,foldedName}', s #>> '{person,birthDate}',
    s #>> '{person,personalId}');
  INSERT INTO papers (id, case_id, act, body, written_by, written_at)
  VALUES (the_paper, case_id, 'open', s -> 'body', the_person, the_instant);
  INSERT INTO start_outbox (case_id, input) VALUES (case_id, input);
  RETURN NEXT;
END
$$;

-- The next number of a unit's series in a year; numbers of failed transactions are given again.
CREATE FUNCTION next_serial(of_unit text, of_series text, of_year int) RETURNS int
LANGUAGE plpgsql AS $$
DECLARE
  given int;
BEGIN
  INSERT INTO serials AS s (unit, series, year, last) VALUES (of_unit, of_series, of_year, 1)
  ON CONFLICT (unit, series, year) DO UPDATE SET last = s.last + 1
  RETURNING last INTO given;
  RETURN given;
END
$$;

-- Whose case has its row was started, whoever started it.
CREATE FUNCTION note_started() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE start_outbox SET started_at = now(), last_error = NULL
  WHERE case_id = NEW.case_id AND started_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER cases_started AFTER INSERT ON cases FOR EACH ROW EXECUTE FUNCTION note_started();

REVOKE ALL ON FUNCTION take_submission(jsonb), next_serial(text, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_submission(jsonb), next_serial(text, text, int) TO lltp_api;
