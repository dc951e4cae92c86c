-- A key is kept with its reply, once its request had its effect: there is no other state.
DELETE FROM idempotency_keys WHERE reply IS NULL;
ALTER TABLE idempotency_keys DROP COLUMN status, ALTER COLUMN reply SET NOT NULL;
