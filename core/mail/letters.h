// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/actions.h"
#include "core/alerts/expirables.h"
#include "core/mail/outbox.h"
#include "core/mail/template.h"

namespace mail {

/// A letter to a provider or practice about its alerts, as it would be queued: to be looked at and changed before.
struct Letter {
  QString who; ///< "Marten, Lily"
  Draft draft;
  std::vector<alerts::Expirable> about;
  QString problem; ///< why it cannot go: there is no address; else empty
};

/// One letter for each provider or practice, whatever number of alerts of theirs there are among the subjects.
std::vector<Letter> letters(db::Database& database, const MailTemplate& letter,
                            const std::vector<alerts::Subject>& about, QDate replyBy, QDate today);

/// Queues those that can go, and says so at their alerts (Mailed). Answers how many; refused when an address is none.
Result<int> queueLetters(db::Transaction& transaction, const std::vector<Letter>& letters, const alerts::Doer& doer,
                         const QDateTime& now);

} // namespace mail
