-- A unit's own system names its messages as it likes, and so do we those that liaisons type and packets
-- bring: an id stands for one message among those of its kind of origin, never across.
CREATE UNIQUE INDEX agency_messages_origin ON agency_messages (from_unit, message_id, (received_by = 'AGENCY'));
ALTER TABLE agency_messages DROP CONSTRAINT agency_messages_from_unit_message_id_key;

-- As in 0019, but for whose id it is.
CREATE OR REPLACE FUNCTION take_agency_message(m jsonb)
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
    SELECT a.* INTO kept FROM agency_messages a
    WHERE a.from_unit = the_unit AND a.message_id = the_id AND a.received_by = 'AGENCY';
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

-- What an order to send again comes to when the question stands no more.
ALTER TABLE resend_orders DROP CONSTRAINT resend_orders_outcome_check;
ALTER TABLE resend_orders ADD CONSTRAINT resend_orders_outcome_check
  CHECK (outcome IN ('ACKNOWLEDGED', 'REJECTED', 'NO_LONGER_NEEDED'));

-- Dead letters that tell of a conviction by being there, named for readers who may not know of any.
CREATE TABLE dead_letter_keys (
  message_id text PRIMARY KEY REFERENCES outgoing_messages,
  key uuid NOT NULL UNIQUE DEFAULT gen_random_uuid()
);
COMMENT ON TABLE dead_letter_keys IS 'Under which name a dead letter is shown to who may not know what it asks; says nothing of it.';
GRANT SELECT, INSERT, UPDATE (message_id) ON dead_letter_keys TO lltp_api;
GRANT SELECT ON dead_letter_keys TO lltp_worker;
