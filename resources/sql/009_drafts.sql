-- SPDX-License-Identifier: GPL-3.0-or-later
-- What somebody typed and has not saved yet. No record: it is nobody's but the typist's, so neither history nor a file
-- that is exported has it. who: the coordinator, 0 while nobody said who they are; one that is removed leaves nothing
-- behind for long. form: "provider/12". typed: JSON of the fields that were typed into. at: an instant.
CREATE TABLE draft (
  who   INTEGER NOT NULL,
  form  TEXT NOT NULL CHECK (form <> ''),
  typed TEXT NOT NULL,
  at    TEXT NOT NULL,
  PRIMARY KEY (who, form)
) STRICT, WITHOUT ROWID;
