// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/credentials/documentstore.h"
#include "core/mail/outgoing.h"
#include "core/mail/received.h"
#include "core/tasks/task.h"

/// A mail that came in answer to one of ours.
struct Reply {
  mail::Received mail;
  QByteArray bytes;        ///< the .eml file
  Outgoing answered;       ///< what it answers
  std::vector<Task> tasks; ///< those it was about that are still open
};

/// Reads an .eml file and finds the mail of ours that it answers, by its In-Reply-To and References. Else the sentence
/// says that it is no mail, or answers none of ours.
Result<Reply> readReply(db::Database& database, const QByteArray& eml);

/// Who takes it in, and when: local civil time, "YYYY-MM-DD HH:MM".
struct ReplyStamp {
  QString author;
  QString written;
  QDate today;
};

/// Takes a reply in: the mail and what is attached to it are kept as documents, a contact is written on each of its
/// tasks (on the provider or practice where there is none), and the tasks in `close` are completed. When only one is
/// open, that is the one to close. Answers the documents; nothing is written when one of them cannot be kept.
Result<std::vector<Id<Document>>> takeIn(db::Transaction& transaction, const DocumentStore& store, const Reply& reply,
                                         const std::vector<Id<Task>>& close, const ReplyStamp& stamp);
