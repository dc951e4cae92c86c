-- Cases whose open questions all wait for further identification stand in no queue until their next act: they are
-- the officer's turn, as `holderOfQuestions` says.
UPDATE cases c SET queue_role = 'LLTP_OFFICER'
WHERE c.kind = 'APPLICATION' AND c.step = 'VERIFYING' AND c.closed_at IS NULL AND c.queue_role IS NULL
  AND (SELECT bool_and(v.outcome IS NOT DISTINCT FROM 'NEEDS_IDENTIFICATION') FROM verifications v
    WHERE v.case_id = c.case_id AND coalesce(v.outcome, '') NOT IN ('NO_RECORD', 'RECORD_FOUND', 'UNCLEAR', 'WAIVED'));

-- That a judgment stands in a record which the person's name and numbers do not lead to has a reason too.
ALTER TABLE found_judgments DROP CONSTRAINT found_judgments_check1,
  ADD CONSTRAINT found_judgments_reason CHECK (CASE outcome WHEN 'NONE' THEN reason IS NOT NULL
    WHEN 'THERE' THEN true ELSE reason IS NULL END);
