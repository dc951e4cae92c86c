-- Judgments that answers in applications told of, persons of records as approved changes name them, and
-- information that suppliers' own systems sign.

-- What became of a judgment that an application's answers told of. Append-only.
CREATE TABLE found_judgments (
  case_id text NOT NULL REFERENCES cases,
  -- Letters and digits of its number, and its day, as `judgmentKey` makes them.
  judgment text NOT NULL,
  -- The answer that is its source.
  answer_id uuid NOT NULL REFERENCES agency_messages,
  outcome text NOT NULL CHECK (outcome IN ('RECORD', 'FURTHER', 'THERE', 'NONE')),
  record_number text COLLATE "C",
  reason text,
  decided_by uuid NOT NULL REFERENCES accounts,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, judgment),
  CHECK ((outcome = 'NONE') = (record_number IS NULL)),
  CHECK ((outcome = 'NONE') = (reason IS NOT NULL))
);
CREATE INDEX found_judgments_record ON found_judgments (record_number) WHERE record_number IS NOT NULL;
COMMENT ON TABLE found_judgments IS 'Append-only: what became of each judgment found while a certificate was issued, and by which answer.';

-- Answers that told of judgments: few beside all the others.
CREATE INDEX verifications_found ON verifications (case_id) WHERE outcome = 'RECORD_FOUND';

CREATE FUNCTION judgment_key(entry jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT lower(regexp_replace(entry ->> 'judgmentNumber', '[^0-9A-Za-z]', '', 'g')) || ' ' || (entry ->> 'judgmentDate')
$$;

-- The person of a record as an approved change of it says, beside the rows its papers made.
ALTER TABLE known_persons ADD COLUMN amended boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN known_persons.amended IS 'By an approved change of the record, whose proposal is `paper_id`; the latest row of a record stands.';

-- What a supplier's own system signs comes without an account.
ALTER TABLE supplies ALTER COLUMN received_by DROP NOT NULL;
ALTER TABLE supplies ADD COLUMN message_id text;
ALTER TABLE supplies DROP CONSTRAINT supplies_channel_check;
ALTER TABLE supplies ADD CONSTRAINT supplies_channel_check
  CHECK (channel IN ('PAPER', 'MESSAGE', 'FILE', 'SIGNED'));
ALTER TABLE supplies ADD CONSTRAINT supplies_signed_check
  CHECK ((channel = 'SIGNED') = (received_by IS NULL) AND (channel = 'SIGNED') = (message_id IS NOT NULL));

-- As in 0030, with the message something came by: enter something into its unit's book under the next number. The same id again gives the entry that is
-- there; `taken` is false when the same paper stands there under another id, which then is `id`.
CREATE OR REPLACE FUNCTION take_supply(s jsonb, OUT id uuid, OUT taken boolean)
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  the_unit text := s ->> 'unit';
  the_year int := (s ->> 'year')::int;
  the_id uuid := (s ->> 'id')::uuid;
  given int;
BEGIN
  -- One entry of a unit after the other, whichever its year: the later one finds the same paper.
  PERFORM pg_advisory_xact_lock(hashtextextended('supply ' || the_unit, 0));
  -- Two looks, each by an index, whatever the table was when this was planned.
  SELECT k.id, true INTO id, taken FROM supplies k WHERE k.id = the_id;
  IF FOUND THEN
    RETURN;
  END IF;
  SELECT k.id, false INTO id, taken FROM supplies k
  WHERE k.unit = the_unit AND k.supplier_kind = s ->> 'supplierKind' AND k.supplier_key = s ->> 'supplierKey'
    AND k.kind = s ->> 'kind' AND k.number_key = s ->> 'numberKey' AND k.issued_on = (s ->> 'issuedOn')::date
    AND k.folded_name = s ->> 'foldedName' AND k.birth_date = s ->> 'birthDate';
  IF FOUND THEN
    RETURN;
  END IF;
  INSERT INTO supply_books AS b (unit, year, last) VALUES (the_unit, the_year, 1)
  ON CONFLICT (unit, year) DO UPDATE SET last = b.last + 1 RETURNING last INTO given;
  INSERT INTO supplies (id, unit, year, book_number, supplier_kind, supplier_name, supplier_key, kind, number,
    number_key, issued_on, effective_on, arrived_on, person_name, folded_name, birth_date, channel, body, batch_id,
    received_by, received_at, message_id)
  VALUES (the_id, the_unit, the_year, given, s ->> 'supplierKind', s ->> 'supplierName', s ->> 'supplierKey',
    s ->> 'kind', s ->> 'number', s ->> 'numberKey', (s ->> 'issuedOn')::date, (s ->> 'effectiveOn')::date,
    (s ->> 'arrivedOn')::date, s ->> 'personName', s ->> 'foldedName', s ->> 'birthDate', s ->> 'channel',
    s -> 'body', (s ->> 'batchId')::uuid, (s ->> 'receivedBy')::uuid, (s ->> 'receivedAt')::timestamptz,
    s ->> 'messageId');
  id := the_id;
  taken := true;
END
$$;

-- As in 0024, and what is supplied is entered into its book in the same transaction: a paper that stands there
-- is refused, and the same message again is told what became of the first.
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
  entered boolean;
BEGIN
  PERFORM pg_advisory_xact_lock(19, hashtext(the_unit));
  SELECT content_hash INTO earlier FROM unit_messages u WHERE u.unit = the_unit AND u.message_id = the_id;
  IF earlier IS NOT NULL THEN
    verdict := CASE WHEN earlier = the_hash THEN 'REPEATED' ELSE 'MESSAGE_ID_REUSED' END;
    SELECT a.* INTO kept FROM agency_messages a
    WHERE a.from_unit = the_unit AND a.message_id = the_id AND a.received_by = 'AGENCY';
    IF verdict = 'REPEATED' AND m ->> 'supply' IS NOT NULL
      AND NOT EXISTS (SELECT FROM supplies k WHERE k.id = (m #>> '{supply,id}')::uuid) THEN
      SELECT e.verdict INTO verdict FROM message_evidence e
      WHERE e.unit = the_unit AND e.message_id = the_id ORDER BY e.id LIMIT 1;
    END IF;
  ELSIF EXISTS (SELECT FROM unit_messages u WHERE u.unit = the_unit AND u.sequence = the_number) THEN
    verdict := 'SEQUENCE_REUSED';
  ELSE
    verdict := coalesce(m ->> 'refusal', 'TAKEN');
    IF verdict = 'TAKEN' AND m ->> 'supply' IS NOT NULL THEN
      SELECT t.taken INTO entered FROM take_supply(m -> 'supply') t;
      verdict := CASE WHEN entered THEN 'TAKEN' ELSE 'SUPPLY_ALREADY_RECEIVED' END;
    END IF;
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

GRANT SELECT, INSERT ON found_judgments TO lltp_api;
GRANT SELECT ON found_judgments TO lltp_worker;
GRANT EXECUTE ON FUNCTION judgment_key(jsonb) TO lltp_api;
