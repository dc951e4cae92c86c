-- Persons known from judicial records, found by number, name, birth and parents; what officers decided.
CREATE TABLE known_persons (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- The record's dossier and the paper that tells of the person; a correction is a further row. Null
  -- for a record older than the system.
  case_id text REFERENCES submissions,
  paper_id uuid,
  record_number text,
  unit text NOT NULL REFERENCES units,
  identity jsonb NOT NULL,
  -- Keys for finding only; the comparison reads `identity`.
  numbers text[] NOT NULL,
  name_key text NOT NULL,
  other_name_keys text[] NOT NULL,
  birth_date text COLLATE "C" NOT NULL,
  birth_year int NOT NULL,
  father_key text,
  mother_key text,
  UNIQUE (case_id, paper_id),
  CHECK ((case_id IS NULL) = (paper_id IS NULL))
);
CREATE INDEX known_persons_numbers ON known_persons USING gin (numbers) WHERE numbers <> '{}';
CREATE INDEX known_persons_name ON known_persons (name_key, birth_date);
CREATE INDEX known_persons_other_names ON known_persons USING gin (other_name_keys)
  WHERE other_name_keys <> '{}';
CREATE INDEX known_persons_birth ON known_persons (birth_date);
CREATE INDEX known_persons_parents ON known_persons (father_key, mother_key, birth_year)
  WHERE father_key IS NOT NULL;
CREATE INDEX known_persons_mother ON known_persons (mother_key, birth_year)
  WHERE mother_key IS NOT NULL;
COMMENT ON TABLE known_persons IS 'Append-only: the person of every record as it was entered or corrected.';

CREATE TABLE look_ups (
  case_id text NOT NULL REFERENCES cases,
  n int NOT NULL,
  account uuid NOT NULL REFERENCES accounts,
  at timestamptz NOT NULL,
  weights text NOT NULL,
  -- Known persons found possible or certain, the likeliest first.
  found int[] NOT NULL,
  PRIMARY KEY (case_id, n)
);
COMMENT ON TABLE look_ups IS 'Append-only: what a look-up found, whenever it found something else than before.';

CREATE TABLE identity_decisions (
  case_id text NOT NULL REFERENCES cases,
  id uuid NOT NULL,
  known_person int NOT NULL REFERENCES known_persons,
  decision text NOT NULL CHECK (decision IN ('SAME_PERSON', 'OTHER_PERSON', 'UNDECIDED')),
  reason text NOT NULL,
  -- What the comparison said when the officer decided.
  comparison jsonb NOT NULL,
  weights text NOT NULL,
  decided_by uuid NOT NULL REFERENCES accounts,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, id)
);
CREATE INDEX identity_decisions_latest ON identity_decisions (case_id, known_person, decided_at DESC);
COMMENT ON TABLE identity_decisions IS 'Append-only: who a known person is, by an officer; the latest one stands.';

GRANT SELECT, INSERT ON known_persons, look_ups, identity_decisions TO lltp_api;
GRANT SELECT ON known_persons, look_ups, identity_decisions TO lltp_worker;

-- Records entered before: the same keys as `domain/identity/names.ts` makes.
CREATE FUNCTION pg_temp.name_key(name text) RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
  SELECT string_agg(word, ' ' ORDER BY word COLLATE "C")
  FROM regexp_split_to_table(translate(lower(regexp_replace(
    normalize(translate(name, '''’.-', '    '), NFD), '[\u0300-\u036f]', '', 'g')), 'đĐy', 'ddi'), '\s+') AS word
  WHERE word <> ''
$$;

INSERT INTO known_persons (case_id, paper_id, record_number, unit, identity, numbers, name_key,
  other_name_keys, birth_date, birth_year, father_key, mother_key)
SELECT p.case_id, p.id, c.state ->> 'recordNumber', s.unit,
  jsonb_build_object('fullName', x ->> 'fullName', 'otherNames', '[]'::jsonb, 'gender', x ->> 'gender',
    'birthDate', x ->> 'birthDate', 'personalId', x ->> 'personalId', 'documents', '[]'::jsonb,
    'fatherName', x ->> 'fatherName', 'motherName', x ->> 'motherName',
    'birthPlace', x ->> 'birthPlace', 'residences', jsonb_build_array(x ->> 'permanentResidence')),
  array_remove(ARRAY[x ->> 'personalId'], NULL), pg_temp.name_key(x ->> 'fullName'), '{}',
  x ->> 'birthDate', left(x ->> 'birthDate', 4)::int, pg_temp.name_key(x ->> 'fatherName'),
  pg_temp.name_key(x ->> 'motherName')
FROM papers p JOIN submissions s USING (case_id) LEFT JOIN cases c USING (case_id),
  LATERAL (SELECT p.body -> 'person') AS person (x)
WHERE s.kind = 'TRANSFER' AND p.act IN ('open', 'correct') AND x ->> 'fullName' IS NOT NULL;
