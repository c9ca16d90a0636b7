-- SPDX-License-Identifier: GPL-3.0-or-later

-- A feed that the catalogue is made of; their order is in sources.json.
CREATE TABLE source (
  number INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  name TEXT,                            -- JSON object of language tag to text
  version INTEGER NOT NULL DEFAULT 0,   -- of a published feed's index
  expires INTEGER NOT NULL DEFAULT 0,   -- seconds since the epoch, 0 where not stated
  document TEXT,                        -- SHA-256 of the index last read
  synced INTEGER NOT NULL DEFAULT 0,    -- seconds since the epoch of the last success
  tried INTEGER NOT NULL DEFAULT 0,
  error TEXT,
  resources INTEGER NOT NULL DEFAULT 0  -- how many are not withdrawn: fewer are a damage
) STRICT;

-- What to say to a server so that it need not send again what is held.
CREATE TABLE validator (
  source INTEGER NOT NULL REFERENCES source (number) ON DELETE CASCADE,
  url TEXT NOT NULL,
  final_url TEXT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  sha256 TEXT NOT NULL,
  next TEXT,
  PRIMARY KEY (source, url)
) STRICT, WITHOUT ROWID;

-- A document whose records are held, named by its content.
CREATE TABLE page (
  number INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source (number) ON DELETE CASCADE,
  sha256 TEXT NOT NULL,
  complete INTEGER NOT NULL,            -- 0 where a record of it was left out for another page's
  UNIQUE (source, sha256)
) STRICT;

CREATE TABLE resource (
  number INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source (number) ON DELETE CASCADE,
  id TEXT NOT NULL,
  hash BLOB NOT NULL,                   -- SHA-256 of the record
  withdrawn INTEGER NOT NULL DEFAULT 0,
  record TEXT NOT NULL,
  UNIQUE (source, id)
) STRICT;

CREATE INDEX resource_there ON resource (source) WHERE withdrawn = 0;

-- In which page a resource stands: apart from the record, which stays unwritten when it moves.
CREATE TABLE place (
  resource INTEGER PRIMARY KEY REFERENCES resource (number) ON DELETE CASCADE,
  page INTEGER NOT NULL REFERENCES page (number) ON DELETE CASCADE
) STRICT;

CREATE INDEX place_page ON place (page);

CREATE TABLE tombstone (
  page INTEGER NOT NULL REFERENCES page (number) ON DELETE CASCADE,
  id TEXT NOT NULL,
  PRIMARY KEY (page, id)
) STRICT, WITHOUT ROWID;

-- Goes up by one with each change of the records, so that an index can tell whether it fits.
CREATE TABLE generation (number INTEGER NOT NULL) STRICT;

INSERT INTO generation VALUES (0);
