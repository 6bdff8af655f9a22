// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/changes.h"
#include "core/report/listing.h"

namespace ui {

/// What was typed, as something that was: nothing typed means empty, not left alone.
inline QString typedText(const QString& text) { return text.isNull() ? QStringLiteral("") : text; }

/// Cells of rows of a list that are to be changed. Turned into cells of records on a worker's thread: the rows may be
/// very many, and none of them is loaded.
struct RowCells {
  /// One column, and what is to stand in it: one text for all rows, or one a row.
  struct Part {
    int column = 0;                     ///< of the listing
    const edit::Field* field = nullptr; ///< null: it cannot be changed; what differs there is refused
    QString heading;
    QStringList typed; ///< a null one leaves the cell as it is
  };
  report::Request request;  ///< what the list shows; its columns are what a row is called by
  std::vector<qint64> rows; ///< their ids
  std::vector<Part> parts;

  struct Laid {
    std::vector<edit::Cell> cells;
    std::vector<std::pair<size_t, size_t>> places; ///< row and part of each cell
  };
  Laid lay(db::Database& database) const;
  /// What rows are called: the first cells of them that say something.
  QHash<qint64, QString> names(db::Database& database, const std::vector<qint64>& ids) const;
};

} // namespace ui
