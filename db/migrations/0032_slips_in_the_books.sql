-- What a slip says enters the books of records in the transaction of its official update.

-- The approved change of its department's book that a slip tells of; null for one that was typed.
ALTER TABLE slips ADD proposal uuid REFERENCES record_proposals;
CREATE INDEX slips_proposal ON slips (proposal) WHERE proposal IS NOT NULL;

-- Documents of execution, each once, in the order of `executionsOf`: both books keep them alike, whoever heard first.
CREATE FUNCTION executions_with(known jsonb, further jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT coalesce(jsonb_agg(e ORDER BY (e ->> 'date') COLLATE "C", (e ->> 'number') COLLATE "C",
    (e ->> 'kind') COLLATE "C", (e ->> 'issuer') COLLATE "C", (e ->> 'content') COLLATE "C"), '[]')
  FROM (SELECT jsonb_array_elements(known) UNION SELECT jsonb_array_elements(further)) AS each (e)
$$;

-- Judgments or bans of a record with what is said of the one with a number. One that is not there comes in
-- when the number itself is said.
CREATE FUNCTION rows_with(listed jsonb, at int, said jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT coalesce(jsonb_agg(r ORDER BY (r ->> 'ref')::int), '[]')
  FROM (
    SELECT CASE
      WHEN (o ->> 'ref')::int <> at THEN o
      WHEN said ? 'executions' THEN
        o || said || jsonb_build_object('executions', executions_with(o -> 'executions', said -> 'executions'))
      ELSE o || said END
    FROM jsonb_array_elements(listed) AS o
    UNION ALL
    SELECT said
    WHERE said ? 'ref' AND NOT EXISTS (SELECT FROM jsonb_array_elements(listed) AS o WHERE (o ->> 'ref')::int = at)
  ) AS each (r)
$$;

-- A record with what a slip says. A further judgment gets the number `free`, unless it stands there already;
-- a document belongs to the judgment it names; of an approved change every field is set as it says.
CREATE FUNCTION record_with_slip(body jsonb, slip jsonb, free int) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
  judgment jsonb := nullif(slip -> 'judgment', 'null');
  document jsonb := nullif(slip -> 'document', 'null');
  result jsonb := body;
  part record;
BEGIN
  IF judgment IS NOT NULL AND NOT EXISTS (
    SELECT FROM jsonb_array_elements(body -> 'judgments') AS j
    WHERE (j -> 'number', j -> 'date', j -> 'court') = (judgment -> 'number', judgment -> 'date', judgment -> 'court')
  ) THEN
    result := jsonb_set(result, '{judgments}', rows_with(result -> 'judgments', free, judgment ||
      '{"offenceCode": null, "catalogueVersion": null, "executions": [], "abolished": null}' ||
      jsonb_build_object('ref', free)));
  END IF;
  IF document IS NOT NULL THEN
    result := jsonb_set(result, '{judgments}', rows_with(result -> 'judgments',
      coalesce((document ->> 'ref')::int, 1), jsonb_build_object('executions', jsonb_build_array(
        jsonb_build_object('kind', coalesce(document ->> 'kind', 'OTHER'), 'number', document -> 'number',
          'date', document -> 'date', 'issuer', document -> 'issuedBy',
          'content', (document ->> 'type') || ': ' || (document ->> 'content'))))));
  END IF;
  FOR part IN
    SELECT place, ref, jsonb_object_agg(field, after) AS said
    FROM jsonb_to_recordset(slip #> '{amendment,changes}') AS c (place text, ref int, field text, after jsonb)
    GROUP BY place, ref
  LOOP
    result := CASE part.place
      WHEN 'person' THEN jsonb_set(result, '{person}', (result -> 'person') || part.said)
      WHEN 'judgment' THEN
        jsonb_set(result, '{judgments}', rows_with(result -> 'judgments', part.ref, part.said))
      WHEN 'ban' THEN jsonb_set(result, '{bans}', rows_with(result -> 'bans', part.ref, part.said))
      ELSE result || part.said END;
  END LOOP;
  RETURN result;
END
$$;

-- The next version of a slip's record: of the Centre's copy, and of the department's own record unless an
-- approved change of that is what the slip tells of. A record that was merged away stays as it was.
CREATE FUNCTION book_slip(slip official_slips) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  said jsonb;
  told boolean;
  free int;
  result jsonb;
  mine record;
BEGIN
  SELECT body INTO STRICT said FROM papers WHERE case_id = slip.case_id AND id = slip.paper_id;
  SELECT proposal IS NOT NULL INTO told FROM slips WHERE case_id = slip.case_id;
  -- Held, so that no other version comes between what is read here and what is written.
  PERFORM FROM records WHERE number = slip.record_number ORDER BY book FOR UPDATE;
  SELECT max((j ->> 'ref')::int) + 1 INTO free
  FROM records r JOIN record_versions h ON h.book = r.book AND h.number = r.number AND h.version = r.head
    CROSS JOIN LATERAL jsonb_array_elements(h.body -> 'judgments') AS j
  WHERE r.number = slip.record_number;
  FOR mine IN
    SELECT r.book, r.head, r.full_name, r.folded_name, h.body, s.submitted_by, j.folded_name AS said_name, (
        SELECT e.actor FROM case_events e WHERE e.case_id = s.case_id ORDER BY e.rev DESC LIMIT 1) AS approver
    FROM records r JOIN record_versions h ON h.book = r.book AND h.number = r.number AND h.version = r.head
      JOIN submissions s ON s.case_id = slip.case_id JOIN subjects j ON j.case_id = slip.case_id
    WHERE r.number = slip.record_number AND (r.book = 'CENTRE' OR told IS NOT TRUE)
  LOOP
    result := record_with_slip(mine.body, said, free);
    CONTINUE WHEN result = mine.body;
    PERFORM append_versions(jsonb_build_object('book', mine.book, 'cause', 'SLIP', 'sourceId', slip.paper_id,
      'by', mine.submitted_by, 'approvedBy', nullif(mine.approver, mine.submitted_by), 'at', slip.updated_at,
      'rows', jsonb_build_array(jsonb_build_object('number', slip.record_number, 'base', mine.head,
        'body', result, 'reason', slip.case_id, 'foldedName', CASE
          WHEN result #>> '{person,fullName}' = mine.full_name THEN mine.folded_name
          ELSE mine.said_name END))));
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION book_slip(official_slips) FROM PUBLIC;

-- What slips said before, in the order in which the Centre took them over.
DO $$
DECLARE
  slip official_slips;
BEGIN
  FOR slip IN SELECT * FROM official_slips ORDER BY updated_at, case_id LOOP
    PERFORM book_slip(slip);
  END LOOP;
END
$$;

-- As before, and in the same transaction the books: the worker itself writes no version.
CREATE OR REPLACE FUNCTION take_over_slip() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  slip official_slips;
BEGIN
  INSERT INTO official_slips (case_id, record_number, paper_id, updated_at)
  VALUES (NEW.case_id, NEW.state ->> 'recordNumber', (NEW.state ->> 'recordPaperId')::uuid, NEW.closed_at)
  RETURNING * INTO slip;
  PERFORM book_slip(slip);
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION take_over_slip() FROM PUBLIC;
