-- A record whose transfer was given up is no record: that stands in its own row, so that whoever reads the book need
-- not ask the case, and what waited for a decision about it waits no more.
ALTER TABLE records ADD abandoned_at timestamptz;
COMMENT ON COLUMN records.abandoned_at IS 'When its transfer was given up, before the Centre ever had it; null of a record that stands.';
CREATE INDEX records_abandoned ON records (book, unit) WHERE abandoned_at IS NOT NULL;

-- Nobody refused a proposal that lapses.
DO $$
DECLARE
  old text;
BEGIN
  FOR old IN SELECT conname FROM pg_constraint WHERE conrelid = 'record_proposals'::regclass AND contype = 'c'
    AND pg_get_constraintdef(oid) LIKE '%state%'
  LOOP
    EXECUTE format('ALTER TABLE record_proposals DROP CONSTRAINT %I', old);
  END LOOP;
END
$$;
ALTER TABLE record_proposals
  ADD CONSTRAINT record_proposals_state CHECK (state IN ('OPEN', 'APPROVED', 'REFUSED', 'LAPSED')),
  ADD CONSTRAINT record_proposals_decided CHECK ((state IN ('OPEN', 'LAPSED')) = (decided_by IS NULL)
    AND (state = 'OPEN') = (decided_at IS NULL)),
  ADD CONSTRAINT record_proposals_refusal CHECK ((state = 'REFUSED') = (refusal IS NOT NULL));

-- What waits about a record that is given up: changes of it, and that it be taken into another one.
CREATE FUNCTION lapse_proposals(of_number text, at timestamptz) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp
AS $$
  UPDATE record_proposals SET state = 'LAPSED', decided_at = at
  WHERE state = 'OPEN' AND (number = of_number OR (kind = 'MERGE' AND details ->> 'from' = of_number))
$$;
REVOKE ALL ON FUNCTION lapse_proposals(text, timestamptz) FROM PUBLIC;

-- As in 0039, and the record says so itself. The rules look again, as there.
CREATE OR REPLACE FUNCTION look_at_abandoned() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  given_up text;
BEGIN
  FOR given_up IN
    UPDATE records SET checked = least(checked, 0) - 1, abandoned_at = NEW.closed_at
    WHERE book = 'PROVINCE' AND case_id = NEW.case_id RETURNING number
  LOOP
    PERFORM lapse_proposals(given_up, NEW.closed_at);
  END LOOP;
  RETURN NULL;
END
$$;

-- Those of before. A case that kept no hour of its end ended with its last act.
UPDATE records r SET checked = least(r.checked, 0) - 1, abandoned_at = coalesce(c.closed_at,
  (SELECT max(at) FROM case_events e WHERE e.case_id = c.case_id), c.opened_at)
FROM cases c
WHERE r.book = 'PROVINCE' AND c.case_id = r.case_id AND c.kind = 'TRANSFER' AND c.step = 'ABANDONED';
SELECT lapse_proposals(number, abandoned_at) FROM records WHERE abandoned_at IS NOT NULL;
-- Served the lists that now read the record's own row.
DROP INDEX cases_abandoned;

-- As in 0028, and a record that was given up has no next version either.
CREATE OR REPLACE FUNCTION append_versions(v jsonb) RETURNS SETOF text
LANGUAGE sql SET search_path = public, pg_temp
AS $$
  WITH given AS (
    SELECT g.*, record_digest(g.body) AS digest FROM jsonb_to_recordset(v -> 'rows') AS g
      (number text, base int, body jsonb, "foldedName" text, reason text, "mergedInto" text)
  ), moved AS (
    UPDATE records r SET head = g.base + 1, digest = g.digest, merged_into = g."mergedInto",
      full_name = g.body #>> '{person,fullName}', folded_name = g."foldedName",
      birth_date = g.body #>> '{person,birthDate}', unnormalised = unnormalised_in(g.body),
      updated_at = (v ->> 'at')::timestamptz
    FROM given g
    WHERE r.book = v ->> 'book' AND r.number = g.number AND r.head = g.base AND r.merged_into IS NULL
      AND r.abandoned_at IS NULL
    RETURNING r.number
  )
  INSERT INTO record_versions (book, number, version, body, cause, source_id, reason, made_by, approved_by, at)
  SELECT v ->> 'book', g.number, g.base + 1, g.body, v ->> 'cause', (v ->> 'sourceId')::uuid, g.reason,
    v ->> 'by', v ->> 'approvedBy', (v ->> 'at')::timestamptz
  FROM given g JOIN moved USING (number)
  RETURNING number
$$;
