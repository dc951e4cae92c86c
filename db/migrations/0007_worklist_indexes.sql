-- A page of a worklist is one range of one index, in the order it is shown, whatever the stock.
-- Cases without a legal term come last, hence infinity.
ALTER TABLE cases ADD COLUMN due_sort timestamptz NOT NULL
  GENERATED ALWAYS AS (coalesce(legal_due_at, 'infinity')) STORED;

DROP INDEX cases_queue, cases_open, cases_due;
CREATE INDEX cases_queue ON cases (queue_unit, queue_role, due_sort, case_id) WHERE closed_at IS NULL;
CREATE INDEX cases_open ON cases (unit, due_sort, case_id) WHERE closed_at IS NULL;
CREATE INDEX cases_step ON cases (unit, step, due_sort, case_id) WHERE closed_at IS NULL;
-- Who watches over the country, and the National Centre, whose cases are the transfers of all units.
CREATE INDEX cases_open_national ON cases (due_sort, case_id) WHERE closed_at IS NULL;
CREATE INDEX cases_closed_national ON cases (closed_at DESC, case_id) WHERE closed_at IS NOT NULL;
CREATE INDEX cases_open_transfers ON cases (due_sort, case_id)
  WHERE closed_at IS NULL AND kind = 'TRANSFER';
CREATE INDEX cases_closed_transfers ON cases (closed_at DESC, case_id)
  WHERE closed_at IS NOT NULL AND kind = 'TRANSFER';
