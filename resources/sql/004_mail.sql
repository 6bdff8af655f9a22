-- SPDX-License-Identifier: GPL-3.0-or-later
-- Mail on its way out, what was told of which alert and task, letters' templates, and what tasks learned.

-- Instants are UTC, "2026-03-02T15:00:00Z", or '' for none. next_try: not before then; ended: sent, or given up;
-- words: why it did not go, in the server's words or ours. The sender is that of the account when it goes.
CREATE TABLE outbox (
  id             INTEGER PRIMARY KEY,
  message_id     TEXT NOT NULL UNIQUE CHECK (message_id <> ''),
  kind           TEXT NOT NULL CHECK (kind = 'Digest' OR kind = 'Task' OR kind = 'Letter' OR kind = 'Test'),
  coordinator_id INTEGER REFERENCES coordinator(id),
  provider_id    INTEGER REFERENCES provider(id),
  practice_id    INTEGER REFERENCES practice(id),
  recipient      TEXT NOT NULL CHECK (recipient <> ''),
  recipient_name TEXT NOT NULL DEFAULT '',
  subject        TEXT NOT NULL,
  text           TEXT NOT NULL,
  html           TEXT NOT NULL DEFAULT '',
  in_reply_to    TEXT NOT NULL DEFAULT '',
  day            TEXT NOT NULL CHECK (length(day) = 10),
  queued         TEXT NOT NULL,
  status         TEXT NOT NULL CHECK (status = 'Waiting' OR status = 'Sending' OR status = 'Sent' OR status = 'Failed'
      OR status = 'May have been sent' OR status = 'Cancelled'),
  attempts       INTEGER NOT NULL DEFAULT 0,
  next_try       TEXT NOT NULL DEFAULT '',
  ended          TEXT NOT NULL DEFAULT '',
  words          TEXT NOT NULL DEFAULT ''
) STRICT;
--;
CREATE INDEX outbox_waiting ON outbox(next_try, id) WHERE status = 'Waiting';
--;
CREATE INDEX outbox_sending ON outbox(id) WHERE status = 'Sending';
--;
CREATE INDEX outbox_queued ON outbox(queued, id);
--;
CREATE INDEX outbox_coordinator ON outbox(coordinator_id, day) WHERE coordinator_id IS NOT NULL;
--;
CREATE INDEX outbox_provider ON outbox(provider_id, queued) WHERE provider_id IS NOT NULL;
--;
CREATE INDEX outbox_practice ON outbox(practice_id, queued) WHERE practice_id IS NOT NULL;
--;
-- A file that goes along: its bytes lie with the documents, under their SHA-256.
CREATE TABLE outbox_attachment (
  id         INTEGER PRIMARY KEY,
  outbox_id  INTEGER NOT NULL REFERENCES outbox(id),
  name       TEXT NOT NULL CHECK (name <> ''),
  media_type TEXT NOT NULL DEFAULT '',
  hash       TEXT NOT NULL CHECK (length(hash) = 64),
  size       INTEGER NOT NULL
) STRICT;
--;
CREATE INDEX outbox_attachment_mail ON outbox_attachment(outbox_id);
--;
CREATE INDEX outbox_attachment_hash ON outbox_attachment(hash);
--;
-- A mail that was sent stays sent: nothing brings it back to where it would go out again.
CREATE TRIGGER outbox_sent_stays_sent BEFORE UPDATE OF status ON outbox
  WHEN old.status = 'Sent' AND new.status <> 'Sent'
BEGIN
  SELECT RAISE(ABORT, 'a mail that was sent stays sent');
END;
--;
-- Whatever lies in the folder of documents.
CREATE VIEW kept_file AS
  SELECT id, name, hash FROM document UNION ALL SELECT id, name, hash FROM outbox_attachment;
--;
-- That an alert was told, by which mail: the lowest rung of its ladder that was reached then, for this date. All rungs
-- above it count as told with it. Without a date (missing, or none on file) the rung is 0. snooze_id: the reminder that
-- was asked for by that action.
CREATE TABLE alert_notice (
  id               INTEGER PRIMARY KEY,
  outbox_id        INTEGER NOT NULL REFERENCES outbox(id),
  credential_id    INTEGER REFERENCES credential(id),
  enrollment_id    INTEGER REFERENCES enrollment(id),
  affiliation_id   INTEGER REFERENCES affiliation(id),
  provider_id      INTEGER REFERENCES provider(id),
  document_type_id INTEGER REFERENCES document_type(id),
  state            TEXT NOT NULL DEFAULT '',
  expires          TEXT CHECK (length(expires) = 10),
  rung             INTEGER NOT NULL,
  snooze_id        INTEGER REFERENCES alert_action(id),
  on_day           TEXT NOT NULL CHECK (length(on_day) = 10)
) STRICT;
--;
CREATE INDEX alert_notice_credential ON alert_notice(credential_id, expires) WHERE credential_id IS NOT NULL;
--;
CREATE INDEX alert_notice_enrollment ON alert_notice(enrollment_id, expires) WHERE enrollment_id IS NOT NULL;
--;
CREATE INDEX alert_notice_affiliation ON alert_notice(affiliation_id, expires) WHERE affiliation_id IS NOT NULL;
--;
CREATE INDEX alert_notice_provider ON alert_notice(provider_id, document_type_id) WHERE provider_id IS NOT NULL;
--;
CREATE INDEX alert_notice_mail ON alert_notice(outbox_id);
--;
CREATE INDEX alert_notice_snooze ON alert_notice(snooze_id) WHERE snooze_id IS NOT NULL;
--;
-- That a task was told to whom it is assigned, by which mail. due: the date it had then.
CREATE TABLE task_notice (
  id             INTEGER PRIMARY KEY,
  outbox_id      INTEGER NOT NULL REFERENCES outbox(id),
  task_id        INTEGER NOT NULL REFERENCES task(id),
  event          TEXT NOT NULL CHECK (event = 'Assigned' OR event = 'Due' OR event = 'Overdue'),
  coordinator_id INTEGER REFERENCES coordinator(id),
  provider_id    INTEGER REFERENCES provider(id),
  due            TEXT CHECK (length(due) = 10),
  on_day         TEXT NOT NULL CHECK (length(on_day) = 10)
) STRICT;
--;
CREATE INDEX task_notice_task ON task_notice(task_id);
--;
CREATE INDEX task_notice_mail ON task_notice(outbox_id);
--;
-- Fields stand in braces: {provider}, {document}, {expires}, {days}, {reply_by}, {task}, {due}.
CREATE TABLE mail_template (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL CHECK (name <> ''),
  purpose   TEXT NOT NULL CHECK (purpose = 'Documents' OR purpose = 'Task'),
  subject   TEXT NOT NULL,
  text      TEXT NOT NULL,
  sort_name TEXT NOT NULL UNIQUE
) STRICT;
--;
-- An action is about one date (or about there being none). tracking_id: what a renewal started.
ALTER TABLE alert_action ADD COLUMN expires TEXT CHECK (length(expires) = 10);
--;
ALTER TABLE alert_action ADD COLUMN tracking_id INTEGER REFERENCES tracking(id);
--;
ALTER TABLE alert_action ADD COLUMN state TEXT NOT NULL DEFAULT '';
--;
CREATE INDEX alert_action_tracking ON alert_action(tracking_id) WHERE tracking_id IS NOT NULL;
--;
-- repeat: '' never, weekly, monthly, or a number of business days ("10b").
ALTER TABLE task ADD COLUMN repeat TEXT NOT NULL DEFAULT '';
--;
ALTER TABLE task ADD COLUMN reply_by TEXT CHECK (length(reply_by) = 10);
--;
CREATE TABLE task_item (
  id       INTEGER PRIMARY KEY,
  task_id  INTEGER NOT NULL REFERENCES task(id),
  position INTEGER NOT NULL,
  name     TEXT NOT NULL CHECK (name <> ''),
  done     INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
) STRICT;
--;
CREATE INDEX task_item_task ON task_item(task_id, position);
--;
CREATE INDEX task_open_follow_up ON task(follow_up, id) WHERE status IN ('New', 'In progress', 'Waiting');
--;
CREATE INDEX enrollment_follow_up ON enrollment(follow_up, id) WHERE follow_up IS NOT NULL;
--;
ALTER TABLE document ADD COLUMN task_id INTEGER REFERENCES task(id);
--;
CREATE INDEX document_task ON document(task_id) WHERE task_id IS NOT NULL;
