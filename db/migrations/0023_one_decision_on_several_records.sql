-- A person may have records at several departments under different numbers: one decision, with one
-- reason, may be on all of them.
ALTER TABLE identity_decisions DROP CONSTRAINT identity_decisions_pkey;
ALTER TABLE identity_decisions ADD PRIMARY KEY (case_id, id, known_person);
COMMENT ON TABLE identity_decisions IS
  'Append-only: who known persons are, by an officer; rows of one id are one decision, the latest one on a person stands.';
