-- what was handed over; outside the journal, for undo does not take a file back
CREATE TABLE past_export (number BIGINT PRIMARY KEY, at TIMESTAMP WITH TIME ZONE NOT NULL, document VARCHAR NOT NULL);

-- cells and records that were not understood are looked up by their lines
CREATE INDEX invalid_at ON invalid_cell (version_id, line);
DROP INDEX invalid_of;
CREATE INDEX reject_at ON reject (version_id, line);
DROP INDEX reject_of;
