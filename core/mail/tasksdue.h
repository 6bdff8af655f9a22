// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/businessdays.h"
#include "core/mail/addressees.h"
#include "core/mail/due.h"

namespace mail {

/// A task that may be told by mail, with the words for it.
struct TaskLine {
  Task task;
  QString about; ///< the provider or practice it is related to
  int late = 0;  ///< business days

  bool isDue(QDate today) const { return task.due.isValid() && task.due <= today; }
  QString words(QDate today) const;
};

/// The open tasks that are to be told by mail, by due date.
std::vector<TaskLine> openTasks(db::Database& database, QDate today);
/// Those among these, in their order.
std::vector<TaskLine> openTasks(db::Database& database, QDate today, const std::vector<Id<Task>>& among);

/// What was told of tasks before.
class ToldTasks {
public:
  explicit ToldTasks(db::Database& database);

  /// Whether this event was told to whom the task is assigned; of its due date, when there is one in the event.
  bool has(const Task& task, const QString& event) const;
  /// The Message-ID of the first mail that told of it to a provider; empty when there is none.
  QString firstMail(const Task& task) const;

private:
  std::vector<TaskNotice> of(const Task& task) const;
  db::Database& m_database;
};

/// The notice of an event, as it is written down.
TaskNotice noticeOf(const Task& task, const QString& event, QDate today);

/// The mails to providers about tasks that are assigned to them.
void addProvidersTasks(db::Database& database, const std::vector<TaskLine>& tasks, QDate today, DueToday& due);

} // namespace mail
