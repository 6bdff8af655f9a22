// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/value.h"
#include "core/report/rows.h"

#include <map>
#include <optional>

namespace report {

/// Some of a listing's rows, walked in an order that a table joined to them has: what a list on screen begins with,
/// before all rows are sorted.
struct Walk {
  QString from, where;
  bool isNone; ///< the rows where that table has nothing
};

/// A column of a listing: its heading (as in files, never translated there), what it holds, and its SQL.
struct Column {
  QString heading;
  Kind kind = Kind::Text;
  QString sql;
  QString sort = {};   ///< what it is sorted by, when that is not what it shows
  bool extra = false;  ///< on screen and by --columns; not in the report as it comes
  QString edits = {};  ///< the field (core/edit) that a cell of it changes, "step.due"; empty: it cannot be changed
  QString record = {}; ///< the key of that field's record, as SQL; empty: the row's own key

  std::vector<Walk> walks = {}; ///< all rows in the order of this column, rising, in parts; empty: they are sorted

  Column editing(const char* field, const char* ofRecord = "") const;
};

/// Rows of one kind in a listing that brings several kinds together, each from tables of its own.
struct Part {
  QString cells; ///< "… AS name, …": the same names in every part
  QString from, where;
  QString byKey; ///< when a row is the one with the key `wanted.id`: must lead to it by an index
  bool hasDate;  ///< the date that matters is there in each row, or missing in each
};

/// The one idea behind every list, report, export and saved view: columns over a FROM, with the filters it understands
/// and the order it comes in. SQL fragments may name :today (a date) and :number (the business-day number of today).
struct Listing {
  QString name;   ///< "open-items", as on the command line
  QString title;  ///< "Open items"
  QString reason; ///< why a row is in it, in a sentence
  bool isReport = true;
  /// The table a row is about, first, and what is joined to it. Where rows are sums of others, "(:narrowed)" in it
  /// stands for the filters: they narrow what is summed, and every row stays.
  QString from;
  /// Empty, or what `from` knows as x instead of a table. On screen each part walks an index of its own and they are
  /// merged; what has no date is looked for only when what has one does not fill the screen.
  std::vector<Part> parts = {};
  /// All rows of the parts at once, where that finds them sooner: in another order than that of the date, of one
  /// person or payor, by their keys, counted.
  std::optional<Part> whole = {};
  QString id; ///< a row's key
  /// Of a listing of parts: expressions that order rows like the key, but in each part by an index.
  std::vector<QString> keyOrder = {};
  QString where; ///< what always holds; may be empty
  std::vector<Column> columns;
  /// Filter key → SQL expression that is one of the values asked for; or a condition with these in it, as :values,
  /// which stands for "?, ?", or as :rows, for "(?), (?)". See Filter.
  std::map<QString, QString> filters;
  std::vector<QString> search; ///< expressions that are looked into for what is typed
  QString order;               ///< ends in the key
  int date = -1;               ///< the column with the date that matters: a list on screen is sorted by it
  bool newestFirst = false;    ///< on screen, by that date

  int usualDays = 0;     ///< without other days asked for, that date lies in the last so many; 0: any day
  QStringList pages;     ///< headings whose change begins a page on paper, where they stand above
  QString section;       ///< a heading that groups such a page
  bool isLetter = false; ///< such a page is about a practice and has its letterhead
  QString grouped;       ///< the heading it is grouped by unless another is asked for
  bool aside = false;    ///< finding its first rows takes as long as finding all: a list on screen has a worker do it

  int columnAt(const QString& heading) const; ///< without case; -1 when there is none
};

/// Days from `from` to `to`, both included, either open when invalid; with both open it stands for "no date".
struct Span {
  QDate from, to;
};

/// What is asked of a listing. Every part narrows; an empty one does not.
struct Filter {
  /// Filter key → values, any of which fits. Keys with ids: team, assignee, provider, practice, payor (0 = nobody);
  /// with text: state, status, waiting-on, type, priority. Of steps also responsible (an id): whose step it is, or
  /// whose tracking where nobody is named for the step; what a person's own queue asks for.
  std::map<QString, db::Values> is;
  std::vector<Span> dates; ///< the date that matters lies in any of these
  QString text;            ///< every word of it occurs in the row
};

struct Sort {
  int column = 0;
  bool descending = false;
};

/// A listing as it is looked at: the screen pages it, a writer streams it, a saved view keeps it.
struct Request {
  const Listing* listing = nullptr;
  QDate today;
  Filter filter;
  std::vector<int> columns = {}; ///< which and in which order; empty: those of the report
  std::vector<Sort> sort = {};   ///< before the listing's own order
  int group = -1;                ///< a column of the listing: comes first in the order, gets headings on paper
  QString title = {};            ///< of a saved view; empty: the listing's
  bool plainTies = false;        ///< after `sort` only the key decides (on screen: an index can do that)

  std::vector<int> shown() const; ///< columns, or the report's
};

/// SQL with its arguments in order.
struct Query {
  QString sql;
  db::Values arguments;
};

/// The cells of `shown()`, a row a row; with a limit the first of them.
Query rowsQuery(const Request& request, int limit = 0);
/// The keys of all rows in order.
Query idsQuery(const Request& request);
/// The keys of all rows in order, each with its value of the column it is grouped by.
Query groupedIdsQuery(const Request& request);
/// Key, then the cells of `shown()`, of these rows, in any order.
Query rowsByIdQuery(const Request& request, const std::vector<qint64>& ids);
/// Key, then the key of the record that cells of this column change (NULL where there is none), of these rows, in any
/// order.
Query recordsByIdQuery(const Request& request, int column, const std::vector<qint64>& ids);
/// Like rowsQuery, with the key before the cells.
Query rowsWithIdQuery(const Request& request, int limit);
Query countQuery(const Request& request);
/// For each value of `expression` that a row has: the value, and how many rows.
Query countsQuery(const Request& request, const QString& expression);

} // namespace report
