-- SPDX-License-Identifier: GPL-3.0-or-later
-- The provider's whole file: what a profile keeps beside enrollments, affiliations and trackings.

ALTER TABLE provider ADD COLUMN languages TEXT NOT NULL DEFAULT '';
--;
ALTER TABLE provider ADD COLUMN ended TEXT CHECK (length(ended) = 10);
--;
ALTER TABLE provider ADD COLUMN end_reason TEXT NOT NULL DEFAULT '';
--;
-- What a provider is found by that stands in other tables: former names, provider numbers, licence numbers, practices.
-- Kept by the store, folded; no part of history.
ALTER TABLE provider ADD COLUMN also TEXT NOT NULL DEFAULT '';
--;
ALTER TABLE practice ADD COLUMN fax TEXT NOT NULL DEFAULT '';
--;
ALTER TABLE practice ADD COLUMN contact TEXT NOT NULL DEFAULT '';
--;
ALTER TABLE facility ADD COLUMN address TEXT NOT NULL DEFAULT '';
--;
ALTER TABLE facility ADD COLUMN zip TEXT NOT NULL DEFAULT '';
--;
ALTER TABLE facility ADD COLUMN email TEXT NOT NULL DEFAULT '';
--;
-- Where a type's credentials stand in a profile; '' = among the other ones.
ALTER TABLE document_type ADD COLUMN section TEXT NOT NULL DEFAULT '';
--;
-- renewed_by: the version that took this one's place; such a one is no expirable any more.
ALTER TABLE credential ADD COLUMN renewed_by INTEGER REFERENCES credential(id);
--;
ALTER TABLE credential ADD COLUMN verified_by TEXT NOT NULL DEFAULT '';
--;
ALTER TABLE credential ADD COLUMN reason TEXT NOT NULL DEFAULT '';
--;
-- Malpractice cover: limits in whole dollars.
ALTER TABLE credential ADD COLUMN coverage TEXT NOT NULL DEFAULT ''
  CHECK (coverage = '' OR coverage = 'Occurrence' OR coverage = 'Claims-made');
--;
ALTER TABLE credential ADD COLUMN per_claim INTEGER;
--;
ALTER TABLE credential ADD COLUMN aggregate INTEGER;
--;
ALTER TABLE credential ADD COLUMN tail TEXT NOT NULL DEFAULT '';
--;
-- A ladder of this record's own, in place of its type's.
ALTER TABLE credential ADD COLUMN ladder TEXT NOT NULL DEFAULT '';
--;
ALTER TABLE enrollment ADD COLUMN ladder TEXT NOT NULL DEFAULT '';
--;
ALTER TABLE affiliation ADD COLUMN ladder TEXT NOT NULL DEFAULT '';
--;
CREATE INDEX credential_renewed ON credential(renewed_by) WHERE renewed_by IS NOT NULL;
--;
CREATE TABLE provider_taxonomy (
  id          INTEGER PRIMARY KEY,
  provider_id INTEGER NOT NULL REFERENCES provider(id),
  code        TEXT NOT NULL CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '',
  license     TEXT NOT NULL DEFAULT '',
  state       TEXT NOT NULL DEFAULT ''
) STRICT;
--;
CREATE INDEX provider_taxonomy_provider ON provider_taxonomy(provider_id);
--;
CREATE TABLE provider_address (
  id          INTEGER PRIMARY KEY,
  provider_id INTEGER NOT NULL REFERENCES provider(id),
  kind        TEXT NOT NULL DEFAULT 'Mailing' CHECK (kind = 'Home' OR kind = 'Mailing' OR kind = 'Billing'
      OR kind = 'Practice'),
  address     TEXT NOT NULL DEFAULT '',
  city        TEXT NOT NULL DEFAULT '',
  state       TEXT NOT NULL DEFAULT '',
  zip         TEXT NOT NULL DEFAULT '',
  phone       TEXT NOT NULL DEFAULT '',
  fax         TEXT NOT NULL DEFAULT ''
) STRICT;
--;
CREATE INDEX provider_address_provider ON provider_address(provider_id);
--;
CREATE TABLE education (
  id          INTEGER PRIMARY KEY,
  provider_id INTEGER NOT NULL REFERENCES provider(id),
  kind        TEXT NOT NULL DEFAULT 'Medical school' CHECK (kind = 'Undergraduate' OR kind = 'Graduate'
      OR kind = 'Medical school' OR kind = 'Internship' OR kind = 'Residency' OR kind = 'Fellowship' OR kind = 'Other'),
  institution TEXT NOT NULL CHECK (institution <> ''),
  degree      TEXT NOT NULL DEFAULT '',
  specialty   TEXT NOT NULL DEFAULT '',
  started     TEXT CHECK (length(started) = 10),
  ended       TEXT CHECK (length(ended) = 10),
  city        TEXT NOT NULL DEFAULT '',
  state       TEXT NOT NULL DEFAULT '',
  country     TEXT NOT NULL DEFAULT '',
  verified    TEXT CHECK (length(verified) = 10),
  source      TEXT NOT NULL DEFAULT '',
  verified_by TEXT NOT NULL DEFAULT ''
) STRICT;
--;
CREATE INDEX education_provider ON education(provider_id);
--;
-- ended IS NULL: works there still.
CREATE TABLE work_history (
  id          INTEGER PRIMARY KEY,
  provider_id INTEGER NOT NULL REFERENCES provider(id),
  employer    TEXT NOT NULL CHECK (employer <> ''),
  position    TEXT NOT NULL DEFAULT '',
  started     TEXT CHECK (length(started) = 10),
  ended       TEXT CHECK (length(ended) = 10),
  city        TEXT NOT NULL DEFAULT '',
  state       TEXT NOT NULL DEFAULT '',
  phone       TEXT NOT NULL DEFAULT '',
  leaving     TEXT NOT NULL DEFAULT ''
) STRICT;
--;
CREATE INDEX work_history_provider ON work_history(provider_id);
--;
-- Why there is a gap in the work history; the gap itself is worked out.
CREATE TABLE work_gap (
  id          INTEGER PRIMARY KEY,
  provider_id INTEGER NOT NULL REFERENCES provider(id),
  started     TEXT NOT NULL CHECK (length(started) = 10),
  ended       TEXT NOT NULL CHECK (length(ended) = 10),
  explanation TEXT NOT NULL CHECK (explanation <> '')
) STRICT;
--;
CREATE INDEX work_gap_provider ON work_gap(provider_id);
--;
CREATE TABLE peer_reference (
  id          INTEGER PRIMARY KEY,
  provider_id INTEGER NOT NULL REFERENCES provider(id),
  name        TEXT NOT NULL CHECK (name <> ''),
  degree      TEXT NOT NULL DEFAULT '',
  specialty   TEXT NOT NULL DEFAULT '',
  relation    TEXT NOT NULL DEFAULT '',
  phone       TEXT NOT NULL DEFAULT '',
  email       TEXT NOT NULL DEFAULT '',
  known_since TEXT CHECK (length(known_since) = 10)
) STRICT;
--;
CREATE INDEX peer_reference_provider ON peer_reference(provider_id);
--;
-- A file that is kept: its bytes lie beside the data file under their SHA-256, its name is only shown.
CREATE TABLE document (
  id            INTEGER PRIMARY KEY,
  provider_id   INTEGER REFERENCES provider(id),
  practice_id   INTEGER REFERENCES practice(id),
  credential_id INTEGER REFERENCES credential(id),
  name          TEXT NOT NULL CHECK (name <> ''),
  kind          TEXT NOT NULL DEFAULT 'Document' CHECK (kind = 'Document' OR kind = 'Evidence'),
  hash          TEXT NOT NULL CHECK (length(hash) = 64),
  size          INTEGER NOT NULL,
  media_type    TEXT NOT NULL DEFAULT '',
  added         TEXT NOT NULL CHECK (length(added) = 10),
  CHECK (provider_id IS NOT NULL OR practice_id IS NOT NULL)
) STRICT;
--;
CREATE INDEX document_provider ON document(provider_id) WHERE provider_id IS NOT NULL;
--;
CREATE INDEX document_practice ON document(practice_id) WHERE practice_id IS NOT NULL;
--;
CREATE INDEX document_credential ON document(credential_id) WHERE credential_id IS NOT NULL;
--;
CREATE INDEX document_hash ON document(hash);
--;
-- The payors whose panels a team's providers are to be on; an empty state or line of business means any.
CREATE TABLE team_payor (
  id               INTEGER PRIMARY KEY,
  team_id          INTEGER NOT NULL REFERENCES team(id),
  payor_id         INTEGER NOT NULL REFERENCES payor(id),
  state            TEXT NOT NULL DEFAULT '',
  line_of_business TEXT NOT NULL DEFAULT '',
  UNIQUE (team_id, payor_id, state, line_of_business)
) STRICT;
--;
-- The few records with a ladder of their own: alerts look for them apart.
CREATE INDEX credential_ladder ON credential(id) WHERE ladder <> '';
--;
CREATE INDEX enrollment_ladder ON enrollment(id) WHERE ladder <> '';
--;
CREATE INDEX affiliation_ladder ON affiliation(id) WHERE ladder <> '';
--;
-- What was removed, the newest first, and whose it was.
CREATE INDEX change_row_deleted ON change_row(id) WHERE action = 'delete';
--;
CREATE INDEX change_row_deleted_provider ON change_row(json_extract(before, '$.provider_id')) WHERE action = 'delete';
--;
-- The directory is searched in the order it is shown in, without a look at the rows.
CREATE INDEX provider_found ON provider(sort_name, id, search, also);
