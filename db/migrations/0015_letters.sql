-- Who is away and who covers, letters of apology for a missed date, disputes of a deadline.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE absences (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account uuid NOT NULL REFERENCES accounts,
  unit text NOT NULL REFERENCES units,
  from_on date NOT NULL,
  to_on date NOT NULL,
  delegate uuid REFERENCES accounts,
  reason text NOT NULL CHECK (reason IN ('LEAVE', 'SICK', 'TRAINING', 'TRAVEL', 'OTHER')),
  note text,
  entered_by uuid NOT NULL REFERENCES accounts,
  entered_at timestamptz NOT NULL,
  cancelled_by uuid REFERENCES accounts,
  cancelled_at timestamptz,
  CHECK (from_on <= to_on),
  CHECK (delegate <> account),
  CONSTRAINT absences_apart EXCLUDE USING gist
    (account WITH =, daterange(from_on, to_on, '[]') WITH &&) WHERE (cancelled_at IS NULL)
);
CREATE INDEX absences_unit ON absences (unit, from_on, id);
CREATE INDEX absences_delegate ON absences (delegate, to_on) WHERE cancelled_at IS NULL;
COMMENT ON TABLE absences IS 'Whole days in Vietnam, first and last included; nobody is away twice at once.';

-- Work of somebody absent: with the delegate, or (delegate null) in the unit's queue. It goes back
-- when the absence is over and the case still stands at `rev`.
CREATE TABLE covers (
  case_id text PRIMARY KEY REFERENCES cases,
  absent uuid NOT NULL REFERENCES accounts,
  delegate uuid REFERENCES accounts,
  rev int NOT NULL,
  since timestamptz NOT NULL
);
CREATE INDEX covers_absent ON covers (absent);
CREATE INDEX covers_delegate ON covers (delegate);

ALTER TABLE claim_log DROP CONSTRAINT claim_log_change_check;
ALTER TABLE claim_log ADD CONSTRAINT claim_log_change_check
  CHECK (change IN ('CLAIMED', 'RELEASED', 'ASSIGNED', 'COVERED', 'RETURNED'));

CREATE FUNCTION is_away(who uuid, at timestamptz) RETURNS boolean
LANGUAGE sql STABLE
AS $$
  SELECT EXISTS (SELECT FROM absences WHERE account = who AND cancelled_at IS NULL
    AND daterange(from_on, to_on, '[]') @> vietnam_date(at))
$$;

-- Whose desk work for `who` lands on: the own one, the delegate's during an absence, or null for the
-- unit's queue. A delegate who is away, serves another unit or another role, or had a hand in this
-- case before (four eyes), does not get it.
CREATE FUNCTION desk_for(who uuid, of_case text, wanted_role text, at timestamptz) RETURNS uuid
LANGUAGE sql STABLE
AS $$
  SELECT CASE WHEN away.account IS NULL THEN who ELSE d.id END
  FROM accounts a
  LEFT JOIN absences away ON away.account = a.id AND away.cancelled_at IS NULL
    AND daterange(away.from_on, away.to_on, '[]') @> vietnam_date(at)
  LEFT JOIN accounts d ON d.id = away.delegate AND d.active AND d.unit = a.unit
    AND wanted_role = ANY (d.roles) AND NOT is_away(d.id, at)
    AND NOT EXISTS (SELECT FROM case_events e WHERE e.case_id = of_case AND e.actor = d.id::text)
  WHERE a.id = who
$$;

-- The case leaves the desk it was on; it lands on the desk the flow names or that covers for it.
CREATE FUNCTION write_desk(t jsonb, now_at timestamptz) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  c jsonb := t -> 'case';
  id text := c ->> 'caseId';
  named uuid := (c ->> 'assignee')::uuid;
  lands uuid;
BEGIN
  IF NOT (t ->> 'leavesDesk')::boolean THEN
    RETURN;
  END IF;
  DELETE FROM covers WHERE case_id = id;
  IF named IS NULL OR c ->> 'closedAt' IS NOT NULL THEN
    DELETE FROM claims WHERE case_id = id;
    RETURN;
  END IF;
  lands := desk_for(named, id, t ->> 'queueRole', now_at);
  IF lands IS NULL THEN
    DELETE FROM claims WHERE case_id = id;
  ELSE
    INSERT INTO claims (case_id, holder, since) VALUES (id, lands, now_at)
    ON CONFLICT (case_id) DO UPDATE SET holder = EXCLUDED.holder, since = EXCLUDED.since, assigned_by = NULL
    WHERE claims.holder <> EXCLUDED.holder;
  END IF;
  IF lands IS DISTINCT FROM named THEN
    INSERT INTO covers (case_id, absent, delegate, rev, since)
    VALUES (id, named, lands, (c ->> 'rev')::int, now_at);
  END IF;
END
$$;

-- For whom a delegate acts, as a further code of the event: {"actedFor": account}, or {}.
CREATE FUNCTION acted_for(t jsonb, now_at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE
AS $$
  SELECT coalesce((
    SELECT jsonb_build_object('actedFor', k.absent)
    FROM covers k JOIN claims h ON h.case_id = k.case_id AND h.holder = k.delegate
    WHERE k.case_id = t #>> '{case,caseId}' AND k.delegate::text = t ->> 'actor'
      AND (t ->> 'claims')::boolean AND is_away(k.absent, now_at)), '{}')
$$;

-- Bring desks in line with who is away at an instant; gives how many cases moved. Safe to repeat, and
-- the same for the clock (worker) and for who enters or cancels an absence (API).
CREATE FUNCTION settle_covers(now_at timestamptz) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
AS $$
DECLARE
  k record;
  lands uuid;
  moved int := 0;
BEGIN
  -- Back at work: what nobody touched returns, what the delegate touched stays there.
  FOR k IN
    SELECT v.case_id, v.absent, s.rev = v.rev AND h.holder IS NOT DISTINCT FROM v.delegate
      AND s.closed_at IS NULL AND a.active AS untouched
    FROM covers v JOIN cases s USING (case_id) JOIN accounts a ON a.id = v.absent
    LEFT JOIN claims h USING (case_id)
    WHERE NOT is_away(v.absent, now_at)
    ORDER BY v.case_id FOR UPDATE OF v SKIP LOCKED
  LOOP
    DELETE FROM covers WHERE case_id = k.case_id;
    CONTINUE WHEN NOT k.untouched;
    INSERT INTO claims (case_id, holder, since) VALUES (k.case_id, k.absent, now_at)
    ON CONFLICT (case_id) DO UPDATE SET holder = EXCLUDED.holder, since = EXCLUDED.since, assigned_by = NULL;
    INSERT INTO claim_log (case_id, holder, change, by_account, at)
    VALUES (k.case_id, k.absent, 'RETURNED', k.absent, now_at);
    moved := moved + 1;
  END LOOP;
  -- Away: the desk is cleared. A delegate who goes away too hands nothing on: the unit's queue has it.
  FOR k IN
    SELECT h.case_id, h.holder, s.rev, s.queue_role, v.delegate IS NOT NULL AS covering
    FROM absences x JOIN claims h ON h.holder = x.account JOIN cases s USING (case_id)
    LEFT JOIN covers v ON v.case_id = h.case_id AND v.delegate = h.holder
    WHERE x.cancelled_at IS NULL AND daterange(x.from_on, x.to_on, '[]') @> vietnam_date(now_at)
    ORDER BY h.case_id FOR UPDATE OF h SKIP LOCKED
  LOOP
    lands := CASE WHEN NOT k.covering THEN desk_for(k.holder, k.case_id, k.queue_role, now_at) END;
    IF k.covering THEN
      UPDATE covers SET delegate = NULL WHERE case_id = k.case_id;
    ELSE
      INSERT INTO covers (case_id, absent, delegate, rev, since)
      VALUES (k.case_id, k.holder, lands, k.rev, now_at)
      ON CONFLICT (case_id) DO UPDATE SET absent = EXCLUDED.absent, delegate = EXCLUDED.delegate,
        rev = EXCLUDED.rev, since = EXCLUDED.since;
    END IF;
    IF lands IS NULL THEN
      DELETE FROM claims WHERE case_id = k.case_id;
    ELSE
      UPDATE claims SET holder = lands, since = now_at, assigned_by = NULL WHERE case_id = k.case_id;
    END IF;
    INSERT INTO claim_log (case_id, holder, change, by_account, at)
    VALUES (k.case_id, lands, 'COVERED', k.holder, now_at);
    moved := moved + 1;
  END LOOP;
  RETURN moved;
END
$$;

CREATE TABLE letters (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id text NOT NULL REFERENCES cases,
  unit text NOT NULL REFERENCES units,
  kind text NOT NULL CHECK (kind IN ('APOLOGY')),
  -- The breach it answers: the rung of the clock, and the date that was missed.
  clock text NOT NULL,
  rung text NOT NULL,
  missed_at timestamptz NOT NULL,
  -- A date missed again needs a higher signer.
  again boolean NOT NULL,
  drafted_at timestamptz NOT NULL,
  status text NOT NULL CHECK (status IN ('DRAFT', 'SIGNED', 'SENT', 'CANCELLED')),
  year int,
  serial int,
  number text,
  promised_due_at timestamptz,
  signer uuid REFERENCES accounts,
  signer_name text,
  signer_title text,
  signed_at timestamptz,
  way text CHECK (way IN ('PRINT', 'POST', 'CHANNEL')),
  message_id text REFERENCES outgoing_messages,
  sent_at timestamptz,
  sent_by text,
  cancelled_at timestamptz,
  cancelled_why text CHECK (cancelled_why IN
    ('BY_HAND', 'SUPERSEDED', 'DATE_MOVED', 'RESULT_READY', 'CASE_CLOSED')),
  UNIQUE (case_id, clock, rung, missed_at),
  UNIQUE (unit, year, serial),
  CHECK ((status IN ('SIGNED', 'SENT')) = (number IS NOT NULL))
);
CREATE UNIQUE INDEX letters_one_draft ON letters (case_id) WHERE status = 'DRAFT';
CREATE INDEX letters_unit ON letters (unit, status, drafted_at, id);
COMMENT ON TABLE letters IS 'Letters of apology with a new date; drafted in the transaction that writes the breach.';

CREATE TABLE letter_registers (
  unit text NOT NULL REFERENCES units,
  year int NOT NULL,
  last int NOT NULL,
  PRIMARY KEY (unit, year)
);
COMMENT ON TABLE letter_registers IS 'Numbers of letters: from 1 each year and unit, given when signed, without gaps.';

-- Notices that a province's connected system fetches for the applicant's channel (portals, VNeID).
CREATE TABLE channel_notices (
  letter uuid PRIMARY KEY REFERENCES letters,
  case_id text NOT NULL REFERENCES cases,
  unit text NOT NULL REFERENCES units,
  channel text NOT NULL,
  queued_at timestamptz NOT NULL,
  -- When the connected system said that it has it; the letter is sent from then on.
  acknowledged_at timestamptz
);
CREATE INDEX channel_notices_waiting ON channel_notices (unit, queued_at, letter)
  WHERE acknowledged_at IS NULL;

-- What an act means for the letters of its case: a breach drafts one, signing numbers it, and a
-- draft whose cause is gone is cancelled.
CREATE FUNCTION write_letter(t jsonb, now_at timestamptz) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  c jsonb := t -> 'case';
  x jsonb;
BEGIN
  IF c ->> 'kind' <> 'APPLICATION' THEN
    RETURN;
  END IF;
  IF t ->> 'act' = 'apologise' THEN
    PERFORM sign_letter(t, now_at);
  ELSIF t ->> 'act' = 'cancelApology' THEN
    UPDATE letters SET status = 'CANCELLED', cancelled_at = now_at, cancelled_why = 'BY_HAND'
    WHERE id = (t #>> '{codes,letterId}')::uuid AND case_id = c ->> 'caseId' AND status = 'DRAFT';
  ELSIF c ->> 'closedAt' IS NOT NULL THEN
    PERFORM drop_draft(c ->> 'caseId', 'CASE_CLOSED', now_at);
  ELSIF t #>> '{effects,certificate}' = 'ISSUE' THEN
    PERFORM drop_draft(c ->> 'caseId', 'RESULT_READY', now_at);
  ELSE
    -- Whatever act moved the legal date: what was missed is no longer what is due.
    UPDATE letters SET status = 'CANCELLED', cancelled_at = now_at, cancelled_why = 'DATE_MOVED'
    WHERE case_id = c ->> 'caseId' AND status = 'DRAFT' AND clock = 'total' AND missed_at NOT IN
      (SELECT epoch_ms(k -> 'dueAt') FROM jsonb_array_elements(c -> 'clocks') AS k WHERE k ->> 'name' = 'total');
  END IF;
  FOR x IN SELECT * FROM jsonb_array_elements(t #> '{effects,escalations}') LOOP
    CONTINUE WHEN x ->> 'clock' NOT IN ('total', 'promise') OR x ->> 'rung' NOT IN ('OVERDUE', 'LONG_OVERDUE');
    -- Who was promised a date that still lies ahead is not told again before that one is missed.
    CONTINUE WHEN x ->> 'rung' = 'LONG_OVERDUE' AND EXISTS (
      SELECT FROM jsonb_array_elements(c -> 'clocks') AS k
      WHERE k ->> 'name' = 'promise' AND k -> 'stoppedAt' = 'null' AND NOT k -> 'fired' ? 'OVERDUE');
    PERFORM drop_draft(c ->> 'caseId', 'SUPERSEDED', now_at);
    INSERT INTO letters (case_id, unit, kind, clock, rung, missed_at, again, drafted_at, status)
    VALUES (c ->> 'caseId', c ->> 'unit', 'APOLOGY', x ->> 'clock', x ->> 'rung', epoch_ms(x -> 'dueAt'),
      x ->> 'rung' = 'LONG_OVERDUE' OR jsonb_path_exists(c, '$.promises[*] ? (@.why == "APOLOGY")'),
      now_at, 'DRAFT')
    -- Missed again after a corrected calendar had moved it away and back: the draft is due once more.
    ON CONFLICT (case_id, clock, rung, missed_at) DO UPDATE
      SET status = 'DRAFT', drafted_at = EXCLUDED.drafted_at, cancelled_at = NULL, cancelled_why = NULL
      WHERE letters.status = 'CANCELLED' AND letters.cancelled_why = 'DATE_MOVED';
  END LOOP;
END
$$;

CREATE FUNCTION drop_draft(of_case text, why text, now_at timestamptz) RETURNS void
LANGUAGE sql
AS $$
  UPDATE letters SET status = 'CANCELLED', cancelled_at = now_at, cancelled_why = why
  WHERE case_id = of_case AND status = 'DRAFT'
$$;

-- Number a letter from its unit's register and put it on its way to the applicant.
CREATE FUNCTION sign_letter(t jsonb, now_at timestamptz) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  c jsonb := t -> 'case';
  letter uuid := (t #>> '{codes,letterId}')::uuid;
  promise jsonb := c -> 'promises' -> -1;
  register_year int := extract(year FROM vietnam_date(now_at))::int;
  item text := t #>> '{effects,messages,0,id}';
  channel text := c #>> '{facts,channel}';
  next_serial int;
BEGIN
  PERFORM 1 FROM letters WHERE id = letter AND case_id = c ->> 'caseId' AND status = 'DRAFT' FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  INSERT INTO letter_registers AS g (unit, year, last) VALUES (c ->> 'unit', register_year, 1)
  ON CONFLICT (unit, year) DO UPDATE SET last = g.last + 1 RETURNING last INTO next_serial;
  UPDATE letters l SET status = 'SIGNED', year = register_year, serial = next_serial,
    number = next_serial || '/PXL-STP', promised_due_at = epoch_ms(promise -> 'dueAt'),
    signer = a.id, signer_name = a.display_name, signer_title = a.title, signed_at = now_at,
    message_id = item,
    way = CASE WHEN item IS NOT NULL THEN 'POST' WHEN channel IN ('COUNTER', 'POST') THEN 'PRINT' ELSE 'CHANNEL' END
  FROM accounts a WHERE a.id::text = t ->> 'actor' AND l.id = letter;
  -- The channel has it once its system acknowledges the notice.
  IF item IS NULL AND channel NOT IN ('COUNTER', 'POST') THEN
    INSERT INTO channel_notices (letter, case_id, unit, channel, queued_at)
    VALUES (letter, c ->> 'caseId', c ->> 'unit', channel, now_at);
  END IF;
END
$$;

-- A letter by post is sent when the operator has taken the order.
CREATE FUNCTION mark_letter_sent() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE letters SET status = 'SENT', sent_at = NEW.acknowledged_at, sent_by = NEW.to_unit
  WHERE message_id = NEW.id AND status = 'SIGNED';
  RETURN NULL;
END
$$;
CREATE TRIGGER letters_sent AFTER UPDATE OF acknowledged_at ON outgoing_messages FOR EACH ROW
  WHEN (NEW.kind = 'LETTER_ITEM' AND NEW.acknowledged_at IS NOT NULL) EXECUTE FUNCTION mark_letter_sent();

CREATE TABLE disputes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id text NOT NULL REFERENCES cases,
  unit text NOT NULL REFERENCES units,
  clock text NOT NULL,
  -- The day contested, or null for the date as a whole.
  day date,
  -- What the day, or the date, should be in the opinion of who contests it.
  wanted text,
  reason text NOT NULL,
  raised_as text NOT NULL CHECK (raised_as IN ('STAFF', 'APPLICANT')),
  raised_by uuid REFERENCES accounts,
  raised_at timestamptz NOT NULL,
  status text NOT NULL CHECK (status IN ('OPEN', 'UPHELD', 'DISMISSED')),
  ruled_by uuid REFERENCES accounts,
  ruled_at timestamptz,
  ruling_reason text,
  citation text,
  CHECK ((raised_as = 'STAFF') = (raised_by IS NOT NULL)),
  CHECK ((status = 'OPEN') = (ruled_at IS NULL))
);
CREATE UNIQUE INDEX disputes_one_open ON disputes (case_id, clock, coalesce(day, '-infinity'), raised_as)
  WHERE status = 'OPEN';
CREATE INDEX disputes_unit ON disputes (unit, status, raised_at, id);
CREATE INDEX disputes_case ON disputes (case_id);

-- A ruling as a test vector: facts in, the due date that is right. The engine answers to it, not it
-- to the engine, and no case changes because of it.
CREATE TABLE deadline_rulings (
  dispute uuid PRIMARY KEY REFERENCES disputes,
  starts_at timestamptz NOT NULL,
  amount double precision NOT NULL,
  unit text NOT NULL,
  calendar_version text NOT NULL,
  calendar_overlay text,
  -- [[from, to], …] as epoch milliseconds.
  standstills jsonb NOT NULL,
  day date,
  day_class text CHECK (day_class IN ('WORKING', 'OFF', 'PAUSED')),
  expected_due_at timestamptz NOT NULL,
  citation text NOT NULL,
  at timestamptz NOT NULL
);

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
  RETURN jsonb_build_object('outcome', 'WRITTEN', 'certificateNumber', certificate_number);
END
$$;

REVOKE ALL ON FUNCTION settle_covers(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION settle_covers(timestamptz) TO lltp_api, lltp_worker;
GRANT SELECT ON absences, covers, letters, letter_registers, channel_notices, disputes, deadline_rulings
  TO lltp_api, lltp_worker;
-- The worker: letters and covers with the transition, the return of desks by the clock.
GRANT INSERT, UPDATE ON letters, letter_registers TO lltp_worker;
GRANT INSERT ON channel_notices TO lltp_worker;
GRANT INSERT, UPDATE, DELETE ON covers TO lltp_worker;
-- The API: absences and disputes are its own; of a letter it notes only that it reached the applicant's side.
GRANT INSERT ON absences, disputes, deadline_rulings TO lltp_api;
GRANT UPDATE (cancelled_by, cancelled_at) ON absences TO lltp_api;
GRANT UPDATE (status, sent_at, sent_by) ON letters TO lltp_api;
GRANT UPDATE (acknowledged_at) ON channel_notices TO lltp_api;
GRANT UPDATE (status, ruled_by, ruled_at, ruling_reason, citation) ON disputes TO lltp_api;
