// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/field.h"

#include <span>

namespace edit {

/// One cell to be changed. Without a field (a column that cannot be changed) or a record it is refused, with `why`.
struct Cell {
  const Field* field = nullptr;
  qint64 record = 0;
  QString typed; ///< as a person types it
  QString why = {};
};

/// What cells would become, or became.
struct Outcome {
  /// A cell that differs or is refused.
  struct Line {
    size_t cell = 0; ///< its place among those asked for
    Change change;
  };
  qint64 differing = 0, refused = 0;
  std::vector<Line> lines; ///< the first of them, up to what was asked for
  bool isWhole = true;     ///< false when it was stopped on the way
};

/// Called now and then; answers whether to go on.
using Progress = std::function<bool(qint64 done, qint64 all)>;

/// Says what a change of these cells would do, without writing: `most` lines of it.
Outcome preview(db::Database& database, std::span<const Cell> cells, QDate today, const Progress& progress = {},
                size_t most = 500);

/// Changes cells through the rules of their subjects; those that are refused stay as they are. A cell is changed as
/// its record is then, in the order of the cells.
Outcome apply(db::Transaction& transaction, std::span<const Cell> cells, QDate today, const Progress& progress = {},
              size_t most = 500);

/// "Changed Due of 37 steps": what a change is called, of which so many cells differ.
QString nameOf(std::span<const Cell> cells, qint64 differing);

} // namespace edit
