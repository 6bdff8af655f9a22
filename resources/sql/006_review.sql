-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far a week's review has come: what became of each item, as soon as it was decided.

-- week: its Monday. item: the key of the row in the review. assignee_id, team_id: whose it was then. until: its next
-- date, or when a snoozed one comes back.
CREATE TABLE review_mark (
  id          INTEGER PRIMARY KEY,
  week        TEXT NOT NULL CHECK (length(week) = 10),
  item        INTEGER NOT NULL,
  outcome     TEXT NOT NULL CHECK (outcome = 'Reviewed' OR outcome = 'Moved' OR outcome = 'Done' OR outcome = 'Mailed'
      OR outcome = 'Snoozed'),
  until       TEXT CHECK (length(until) = 10),
  on_day      TEXT NOT NULL CHECK (length(on_day) = 10),
  by_whom     TEXT NOT NULL DEFAULT '',
  assignee_id INTEGER REFERENCES coordinator(id),
  team_id     INTEGER REFERENCES team(id)
) STRICT;
--;
CREATE INDEX review_mark_item ON review_mark(item, week);
--;
CREATE INDEX review_mark_week ON review_mark(week, assignee_id);
--;
-- What is being credentialed again, without a look at the trackings.
CREATE INDEX tracking_running_about ON tracking(enrollment_id, affiliation_id, subtype)
  WHERE status NOT IN ('Completed', 'Cancelled');
--;
CREATE INDEX affiliation_due ON affiliation(reappointment_due, id);
