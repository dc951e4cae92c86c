-- Rules enforced by the database, not by advice: the API reads and appends, workflows write cases.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['lltp_api', 'lltp_worker'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- roles are shared by all databases of a cluster
    END;
    EXECUTE format('GRANT %I TO CURRENT_USER', name);
  END LOOP;
END
$$;

GRANT USAGE ON SCHEMA public TO lltp_api, lltp_worker;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO lltp_api, lltp_worker;
REVOKE ALL ON FUNCTION apply_transition(jsonb) FROM PUBLIC;

-- The API: intake is append-only (an agency message may be marked as applied or refused), desk tables are its own.
GRANT INSERT ON submissions, subjects, papers, start_outbox, agency_messages TO lltp_api;
GRANT INSERT, UPDATE ON serials TO lltp_api;
GRANT UPDATE (state, refusal_code, attempts, next_at) ON agency_messages TO lltp_api;
GRANT UPDATE (attempts, next_at, started_at, last_error) ON start_outbox TO lltp_api;
GRANT INSERT, UPDATE, DELETE ON claims, sessions, idempotency_keys, saved_filters, bulk_previews TO lltp_api;
GRANT INSERT ON claim_log, read_audit TO lltp_api;

-- The worker: cases by transition; delivers what intake holds.
GRANT EXECUTE ON FUNCTION apply_transition(jsonb) TO lltp_worker;
GRANT INSERT, UPDATE ON cases, case_clocks, verifications, outgoing_messages, registers, certificates TO lltp_worker;
GRANT INSERT ON case_events, escalations, official_records TO lltp_worker;
GRANT INSERT, UPDATE, DELETE ON claims TO lltp_worker;
GRANT UPDATE (state, refusal_code, attempts, next_at) ON agency_messages TO lltp_worker;
GRANT UPDATE (attempts, next_at, started_at, last_error) ON start_outbox TO lltp_worker;
