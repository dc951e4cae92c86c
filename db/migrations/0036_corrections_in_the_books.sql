-- A record whose transfer is corrected gets its next version in the transaction of that act.

-- A name as it is searched: what `foldName` makes of it.
CREATE FUNCTION fold_name(name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT trim(regexp_replace(translate(lower(
    regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g')), 'đy', 'di'), '\s+', ' ', 'g'))
$$;

-- Fields of an object that were not so before.
CREATE FUNCTION changed_fields(before jsonb, after jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(after) WHERE value IS DISTINCT FROM before -> key
$$;

-- A record with what one paper of its transfer says otherwise than the one before: of the person, the note and the
-- first judgment. Anything else stays, for a change of it may have been approved meanwhile. Other words of the
-- offence are not normalised any more.
CREATE FUNCTION record_with_paper(body jsonb, before jsonb, paper jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT body || changed_fields(before - 'person' - 'judgment', paper - 'person' - 'judgment')
    || jsonb_build_object('person', (body -> 'person') || changed_fields(before -> 'person', paper -> 'person'),
      'judgments', (
        SELECT jsonb_agg(CASE
          WHEN (j ->> 'ref')::int <> 1 THEN j
          WHEN (j || said) -> 'offence' = j -> 'offence' AND (j || said) -> 'provision' = j -> 'provision' THEN j || said
          ELSE j || said || '{"offenceCode": null, "catalogueVersion": null}' END ORDER BY (j ->> 'ref')::int)
        FROM jsonb_array_elements(body -> 'judgments') AS j))
  FROM (SELECT changed_fields(before -> 'judgment', paper -> 'judgment')) AS p (said)
$$;

-- By whom and why a record is corrected is told by the act that is being written; its event is there already.
CREATE FUNCTION book_correction() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  before jsonb;
  said jsonb;
  done record;
  mine record;
  result jsonb;
BEGIN
  SELECT body INTO STRICT said FROM papers
  WHERE case_id = NEW.case_id AND id = (NEW.state ->> 'recordPaperId')::uuid;
  SELECT body INTO STRICT before FROM papers
  WHERE case_id = NEW.case_id AND id = (OLD.state ->> 'recordPaperId')::uuid;
  SELECT act, actor, at INTO STRICT done FROM case_events WHERE case_id = NEW.case_id AND rev = NEW.rev;
  -- Held, so that no other version comes between what is read here and what is written.
  SELECT r.number, r.head, h.body INTO mine
  FROM records r JOIN record_versions h ON h.book = r.book AND h.number = r.number AND h.version = r.head
  WHERE r.book = 'PROVINCE' AND r.number = NEW.state ->> 'recordNumber' FOR UPDATE OF r;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  result := record_with_paper(mine.body, before, said);
  PERFORM append_versions(jsonb_build_object('book', 'PROVINCE', 'sourceId', NEW.state ->> 'recordPaperId',
    'cause', CASE done.act WHEN 'correct' THEN 'CORRECTED_BEFORE_SENDING' ELSE 'PAPER_WAS_RIGHT' END,
    'by', done.actor, 'at', done.at, 'rows', jsonb_build_array(jsonb_build_object('number', mine.number,
      'base', mine.head, 'body', result, 'foldedName', fold_name(result #>> '{person,fullName}')))));
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION book_correction() FROM PUBLIC;
CREATE TRIGGER cases_correction AFTER UPDATE ON cases FOR EACH ROW
  WHEN (NEW.kind = 'TRANSFER' AND NOT NEW.state ? 'slip'
    AND OLD.state ->> 'recordPaperId' IS DISTINCT FROM NEW.state ->> 'recordPaperId')
  EXECUTE FUNCTION book_correction();
