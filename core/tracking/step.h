// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Coordinator;
struct Tracking;

/// One step of a tracking. duePinned: the date was set by hand or by a file; planning leaves it.
struct Step {
  Id<Step> id;
  Id<Tracking> tracking;
  int position = 0;
  QString name;
  QString description;
  std::optional<int> tat;
  QString status = QStringLiteral("New");
  Id<Coordinator> assignee;
  QDate started;
  QDate due;
  bool duePinned = false;
  QDate completed;
  QDate followUp;
  QString waitingOn;
  QDate waitingSince;

  static const db::Table& table();
  db::Values values() const;
  static Step read(db::Row& row);
};
