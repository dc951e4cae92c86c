-- Changes of a record reach both books in one order, whichever way they are told.

-- Whether the judgment that was typed on a slip stands in a record already.
CREATE FUNCTION judgment_stands(body jsonb, slip jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT EXISTS (
    SELECT FROM jsonb_array_elements(body -> 'judgments') AS j
    WHERE (j -> 'number', j -> 'date', j -> 'court')
      = (slip #> '{judgment,number}', slip #> '{judgment,date}', slip #> '{judgment,court}'))
$$;

-- Whether a record holds the judgment that the document of execution on a slip names; true without a document.
CREATE FUNCTION judgment_held(body jsonb, slip jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT slip -> 'document' IS NULL OR slip -> 'document' = 'null' OR (body -> 'judgments')
    @> jsonb_build_array(jsonb_build_object('ref', coalesce((slip #>> '{document,ref}')::int, 1)))
$$;

-- Judgments of a record without documents of execution that were struck from the one with a number.
CREATE FUNCTION rows_without(listed jsonb, at int, struck jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT jsonb_agg(CASE
    WHEN (o ->> 'ref')::int <> at THEN o
    ELSE jsonb_set(o, '{executions}', (
      SELECT coalesce(jsonb_agg(e ORDER BY n) FILTER (WHERE NOT struck @> jsonb_build_array(e)), '[]')
      FROM jsonb_array_elements(o -> 'executions') WITH ORDINALITY AS each (e, n))) END ORDER BY (o ->> 'ref')::int)
  FROM jsonb_array_elements(listed) AS o
$$;

-- As in 0032, with two differences: whether a typed judgment stands in the record already is asked by who calls it,
-- and documents of execution that a change struck are taken out before what it says is written.
CREATE OR REPLACE FUNCTION record_with_slip(body jsonb, slip jsonb, free int) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
  judgment jsonb := nullif(slip -> 'judgment', 'null');
  document jsonb := nullif(slip -> 'document', 'null');
  result jsonb := body;
  part record;
BEGIN
  IF judgment IS NOT NULL THEN
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
    SELECT place, ref, jsonb_object_agg(field, after) AS said,
      (jsonb_agg(before) FILTER (WHERE field = 'executions')) -> 0 AS struck
    FROM jsonb_to_recordset(slip #> '{amendment,changes}') AS c
      (place text, ref int, field text, before jsonb, after jsonb)
    GROUP BY place, ref
  LOOP
    IF part.place = 'judgment' AND jsonb_typeof(part.struck) = 'array' THEN
      result := jsonb_set(result, '{judgments}', rows_without(result -> 'judgments', part.ref, part.struck));
    END IF;
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

-- As in 0032, and nothing of a slip is dropped without a word. A typed judgment gets one number for both books; where
-- the department's own book has it by an approved change, that change tells the Centre of it and the slip adds
-- nothing. A document of a judgment that a book does not hold, or a record that was merged away, is a fault: the
-- API refuses both before (RECORD_MERGED, JUDGMENT_NOT_AT_CENTRE).
CREATE OR REPLACE FUNCTION book_slip(slip official_slips) RETURNS void
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
  IF EXISTS (
    SELECT FROM records r JOIN record_versions h ON h.book = r.book AND h.number = r.number AND h.version = r.head
    WHERE r.book = 'PROVINCE' AND r.number = slip.record_number AND judgment_stands(h.body, said)
  ) THEN
    RETURN;
  END IF;
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
    IF NOT judgment_held(mine.body, said) THEN
      RAISE EXCEPTION 'slip % tells of a judgment that % does not hold in the book %',
        slip.case_id, slip.record_number, mine.book;
    END IF;
    result := record_with_slip(mine.body, said, free);
    CONTINUE WHEN result = mine.body;
    PERFORM append_versions(jsonb_build_object('book', mine.book, 'cause', 'SLIP', 'sourceId', slip.paper_id,
      'by', mine.submitted_by, 'approvedBy', nullif(mine.approver, mine.submitted_by), 'at', slip.updated_at,
      'rows', jsonb_build_array(jsonb_build_object('number', slip.record_number, 'base', mine.head,
        'body', result, 'reason', slip.case_id, 'foldedName', CASE
          WHEN result #>> '{person,fullName}' = mine.full_name THEN mine.folded_name
          ELSE mine.said_name END))));
    IF NOT FOUND THEN
      RAISE EXCEPTION 'slip % is of % that was merged away in the book %',
        slip.case_id, slip.record_number, mine.book;
    END IF;
  END LOOP;
END
$$;

-- What a department's record will say when the typed slips on their way to it that were entered before a case
-- (null: all of them) and then one more are taken over.
CREATE FUNCTION record_with_open_slips(of_number text, before_case text, further jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $$
DECLARE
  result jsonb;
  said jsonb;
BEGIN
  SELECT h.body INTO STRICT result
  FROM records r JOIN record_versions h ON h.book = r.book AND h.number = r.number AND h.version = r.head
  WHERE r.book = 'PROVINCE' AND r.number = of_number;
  FOR said IN
    SELECT body FROM (
      SELECT s.case_id, p.body
      FROM slips s LEFT JOIN cases c USING (case_id) JOIN start_outbox o USING (case_id)
        JOIN papers p ON p.case_id = s.case_id
          AND p.id = coalesce(c.state ->> 'recordPaperId', o.input #>> '{facts,recordPaperId}')::uuid
      WHERE s.record_number = of_number AND s.proposal IS NULL AND c.closed_at IS NULL
        AND (before_case IS NULL OR s.case_id < before_case)
      UNION ALL
      SELECT NULL, further
    ) AS typed ORDER BY case_id NULLS LAST
  LOOP
    CONTINUE WHEN judgment_stands(result, said);
    result := record_with_slip(result, said, (
      SELECT max((j ->> 'ref')::int) + 1 FROM jsonb_array_elements(result -> 'judgments') AS j));
  END LOOP;
  RETURN result;
END
$$;

-- Merges that the Centre has not applied are few beside all lines.
CREATE INDEX record_notice_items_merged ON record_notice_items (merged_into) WHERE merged_into IS NOT NULL;

REVOKE ALL ON FUNCTION record_with_open_slips(text, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_with_open_slips(text, text, jsonb) TO lltp_api;
