-- Times in which the system was down, and objections of holders to what is charged to them.
CREATE TABLE heartbeats (
  part text PRIMARY KEY,
  -- Business time, by which an outage is charged, and real time, by which it is noticed.
  at timestamptz NOT NULL,
  real_at timestamptz NOT NULL
);

CREATE TABLE outages (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL CHECK (to_at > from_at),
  what text NOT NULL CHECK (what IN ('API', 'WORKER', 'ENGINE', 'DATABASE', 'OTHER')),
  noted_by text NOT NULL,
  reason text,
  noted_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outages_span ON outages (to_at, from_at);

-- Outages of several parts are one time in which people could not work.
CREATE VIEW outage_spans AS
  SELECT lower(s) AS from_at, upper(s) AS to_at
  FROM (SELECT unnest(range_agg(tstzrange(from_at, to_at))) AS s FROM outages) AS merged;

CREATE TABLE hold_contests (
  case_id text NOT NULL REFERENCES cases,
  n int NOT NULL,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL CHECK (to_at > from_at),
  to_holder text NOT NULL,
  to_unit text REFERENCES units,
  paper_id uuid NOT NULL,
  raised_by uuid NOT NULL REFERENCES accounts,
  raised_unit text NOT NULL REFERENCES units,
  raised_at timestamptz NOT NULL,
  ruling text CHECK (ruling IN ('ACCEPTED', 'REJECTED')),
  ruled_by uuid REFERENCES accounts CHECK (ruled_by <> raised_by),
  ruled_at timestamptz,
  ruling_paper_id uuid,
  PRIMARY KEY (case_id, n),
  UNIQUE (case_id, paper_id)
);
CREATE INDEX hold_contests_accepted ON hold_contests (to_at, from_at) WHERE ruling = 'ACCEPTED';
COMMENT ON TABLE hold_contests IS 'Objections of holders to whom time is charged; an accepted one counts when read, the log stays.';

-- Note that a part lives. After a silence longer than `tolerated` (real time) the business time of the
-- silence becomes an outage of `what`; says whether it did.
CREATE FUNCTION beat(of_part text, now_at timestamptz, what text, tolerated interval) RETURNS boolean
LANGUAGE plpgsql
AS $$
DECLARE
  last heartbeats;
BEGIN
  INSERT INTO heartbeats VALUES (of_part, now_at, clock_timestamp()) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    RETURN false;
  END IF;
  SELECT * INTO last FROM heartbeats WHERE part = of_part FOR UPDATE;
  UPDATE heartbeats SET at = greatest(at, now_at), real_at = clock_timestamp() WHERE part = of_part;
  IF clock_timestamp() - last.real_at <= tolerated OR now_at <= last.at THEN
    RETURN false;
  END IF;
  INSERT INTO outages (from_at, to_at, what, noted_by) VALUES (last.at, now_at, what, 'heartbeat');
  RETURN true;
END
$$;

GRANT SELECT ON heartbeats, outages, outage_spans, hold_contests TO lltp_api, lltp_worker;
GRANT INSERT, UPDATE ON heartbeats TO lltp_api, lltp_worker;
GRANT INSERT ON outages TO lltp_api, lltp_worker;
GRANT INSERT ON hold_contests TO lltp_api;
GRANT UPDATE (ruling, ruled_by, ruled_at, ruling_paper_id) ON hold_contests TO lltp_api;
