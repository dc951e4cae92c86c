-- Messages of agencies: keys that rotate, evidence of everything that arrives, each unit's own
-- numbering, and sending again what came to nothing.

CREATE TABLE unit_keys (
  kid text PRIMARY KEY,
  unit text NOT NULL REFERENCES units,
  jwk jsonb NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_to timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawal_reason text,
  -- Account of an administrator, `setup`, or the kid of the key that announced this one.
  registered_by text NOT NULL,
  registered_at timestamptz NOT NULL,
  CHECK (split_part(kid, '.', 1) = unit),
  CHECK (valid_to > valid_from)
);
CREATE INDEX unit_keys_unit ON unit_keys (unit, valid_from);
COMMENT ON TABLE unit_keys IS 'Public keys that sign the messages of a unit, `PV06-01` the first, `PV06-01.2` the next; validity in business time.';
INSERT INTO unit_keys (kid, unit, jwk, valid_from, registered_by, registered_at)
SELECT code, code, public_key, 'epoch', 'setup', 'epoch' FROM units WHERE public_key IS NOT NULL;
ALTER TABLE units DROP COLUMN public_key;
COMMENT ON TABLE units IS 'Agencies and their units; their keys stand in unit_keys.';

CREATE TABLE office_keys (
  number int PRIMARY KEY,
  jwk jsonb NOT NULL,
  signs_from timestamptz NOT NULL,
  signs_to timestamptz
);
COMMENT ON TABLE office_keys IS 'Public halves of the keys that sign our own messages, shown to the agencies; instants in real time.';

-- Each unit counts its messages up by one. A gap is a message that has not come; what comes with a
-- smaller number than the greatest seen came late.
CREATE TABLE unit_messages (
  unit text NOT NULL REFERENCES units,
  sequence bigint NOT NULL CHECK (sequence > 0),
  message_id text NOT NULL,
  content_hash text NOT NULL,
  late boolean NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (unit, sequence),
  UNIQUE (unit, message_id)
);
CREATE INDEX unit_messages_received ON unit_messages USING brin (received_at);
INSERT INTO unit_messages (unit, sequence, message_id, content_hash, late, received_at)
SELECT from_unit, (body ->> 'sequence')::bigint, message_id,
  encode(sha256(convert_to(body::text, 'UTF8')), 'hex'), false, received_at
FROM agency_messages WHERE received_by = 'AGENCY' AND body ? 'sequence'
ON CONFLICT DO NOTHING;

CREATE TABLE message_evidence (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  received_at timestamptz NOT NULL,
  -- What the message claims, if that much can be read: nothing of it is believed.
  unit text,
  kid text,
  typ text,
  message_id text,
  sequence bigint,
  sha256 text NOT NULL,
  size int NOT NULL,
  raw text NOT NULL,
  verdict text NOT NULL,
  detail text,
  agency_message uuid REFERENCES agency_messages
);
CREATE INDEX message_evidence_message ON message_evidence (unit, message_id);
CREATE INDEX message_evidence_refused ON message_evidence (id) WHERE verdict NOT IN ('TAKEN', 'REPEATED');
CREATE INDEX message_evidence_received ON message_evidence USING brin (received_at);
COMMENT ON TABLE message_evidence IS 'Everything that arrived at the door for agency messages, taken or refused; hash and size of all bytes read, the text up to a bound (empty where agency_messages has it). Append-only.';
COMMENT ON COLUMN message_evidence.verdict IS 'TAKEN, REPEATED, or the code it was refused with at the door; what its case said stands in agency_messages.';

-- Tokens of units that were shown once, so that nobody shows them again while they are good.
CREATE TABLE shown_assertions (
  unit text NOT NULL REFERENCES units,
  jti text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (unit, jti)
);
CREATE INDEX shown_assertions_expired ON shown_assertions (expires_at);

ALTER TABLE outgoing_messages
  ADD COLUMN last_error_code text,
  ADD COLUMN last_tried_at timestamptz;
COMMENT ON COLUMN outgoing_messages.last_tried_at IS 'Real time, unlike queued_at: attempts are paced by the machine.';
CREATE INDEX outgoing_messages_waiting ON outgoing_messages (to_unit, queued_at, id) WHERE acknowledged_at IS NULL;
CREATE INDEX outgoing_messages_queued ON outgoing_messages USING brin (queued_at);

CREATE TABLE resend_previews (
  token uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account uuid NOT NULL REFERENCES accounts,
  messages jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE TABLE resend_orders (
  message_id text NOT NULL REFERENCES outgoing_messages,
  token uuid NOT NULL REFERENCES resend_previews,
  ordered_by uuid NOT NULL REFERENCES accounts,
  ordered_at timestamptz NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL DEFAULT now(),
  done_at timestamptz,
  outcome text CHECK (outcome IN ('ACKNOWLEDGED', 'REJECTED')),
  PRIMARY KEY (message_id, token)
);
CREATE INDEX resend_orders_open ON resend_orders (next_at) WHERE done_at IS NULL;
COMMENT ON TABLE resend_orders IS 'Messages an administrator orders sent again; the worker does it until it is taken or refused.';

-- Take one signed message whose signature holds: number it, keep it as evidence, and keep what asks
-- for an act where the case finds it. One round trip; messages of one unit are taken one at a time.
CREATE FUNCTION take_agency_message(m jsonb)
RETURNS TABLE (verdict text, id uuid, state text, refusal_code text)
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  the_unit text := m ->> 'unit';
  the_id text := m ->> 'messageId';
  the_number bigint := (m ->> 'sequence')::bigint;
  the_hash text := encode(sha256(convert_to((m -> 'payload')::text, 'UTF8')), 'hex');
  earlier text;
  kept agency_messages;
BEGIN
  PERFORM pg_advisory_xact_lock(19, hashtext(the_unit));
  SELECT content_hash INTO earlier FROM unit_messages u WHERE u.unit = the_unit AND u.message_id = the_id;
  IF earlier IS NOT NULL THEN
    verdict := CASE WHEN earlier = the_hash THEN 'REPEATED' ELSE 'MESSAGE_ID_REUSED' END;
    SELECT a.* INTO kept FROM agency_messages a WHERE a.from_unit = the_unit AND a.message_id = the_id;
  ELSIF EXISTS (SELECT FROM unit_messages u WHERE u.unit = the_unit AND u.sequence = the_number) THEN
    verdict := 'SEQUENCE_REUSED';
  ELSE
    verdict := coalesce(m ->> 'refusal', 'TAKEN');
    INSERT INTO unit_messages (unit, sequence, message_id, content_hash, late, received_at)
    VALUES (the_unit, the_number, the_id, the_hash,
      the_number < coalesce((SELECT max(u.sequence) FROM unit_messages u WHERE u.unit = the_unit), 0),
      (m ->> 'receivedAt')::timestamptz);
    IF verdict = 'TAKEN' AND m ->> 'act' IS NOT NULL THEN
      INSERT INTO agency_messages AS a
        (from_unit, message_id, case_id, act, codes, body, jws, received_by, received_at)
      VALUES (the_unit, the_id, m ->> 'caseId', m ->> 'act', m -> 'codes', m -> 'payload', m ->> 'jws',
        'AGENCY', (m ->> 'receivedAt')::timestamptz)
      RETURNING a.* INTO kept;
    END IF;
  END IF;
  INSERT INTO message_evidence
    (received_at, unit, kid, typ, message_id, sequence, sha256, size, raw, verdict, detail, agency_message)
  VALUES ((m ->> 'receivedAt')::timestamptz, the_unit, m ->> 'kid', m ->> 'typ', the_id, the_number,
    m ->> 'sha256', (m ->> 'size')::int,
    -- Taken for a case, it is kept whole beside the act it asks for.
    CASE WHEN verdict = 'TAKEN' AND kept.id IS NOT NULL THEN '' ELSE m ->> 'raw' END, verdict, m ->> 'detail', kept.id);
  id := kept.id;
  state := kept.state;
  refusal_code := kept.refusal_code;
  RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION take_agency_message(jsonb) FROM PUBLIC;

GRANT SELECT ON unit_keys, office_keys, unit_messages, message_evidence, shown_assertions, resend_previews,
  resend_orders TO lltp_api, lltp_worker;
GRANT EXECUTE ON FUNCTION take_agency_message(jsonb) TO lltp_api;
GRANT INSERT ON unit_keys, unit_messages, message_evidence, resend_orders TO lltp_api;
GRANT INSERT, UPDATE ON resend_previews TO lltp_api;
GRANT INSERT, DELETE ON shown_assertions TO lltp_api;
GRANT UPDATE (valid_to, withdrawn_at, withdrawn_by, withdrawal_reason) ON unit_keys TO lltp_api;
GRANT UPDATE (attempts, next_at, done_at, outcome) ON resend_orders TO lltp_worker;
GRANT INSERT, UPDATE ON office_keys TO lltp_worker;
