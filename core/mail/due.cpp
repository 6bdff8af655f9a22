// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/due.h"

#include "core/alerts/telling.h"
#include "core/mail/body.h"
#include "core/mail/followups.h"
#include "core/mail/tasksdue.h"
#include "core/mail/wording.h"

#include <QCoreApplication>

namespace mail {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Mail)
};

const QString assignedEvent = QStringLiteral("Assigned");

/// What one coordinator is told today.
struct Desk {
  std::vector<const alerts::Telling*> alerts;
  std::vector<const TaskLine*> overdue, dueToday, assigned;
  std::vector<const FollowUpLine*> followUps;
  std::vector<TaskNotice> notices;

  bool isEmpty() const {
    return alerts.empty() && overdue.empty() && dueToday.empty() && assigned.empty() && followUps.empty();
  }
};

QString words(const alerts::Expirable& alert, QDate today) {
  return QStringLiteral("%1: %2, %3").arg(alert.who, alert.document, standingOf(alert, today));
}

/// Spreads things over the desks of those who are told, and counts what nobody is.
class Desks {
public:
  explicit Desks(db::Database& database) : m_addressees(database) {}

  template<class Put>
  void put(Id<Coordinator> assignee, Id<Team> team, int& untold, Put&& give) {
    const auto people = m_addressees.of(assignee, team);
    for (const Id<Coordinator> one : people)
      give(m_desks[one]);
    untold += people.empty();
  }
  const std::map<Id<Coordinator>, Desk>& all() const { return m_desks; }
  Person person(Id<Coordinator> id) const { return m_addressees.person(id); }

private:
  Addressees m_addressees;
  std::map<Id<Coordinator>, Desk> m_desks;
};

QStringList lines(const std::vector<const TaskLine*>& tasks, QDate today) {
  QStringList all;
  for (const TaskLine* one : tasks)
    all << one->words(today);
  return all;
}

std::vector<Body::Section> sectionsOf(const Desk& desk, QDate today) {
  QStringList expired, expiring, lacking, followUps;
  for (const alerts::Telling* one : desk.alerts) {
    const QDate expires = one->alert.expires;
    (!expires.isValid() ? lacking : expires < today ? expired : expiring) << words(one->alert, today);
  }
  for (const FollowUpLine* one : desk.followUps)
    followUps << one->words(today);
  std::vector<Body::Section> all{
      {Say::tr("Expired"), expired},
      {Say::tr("Expiring"), expiring},
      {Say::tr("Missing or without a date"), lacking},
      {Say::tr("Tasks overdue"), lines(desk.overdue, today)},
      {Say::tr("Tasks due today"), lines(desk.dueToday, today)},
      {Say::tr("Newly assigned to you"), lines(desk.assigned, today)},
      {Say::tr("Follow-ups"), followUps},
  };
  std::erase_if(all, [](const Body::Section& section) { return section.lines.isEmpty(); });
  return all;
}

QString contentsOf(const Desk& desk) {
  QStringList parts;
  const auto add = [&](size_t n, const QString& one, const QString& many) {
    if (n > 0)
      parts << counted(qsizetype(n), one, many);
  };
  add(desk.alerts.size(), Say::tr("1 alert"), Say::tr("%L1 alerts"));
  add(desk.overdue.size(), Say::tr("1 task overdue"), Say::tr("%L1 tasks overdue"));
  add(desk.dueToday.size(), Say::tr("1 task due today"), Say::tr("%L1 tasks due today"));
  add(desk.assigned.size(), Say::tr("1 newly assigned task"), Say::tr("%L1 newly assigned tasks"));
  add(desk.followUps.size(), Say::tr("1 follow-up"), Say::tr("%L1 follow-ups"));
  return parts.join(QStringLiteral(", "));
}

std::vector<Id<Provider>> providersOf(const Desk& desk) {
  std::vector<Id<Provider>> all;
  for (const auto* tasks : {&desk.overdue, &desk.dueToday, &desk.assigned})
    for (const TaskLine* one : *tasks)
      all.push_back(one->task.provider);
  for (const FollowUpLine* one : desk.followUps)
    all.push_back(one->provider);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

DueMail mailOf(const Desk& desk, Id<Coordinator> to, const Person& person, bool isDigest, QDate today) {
  DueMail one;
  one.contents = contentsOf(desk);
  Body body;
  body.opening = Say::tr("For %1, %2").arg(person.name, mailDate(today));
  body.sections = sectionsOf(desk, today);
  body.closing = isDigest ? Say::tr("Each alert is told once at each rung of its ladder. In Credenza it can be "
                                    "acknowledged, snoozed, or its renewal started.")
                          : QString();
  Outgoing& mail = one.draft.mail;
  mail.kind = isDigest ? QStringLiteral("Digest") : QStringLiteral("Task");
  mail.coordinator = to;
  mail.recipient = person.address;
  mail.recipientName = person.name;
  mail.subject = QStringLiteral("Credenza, %1: %2").arg(mailDate(today), one.contents);
  mail.text = body.asText();
  mail.html = body.asHtml();
  mail.day = today;
  one.draft.about = providersOf(desk);
  one.tasks = desk.notices;
  return one;
}

} // namespace

DueToday dueToday(db::Database& database, QDate today) {
  DueToday due;
  const auto tellings = alerts::dueToTell(database, today);
  const auto tasks = openTasks(database, today);
  const auto followUps = followUpsDue(database, today);
  const ToldTasks told(database);
  Desks desks(database);
  int untoldAlerts = 0, untoldTasks = 0, untoldFollowUps = 0;
  for (const alerts::Telling& one : tellings)
    desks.put(one.alert.assignee, one.alert.team, untoldAlerts, [&](Desk& desk) { desk.alerts.push_back(&one); });
  for (const TaskLine& line : tasks) {
    if (line.task.assignedProvider.isValid())
      continue;
    const bool isNew = line.task.assignee.isValid() && !told.has(line.task, assignedEvent);
    if (!line.isDue(today) && !isNew)
      continue;
    desks.put(line.task.assignee, line.task.team, untoldTasks, [&](Desk& desk) {
      (!line.isDue(today) ? desk.assigned : line.task.due == today ? desk.dueToday : desk.overdue).push_back(&line);
      if (isNew)
        desk.notices.push_back(noticeOf(line.task, assignedEvent, today));
    });
  }
  for (const FollowUpLine& line : followUps)
    desks.put(line.assignee, line.team, untoldFollowUps, [&](Desk& desk) { desk.followUps.push_back(&line); });

  // An alert that several are told of is written down with the first of their mails.
  std::vector<const alerts::Telling*> written;
  for (const auto& [id, all] : desks.all()) {
    const bool hadDigest = database.value(QStringLiteral("SELECT EXISTS (SELECT 1 FROM outbox WHERE coordinator_id = ? "
                                                         "AND day = ? AND kind = 'Digest')"),
                                          {id, today}) != 0;
    Desk desk = all;
    if (hadDigest) { // the rest was in it, or waits for the next
      desk.alerts.clear();
      desk.overdue.clear();
      desk.dueToday.clear();
      desk.followUps.clear();
      std::erase_if(desk.notices, [&](const TaskNotice& notice) {
        return std::none_of(desk.assigned.begin(), desk.assigned.end(),
                            [&](const TaskLine* line) { return line->task.id == notice.task; });
      });
    }
    if (desk.isEmpty())
      continue;
    DueMail one = mailOf(desk, id, desks.person(id), !hadDigest, today);
    for (const alerts::Telling* telling : desk.alerts)
      if (std::find(written.begin(), written.end(), telling) == written.end()) {
        written.push_back(telling);
        one.alerts.push_back(
            {{}, {}, telling->alert.subject, telling->alert.expires, telling->what.rung, telling->what.snooze, today});
      }
    due.mails.push_back(std::move(one));
  }
  addProvidersTasks(database, tasks, today, due);

  const auto tell = [&](int n, const QString& one, const QString& many) {
    if (n > 0)
      due.untold << Say::tr("Nobody can be told of %1: no active coordinator with full access and an e-mail address "
                            "works for their team.")
                        .arg(counted(n, one, many));
  };
  tell(untoldAlerts, Say::tr("1 alert"), Say::tr("%L1 alerts"));
  tell(untoldTasks, Say::tr("1 task"), Say::tr("%L1 tasks"));
  tell(untoldFollowUps, Say::tr("1 follow-up"), Say::tr("%L1 follow-ups"));
  return due;
}

DueToday dueByTasks(db::Database& database, const std::vector<Id<Task>>& tasks, Id<Coordinator> by, QDate today) {
  DueToday due;
  const auto lines = openTasks(database, today, tasks);
  const ToldTasks told(database);
  const Addressees addressees(database);
  std::map<Id<Coordinator>, Desk> desks;
  for (const TaskLine& line : lines) {
    const Id<Coordinator> to = line.task.assignee;
    // Whoever assigns something to themselves knows; where the assignee has no address the mail of the day finds
    // others.
    if (!to.isValid() || to == by || told.has(line.task, assignedEvent) ||
        addressees.of(to, line.task.team) != std::vector{to})
      continue;
    desks[to].assigned.push_back(&line);
    desks[to].notices.push_back(noticeOf(line.task, assignedEvent, today));
  }
  for (const auto& [id, desk] : desks)
    due.mails.push_back(mailOf(desk, id, addressees.person(id), false, today));
  addProvidersTasks(database, lines, today, due);
  return due;
}

int queueCaused(db::Transaction& transaction, Id<Coordinator> by, QDate today, const QDateTime& now) {
  db::Database& database = transaction.database();
  if (transaction.changeId() == 0)
    return 0;
  const auto tasks = database.all(QStringLiteral("SELECT DISTINCT record_id FROM change_row WHERE change_id = ? AND "
                                                 "record = 'task' AND action <> 'delete' ORDER BY record_id"),
                                  {transaction.changeId()}, [](db::Row& row) { return row.id<Task>(); });
  if (tasks.empty() || !Account::stored(database).isSetUp())
    return 0;
  return queueDue(transaction, dueByTasks(database, tasks, by, today), now);
}

int queueDue(db::Transaction& transaction, const DueToday& due, const QDateTime& now) {
  int count = 0;
  for (const DueMail& one : due.mails) {
    const auto queued = queue(transaction, one.draft, now);
    if (!queued)
      continue; // its address was read as one when it was made
    ++count;
    for (AlertNotice notice : one.alerts) {
      notice.mail = *queued;
      db::save(transaction, notice);
    }
    for (TaskNotice notice : one.tasks) {
      notice.mail = *queued;
      db::save(transaction, notice);
    }
  }
  return count;
}

} // namespace mail
