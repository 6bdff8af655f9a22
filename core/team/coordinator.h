// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Team;

/// A person who does the work. Role: Full access, Viewer (reads and adds notes) or Auditor (reads all).
struct Coordinator {
  Id<Coordinator> id;
  QString name;
  QString email;
  QString role = QStringLiteral("Full access");
  bool active = true;

  static const db::Table& table();
  db::Values values() const;
  static Coordinator read(db::Row& row);
};

/// A coordinator works for one or several teams.
struct CoordinatorTeam {
  Id<CoordinatorTeam> id;
  Id<Coordinator> coordinator;
  Id<Team> team;

  static const db::Table& table();
  db::Values values() const;
  static CoordinatorTeam read(db::Row& row);
};
