-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words of the field as tables. Statements are parted by a line "--;". Text is '' when empty, a date is
-- YYYY-MM-DD or NULL, an instant is UTC. sort_name and search are folded in C++ (marks and case stripped).
-- CHECKs spell lists out with OR: SQLite builds a table in memory for each IN list, at every insert.

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--;
-- History, audit log and undo are one. A change is what a person did; its rows are the records it touched.
-- hash chains everything in the order written: see core/db/history.h.
CREATE TABLE change (
  id     INTEGER PRIMARY KEY,
  at     TEXT NOT NULL,
  who    TEXT NOT NULL,
  what   TEXT NOT NULL,
  undoes INTEGER REFERENCES change(id),
  hash   BLOB NOT NULL
) STRICT;
--;
CREATE TABLE change_row (
  id        INTEGER PRIMARY KEY,
  change_id INTEGER NOT NULL REFERENCES change(id),
  record    TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  action    TEXT NOT NULL CHECK (action = 'insert' OR action = 'update' OR action = 'delete'),
  before    TEXT,
  after     TEXT,
  hash      BLOB NOT NULL
) STRICT;
--;
CREATE INDEX change_row_record ON change_row(record, record_id, id);
--;
CREATE INDEX change_row_change ON change_row(change_id, id);
--;
-- number = business days from 1900-01-01 up to and including day, federal holidays as observed left out.
CREATE TABLE business_day (
  day    TEXT PRIMARY KEY,
  number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--;
CREATE TABLE team (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL CHECK (name <> ''),
  sort_name TEXT NOT NULL UNIQUE
) STRICT;
--;
-- Days a team is closed beside the federal holidays; counts = 1 where the day would else be a business day.
CREATE TABLE closed_day (
  id      INTEGER PRIMARY KEY,
  team_id INTEGER NOT NULL REFERENCES team(id),
  day     TEXT NOT NULL CHECK (length(day) = 10),
  name    TEXT NOT NULL DEFAULT '',
  counts  INTEGER NOT NULL DEFAULT 1 CHECK (counts IN (0, 1)),
  UNIQUE (team_id, day)
) STRICT;
--;
CREATE TABLE coordinator (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL CHECK (name <> ''),
  email     TEXT NOT NULL DEFAULT '',
  role      TEXT NOT NULL DEFAULT 'Full access' CHECK (role = 'Full access' OR role = 'Viewer' OR role = 'Auditor'),
  active    INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  sort_name TEXT NOT NULL UNIQUE
) STRICT;
--;
CREATE TABLE coordinator_team (
  id             INTEGER PRIMARY KEY,
  coordinator_id INTEGER NOT NULL REFERENCES coordinator(id),
  team_id        INTEGER NOT NULL REFERENCES team(id),
  UNIQUE (coordinator_id, team_id)
) STRICT;
--;
CREATE TABLE practice (
  id        INTEGER PRIMARY KEY,
  team_id   INTEGER REFERENCES team(id),
  name      TEXT NOT NULL CHECK (name <> ''),
  group_npi TEXT NOT NULL DEFAULT '',
  tin       TEXT NOT NULL DEFAULT '',
  address   TEXT NOT NULL DEFAULT '',
  city      TEXT NOT NULL DEFAULT '',
  state     TEXT NOT NULL DEFAULT '',
  zip       TEXT NOT NULL DEFAULT '',
  phone     TEXT NOT NULL DEFAULT '',
  email     TEXT NOT NULL DEFAULT '',
  sort_name TEXT NOT NULL
) STRICT;
--;
CREATE UNIQUE INDEX practice_name ON practice(sort_name, coalesce(team_id, 0));
--;
CREATE INDEX practice_npi ON practice(group_npi) WHERE group_npi <> '';
--;
CREATE TABLE provider (
  id            INTEGER PRIMARY KEY,
  team_id       INTEGER REFERENCES team(id),
  npi           TEXT NOT NULL DEFAULT '',
  last_name     TEXT NOT NULL CHECK (last_name <> ''),
  first_name    TEXT NOT NULL DEFAULT '',
  middle_name   TEXT NOT NULL DEFAULT '',
  suffix        TEXT NOT NULL DEFAULT '',
  degree        TEXT NOT NULL DEFAULT '',
  specialty     TEXT NOT NULL DEFAULT '',
  taxonomy      TEXT NOT NULL DEFAULT '',
  email         TEXT NOT NULL DEFAULT '',
  phone         TEXT NOT NULL DEFAULT '',
  date_of_birth TEXT CHECK (length(date_of_birth) = 10),
  caqh_id       TEXT NOT NULL DEFAULT '',
  status        TEXT NOT NULL DEFAULT 'Active' CHECK (status = 'Onboarding' OR status = 'Active'
      OR status = 'Inactive' OR status = 'Terminated'),
  start_date    TEXT CHECK (length(start_date) = 10),
  tags          TEXT NOT NULL DEFAULT '',
  assignee_id   INTEGER REFERENCES coordinator(id),
  sort_name     TEXT NOT NULL,
  search        TEXT NOT NULL
) STRICT;
--;
CREATE UNIQUE INDEX provider_npi ON provider(npi) WHERE npi <> '';
--;
CREATE INDEX provider_sort ON provider(sort_name, id);
--;
CREATE INDEX provider_team ON provider(team_id, sort_name);
--;
CREATE TABLE provider_practice (
  id          INTEGER PRIMARY KEY,
  provider_id INTEGER NOT NULL REFERENCES provider(id),
  practice_id INTEGER NOT NULL REFERENCES practice(id),
  UNIQUE (provider_id, practice_id)
) STRICT;
--;
CREATE INDEX provider_practice_practice ON provider_practice(practice_id);
--;
CREATE TABLE provider_name (
  id          INTEGER PRIMARY KEY,
  provider_id INTEGER NOT NULL REFERENCES provider(id),
  last_name   TEXT NOT NULL,
  first_name  TEXT NOT NULL DEFAULT '',
  middle_name TEXT NOT NULL DEFAULT '',
  until       TEXT CHECK (length(until) = 10),
  sort_name   TEXT NOT NULL
) STRICT;
--;
CREATE INDEX provider_name_provider ON provider_name(provider_id);
--;
CREATE TABLE payor (
  id                     INTEGER PRIMARY KEY,
  name                   TEXT NOT NULL CHECK (name <> ''),
  payor_id               TEXT NOT NULL DEFAULT '',
  class                  TEXT NOT NULL DEFAULT 'Commercial' CHECK (class = 'Commercial' OR class = 'Medicare'
      OR class = 'Medicaid' OR class = 'Other'),
  states                 TEXT NOT NULL DEFAULT '',
  usual_days             INTEGER,
  recredentialing_months INTEGER,
  phone                  TEXT NOT NULL DEFAULT '',
  portal                 TEXT NOT NULL DEFAULT '',
  sort_name              TEXT NOT NULL UNIQUE
) STRICT;
--;
-- What a status says about who has the ball and what billing does with a claim.
CREATE TABLE enrollment_status (
  name       TEXT PRIMARY KEY,
  rank       INTEGER NOT NULL,
  waiting_on TEXT NOT NULL,
  claims     TEXT NOT NULL CHECK (claims = 'Hold' OR claims = 'Bill' OR claims = 'Bill non-par'
      OR claims = 'Do not schedule')
) STRICT, WITHOUT ROWID;
--;
INSERT INTO enrollment_status (name, rank, waiting_on, claims) VALUES
  ('Not started', 1, 'Us', 'Hold'),
  ('Gathering', 2, 'Us', 'Hold'),
  ('Waiting on provider', 3, 'Provider', 'Hold'),
  ('Ready to submit', 4, 'Us', 'Hold'),
  ('Submitted', 5, 'Payor', 'Hold'),
  ('Received', 6, 'Payor', 'Hold'),
  ('In review', 7, 'Payor', 'Hold'),
  ('Info requested', 8, 'Us', 'Hold'),
  ('Committee', 9, 'Payor', 'Hold'),
  ('Contracting', 10, 'Payor', 'Hold'),
  ('Approved, pending load', 11, 'Payor', 'Hold'),
  ('Participating', 12, 'Nobody', 'Bill'),
  ('Non-participating', 13, 'Nobody', 'Bill non-par'),
  ('Denied', 14, 'Us', 'Do not schedule'),
  ('Appeal', 15, 'Payor', 'Do not schedule'),
  ('Panel closed', 16, 'Nobody', 'Do not schedule'),
  ('On hold', 17, 'Us', 'Hold'),
  ('Withdrawn', 18, 'Nobody', 'Do not schedule'),
  ('Terminated', 19, 'Nobody', 'Do not schedule');
--;
CREATE TABLE enrollment (
  id               INTEGER PRIMARY KEY,
  provider_id      INTEGER REFERENCES provider(id),
  practice_id      INTEGER REFERENCES practice(id),
  payor_id         INTEGER NOT NULL REFERENCES payor(id),
  state            TEXT NOT NULL DEFAULT '',
  line_of_business TEXT NOT NULL DEFAULT '',
  status           TEXT NOT NULL DEFAULT 'Not started' REFERENCES enrollment_status(name),
  provider_number  TEXT NOT NULL DEFAULT '',
  submitted        TEXT CHECK (length(submitted) = 10),
  effective        TEXT CHECK (length(effective) = 10),
  end              TEXT CHECK (length(end) = 10),
  follow_up        TEXT CHECK (length(follow_up) = 10),
  waiting_on       TEXT NOT NULL DEFAULT ''
    CHECK (waiting_on = '' OR waiting_on = 'Us' OR waiting_on = 'Provider' OR waiting_on = 'Payor'
      OR waiting_on = 'Facility' OR waiting_on = 'Portal vendor' OR waiting_on = 'Nobody'),
  waiting_since    TEXT CHECK (length(waiting_since) = 10),
  assignee_id      INTEGER REFERENCES coordinator(id),
  CHECK (provider_id IS NOT NULL OR practice_id IS NOT NULL)
) STRICT;
--;
CREATE INDEX enrollment_provider ON enrollment(provider_id, payor_id, state);
--;
CREATE INDEX enrollment_practice ON enrollment(practice_id, payor_id, state);
--;
CREATE INDEX enrollment_payor ON enrollment(payor_id);
--;
CREATE INDEX enrollment_end ON enrollment(end, id);
--;
CREATE INDEX enrollment_participating_end ON enrollment(end, id) WHERE status = 'Participating';
--;
CREATE INDEX enrollment_assignee ON enrollment(assignee_id, end);
--;
CREATE TABLE facility (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL CHECK (name <> ''),
  city      TEXT NOT NULL DEFAULT '',
  state     TEXT NOT NULL DEFAULT '',
  phone     TEXT NOT NULL DEFAULT '',
  sort_name TEXT NOT NULL UNIQUE
) STRICT;
--;
CREATE TABLE affiliation (
  id                INTEGER PRIMARY KEY,
  provider_id       INTEGER NOT NULL REFERENCES provider(id),
  facility_id       INTEGER NOT NULL REFERENCES facility(id),
  category          TEXT NOT NULL DEFAULT '',
  status            TEXT NOT NULL DEFAULT 'Not started'
    CHECK (status = 'Not started' OR status = 'Submitted' OR status = 'In review' OR status = 'Active'
      OR status = 'Denied' OR status = 'Terminated'),
  appointed         TEXT CHECK (length(appointed) = 10),
  reappointment_due TEXT CHECK (length(reappointment_due) = 10),
  assignee_id       INTEGER REFERENCES coordinator(id)
) STRICT;
--;
CREATE INDEX affiliation_provider ON affiliation(provider_id, facility_id);
--;
CREATE INDEX affiliation_facility ON affiliation(facility_id);
--;
CREATE INDEX affiliation_active_due ON affiliation(reappointment_due, id) WHERE status = 'Active';
--;
-- ladder: days before the date, falling, as "120/90/60/30/14/7/0"; first_alert is its first rung.
-- has_term = 0: the type may lack a date. source: credential, or where the date is kept.
CREATE TABLE document_type (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL CHECK (name <> ''),
  source      TEXT NOT NULL DEFAULT 'credential' CHECK (source = 'credential' OR source = 'enrollment'
      OR source = 'affiliation'),
  usual_term  TEXT NOT NULL DEFAULT '',
  ladder      TEXT NOT NULL,
  first_alert INTEGER NOT NULL,
  has_term    INTEGER NOT NULL DEFAULT 1 CHECK (has_term IN (0, 1)),
  retired     INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  sort_name   TEXT NOT NULL UNIQUE
) STRICT;
--;
-- Who must have a document of this type; an empty degree, specialty or state means any.
CREATE TABLE document_requirement (
  id               INTEGER PRIMARY KEY,
  document_type_id INTEGER NOT NULL REFERENCES document_type(id),
  degree           TEXT NOT NULL DEFAULT '',
  specialty        TEXT NOT NULL DEFAULT '',
  state            TEXT NOT NULL DEFAULT ''
) STRICT;
--;
CREATE INDEX document_requirement_type ON document_requirement(document_type_id);
--;
CREATE TABLE credential (
  id               INTEGER PRIMARY KEY,
  provider_id      INTEGER REFERENCES provider(id),
  practice_id      INTEGER REFERENCES practice(id),
  document_type_id INTEGER NOT NULL REFERENCES document_type(id),
  number           TEXT NOT NULL DEFAULT '',
  state            TEXT NOT NULL DEFAULT '',
  issuer           TEXT NOT NULL DEFAULT '',
  issued           TEXT CHECK (length(issued) = 10),
  expires          TEXT CHECK (length(expires) = 10),
  verified         TEXT CHECK (length(verified) = 10),
  source           TEXT NOT NULL DEFAULT '',
  not_applicable   INTEGER NOT NULL DEFAULT 0 CHECK (not_applicable IN (0, 1)),
  CHECK (provider_id IS NOT NULL OR practice_id IS NOT NULL)
) STRICT;
--;
CREATE INDEX credential_provider ON credential(provider_id, document_type_id);
--;
CREATE INDEX credential_practice ON credential(practice_id, document_type_id);
--;
CREATE INDEX credential_type ON credential(document_type_id);
--;
CREATE INDEX credential_expires ON credential(expires, id) WHERE not_applicable = 0;
--;
-- What a person did about an alert; the alert itself is derived. Exactly one of the four is what it is about.
CREATE TABLE alert_action (
  id               INTEGER PRIMARY KEY,
  credential_id    INTEGER REFERENCES credential(id),
  enrollment_id    INTEGER REFERENCES enrollment(id),
  affiliation_id   INTEGER REFERENCES affiliation(id),
  provider_id      INTEGER REFERENCES provider(id),
  document_type_id INTEGER REFERENCES document_type(id),
  what             TEXT NOT NULL CHECK (what = 'Acknowledged' OR what = 'Snoozed' OR what = 'Mailed'
      OR what = 'Renewal started' OR what = 'Not applicable'),
  on_day           TEXT NOT NULL CHECK (length(on_day) = 10),
  until            TEXT CHECK (length(until) = 10),
  by_whom          TEXT NOT NULL DEFAULT '',
  reason           TEXT NOT NULL DEFAULT ''
) STRICT;
--;
CREATE INDEX alert_action_credential ON alert_action(credential_id, id) WHERE credential_id IS NOT NULL;
--;
CREATE INDEX alert_action_enrollment ON alert_action(enrollment_id, id) WHERE enrollment_id IS NOT NULL;
--;
CREATE INDEX alert_action_affiliation ON alert_action(affiliation_id, id) WHERE affiliation_id IS NOT NULL;
--;
CREATE INDEX alert_action_provider ON alert_action(provider_id, document_type_id, id) WHERE provider_id IS NOT NULL;
--;
CREATE TABLE template (
  id       INTEGER PRIMARY KEY,
  type     TEXT NOT NULL CHECK (type <> ''),
  subtype  TEXT NOT NULL CHECK (subtype <> ''),
  version  INTEGER NOT NULL DEFAULT 1,
  retired  INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  sort_name TEXT NOT NULL,
  UNIQUE (sort_name, version)
) STRICT;
--;
-- tat = business days; role = who usually does it (never a person); waiting_on = whom the step waits on.
CREATE TABLE template_step (
  id          INTEGER PRIMARY KEY,
  template_id INTEGER NOT NULL REFERENCES template(id),
  position    INTEGER NOT NULL,
  name        TEXT NOT NULL CHECK (name <> ''),
  description TEXT NOT NULL DEFAULT '',
  tat         INTEGER,
  role        TEXT NOT NULL DEFAULT '',
  waiting_on  TEXT NOT NULL DEFAULT ''
    CHECK (waiting_on = '' OR waiting_on = 'Us' OR waiting_on = 'Provider' OR waiting_on = 'Payor'
      OR waiting_on = 'Facility' OR waiting_on = 'Portal vendor' OR waiting_on = 'Nobody')
) STRICT;
--;
CREATE INDEX template_step_template ON template_step(template_id, position);
--;
-- set_status: as a person or a file set it ('' = follows the steps); status: what holds, kept by the store.
CREATE TABLE tracking (
  id             INTEGER PRIMARY KEY,
  reference      TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  team_id        INTEGER REFERENCES team(id),
  provider_id    INTEGER REFERENCES provider(id),
  practice_id    INTEGER REFERENCES practice(id),
  template_id    INTEGER REFERENCES template(id),
  type           TEXT NOT NULL CHECK (type <> ''),
  subtype        TEXT NOT NULL CHECK (subtype <> ''),
  payor_id       INTEGER REFERENCES payor(id),
  facility_id    INTEGER REFERENCES facility(id),
  state          TEXT NOT NULL DEFAULT '',
  enrollment_id  INTEGER REFERENCES enrollment(id),
  affiliation_id INTEGER REFERENCES affiliation(id),
  assignee_id    INTEGER REFERENCES coordinator(id),
  priority       TEXT NOT NULL DEFAULT 'Normal' CHECK (priority = 'Low' OR priority = 'Normal'
      OR priority = 'High' OR priority = 'Fast-track'),
  started        TEXT NOT NULL CHECK (length(started) = 10),
  set_status     TEXT NOT NULL DEFAULT ''
    CHECK (set_status = '' OR set_status = 'New' OR set_status = 'In progress' OR set_status = 'On hold'
      OR set_status = 'Completed' OR set_status = 'Cancelled'),
  reason         TEXT NOT NULL DEFAULT '',
  resume_on      TEXT CHECK (length(resume_on) = 10),
  status         TEXT NOT NULL DEFAULT 'New'
    CHECK (status = 'New' OR status = 'In progress' OR status = 'On hold' OR status = 'Completed'
      OR status = 'Cancelled')
) STRICT;
--;
CREATE INDEX tracking_provider ON tracking(provider_id);
--;
CREATE INDEX tracking_practice ON tracking(practice_id);
--;
CREATE INDEX tracking_payor ON tracking(payor_id);
--;
CREATE INDEX tracking_facility ON tracking(facility_id) WHERE facility_id IS NOT NULL;
--;
CREATE INDEX tracking_enrollment ON tracking(enrollment_id);
--;
CREATE INDEX tracking_affiliation ON tracking(affiliation_id) WHERE affiliation_id IS NOT NULL;
--;
CREATE INDEX tracking_assignee ON tracking(assignee_id, status);
--;
CREATE INDEX tracking_team ON tracking(team_id, status);
--;
-- due_pinned = 1: a person or a file set the date; planning leaves it.
CREATE TABLE step (
  id            INTEGER PRIMARY KEY,
  tracking_id   INTEGER NOT NULL REFERENCES tracking(id),
  position      INTEGER NOT NULL,
  name          TEXT NOT NULL CHECK (name <> ''),
  description   TEXT NOT NULL DEFAULT '',
  tat           INTEGER,
  status        TEXT NOT NULL DEFAULT 'New'
    CHECK (status = 'New' OR status = 'In progress' OR status = 'Waiting' OR status = 'Completed'
      OR status = 'Not needed'),
  assignee_id   INTEGER REFERENCES coordinator(id),
  started       TEXT CHECK (length(started) = 10),
  due           TEXT CHECK (length(due) = 10),
  due_pinned    INTEGER NOT NULL DEFAULT 0 CHECK (due_pinned IN (0, 1)),
  completed     TEXT CHECK (length(completed) = 10),
  follow_up     TEXT CHECK (length(follow_up) = 10),
  waiting_on    TEXT NOT NULL DEFAULT ''
    CHECK (waiting_on = '' OR waiting_on = 'Us' OR waiting_on = 'Provider' OR waiting_on = 'Payor'
      OR waiting_on = 'Facility' OR waiting_on = 'Portal vendor' OR waiting_on = 'Nobody'),
  waiting_since TEXT CHECK (length(waiting_since) = 10)
) STRICT;
--;
CREATE INDEX step_tracking ON step(tracking_id, position);
--;
-- The queue: only what is open. The planner takes these for "status IN ('New', 'In progress', 'Waiting')" to the letter.
CREATE INDEX step_open_due ON step(due, id) WHERE status IN ('New', 'In progress', 'Waiting');
--;
CREATE INDEX step_open_assignee ON step(assignee_id, due, id) WHERE status IN ('New', 'In progress', 'Waiting');
--;
CREATE INDEX step_completed ON step(completed, id) WHERE completed IS NOT NULL;
--;
CREATE INDEX step_due ON step(due, id);
--;
CREATE TABLE task (
  id                   INTEGER PRIMARY KEY,
  team_id              INTEGER REFERENCES team(id),
  name                 TEXT NOT NULL CHECK (name <> ''),
  provider_id          INTEGER REFERENCES provider(id),
  practice_id          INTEGER REFERENCES practice(id),
  tracking_id          INTEGER REFERENCES tracking(id),
  payor_id             INTEGER REFERENCES payor(id),
  assignee_id          INTEGER REFERENCES coordinator(id),
  assigned_provider_id INTEGER REFERENCES provider(id),
  due                  TEXT CHECK (length(due) = 10),
  follow_up            TEXT CHECK (length(follow_up) = 10),
  status               TEXT NOT NULL DEFAULT 'New'
    CHECK (status = 'New' OR status = 'In progress' OR status = 'Waiting' OR status = 'Completed'
      OR status = 'Cancelled'),
  priority             TEXT NOT NULL DEFAULT 'Normal' CHECK (priority = 'Low' OR priority = 'Normal'
      OR priority = 'High' OR priority = 'Fast-track'),
  notify               INTEGER NOT NULL DEFAULT 1 CHECK (notify IN (0, 1)),
  created              TEXT NOT NULL CHECK (length(created) = 10),
  completed            TEXT CHECK (length(completed) = 10),
  CHECK (assignee_id IS NULL OR assigned_provider_id IS NULL)
) STRICT;
--;
CREATE INDEX task_due ON task(due, id);
--;
CREATE INDEX task_open_due ON task(due, id) WHERE status IN ('New', 'In progress', 'Waiting');
--;
CREATE INDEX task_open_assignee ON task(assignee_id, due, id) WHERE status IN ('New', 'In progress', 'Waiting');
--;
CREATE INDEX task_provider ON task(provider_id);
--;
CREATE INDEX task_practice ON task(practice_id);
--;
CREATE INDEX task_tracking ON task(tracking_id) WHERE tracking_id IS NOT NULL;
--;
-- The one contact log. written is local civil time: YYYY-MM-DD, or with HH:MM or HH:MM:SS after a space.
-- A note on a step carries its tracking too; one on a tracking says nothing else of whom it is about.
CREATE TABLE note (
  id          INTEGER PRIMARY KEY,
  tracking_id INTEGER REFERENCES tracking(id),
  step_id     INTEGER REFERENCES step(id),
  task_id     INTEGER REFERENCES task(id),
  provider_id INTEGER REFERENCES provider(id),
  practice_id INTEGER REFERENCES practice(id),
  payor_id    INTEGER REFERENCES payor(id),
  written     TEXT NOT NULL CHECK (length(written) = 10 OR length(written) = 16 OR length(written) = 19),
  author      TEXT NOT NULL DEFAULT '',
  kind        TEXT NOT NULL DEFAULT 'Note'
    CHECK (kind = 'Note' OR kind = 'Call' OR kind = 'Email' OR kind = 'Portal' OR kind = 'Fax'
      OR kind = 'Letter' OR kind = 'Meeting'),
  with_whom   TEXT NOT NULL DEFAULT '',
  reference   TEXT NOT NULL DEFAULT '',
  outcome     TEXT NOT NULL DEFAULT '',
  follow_up   TEXT CHECK (length(follow_up) = 10),
  text        TEXT NOT NULL,
  CHECK (step_id IS NULL OR tracking_id IS NOT NULL)
) STRICT;
--;
CREATE INDEX note_step ON note(step_id, written, id) WHERE step_id IS NOT NULL;
--;
CREATE INDEX note_tracking ON note(tracking_id, written, id) WHERE tracking_id IS NOT NULL;
--;
CREATE INDEX note_task ON note(task_id, written, id) WHERE task_id IS NOT NULL;
--;
CREATE INDEX note_provider ON note(provider_id, payor_id, written, id) WHERE provider_id IS NOT NULL;
--;
CREATE INDEX note_practice ON note(practice_id, payor_id, written, id) WHERE practice_id IS NOT NULL;
--;
CREATE INDEX note_written ON note(written, id) WHERE tracking_id IS NOT NULL;
--;
-- How the columns of a file with these headings were matched, so that the next such file needs no questions.
CREATE TABLE import_mapping (
  headings TEXT PRIMARY KEY,
  kind     TEXT NOT NULL,
  mapping  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
