// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/team/coordinator.h"

/// What falls on a day of somebody's calendar.
struct CalendarEntry {
  QString uid; ///< stays the same as long as the record does
  QDate day;
  QString title;
  QString details;
};

/// The due dates and follow-ups of what is open and assigned to a coordinator: tasks, steps of trackings, enrollments;
/// by day.
std::vector<CalendarEntry> calendarEntries(db::Database& database, Id<Coordinator> coordinator);

/// A calendar file (RFC 5545): an all-day event for each entry, with a reminder at nine. The same entries give the same
/// bytes.
QByteArray toCalendar(const QString& name, const std::vector<CalendarEntry>& entries);

/// Writes a coordinator's calendar, which a calendar program imports or subscribes to; a file that says the same
/// already is left alone. Answers what cannot be written.
std::optional<Problem> writeCalendar(db::Database& database, Id<Coordinator> coordinator, const QString& file);
/// A folder to subscribe to: "Anna Smith.ics" for each active coordinator.
std::optional<Problem> writeCalendars(db::Database& database, const QString& folder);
