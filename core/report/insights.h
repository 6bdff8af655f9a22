// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/report/options.h"

#include <span>

/// Figures that people rather look at than read: listings of few rows, each with what is drawn of it, what it says in
/// a sentence, and the listing behind it.
namespace report {

/// What a drawn column of figures stands for; it says how it is coloured.
enum class Ground { First, Second, Third, Late };

/// A column of a listing of figures, as part of a plot.
struct Series {
  QString heading;
  Ground ground = Ground::First;
  QString legend = {}; ///< what its colour means; empty where the series before says it, or where there is but one
};

struct Insight {
  /// How it is drawn: one column a row, stacked; a line of one series over the rows; or a bar a row from left to right,
  /// stacked.
  enum class Shape { Columns, Line, Bars };

  QString listing;
  Shape shape = Shape::Columns;
  std::vector<Series> series; ///< from the axis outwards; the first column of the listing names the rows
  bool isNested = false;      ///< a series includes those before it: median and 80th percentile
  QString axis;               ///< what is counted
  QString lacking;            ///< what is said where there is too little to draw
};

/// In the order of the page.
const std::vector<Insight>& insights();
/// Whether a listing is one of figures.
bool isInsight(const QString& listing);

/// What a listing of figures says: the cells of its report, a row a row.
struct Figures {
  std::vector<QString> headings;
  std::vector<QStringList> rows;

  /// The number in a cell; nothing where it is empty.
  std::optional<double> number(size_t row, const QString& heading) const;
  double sum(const QString& heading) const;
};

Figures figuresOf(const Table& table);
/// Whether there is enough to draw.
bool isDrawn(const Insight& insight, const Figures& figures);
/// What they say, in a sentence: "On time: 82 % of 1,240 steps in twelve months."
QString said(const Insight& insight, const Figures& figures);

/// What lies behind the figures; with a row, behind that row alone, where a report can be asked for it.
struct Behind {
  QString listing; ///< a report, or the list of running trackings
  Asked asked;
};
Behind behind(const Insight& insight, const Figures& figures, std::optional<size_t> row, QDate today);

} // namespace report
