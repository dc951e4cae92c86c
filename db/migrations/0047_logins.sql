-- API and worker log in themselves (db/logins.ts gives them their passwords), and any login may make
-- temporary tables: in a function that works with its owner's rights no such table may stand in for ours.
ALTER FUNCTION office_days_of_calendar() SET search_path = public, pg_temp;
ALTER FUNCTION settle_covers(timestamptz) SET search_path = public, pg_temp;
REVOKE ALL ON FUNCTION office_days_of_calendar() FROM PUBLIC;
