// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/actions.h"
#include "core/alerts/expirables.h"
#include "core/mail/outbox.h"
#include "core/mail/template.h"

struct Step;
struct Task;

namespace mail {

/// A step or task that a provider or practice is asked to help with.
struct Work {
  Id<Provider> provider; ///< or
  Id<Practice> practice;
  QString name; ///< "Submit (Payor – Initial · Aetna · TX)"
  QDate due;
};
/// Of these steps and tasks those that are about a provider or practice, in their order.
std::vector<Work> workOf(db::Database& database, const std::vector<Id<Step>>& steps);
std::vector<Work> workOf(db::Database& database, const std::vector<Id<Task>>& tasks);

/// A letter to a provider or practice about its alerts or its work, as it would be queued: to be looked at and changed
/// before.
struct Letter {
  QString who; ///< "Marten, Lily"
  Draft draft;
  std::vector<alerts::Expirable> about;
  std::vector<Work> work;
  QString problem; ///< why it cannot go: there is no address; else empty
  QString earlier; ///< that the same went today: "This was sent today at 9:12."; else empty
};

/// One letter for each provider or practice, whatever number of alerts of theirs there are among the subjects.
std::vector<Letter> letters(db::Database& database, const MailTemplate& letter,
                            const std::vector<alerts::Subject>& about, QDate replyBy, QDate today);

/// The same about steps and tasks, worded by a template of the purpose Task.
std::vector<Letter> letters(db::Database& database, const MailTemplate& letter, const std::vector<Work>& work,
                            QDate replyBy, QDate today);

/// Says that a letter was written by another way than the outbox: at its alerts, else in the contact log.
void noteWritten(db::Transaction& transaction, const Letter& letter, const alerts::Doer& doer, const QDateTime& now);

/// Queues those that can go, and says so at their alerts (Mailed). Answers how many; refused when an address is none.
Result<int> queueLetters(db::Transaction& transaction, const std::vector<Letter>& letters, const alerts::Doer& doer,
                         const QDateTime& now);

} // namespace mail
