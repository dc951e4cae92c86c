-- Calendars of single agencies on top of the national one, and alarms that administrators see.

CREATE TABLE calendar_overlays (
  version text PRIMARY KEY,
  unit text NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  body jsonb NOT NULL
);
CREATE INDEX calendar_overlays_unit ON calendar_overlays (unit, published_at DESC);
COMMENT ON TABLE calendar_overlays IS
  'Closures and opening hours of one unit; it is also the calendar of that name. Units may come later than their calendars.';

CREATE TABLE alarms (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind ~ '^[A-Z][A-Z_]*$'),
  subject text NOT NULL,
  detail jsonb NOT NULL,
  raised_at timestamptz NOT NULL,
  cleared_at timestamptz
);
CREATE UNIQUE INDEX alarms_open ON alarms (kind, subject) WHERE cleared_at IS NULL;
CREATE INDEX alarms_raised ON alarms (raised_at DESC);
COMMENT ON TABLE alarms IS 'What nightly checks found, raised once until it is cleared; instants are business time.';

GRANT SELECT ON calendar_overlays, alarms TO lltp_api, lltp_worker;
GRANT INSERT ON alarms TO lltp_worker;
GRANT UPDATE (detail, cleared_at) ON alarms TO lltp_worker;
