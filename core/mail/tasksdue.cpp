// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/tasksdue.h"

#include "core/mail/body.h"
#include "core/mail/template.h"
#include "core/team/provider.h"
#include "core/team/team.h"
#include "core/tracking/status.h"

#include <QCoreApplication>

namespace mail {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Mail)
};

const QString assigned = QStringLiteral("Assigned"), isDue = QStringLiteral("Due"), overdue = QStringLiteral("Overdue");
constexpr int usualReply = 5; // business days, where the task says nothing

/// The events of a provider's task that were not told, the weightiest first; when one is told, so are the others.
QStringList eventsOf(const TaskLine& line, const ToldTasks& told, QDate today) {
  QStringList events;
  if (line.late > 0 && !told.has(line.task, overdue))
    events << overdue;
  if (line.isDue(today) && !told.has(line.task, isDue) && !told.has(line.task, overdue))
    events << isDue;
  if (!told.has(line.task, assigned))
    events << assigned;
  return events;
}

QDate replyBy(const std::vector<const TaskLine*>& lines, QDate today) {
  QDate day;
  for (const TaskLine* line : lines) {
    const QDate wanted = line->task.replyBy.isValid() ? line->task.replyBy : line->task.due;
    if (wanted > today && (!day.isValid() || wanted < day))
      day = wanted;
  }
  return day.isValid() ? day : addBusinessDays(today, usualReply);
}

/// Condition of a task that may be told by mail.
QString isTold() { return QStringLiteral("status %1 AND notify = 1").arg(QLatin1String(openStatuses)); }

/// Tasks with the words for them.
class Lines {
public:
  Lines(db::Database& database, QDate today) : m_database(database), m_today(today) {}

  void add(Task task) {
    auto calendar = m_calendars.constFind(task.team);
    if (calendar == m_calendars.constEnd())
      calendar = m_calendars.insert(task.team, calendarOf(m_database, task.team));
    TaskLine line;
    line.about =
        task.provider.isValid()
            ? m_database.text(QStringLiteral("SELECT last_name || CASE first_name WHEN '' THEN '' ELSE ', ' || "
                                             "first_name END FROM provider WHERE id = ?"),
                              {task.provider})
            : m_database.text(QStringLiteral("SELECT name FROM practice WHERE id = ?"), {task.practice});
    line.late = businessDaysLate(task.due, m_today, *calendar);
    line.task = std::move(task);
    all.push_back(std::move(line));
  }

  std::vector<TaskLine> all;

private:
  db::Database& m_database;
  QDate m_today;
  QHash<Id<Team>, Calendar> m_calendars;
};

} // namespace

QString TaskLine::words(QDate today) const {
  QString text = task.name;
  if (!about.isEmpty())
    text += QStringLiteral(" (%1)").arg(about);
  if (!task.due.isValid())
    return text;
  text += Say::tr(": due %1").arg(mailDate(task.due));
  if (late > 0)
    text += QStringLiteral(", ") + counted(late, Say::tr("1 business day late"), Say::tr("%L1 business days late"));
  else if (task.due != today)
    text += QStringLiteral(", ") + daysFrom(today, task.due);
  return text;
}

std::vector<TaskLine> openTasks(db::Database& database, QDate today) {
  Lines lines(database, today);
  for (Task& task : db::allWhere<Task>(database, isTold() + QStringLiteral(" ORDER BY due NULLS LAST, id")))
    lines.add(std::move(task));
  return lines.all;
}

std::vector<TaskLine> openTasks(db::Database& database, QDate today, const std::vector<Id<Task>>& among) {
  Lines lines(database, today);
  for (const Id<Task> id : among)
    for (Task& task : db::allWhere<Task>(database, QStringLiteral("id = ? AND ") + isTold(), {id}))
      lines.add(std::move(task));
  return lines.all;
}

ToldTasks::ToldTasks(db::Database& database) : m_database(database) {}

std::vector<TaskNotice> ToldTasks::of(const Task& task) const {
  return db::allWhere<TaskNotice>(
      m_database, QStringLiteral("task_id = ? AND coordinator_id IS ? AND provider_id IS ? ORDER BY id"),
      {task.id, task.assignee, task.assignedProvider});
}

bool ToldTasks::has(const Task& task, const QString& event) const {
  const auto all = of(task);
  return std::any_of(all.begin(), all.end(), [&](const TaskNotice& one) {
    return one.event == event && (event == assigned || one.due == task.due);
  });
}

QString ToldTasks::firstMail(const Task& task) const {
  const auto all = of(task);
  return all.empty()
             ? QString()
             : m_database.text(QStringLiteral("SELECT message_id FROM outbox WHERE id = ?"), {all.front().mail});
}

TaskNotice noticeOf(const Task& task, const QString& event, QDate today) {
  return {{}, {}, task.id, event, task.assignee, task.assignedProvider, task.due, today};
}

void addProvidersTasks(db::Database& database, const std::vector<TaskLine>& tasks, QDate today, DueToday& due) {
  const ToldTasks told(database);
  std::vector<Id<Provider>> order;
  QHash<Id<Provider>, std::vector<std::pair<const TaskLine*, QStringList>>> wanted;
  for (const TaskLine& line : tasks) {
    if (!line.task.assignedProvider.isValid())
      continue;
    const QStringList events = eventsOf(line, told, today);
    if (events.isEmpty())
      continue;
    if (!wanted.contains(line.task.assignedProvider))
      order.push_back(line.task.assignedProvider);
    wanted[line.task.assignedProvider].push_back({&line, events});
  }
  const MailTemplate letter = usualTemplate(database, QStringLiteral("Task"));
  for (const Id<Provider> id : order) {
    const auto provider = db::load(database, id);
    if (provider->status == QLatin1String("Inactive") || provider->status == QLatin1String("Terminated"))
      continue;
    DueMail one;
    std::vector<const TaskLine*> lines;
    std::vector<Fields> each;
    bool isReminder = true;
    for (const auto& [line, events] : wanted[id]) {
      lines.push_back(line);
      each.push_back({{QStringLiteral("task"), line->task.name},
                      {QStringLiteral("due"), line->task.due.isValid() ? mailDate(line->task.due) : QString()}});
      isReminder = isReminder && !events.contains(assigned);
      for (const QString& event : events)
        one.tasks.push_back(noticeOf(line->task, event, today));
    }
    one.contents =
        counted(qsizetype(lines.size()), Say::tr("1 task for the provider"), Say::tr("%L1 tasks for the provider"));
    const QString name = (provider->firstName + QLatin1Char(' ') + provider->lastName).trimmed();
    if (!mailAddress(provider->email)) {
      due.untold << Say::tr("%1 has no e-mail address that works, so nothing was said of: %2.").arg(name, one.contents);
      continue;
    }
    const Filled filled =
        fill(letter,
             {{QStringLiteral("provider"), name}, {QStringLiteral("reply_by"), mailDate(replyBy(lines, today))}}, each);
    Outgoing& mail = one.draft.mail;
    mail.kind = QStringLiteral("Task");
    mail.provider = id;
    mail.recipient = provider->email;
    mail.recipientName = name;
    mail.subject = isReminder ? Say::tr("Reminder: %1").arg(filled.subject) : filled.subject;
    mail.text = filled.text;
    mail.html = htmlOf(filled.text);
    mail.day = today;
    if (isReminder)
      mail.inReplyTo = told.firstMail(lines.front()->task);
    one.draft.about = {id};
    due.mails.push_back(std::move(one));
  }
}

} // namespace mail
