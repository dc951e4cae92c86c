-- A request is done once: its key stands in the row it made, whatever became of the reply.
ALTER TABLE submissions ADD COLUMN request_key uuid;
ALTER TABLE submissions ADD CONSTRAINT submissions_request UNIQUE (submitted_by, request_key);

-- A paper's id is the client's key, so it is an id within its case only.
ALTER TABLE papers DROP CONSTRAINT papers_pkey;
ALTER TABLE papers ADD PRIMARY KEY (case_id, id);
DROP INDEX papers_case;

-- What a bulk act led to, by case: asked again, it gives the same.
ALTER TABLE bulk_previews ADD COLUMN results jsonb;
