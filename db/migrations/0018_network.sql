-- Agencies come and go: which unit keeps the files of a province depends on the day.
ALTER TABLE units ADD COLUMN valid_from date;
ALTER TABLE units ADD COLUMN valid_to date;
ALTER TABLE units ADD COLUMN successor text;
COMMENT ON COLUMN units.valid_to IS 'Last day on which the unit exists; null while it does, and for units that no reference table dates.';
COMMENT ON COLUMN units.successor IS 'Unit that takes over the files, where one does.';
CREATE INDEX units_place ON units (province_code, kind);
