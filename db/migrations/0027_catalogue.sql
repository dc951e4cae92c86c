-- The catalogue of offences: releases that are drafted by one person and published by another, and
-- stand unchanged from then on.
CREATE TABLE catalogue_releases (
  -- The importer's own key: the same import again is the same release.
  id uuid PRIMARY KEY,
  -- Counts published releases from 1.
  version int UNIQUE,
  -- The release in force when the list came; what it changes is told against it.
  base uuid REFERENCES catalogue_releases,
  state text NOT NULL CHECK (state IN ('FAULTY', 'DRAFT', 'PUBLISHED', 'DISCARDED')),
  title text NOT NULL,
  file_name text NOT NULL,
  encoding text NOT NULL,
  sha256 text NOT NULL,
  -- Word for word, as evidence; null for the list that ships.
  file bytea,
  -- Rows that were not taken.
  problems jsonb NOT NULL DEFAULT '[]',
  -- Null for the list that ships.
  imported_by uuid REFERENCES accounts,
  imported_at timestamptz NOT NULL,
  -- Who said that the good rows are to be kept.
  kept_by uuid REFERENCES accounts,
  released_by uuid REFERENCES accounts,
  released_at timestamptz,
  CHECK ((state = 'PUBLISHED') = (version IS NOT NULL)),
  CHECK (released_by IS DISTINCT FROM imported_by OR imported_by IS NULL),
  CHECK (released_by IS DISTINCT FROM kept_by OR kept_by IS NULL),
  CHECK (state <> 'PUBLISHED' OR imported_by IS NULL OR released_by IS NOT NULL)
);
CREATE INDEX catalogue_releases_at ON catalogue_releases (imported_at DESC);

CREATE TABLE offences (
  release_id uuid NOT NULL REFERENCES catalogue_releases,
  code text COLLATE "C" NOT NULL,
  penal_code text NOT NULL,
  article text NOT NULL,
  name text NOT NULL,
  folded_name text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  verified boolean NOT NULL,
  -- Taken over from the release before in place of a faulty row.
  carried boolean NOT NULL DEFAULT false,
  body jsonb NOT NULL,
  PRIMARY KEY (release_id, code)
);
COMMENT ON TABLE offences IS 'Append-only: the entries of every release, each in full.';

CREATE FUNCTION keep_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('PUBLISHED', 'DISCARDED') THEN
    RAISE EXCEPTION 'release % is %', OLD.id, OLD.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER catalogue_releases_kept BEFORE UPDATE ON catalogue_releases
  FOR EACH ROW EXECUTE FUNCTION keep_release();

CREATE FUNCTION keep_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM catalogue_releases r
    WHERE r.id = NEW.release_id AND r.state IN ('PUBLISHED', 'DISCARDED')) THEN
    RAISE EXCEPTION 'release % is closed', NEW.release_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER offences_kept BEFORE INSERT ON offences
  FOR EACH ROW EXECUTE FUNCTION keep_entries();

-- Entries of a release that is open: `rows` are {body, folded}, the name folded as `domain/foldName.ts` does.
CREATE FUNCTION put_offences(release uuid, rows jsonb, are_carried boolean) RETURNS void
LANGUAGE sql
AS $$
  INSERT INTO offences (release_id, code, penal_code, article, name, folded_name, valid_from, valid_to,
    verified, carried, body)
  SELECT release, body ->> 'code', body ->> 'penalCode', body ->> 'article', body ->> 'name', folded,
    (body ->> 'validFrom')::date, (body ->> 'validTo')::date, (body ->> 'verified')::boolean,
    are_carried, body
  FROM jsonb_to_recordset(rows) AS o (body jsonb, folded text)
$$;

GRANT SELECT ON catalogue_releases, offences TO lltp_api, lltp_worker;
GRANT INSERT ON catalogue_releases, offences TO lltp_api;
GRANT UPDATE (state, version, kept_by, released_by, released_at) ON catalogue_releases TO lltp_api;
