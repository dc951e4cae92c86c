-- A correction of a transfer leaves a field alone that an approved change altered before: the Centre will be told
-- of that change after the transfer, so both books end with what was approved.

-- Fields that a paper says otherwise than the one before and in which the record still is as that one.
CREATE FUNCTION unmoved_changes(body jsonb, before jsonb, paper jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(changed_fields(before, paper))
  WHERE nullif(body -> key, 'null') IS NOT DISTINCT FROM nullif(before -> key, 'null')
$$;

-- As in 0036 but for what was approved meanwhile.
CREATE OR REPLACE FUNCTION record_with_paper(body jsonb, before jsonb, paper jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT body || unmoved_changes(body, before - 'person' - 'judgment', paper - 'person' - 'judgment')
    || jsonb_build_object(
      'person', (body -> 'person') || unmoved_changes(body -> 'person', before -> 'person', paper -> 'person'),
      'judgments', (
        SELECT jsonb_agg(CASE
          WHEN (j ->> 'ref')::int <> 1 THEN j
          WHEN (j || said) -> 'offence' = j -> 'offence' AND (j || said) -> 'provision' = j -> 'provision' THEN j || said
          ELSE j || said || '{"offenceCode": null, "catalogueVersion": null}' END ORDER BY (j ->> 'ref')::int)
        FROM jsonb_array_elements(body -> 'judgments') AS j
          CROSS JOIN LATERAL unmoved_changes(j, before -> 'judgment', paper -> 'judgment') AS said))
$$;
