// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/outgoing.h"

const db::Table& Outgoing::table() {
  static const db::Table it("outbox", {"message_id", "kind", "coordinator_id", "provider_id", "practice_id",
                                       "recipient", "recipient_name", "subject", "text", "html", "in_reply_to", "day",
                                       "queued", "status", "attempts", "next_try", "ended", "words"});
  return it;
}

db::Values Outgoing::values() const {
  return {messageId, kind,      coordinator, provider, practice, recipient, recipientName, subject, text,
          html,      inReplyTo, day,         queued,   status,   attempts,  nextTry,       ended,   words};
}

Outgoing Outgoing::read(db::Row& row) {
  Outgoing r;
  r.id = row.id<Outgoing>();
  r.messageId = row.text();
  r.kind = row.text();
  r.coordinator = row.id<Coordinator>();
  r.provider = row.id<Provider>();
  r.practice = row.id<Practice>();
  r.recipient = row.text();
  r.recipientName = row.text();
  r.subject = row.text();
  r.text = row.text();
  r.html = row.text();
  r.inReplyTo = row.text();
  r.day = row.date();
  r.queued = row.text();
  r.status = row.text();
  r.attempts = row.integer();
  r.nextTry = row.text();
  r.ended = row.text();
  r.words = row.text();
  return r;
}

const db::Table& OutgoingAttachment::table() {
  static const db::Table it("outbox_attachment", {"outbox_id", "name", "media_type", "hash", "size"});
  return it;
}

db::Values OutgoingAttachment::values() const { return {mail, name, mediaType, hash, size}; }

OutgoingAttachment OutgoingAttachment::read(db::Row& row) {
  OutgoingAttachment r;
  r.id = row.id<OutgoingAttachment>();
  r.mail = row.id<Outgoing>();
  r.name = row.text();
  r.mediaType = row.text();
  r.hash = row.text();
  r.size = row.number();
  return r;
}
