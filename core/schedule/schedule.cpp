// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schedule/schedule.h"

#include "core/base/findings.h"
#include "core/mail/address.h"
#include "core/mail/outgoing.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QRegularExpression>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Schedule)
};

const QString daily = QStringLiteral("Daily"), weekly = QStringLiteral("Weekly");
constexpr int lastWeek = 5;
constexpr int farthest = 400; // days: longer than any rhythm is from one time to the next

bool isDueOn(const Schedule& schedule, QDate day) {
  if (schedule.rhythm == daily)
    return schedule.since.date().daysTo(day) % schedule.every == 0;
  if (day.dayOfWeek() != schedule.weekday)
    return false;
  if (schedule.rhythm == weekly)
    return true;
  return schedule.week == lastWeek ? day.addDays(7).month() != day.month() : (day.day() - 1) / 7 + 1 == schedule.week;
}

QDateTime on(const Schedule& schedule, QDate day) { return {day, schedule.at, Qt::UTC}; }

} // namespace

QString civil(const QDateTime& when) { return when.toString(QStringLiteral("yyyy-MM-dd HH:mm")); }

QDateTime civil(const QString& text) {
  QDateTime when = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd HH:mm"));
  when.setTimeSpec(Qt::UTC);
  return when;
}

QStringList Schedule::addresses() const {
  static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
  return recipients.split(between, Qt::SkipEmptyParts);
}

QString Schedule::when() const {
  const QString time = QLocale().toString(at, QLocale::ShortFormat);
  const QString day = QLocale().dayName(weekday);
  if (rhythm == daily)
    return every == 1 ? Say::tr("Every day at %1").arg(time) : Say::tr("Every %1 days at %2").arg(every).arg(time);
  if (rhythm == weekly)
    return Say::tr("Every %1 at %2").arg(day, time);
  const QString which[]{Say::tr("first"), Say::tr("second"), Say::tr("third"), Say::tr("fourth"), Say::tr("last")};
  return Say::tr("The %1 %2 of the month at %3").arg(which[size_t(week - 1)], day, time);
}

const db::Table& Schedule::table() {
  static const db::Table it("schedule", {"name", "report", "asked", "format", "folder", "recipients", "rhythm", "every",
                                         "weekday", "week", "at_time", "since", "paused"});
  return it;
}

db::Values Schedule::values() const {
  return {name,
          report,
          asked,
          format,
          folder,
          recipients,
          rhythm,
          every,
          weekday,
          week,
          at.toString(QStringLiteral("HH:mm")),
          civil(since),
          paused};
}

Schedule Schedule::read(db::Row& row) {
  Schedule r;
  r.id = row.id<Schedule>();
  r.name = row.text();
  r.report = row.text();
  r.asked = row.text();
  r.format = row.text();
  r.folder = row.text();
  r.recipients = row.text();
  r.rhythm = row.text();
  r.every = row.integer();
  r.weekday = row.integer();
  r.week = row.integer();
  r.at = QTime::fromString(row.text(), QStringLiteral("HH:mm"));
  r.since = civil(row.text());
  r.paused = row.yes();
  return r;
}

const db::Table& ScheduleRun::table() {
  static const db::Table it(
      "schedule_run", {"schedule_id", "due", "ran", "way", "target", "file", "rows", "done", "words", "outbox_id"});
  return it;
}

db::Values ScheduleRun::values() const {
  return {schedule, civil(due), ran, way, target, file, rows, done, words, mail};
}

ScheduleRun ScheduleRun::read(db::Row& row) {
  ScheduleRun r;
  r.id = row.id<ScheduleRun>();
  r.schedule = row.id<Schedule>();
  r.due = civil(row.text());
  r.ran = row.text();
  r.way = row.text();
  r.target = row.text();
  r.file = row.text();
  r.rows = row.number();
  r.done = row.yes();
  r.words = row.text();
  r.mail = row.id<Outgoing>();
  return r;
}

Problems check(const Schedule& schedule, db::Database&) {
  Findings found;
  found.addIf(schedule.name.trimmed().isEmpty(), "name", Say::tr("A name tells it from others: what is it for?"));
  found.addIf(!schedule.at.isValid(), "at", Say::tr("A time is “7:00” or “16:30”."));
  found.addIf(schedule.every < 1 || schedule.every > 366, "every", Say::tr("Every 1 to 366 days."));
  found.addIf(schedule.folder.isEmpty() && schedule.addresses().isEmpty(), "folder",
              Say::tr("Where to: a folder, an address for mail, or both."));
  found.addIf(!schedule.folder.isEmpty() && !QDir(schedule.folder).exists(), "folder",
              Say::tr("There is no folder “%1”.").arg(schedule.folder));
  for (const QString& address : schedule.addresses())
    if (const auto read = mail::mailAddress(address); !read) {
      found.add("recipients", read.problems().front().sentence);
      break;
    }
  return found;
}

QDateTime lastDue(const Schedule& schedule, const QDateTime& now) {
  for (int back = 0; back <= farthest; ++back) {
    const QDateTime due = on(schedule, now.date().addDays(-back));
    if (due <= schedule.since)
      return {};
    if (due <= now && isDueOn(schedule, due.date()))
      return due;
  }
  return {};
}

QDateTime nextDue(const Schedule& schedule, const QDateTime& now) {
  const QDateTime after = qMax(now, schedule.since);
  for (int ahead = 0; ahead <= farthest; ++ahead) {
    const QDateTime due = on(schedule, after.date().addDays(ahead));
    if (due > after && isDueOn(schedule, due.date()))
      return due;
  }
  return {};
}
