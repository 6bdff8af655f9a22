// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"

struct Coordinator;
struct Team;

/// What became of an item in a week's review: Reviewed, Moved, Done, Mailed or Snoozed. An item may have several.
struct ReviewMark {
  Id<ReviewMark> id;
  QDate week;      ///< its Monday
  qint64 item = 0; ///< the key of its row
  QString outcome;
  QDate until; ///< its next date; or when what was snoozed comes back
  QDate on;
  QString byWhom;
  Id<Coordinator> assignee; ///< whose it was then
  Id<Team> team;

  static const db::Table& table();
  db::Values values() const;
  static ReviewMark read(db::Row& row);
};
