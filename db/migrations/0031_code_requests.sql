-- A department asks for a code that the catalogue of offences lacks: a third kind of case.
ALTER TABLE serials DROP CONSTRAINT serials_series_check,
  ADD CHECK (series IN ('P', 'T', 'M', 'RECORD'));
ALTER TABLE submissions DROP CONSTRAINT submissions_kind_check,
  ADD CHECK (kind IN ('APPLICATION', 'TRANSFER', 'CODE_REQUEST'));
ALTER TABLE cases DROP CONSTRAINT cases_kind_check,
  ADD CHECK (kind IN ('APPLICATION', 'TRANSFER', 'CODE_REQUEST'));
ALTER TABLE daily_counts DROP CONSTRAINT daily_counts_kind_check,
  ADD CHECK (kind IN ('APPLICATION', 'TRANSFER', 'CODE_REQUEST'));

-- The case whose grant published a release; null for a list that came in.
ALTER TABLE catalogue_releases ADD granted_in text UNIQUE REFERENCES cases;

-- A granted new entry is the next release of the catalogue, in the transaction of its act: all entries in
-- force and the new one. A code that came into force since it was proposed is there already: nothing is released.
CREATE FUNCTION release_granted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  proposal jsonb;
  proposer uuid;
  paper jsonb;
  base catalogue_releases;
  release uuid := gen_random_uuid();
BEGIN
  SELECT state -> 'proposal', (state #>> '{doneBy,propose}')::uuid INTO STRICT proposal, proposer
  FROM cases WHERE case_id = NEW.case_id;
  IF proposal ->> 'kind' <> 'NEW' THEN
    RETURN NULL;
  END IF;
  SELECT body INTO STRICT paper FROM papers WHERE id = (proposal ->> 'paperId')::uuid;
  -- Two releases come one after the other.
  LOCK TABLE catalogue_releases IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO STRICT base FROM catalogue_releases
  WHERE version IS NOT NULL ORDER BY version DESC LIMIT 1;
  IF EXISTS (SELECT FROM offences WHERE release_id = base.id AND code = proposal ->> 'code') THEN
    RETURN NULL;
  END IF;
  INSERT INTO catalogue_releases (id, base, state, title, file_name, encoding, sha256, imported_by, imported_at, granted_in)
  VALUES (release, base.id, 'DRAFT', (paper #>> '{entry,name}') || ' (' || NEW.case_id || ')', NEW.case_id, 'UTF-8',
    encode(sha256(convert_to(paper ->> 'entry', 'UTF8')), 'hex'), proposer, NEW.at, NEW.case_id);
  INSERT INTO offences (release_id, code, penal_code, article, name, folded_name, valid_from, valid_to, verified,
    carried, body)
  SELECT release, code, penal_code, article, name, folded_name, valid_from, valid_to, verified, carried, body
  FROM offences WHERE release_id = base.id;
  PERFORM put_offences(release,
    jsonb_build_array(jsonb_build_object('body', paper -> 'entry', 'folded', paper ->> 'folded')), false);
  UPDATE catalogue_releases SET state = 'PUBLISHED', version = base.version + 1, released_by = NEW.actor::uuid,
    released_at = NEW.at WHERE id = release;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION release_granted() FROM PUBLIC;
CREATE TRIGGER case_events_grant AFTER INSERT ON case_events
  FOR EACH ROW WHEN (NEW.act = 'grantCode') EXECUTE FUNCTION release_granted();
