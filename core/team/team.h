// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/businessdays.h"
#include "core/db/records.h"

/// An organisation whose providers are looked after.
struct Team {
  Id<Team> id;
  QString name;

  static const db::Table& table();
  db::Values values() const;
  static Team read(db::Row& row);
};

/// A day a team is closed beside the federal holidays.
struct ClosedDay {
  Id<ClosedDay> id;
  Id<Team> team;
  QDate day;
  QString name;

  static const db::Table& table();
  db::Values values() const;
  static ClosedDay read(db::Row& row);
};

/// The business days of a team: the federal holidays, and the days it is closed beside them.
Calendar calendarOf(db::Database& database, Id<Team> team);
