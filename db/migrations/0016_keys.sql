-- A key is kept with its reply, once its request had its effect: there is no other state.
DELETE FROM idempotency_keys WHERE reply IS NULL;
ALTER TABLE idempotency_keys DROP COLUMN status, ALTER COLUMN reply SET NOT NULL;

-- A PDF is compressed by itself: trying it once more costs time and saves nothing.
ALTER TABLE certificates ALTER COLUMN pdf SET STORAGE EXTERNAL;
