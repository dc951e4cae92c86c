-- A reading is one row with everything that was read at once: the load of a desk of fifty requests wrote fifty.
-- What there is goes over as it stands; the table is rewritten, so the API stands still meanwhile.
ALTER TABLE read_audit RENAME TO read_audit_before;
ALTER INDEX read_audit_pkey RENAME TO read_audit_before_pkey;

CREATE TABLE read_audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account uuid NOT NULL,
  -- That of the account when it read; notes of before do not tell it.
  unit text,
  what text NOT NULL,
  at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  times int NOT NULL DEFAULT 1 CHECK (times > 0),
  subjects text[] NOT NULL CHECK (cardinality(subjects) > 0),
  CHECK (last_at >= at)
);
-- One load is one row; what was noted of a case several times at one instant keeps its number.
INSERT INTO read_audit (account, what, at, last_at, times, subjects)
SELECT account::uuid, what, at, at, times, array_agg(case_id ORDER BY case_id)
FROM (
  SELECT account, what, at, case_id, count(*)::int AS times, min(id) AS id
  FROM read_audit_before GROUP BY account, what, at, case_id
) AS loads
GROUP BY account, what, at, times ORDER BY min(id);
DROP TABLE read_audit_before;

-- What did this account read, lately first; and: was the same read by it a moment ago.
CREATE INDEX read_audit_account ON read_audit (account, at DESC, id DESC);
-- Who has read this.
CREATE INDEX read_audit_subjects ON read_audit USING gin (subjects);
COMMENT ON TABLE read_audit IS
  'Reading a person''s record is an act: who, of which unit, what, when first and last, how often, which cases (or records, files, units).';

-- Note a reading. A note of the last so many minutes goes on where everything in it was shown once more: each
-- of its subjects was read at its first and at its last instant, and each load counts once for each of them.
-- Whatever no such note covers is a new one. With no minutes it is always a new one.
CREATE FUNCTION note_reading(reader uuid, page text, instant timestamptz, shown text[], same_minutes int)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  reader_unit text := (SELECT a.unit FROM accounts a WHERE a.id = reader);
  fresh text[] := ARRAY(SELECT DISTINCT unnest(shown));
  kept record;
BEGIN
  FOR kept IN
    SELECT r.id, r.subjects FROM read_audit r
    WHERE r.account = reader AND r.what = page AND r.unit IS NOT DISTINCT FROM reader_unit
      AND r.at <= instant AND r.at > instant - make_interval(mins => same_minutes)
      AND r.subjects <@ fresh
    ORDER BY cardinality(r.subjects) DESC, r.id
    FOR UPDATE
  LOOP
    CONTINUE WHEN NOT kept.subjects <@ fresh;
    UPDATE read_audit r SET last_at = greatest(r.last_at, instant), times = r.times + 1 WHERE r.id = kept.id;
    fresh := ARRAY(SELECT unnest(fresh) EXCEPT SELECT unnest(kept.subjects));
  END LOOP;
  IF cardinality(fresh) > 0 THEN
    INSERT INTO read_audit (account, unit, what, at, last_at, subjects)
    VALUES (reader, reader_unit, page, instant, instant, fresh);
  END IF;
END
$$;

GRANT SELECT ON read_audit TO lltp_api, lltp_worker;
REVOKE ALL ON FUNCTION note_reading(uuid, text, timestamptz, text[], int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION note_reading(uuid, text, timestamptz, text[], int) TO lltp_api;
