CREATE TABLE setting (name VARCHAR PRIMARY KEY, text VARCHAR NOT NULL);

-- up to 65,536 values of a column each, below H2's limit of a megabyte in a row
CREATE TABLE column_chunk (chunk_id BIGINT PRIMARY KEY, row_count INT NOT NULL, kind INT NOT NULL,
  encoding_version INT NOT NULL, checksum BIGINT NOT NULL, bytes VARBINARY(1048576) NOT NULL);

-- what a writer that has not finished may have left: all chunks from first_chunk on
CREATE TABLE pending (first_chunk BIGINT PRIMARY KEY);

CREATE TABLE table_version (version_id BIGINT PRIMARY KEY, document VARCHAR NOT NULL);

CREATE TABLE invalid_cell (version_id BIGINT NOT NULL, column_id VARCHAR NOT NULL, line BIGINT NOT NULL,
  raw VARCHAR NOT NULL);
CREATE INDEX invalid_of ON invalid_cell (version_id);

CREATE TABLE reject (version_id BIGINT NOT NULL, line BIGINT NOT NULL, reason VARCHAR NOT NULL, raw VARCHAR NOT NULL);
CREATE INDEX reject_of ON reject (version_id);

CREATE TABLE project_state (state_id BIGINT PRIMARY KEY, document VARCHAR NOT NULL);

CREATE TABLE journal (number BIGINT PRIMARY KEY, at TIMESTAMP WITH TIME ZONE NOT NULL, operation VARCHAR NOT NULL,
  state_id BIGINT NOT NULL);

CREATE TABLE head (number BIGINT NOT NULL);
INSERT INTO head VALUES (0);
