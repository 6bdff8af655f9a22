// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Coordinator;
struct Practice;
struct Provider;

namespace mail::status {
inline const QString waiting = QStringLiteral("Waiting"), sending = QStringLiteral("Sending"),
                     sent = QStringLiteral("Sent"), failed = QStringLiteral("Failed"),
                     unsure = QStringLiteral("May have been sent"), cancelled = QStringLiteral("Cancelled");
}

/// A mail on its way out. Kind: Digest, Task, Letter, Test. Status: one of mail::status. Instants are text,
/// "2026-03-02T15:00:00Z", empty for none.
struct Outgoing {
  Id<Outgoing> id;
  QString messageId;
  QString kind;
  Id<Coordinator> coordinator; ///< whom it is for, or
  Id<Provider> provider;       ///< whom it is for or about
  Id<Practice> practice;
  QString recipient; ///< the address
  QString recipientName;
  QString subject;
  QString text;
  QString html;
  QString inReplyTo;
  QDate day; ///< of which it is
  QString queued;
  QString status = QStringLiteral("Waiting");
  int attempts = 0;
  QString nextTry; ///< not before then
  QString ended;   ///< when it was sent, or given up
  QString words;   ///< why it did not go, in the server's words or ours

  static const db::Table& table();
  db::Values values() const;
  static Outgoing read(db::Row& row);
};

/// A file that goes along: its bytes lie with the documents, under their SHA-256.
struct OutgoingAttachment {
  Id<OutgoingAttachment> id;
  Id<Outgoing> mail;
  QString name;
  QString mediaType;
  QString hash;
  qint64 size = 0;

  static const db::Table& table();
  db::Values values() const;
  static OutgoingAttachment read(db::Row& row);
};
