// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/records.h"

struct Coordinator;

/// A list as somebody likes to look at it, under a name.
struct SavedView {
  Id<SavedView> id;
  QString list; ///< the list it is a view of: "tracking"
  QString name;
  Id<Coordinator> coordinator; ///< whose it is; none: everybody's
  int position = 0;            ///< among the views one sees
  QString look;                ///< JSON, see core/report/views.h

  static const db::Table& table();
  db::Values values() const;
  static SavedView read(db::Row& row);
};

/// Why a view cannot be saved as it is; field is the member's name.
Problems check(const SavedView& view, db::Database& database);

/// The views that a coordinator sees, their own and everybody's, in their order: the first nine are one key away.
std::vector<SavedView> viewsOf(db::Database& database, Id<Coordinator> who);

/// Moves a view to another place among those that its coordinator sees.
void moveView(db::Transaction& transaction, Id<SavedView> id, Id<Coordinator> who, int place);
