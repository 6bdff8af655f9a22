// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/records.h"

#include <QDateTime>

struct Outgoing;

/// A report that makes itself: what, how, where to, and when. Days and times are those of the office's clock; as a
/// QDateTime they are of UTC, so that no hour of theirs is missing or there twice.
struct Schedule {
  Id<Schedule> id;
  QString name;
  QString report;                            ///< "open-items"
  QString asked;                             ///< filters, a line each: "team=Lakeside"
  QString format = QStringLiteral("pdf");    ///< csv, pdf, xlsx
  QString folder;                            ///< empty: no file is written
  QString recipients;                        ///< addresses, a line each
  QString rhythm = QStringLiteral("Weekly"); ///< Daily, Weekly, Monthly
  int every = 1;                             ///< days, of Daily
  int weekday = 1;                           ///< 1 is Monday
  int week = 1;                              ///< of the month; 5 is the last
  QTime at = QTime(7, 0);
  QDateTime since; ///< what was due up to then does not count; of Daily, the day that is counted from
  bool paused = false;

  /// The addresses one by one.
  QStringList addresses() const;
  /// "Every Monday at 7:00"
  QString when() const;

  static const db::Table& table();
  db::Values values() const;
  static Schedule read(db::Row& row);
};

/// What became of one run of a schedule at one place: a file written, a mail queued, or why not.
struct ScheduleRun {
  Id<ScheduleRun> id;
  Id<Schedule> schedule;
  QDateTime due;
  QString ran;    ///< an instant, "2026-03-02T15:00:00Z"
  QString way;    ///< File, Mail
  QString target; ///< the folder, or the address
  QString file;   ///< its name
  qint64 rows = 0;
  bool done = false;
  QString words; ///< why not
  Id<Outgoing> mail;

  static const db::Table& table();
  db::Values values() const;
  static ScheduleRun read(db::Row& row);
};

/// What a form has to say about a schedule, under the members' names.
Problems check(const Schedule& schedule, db::Database& database);

/// When it was due last, up to `now`; invalid when not since it counts.
QDateTime lastDue(const Schedule& schedule, const QDateTime& now);
/// When it is due next, after `now`.
QDateTime nextDue(const Schedule& schedule, const QDateTime& now);

/// A day and time as they are kept, "2026-03-02 07:00", and back.
QString civil(const QDateTime& when);
QDateTime civil(const QString& text);
