-- What follows the number on certificates and letters is law of the case's own rule set: the justice
-- sector issued until 28 February 2025, the police since.

-- The sign of a paper of a unit under a rule set, such as STP-LLTP; the old one where the rule
-- set was published before signs were data.
CREATE FUNCTION number_sign(of_unit text, rules text, paper text) RETURNS text
LANGUAGE sql STABLE
AS $$
  SELECT CASE
    WHEN r.body #> '{agencies,issuer,papers}' IS NULL
      THEN CASE paper WHEN 'certificateNumber' THEN 'STP-LLTP' ELSE 'PXL-STP' END
    ELSE r.body #>> ARRAY['agencies', CASE u.kind WHEN 'CENTRE' THEN 'centralIssuer' ELSE 'issuer' END,
      'papers', paper] END
  FROM units u, rule_sets r WHERE u.code = of_unit AND r.id = rules
$$;

-- Number a certificate from the unit's register, or recall the valid one; gives the new number or null.
CREATE OR REPLACE FUNCTION write_certificate(t jsonb, now_at timestamptz) RETURNS text
LANGUAGE plpgsql
AS $$
DECLARE
  c jsonb := t -> 'case';
  register_year int := extract(year FROM vietnam_date(now_at))::int;
  next_serial int;
  new_number text;
BEGIN
  IF t #>> '{effects,certificate}' = 'RECALL' THEN
    UPDATE certificates SET status = 'RECALLED' WHERE case_id = c ->> 'caseId' AND status = 'VALID';
  ELSIF t #>> '{effects,certificate}' = 'ISSUE' THEN
    UPDATE certificates SET status = 'REPLACED' WHERE case_id = c ->> 'caseId' AND status = 'RECALLED';
    INSERT INTO registers AS g (unit, year, last) VALUES (c ->> 'unit', register_year, 1)
    ON CONFLICT (unit, year) DO UPDATE SET last = g.last + 1
    RETURNING last INTO next_serial;
    new_number := concat_ws('/', next_serial,
      number_sign(c ->> 'unit', c ->> 'ruleSetId', 'certificateNumber'));
    INSERT INTO certificates (unit, year, serial, number, case_id, rev, verification_code, status, issued_at)
    VALUES (c ->> 'unit', register_year, next_serial, new_number, c ->> 'caseId',
      (c ->> 'rev')::int, upper(encode(gen_random_bytes(10), 'hex')), 'VALID', now_at);
    RETURN new_number;
  END IF;
  RETURN NULL;
END
$$;

-- Number a letter from its unit's register and put it on its way to the applicant.
CREATE OR REPLACE FUNCTION sign_letter(t jsonb, now_at timestamptz) RETURNS void
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
    number = concat_ws('/', next_serial, number_sign(c ->> 'unit', c ->> 'ruleSetId', 'letterNumber')),
    promised_due_at = epoch_ms(promise -> 'dueAt'),
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

-- `cases.at_risk_at` follows the earlier of a case's own term and the term for an expunged person. Whoever
-- may not know of convictions is shown the own term only: the few open cases with both are found here.
CREATE INDEX case_clocks_expunged ON case_clocks (case_id) WHERE name = 'expunged' AND stopped_at IS NULL;
