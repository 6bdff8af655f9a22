// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/repeat.h"

#include "core/tasks/checks.h"
#include "core/tasks/completion.h"
#include "core/team/team.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(TaskChecks)
};

const QString weekly = QStringLiteral("weekly"), monthly = QStringLiteral("monthly"),
              completed = QStringLiteral("Completed");

QDate monthLater(QDate day, int months) {
  const QDate later = day.addMonths(months);
  const bool isLast = day.day() == day.daysInMonth();
  return isLast ? QDate(later.year(), later.month(), later.daysInMonth()) : later;
}

void makeNext(db::Transaction& transaction, const Task& done, QDate today) {
  Task next = done;
  next.id = {};
  next.due = nextDue(done.repeat, done.due, today, calendarOf(transaction.database(), done.team));
  next.followUp = {};
  next.replyBy = {};
  next.status = QStringLiteral("New");
  next.created = today;
  next.completed = {};
  next.id = db::save(transaction, next);
  for (TaskItem item : itemsOf(transaction.database(), done.id)) {
    item.id = {};
    item.task = next.id;
    item.done = false;
    db::save(transaction, item);
  }
}

} // namespace

Result<QString> readRepeat(const QString& typed) {
  static const QRegularExpression days(QStringLiteral("\\A(\\d{1,3}) ?(?:b|bd|business days?)\\z"));
  const QString text = typed.simplified().toLower();
  if (text.isEmpty() || text == weekly || text == monthly)
    return text;
  if (const auto match = days.match(text); match.hasMatch() && match.captured(1).toInt() > 0)
    return QString::number(match.captured(1).toInt()) + QLatin1Char('b');
  return Problem{QStringLiteral("repeat"),
                 Say::tr("“%1” is none of these: weekly, monthly, or business days such as 10b.").arg(typed)};
}

QDate nextDue(const QString& repeat, QDate due, QDate today, const Calendar& calendar) {
  const QDate from = due.isValid() ? due : today;
  if (repeat == weekly)
    return from.addDays(7 * (std::max<qint64>(from.daysTo(today), 0) / 7 + 1));
  if (repeat == monthly) {
    int months = 1;
    while (monthLater(from, months) <= today)
      ++months;
    return monthLater(from, months);
  }
  const int days = repeat.chopped(1).toInt();
  QDate day = from;
  do
    day = addBusinessDays(day, std::max(days, 1), calendar);
  while (day <= today);
  return day;
}

std::vector<TaskItem> itemsOf(db::Database& database, Id<Task> task) {
  return db::allWhere<TaskItem>(database, QStringLiteral("task_id = ? ORDER BY position, id"), {task});
}

void setItems(db::Transaction& transaction, Id<Task> task, const std::vector<TaskItem>& items) {
  const auto before = itemsOf(transaction.database(), task);
  for (const TaskItem& old : before)
    if (std::none_of(items.begin(), items.end(), [&](const TaskItem& item) { return item.id == old.id; }))
      db::remove(transaction, old.id);
  int position = 0;
  for (TaskItem item : items) {
    item.task = task;
    item.position = ++position;
    if (!item.name.trimmed().isEmpty())
      db::save(transaction, item);
  }
}

Result<Id<Task>> saveTask(db::Transaction& transaction, Task task, QDate today) {
  const auto before = db::load(transaction.database(), task.id);
  keepCompleted(task, today);
  if (Problems problems = check(task, transaction.database()); !problems.empty())
    return problems;
  task.id = db::save(transaction, task);
  const bool isDoneNow = task.status == completed && (!before || before->status != completed);
  if (isDoneNow && !task.repeat.isEmpty())
    makeNext(transaction, task, today);
  return task.id;
}
