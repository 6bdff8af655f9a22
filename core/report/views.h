// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/look.h"
#include "core/report/options.h"
#include "core/views/savedview.h"

#include <QJsonArray>

namespace report {

/// A saved view taken apart: which rows, in which columns, in which order and groups. It is kept as JSON:
/// {"credenza": "view", "version": 1, "name", "list", "report", "wide", "text", "filters", "sort", "group", "columns",
/// "board"}. In the data file ids stand in filters; in a file of its own the names that they stand for.
struct View {
  QString name;
  QString list;       ///< of the window: "tracking"
  QString report;     ///< the listing it shows, "open-items"
  QString wide;       ///< the listing instead of it where the look asks for all; may be empty
  Look look;          ///< without the scope
  QJsonArray columns; ///< of {"key", "shown", "width"}, from left to right
  bool isBoard = false;
};

/// As it is kept in the data file.
QByteArray kept(const View& view);
/// A Problem says what is wrong with the text.
Result<View> viewFrom(const QByteArray& kept);

/// As a file that another office can read, and back: names are looked up in that office, and one that is not there is a
/// Problem.
QByteArray viewFile(db::Database& database, const View& view);
Result<View> viewFromFile(db::Database& database, const QByteArray& file);

/// The saved view of this name, everybody's first; nothing when there is none.
std::optional<SavedView> findView(db::Database& database, const QString& name);
/// The listing that a saved view is of; null when its text cannot be read.
const Listing* listingOf(const SavedView& view);
/// What a saved view shows, as a report. What is asked besides narrows it or takes the place of what the view says;
/// `asked.assignee` is who Me is, else `me`.
std::variant<Request, AskedProblem> requestForView(db::Database& database, const SavedView& view, const Asked& asked,
                                                   QDate today, Id<Coordinator> me = {});
/// The same for a report or, where no report has the name, a saved view.
std::variant<Request, AskedProblem> requestNamed(db::Database& database, const QString& name, const Asked& asked,
                                                 QDate today);

} // namespace report
