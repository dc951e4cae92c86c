-- A measurement that was broken off is taken up again by whoever comes next.
ALTER TABLE step_time_runs ADD COLUMN begun_at timestamptz NOT NULL DEFAULT now();

-- Records are searched by a part of the name or number, and by the Centre in the order of names.
CREATE INDEX records_folded ON records USING gin (folded_name gin_trgm_ops, number gin_trgm_ops);
CREATE INDEX records_by_name ON records (book, folded_name, number);

-- Proposals to take a record into another one, by the record that goes.
CREATE INDEX record_proposals_from ON record_proposals ((details ->> 'from')) WHERE kind = 'MERGE';
