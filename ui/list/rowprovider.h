// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/look.h"

#include <atomic>
#include <optional>
#include <span>
#include <vector>

namespace ui {

/// How a column's cells look and sort of what they are made.
enum class CellKind {
  Text,
  Strong,   ///< what the row is about
  Second,   ///< in the second colour
  Number,   ///< to the right, figures of one width
  Date,     ///< "Mon 12 Jan"
  Due,      ///< "Mon 12 Jan · 3 late"
  FollowUp, ///< "Mon 12 Jan", coloured once somebody is to be asked again
  Expiry,   ///< "31 Dec 2025 · 15 days ago"
  Status,   ///< a pill: icon, word, colour
  Dated,    ///< words that end in a date, "Snoozed Mon 12 Jan", in the second colour
  Offer     ///< a step in hand as a link, or a pill that says there is no tracking and offers to start one
};

/// A column of a list. Cells are plain text as in the reports: dates ISO, numbers plain, empty for none.
struct Column {
  QString key;     ///< stable: what is saved and sorted by
  QString heading; ///< as shown
  CellKind kind = CellKind::Text;
  int width = 140;    ///< pixels at normal zoom
  bool shown = true;  ///< before the user chooses
  int days = -1;      ///< Due: the column with the business days late; Expiry: that with the days left
  int status = -1;    ///< Due, FollowUp and Expiry: the column that tells whether the row is done, or its standing;
                      ///< Status: whose look it has
  bool tints = false; ///< Status: a late one colours the whole row
  bool edits = false; ///< its cells can be changed where they stand
};

/// One row: the cells in the order of the columns.
struct Row {
  qint64 id = 0; ///< 0: the record is gone
  std::vector<QString> cells;
};

using report::SortKey;
/// What of a list is asked for.
using Query = report::Look;

/// Rows that follow each other with the same value in the column the list is grouped by.
struct Group {
  QString value;       ///< as in the cells
  qint64 rows = 0;     ///< -1: not counted yet
  QString beside = {}; ///< what else its heading says: "555-0142 · portal.example"
  friend bool operator==(const Group&, const Group&) = default;
};

/// All rows of a list in their order, and the groups they fall into; none when it is not grouped.
struct Found {
  std::vector<qint64> ids;
  std::vector<Group> groups;
};

/// Where a list's rows come from. firstRows and rowsByIds are called on the window's thread and must answer at once;
/// allIds and count on a worker thread, at the same time as the others. What breaks throws.
class RowProvider {
public:
  virtual ~RowProvider() = default;

  virtual const std::vector<Column>& columns() const = 0;
  /// The first rows in the asked order; nothing when finding them would keep the window waiting: allIds will.
  virtual std::optional<std::vector<Row>> firstRows(const Query& query, int limit) = 0;
  /// The rows of these ids, in their order; a record that is gone answers a row with id 0.
  virtual std::vector<Row> rowsByIds(std::span<const qint64> ids) = 0;
  /// All ids in the asked order; may answer early with anything once `stop` is set.
  virtual Found allIds(const Query& query, const std::atomic_bool& stop) = 0;
  virtual qint64 count(const Query& query) = 0;
  /// Whether allIds finds groups.
  virtual bool canGroup() const { return false; }
};

} // namespace ui
