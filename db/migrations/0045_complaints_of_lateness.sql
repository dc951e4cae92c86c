-- An applicant complains that the legal date has passed: a second kind of dispute. It is answered, but no
-- date is in question, so its ruling makes no vector.
ALTER TABLE disputes
  ADD COLUMN kind text NOT NULL DEFAULT 'DATE' CHECK (kind IN ('DATE', 'LATE')),
  -- The legal date that has passed.
  ADD COLUMN missed_at timestamptz,
  ADD CONSTRAINT disputes_of_lateness CHECK (
    (kind = 'LATE') = (missed_at IS NOT NULL)
    AND (kind = 'DATE' OR raised_as = 'APPLICANT' AND day IS NULL AND wanted IS NULL));

DROP INDEX disputes_one_open;
CREATE UNIQUE INDEX disputes_one_open ON disputes (case_id, clock, coalesce(day, '-infinity'), raised_as)
  WHERE status = 'OPEN' AND kind = 'DATE';
-- Once per date that passed, answered or not: whoever is told no does not ask again every day.
CREATE UNIQUE INDEX disputes_late_once ON disputes (case_id, missed_at) WHERE kind = 'LATE';
