// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/report/listing.h"

#include <QMap>
#include <QStringList>

struct Coordinator;

namespace report {

struct SortKey {
  QString column;
  bool descending = false;
  friend bool operator==(const SortKey&, const SortKey&) = default;
};

/// How a list is looked at, in words that can be kept: what a saved view says and what a list on screen asks for.
struct Look {
  QString text = {}; ///< the search field
  /// Filter key → its chosen values, any of them. Keys are those of Filter::is, where ids stand as numbers and "me" for
  /// whoever looks; and "due": overdue, today, week, none, "days:N" for the next N days; "untouched": more than so many
  /// days without a note; "wide": the longer listing.
  QMap<QString, QStringList> filters = {};
  QStringList teams = {};         ///< the scope; empty for all teams
  std::vector<SortKey> sort = {}; ///< empty for the list's own order
  QString group = {};             ///< the column whose values are headings over the rows; empty for none

  bool isNarrowed() const { return !text.isEmpty() || !filters.isEmpty(); }
  friend bool operator==(const Look&, const Look&) = default;
};

/// Whether a filter's values are ids.
bool isIdFilter(const QString& key);
/// The key under which a person's own rows are asked for: a step without an assignee is theirs who has its tracking.
QString assigneeKey(const Listing& listing);
/// Lays a look over a listing, for a list on screen or a report; `only` always holds. `wide` is taken instead of
/// `listing` where the look asks for it; may be null.
Request requestOf(const Look& look, const Listing& listing, const Listing* wide, QDate today, Id<Coordinator> me,
                  Filter only = {});
/// The same as a list on screen asks for it: in an order that an index gives, where it can be.
Request onScreen(Request request);

} // namespace report
