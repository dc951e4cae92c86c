-- The agencies of the whole procedure: military court, procuracy, civil enforcement and communes too.
ALTER TABLE units DROP CONSTRAINT units_kind_check;
ALTER TABLE units ADD CONSTRAINT units_kind_check CHECK (kind IN (
  'STP', 'POLICE', 'COURT', 'MILITARY_COURT', 'PROCURACY', 'ENFORCEMENT', 'COMMUNE', 'POST', 'CENTRE',
  'INTEGRATION'));
