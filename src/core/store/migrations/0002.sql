-- SPDX-License-Identifier: GPL-3.0-or-later

-- The text of a record apart from what is known of it: that it did not change is seen by its
-- hash, and then it is not read.
CREATE TABLE record (
  resource INTEGER PRIMARY KEY REFERENCES resource (number) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;

INSERT INTO record SELECT number, record FROM resource;

ALTER TABLE resource DROP COLUMN record;

-- Random, made once: together with the number of the generation it names what is held.
ALTER TABLE generation ADD COLUMN identity BLOB NOT NULL DEFAULT x'';

UPDATE generation SET identity = randomblob (16);
