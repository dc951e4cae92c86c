-- Lists of transfers and of records are read from indexes at a million of each; all ask the record's own row whether
-- it was given up; what was used for a record that is given up is free again. The rows of cases are written anew, so the
-- API stands still meanwhile (some minutes at a million); `VACUUM ANALYZE cases, records` afterwards makes the lists quick at once.

-- What lists of transfers sort and narrow by stands in the row, as due_sort does: so an index has all they ask for.
ALTER TABLE cases ADD name_sort text;
UPDATE cases c SET name_sort = p.folded_name FROM subjects p WHERE c.kind = 'TRANSFER' AND p.case_id = c.case_id;
ALTER TABLE cases
  ADD paper_state text GENERATED ALWAYS AS (
    CASE WHEN kind <> 'TRANSFER' OR state -> 'paper' IS NULL THEN NULL
      WHEN (state #>> '{paper,differs}')::int > 0 THEN 'DIFFERS'
      WHEN state #>> '{paper,arrivedAt}' IS NOT NULL THEN 'ARRIVED'
      WHEN state #>> '{paper,postedAt}' IS NOT NULL THEN 'POSTED'
      ELSE 'NOT_POSTED' END) STORED;
COMMENT ON COLUMN cases.name_sort IS 'Of transfers: the folded name of the person; null of every other case.';
COMMENT ON COLUMN cases.paper_state IS 'Where the paper of a transfer is; null where none goes by post.';
CREATE FUNCTION note_name_sort() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  SELECT folded_name INTO NEW.name_sort FROM subjects WHERE case_id = NEW.case_id;
  RETURN NEW;
END
$$;
CREATE TRIGGER cases_name_sort BEFORE INSERT ON cases FOR EACH ROW
  WHEN (NEW.kind = 'TRANSFER') EXECUTE FUNCTION note_name_sort();

-- The Centre's lists in each of their orders, read backwards for the other way; the step tells what was not sent yet.
CREATE INDEX cases_transfers_opened ON cases (opened_at, case_id) INCLUDE (step, closed_at, unit, name_sort)
  WHERE kind = 'TRANSFER';
CREATE INDEX cases_transfers_due ON cases (due_sort, case_id) INCLUDE (step, closed_at, unit, name_sort)
  WHERE kind = 'TRANSFER';
CREATE INDEX cases_transfers_name ON cases (name_sort, case_id) INCLUDE (step, closed_at, unit) WHERE kind = 'TRANSFER';
CREATE INDEX cases_transfers_case ON cases (case_id) INCLUDE (step, closed_at, unit, name_sort) WHERE kind = 'TRANSFER';
CREATE INDEX cases_transfers_step ON cases (step, due_sort, case_id) INCLUDE (closed_at, opened_at, name_sort)
  WHERE kind = 'TRANSFER';
DROP INDEX cases_open_transfers, cases_closed_transfers;
CREATE INDEX cases_open_transfers ON cases (due_sort, case_id) INCLUDE (step, opened_at, name_sort)
  WHERE closed_at IS NULL AND kind = 'TRANSFER';
CREATE INDEX cases_closed_transfers ON cases (closed_at DESC, case_id) INCLUDE (step)
  WHERE closed_at IS NOT NULL AND kind = 'TRANSFER';
-- One department's: few enough to be sorted, if no row is visited for it.
CREATE INDEX cases_transfers_of_unit ON cases (unit, opened_at, case_id) INCLUDE (step, closed_at, due_sort, name_sort)
  WHERE kind = 'TRANSFER';
-- Few: papers went by post for a time only.
CREATE INDEX cases_transfers_paper ON cases (paper_state, opened_at, case_id)
  INCLUDE (unit, step, closed_at, due_sort, name_sort) WHERE kind = 'TRANSFER' AND paper_state IS NOT NULL;

-- Records that stand, in the order of their last change; of a book, and of a department in it.
CREATE INDEX records_standing ON records (book, updated_at, number) WHERE merged_into IS NULL AND abandoned_at IS NULL;
CREATE INDEX records_standing_of_unit ON records (book, unit, updated_at, number)
  WHERE merged_into IS NULL AND abandoned_at IS NULL;
DROP INDEX records_unnormalised;
CREATE INDEX records_unnormalised ON records (book, unit, number)
  WHERE unnormalised > 0 AND merged_into IS NULL AND abandoned_at IS NULL;

-- As in 0033, and the record itself says whether it was given up.
CREATE OR REPLACE FUNCTION digests_of(of_unit text, among text[]) RETURNS TABLE (at_centre boolean, number text, sha256 bytea)
LANGUAGE sql STABLE AS $$
  -- Records as each side keeps them in its own book; slips by the number of their transfer.
  SELECT r.book = 'CENTRE', r.number, decode(r.digest, 'hex')
  FROM records r
  WHERE r.unit = of_unit AND r.abandoned_at IS NULL AND (among IS NULL OR r.number = ANY (among))
  UNION ALL
  SELECT false, c.case_id, sha256(convert_to(p.body::text, 'UTF8'))
  FROM cases c JOIN papers p ON p.case_id = c.case_id AND p.id = (c.state ->> 'recordPaperId')::uuid
  WHERE c.kind = 'TRANSFER' AND c.unit = of_unit AND c.step <> 'ABANDONED' AND c.state -> 'slip' = 'true'
    AND (among IS NULL OR c.case_id = ANY (among))
  UNION ALL
  SELECT true, o.case_id, sha256(convert_to(p.body::text, 'UTF8'))
  FROM official_slips o JOIN cases c ON c.case_id = o.case_id AND c.unit = of_unit
    JOIN papers p ON p.case_id = o.case_id AND p.id = o.paper_id
  WHERE among IS NULL OR o.case_id = ANY (among)
$$;

-- As in 0038, likewise. The trigger cases_abandoned, which marks the record, comes before cases_record_abandoned, which
-- reads this: triggers fire in the order of their names.
CREATE OR REPLACE VIEW found_decisions AS
SELECT f.*, CASE WHEN p.id IS NOT NULL THEN 'PROPOSAL_REFUSED' WHEN r.number IS NOT NULL THEN 'TRANSFER_ABANDONED'
  END AS undone, CASE WHEN p.id IS NOT NULL THEN p.refusal WHEN r.number IS NOT NULL THEN (
    SELECT coalesce(w.body ->> 'reason', '') FROM case_events e LEFT JOIN papers w ON w.id = e.paper_id
    WHERE e.case_id = r.case_id AND e.act = 'abandon' ORDER BY e.rev DESC LIMIT 1) END AS undone_reason
FROM found_judgments f
  LEFT JOIN record_proposals p ON p.id = f.proposal AND p.state = 'REFUSED'
  LEFT JOIN records r ON r.book = 'PROVINCE' AND r.number = f.record_number AND r.abandoned_at IS NOT NULL;

-- An entry of a reception book makes one record in each round; the next one begins when a record made of it, or one
-- for which it was used, is given up.
ALTER TABLE supplies ADD round int NOT NULL DEFAULT 1;
COMMENT ON COLUMN supplies.round IS 'How often it may have made a record: once more whenever that was given up.';
CREATE INDEX supplies_used_for ON supplies (record_number) WHERE state = 'USED';

-- What was used for records that are given up can be used again. A person decides: no file makes such a record anew.
CREATE FUNCTION free_supplies(of_numbers text[]) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp
AS $$
  -- Made of it, and what became of it not noted before the record was given up.
  UPDATE supplies s SET round = s.round + 1, hint = 'RECORD_ABANDONED', reason = NULL
  FROM records r JOIN submissions m ON m.case_id = r.case_id
  WHERE r.book = 'PROVINCE' AND r.number = ANY (of_numbers) AND s.state = 'RECEIVED'
    AND s.id = substring(m.external_code FROM '^SUPPLY/([0-9a-f-]{36})')::uuid;
  -- Used for one. What it made itself may stand all the same, unnoted: then that is found again, so the round stays.
  UPDATE supplies s SET hint = 'RECORD_ABANDONED', reason = NULL, state = 'RECEIVED', case_id = NULL,
    record_number = NULL, settled_by = NULL, settled_at = NULL, round = s.round + CASE WHEN EXISTS (
      SELECT FROM submissions m JOIN records r ON r.book = 'PROVINCE' AND r.case_id = m.case_id
      WHERE m.unit = s.unit AND r.abandoned_at IS NULL
        AND m.external_code = 'SUPPLY/' || s.id || CASE s.round WHEN 1 THEN '' ELSE '/' || s.round END) THEN 0 ELSE 1 END
  WHERE s.state = 'USED' AND s.record_number = ANY (of_numbers);
$$;
REVOKE ALL ON FUNCTION free_supplies(text[]) FROM PUBLIC;

-- As in 0046, and what was used for it is free.
CREATE OR REPLACE FUNCTION look_at_abandoned() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  given_up text;
BEGIN
  FOR given_up IN
    UPDATE records SET checked = least(checked, 0) - 1, abandoned_at = NEW.closed_at
    WHERE book = 'PROVINCE' AND case_id = NEW.case_id RETURNING number
  LOOP
    PERFORM lapse_proposals(given_up, NEW.closed_at), free_supplies(ARRAY[given_up]);
  END LOOP;
  RETURN NULL;
END
$$;

-- Those of before.
SELECT free_supplies(array_agg(number)) FROM records WHERE book = 'PROVINCE' AND abandoned_at IS NOT NULL;
ANALYZE cases, records, supplies;
