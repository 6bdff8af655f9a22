// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/calendarfeed.h"

#include "core/base/disk.h"
#include "core/credentials/documentstore.h"
#include "core/mail/address.h"
#include "core/tracking/status.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <libical/ical.h>

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CalendarFeed)
};

constexpr qsizetype longestTitle = 250, longestDetails = 1000;

/// Cells of all: kind and key, day, name, whom it is about, with whom. `due` and `follow_up` are entries of their own.
QString sql() {
  const QString who = QStringLiteral("coalesce(p.last_name || CASE p.first_name WHEN '' THEN '' ELSE ', ' || "
                                     "p.first_name END, pr.name, '')");
  const QString people =
      QStringLiteral("LEFT JOIN provider p ON p.id = %1.provider_id LEFT JOIN practice pr ON pr.id = "
                     "%1.practice_id LEFT JOIN payor y ON y.id = %1.payor_id");
  QStringList parts;
  for (const char* day : {"due", "follow_up"}) {
    const QString column = QString::fromLatin1(day), open = QLatin1String(openStatuses);
    parts << QStringLiteral(
                 "SELECT 'task-%1-' || k.id AS uid, k.%1 AS day, k.name AS name, %2, coalesce(y.name, '') "
                 "FROM task k %3 WHERE k.assignee_id = (SELECT id FROM whose) AND k.status %4 AND k.%1 IS NOT "
                 "NULL")
                 .arg(column, who, people.arg(QStringLiteral("k")), open)
          << QStringLiteral(
                 "SELECT 'step-%1-' || s.id, s.%1, s.name || ', ' || t.reference, %2, coalesce(y.name, f.name, '') || "
                 "CASE t.state WHEN '' THEN '' ELSE ' ' || t.state END FROM step s JOIN tracking t ON t.id = "
                 "s.tracking_id %3 LEFT JOIN facility f ON f.id = t.facility_id WHERE s.assignee_id = (SELECT id FROM "
                 "whose) AND s.status %4 AND s.%1 IS NOT NULL AND t.status IN ('New', 'In progress')")
                 .arg(column, who, people.arg(QStringLiteral("t")), open);
  }
  parts << QStringLiteral(
               "SELECT 'enrollment-follow_up-' || e.id, e.follow_up, '', %1, y.name || CASE e.state WHEN '' THEN "
               "'' ELSE ' ' || e.state END FROM enrollment e %2 WHERE e.assignee_id = (SELECT id FROM whose) "
               "AND e.follow_up IS NOT NULL AND e.status NOT IN ('Withdrawn', 'Terminated')")
               .arg(who, people.arg(QStringLiteral("e")));
  return QStringLiteral("WITH whose(id) AS (SELECT ?) %1 ORDER BY day, uid")
      .arg(parts.join(QStringLiteral(" UNION ALL ")));
}

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

icaltimetype civil(QDate day) {
  icaltimetype time = icaltime_null_date();
  time.hour = time.minute = time.second = 0; // minus one in libical's, which a stamp would be written with
  time.year = day.year();
  time.month = day.month();
  time.day = day.day();
  return time;
}

QByteArray line(const QString& text, qsizetype most) { return mail::oneLine(text, most).toUtf8(); }

icalcomponent* eventOf(const CalendarEntry& entry) {
  // The stamp is of the day itself: the same entry is the same event, whenever it is written.
  icaltimetype stamp = civil(entry.day);
  stamp.is_date = 0;
  stamp = icaltime_convert_to_zone(stamp, icaltimezone_get_utc_timezone());
  icalcomponent* event =
      icalcomponent_vanew(ICAL_VEVENT_COMPONENT, icalproperty_new_uid(line(entry.uid, longestTitle).constData()),
                          icalproperty_new_dtstamp(stamp), icalproperty_new_dtstart(civil(entry.day)),
                          icalproperty_new_dtend(civil(entry.day.addDays(1))),
                          icalproperty_new_summary(line(entry.title, longestTitle).constData()),
                          icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT), nullptr);
  if (!entry.details.isEmpty())
    icalcomponent_add_property(event, icalproperty_new_description(line(entry.details, longestDetails).constData()));
  icaltriggertype atNine = icaltriggertype_from_int(0);
  atNine.duration = icaldurationtype_from_int(9 * 60 * 60);
  icalcomponent_add_component(
      event, icalcomponent_vanew(ICAL_VALARM_COMPONENT, icalproperty_new_action(ICAL_ACTION_DISPLAY),
                                 icalproperty_new_description(line(entry.title, longestTitle).constData()),
                                 icalproperty_new_trigger(atNine), nullptr));
  return event;
}

} // namespace

std::vector<CalendarEntry> calendarEntries(db::Database& database, Id<Coordinator> coordinator) {
  static const QString text = sql();
  return database.all(text, {coordinator}, [](db::Row& row) {
    CalendarEntry entry;
    const QString key = row.text();
    entry.uid = key + QStringLiteral("@credenza.invalid");
    entry.day = row.date();
    QString name = row.text();
    if (name.isEmpty())
      name = Say::tr("Enrollment");
    QStringList about{row.text()};
    about << row.text().trimmed();
    about.removeAll(QString());
    entry.title =
        key.contains(QLatin1String("follow_up")) ? Say::tr("Follow up: %1").arg(name) : Say::tr("Due: %1").arg(name);
    entry.details = about.join(QStringLiteral(" · "));
    if (!entry.details.isEmpty())
      entry.title += QStringLiteral(" (%1)").arg(entry.details);
    return entry;
  });
}

QByteArray toCalendar(const QString& name, const std::vector<CalendarEntry>& entries) {
  const std::unique_ptr<icalcomponent, FreeComponent> calendar(icalcomponent_vanew(
      ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"), icalproperty_new_prodid("-//Credenza//Calendar//EN"),
      icalproperty_new_calscale("GREGORIAN"), nullptr));
  icalproperty* title = icalproperty_new_x(line(name, longestTitle).constData());
  icalproperty_set_x_name(title, "X-WR-CALNAME");
  icalcomponent_add_property(calendar.get(), title);
  for (const CalendarEntry& entry : entries)
    icalcomponent_add_component(calendar.get(), eventOf(entry));
  char* text = icalcomponent_as_ical_string_r(calendar.get());
  const QByteArray bytes(text);
  icalmemory_free_buffer(text);
  return bytes;
}

std::optional<Problem> writeCalendar(db::Database& database, Id<Coordinator> id, const QString& file) {
  const auto coordinator = db::load(database, id);
  if (!coordinator)
    return Problem{{}, Say::tr("This coordinator is not there any more.")};
  const QByteArray bytes = toCalendar(coordinator->name, calendarEntries(database, id));
  if (QFile old(file); old.open(QIODevice::ReadOnly) && old.readAll() == bytes)
    return {};
  QSaveFile fresh(file);
  if (!fresh.open(QIODevice::WriteOnly) || fresh.write(bytes) != bytes.size() || !fresh.commit())
    return Problem{{},
                   Say::tr("The calendar “%1” could not be written: %2. What was there is as it was.")
                       .arg(QDir::toNativeSeparators(file), whyNotWritten(fresh))};
  return {};
}

std::optional<Problem> writeCalendars(db::Database& database, const QString& folder) {
  if (!QDir().mkpath(folder))
    return Problem{{}, Say::tr("The folder “%1” cannot be made.").arg(QDir::toNativeSeparators(folder))};
  for (const auto& one : db::allWhere<Coordinator>(database, QStringLiteral("active = 1 ORDER BY sort_name")))
    if (auto problem =
            writeCalendar(database, one.id, QDir(folder).filePath(cleanedName(one.name) + QStringLiteral(".ics"))))
      return problem;
  return {};
}
