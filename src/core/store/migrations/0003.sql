-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a page has beside its records: lists of tools put together by hand, and events.
CREATE TABLE curated (
  number INTEGER PRIMARY KEY,
  page INTEGER NOT NULL REFERENCES page (number) ON DELETE CASCADE,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (page, id)
) STRICT;

-- They were passed over before, so that every page is to be read once more.
UPDATE page SET complete = 0;

DELETE FROM validator;
