-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reports that make themselves, and what became of each.

-- asked: the filters in the words of the command line, a line each, "team=Lakeside". recipients: addresses, a line
-- each. rhythm Daily: every so many days; Weekly: on weekday (1 Monday); Monthly: on weekday of week (5: the last).
-- since: the local day and time, "2026-03-02 09:00", after which it counts.
CREATE TABLE schedule (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL CHECK (name <> ''),
  report     TEXT NOT NULL CHECK (report <> ''),
  asked      TEXT NOT NULL DEFAULT '',
  format     TEXT NOT NULL CHECK (format = 'csv' OR format = 'pdf' OR format = 'xlsx'),
  folder     TEXT NOT NULL DEFAULT '',
  recipients TEXT NOT NULL DEFAULT '',
  rhythm     TEXT NOT NULL CHECK (rhythm = 'Daily' OR rhythm = 'Weekly' OR rhythm = 'Monthly'),
  every      INTEGER NOT NULL DEFAULT 1 CHECK (every BETWEEN 1 AND 366),
  weekday    INTEGER NOT NULL DEFAULT 1 CHECK (weekday BETWEEN 1 AND 7),
  week       INTEGER NOT NULL DEFAULT 1 CHECK (week BETWEEN 1 AND 5),
  at_time    TEXT NOT NULL CHECK (length(at_time) = 5),
  since      TEXT NOT NULL CHECK (length(since) = 16),
  paused     INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1))
) STRICT;
--;
-- One file written or one mail queued, or why not. due: the local day and time it was for; ran: an instant.
CREATE TABLE schedule_run (
  id          INTEGER PRIMARY KEY,
  schedule_id INTEGER NOT NULL REFERENCES schedule(id),
  due         TEXT NOT NULL CHECK (length(due) = 16),
  ran         TEXT NOT NULL,
  way         TEXT NOT NULL CHECK (way = 'File' OR way = 'Mail'),
  target      TEXT NOT NULL,
  file        TEXT NOT NULL DEFAULT '',
  rows        INTEGER NOT NULL DEFAULT 0,
  done        INTEGER NOT NULL CHECK (done IN (0, 1)),
  words       TEXT NOT NULL DEFAULT '',
  outbox_id   INTEGER REFERENCES outbox(id)
) STRICT;
--;
CREATE INDEX schedule_run_due ON schedule_run(schedule_id, due);
--;
CREATE INDEX schedule_run_mail ON schedule_run(outbox_id) WHERE outbox_id IS NOT NULL;
--;
-- What stands above a status report for a practice: its picture, and the colour of its name, "#1f4fa3".
CREATE TABLE letterhead (
  id          INTEGER PRIMARY KEY,
  practice_id INTEGER NOT NULL UNIQUE REFERENCES practice(id),
  document_id INTEGER REFERENCES document(id),
  colour      TEXT NOT NULL DEFAULT ''
) STRICT;
--;
CREATE INDEX letterhead_document ON letterhead(document_id) WHERE document_id IS NOT NULL;
