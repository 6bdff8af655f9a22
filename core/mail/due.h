// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerts/alertnotice.h"
#include "core/mail/outbox.h"
#include "core/tasks/tasknotice.h"

namespace mail {

/// A mail that would go out today, with what is written down as told when it is queued.
struct DueMail {
  Draft draft;
  QString contents; ///< "2 alerts, 1 task overdue"
  std::vector<AlertNotice> alerts = {};
  std::vector<TaskNotice> tasks = {};
};

/// What is due by mail, and sentences about what nobody can be told.
struct DueToday {
  std::vector<DueMail> mails;
  QStringList untold;
};

/// What is due by mail today and is not queued yet. Each coordinator gets one digest a day: alerts whose ladder has
/// reached a rung, tasks that are due, overdue or newly assigned, follow-ups; and later that day a mail about what was
/// assigned since. A provider gets one mail about the tasks assigned to them, each told when it is assigned, due and
/// overdue. Tasks that say so are not told by mail. Writes nothing.
DueToday dueToday(db::Database& database, QDate today);

/// What a change to these tasks says at once: to coordinators what was newly assigned to them by somebody else, to
/// providers what dueToday() would tell them of these tasks. Writes nothing.
DueToday dueByTasks(db::Database& database, const std::vector<Id<Task>>& tasks, Id<Coordinator> by, QDate today);

/// Queues, within a change, what the tasks that it has written so far cause by mail: one mail for each who is told.
/// Without a mail account nothing is queued: what is due stays due. `by` is who makes the change. Answers how many.
int queueCaused(db::Transaction& transaction, Id<Coordinator> by, QDate today, const QDateTime& now);

/// Queues them and writes down what is told by them. Answers how many.
int queueDue(db::Transaction& transaction, const DueToday& due, const QDateTime& now);

} // namespace mail
