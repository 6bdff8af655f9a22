// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/cell.h"

#include <QByteArray>
#include <QStringList>
#include <algorithm>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

class QImage;

namespace report {

/// What a column holds; it says how it is aligned, guarded and written.
using Kind = exchange::CellKind;

struct Heading {
  QString text;
  Kind kind = Kind::Text;
};

/// One row's cells as UTF-8: a date is YYYY-MM-DD, a number plain digits, an empty cell empty. Valid until the next
/// row.
using Cells = std::span<const std::string_view>;

struct Letterhead;

/// A table read once from top to bottom; how it is written (CSV, PDF, XLSX) is somebody else's matter.
struct Table {
  QString title;                 ///< "Open items"
  QString team;                  ///< "Lakeside Medical", or "All teams"
  QString filters;               ///< in words, "Assignee: Anna M. · Due to 12 Jan 2026"; empty when none
  QString day;                   ///< the day it was made for, YYYY-MM-DD
  std::vector<Heading> headings; ///< in the order they are written
  int group = -1;                ///< the cell whose change starts a new group, or -1
  /// Calls back once a row, in order; stops early when the callback answers false. May be called more than once and
  /// gives the same rows each time (one read snapshot).
  std::function<void(const std::function<bool(Cells)>&)> rows;
  std::vector<int> pages = {}; ///< headings whose change begins a page, the first in large type; mostly none
  /// What that cell is called, where no heading is: then it stands behind the others in each row, and in no column.
  QString groupName = {};
  /// What stands above a page about somebody, by the cells of `pages`; null where that is nothing. May be empty.
  std::function<std::shared_ptr<const Letterhead>(const QStringList&)> letterhead = {};
  QString said = {};                               ///< what it says in a sentence, on paper below its title
  std::shared_ptr<const QImage> picture = nullptr; ///< what is drawn of it, on paper above its rows
  int counted = -1; ///< the cell of whose words is said on paper, below the title, how many rows have each; mostly none
  /// On paper: not one of those, which stand above their rows.
  bool isColumn(int heading) const {
    return heading != group && std::find(pages.begin(), pages.end(), heading) == pages.end();
  }
};

} // namespace report
