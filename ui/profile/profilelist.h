// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/table.h"
#include "core/report/listing.h"
#include "ui/list/listingpage.h"
#include "ui/profile/subject.h"

namespace ui {

class Session;

/// What every part of a profile works with.
struct ProfileContext {
  Session& session;
  Subject subject;
  QWidget* page; ///< the profile: forms open over its window
  std::function<void(const Subject&)> openProfile;
  std::function<void(const QString& section)> turnTo;

  QWidget* window() const { return page->window(); }
  /// What of a listing is this one's, narrowed further by another filter.
  report::Filter mine(std::map<QString, db::Values> also = {}) const;
};

/// A list of a profile: a listing's rows of one provider, practice or facility.
struct ProfileList {
  PageSpec page;
  QString listing;
  std::vector<ColumnLook> looks;
  report::Filter only;
  std::function<void(qint64 id)> open = {};
  std::function<void()> add = {};
  /// Further entries of a row's menu.
  std::function<void(QMenu&, qint64 id)> menu = {};
  /// Whose rows may be deleted (Delete, and in the menu) and have a history of their own; null: neither.
  const db::Table* table = nullptr;
  bool mayDelete = true;
  /// What a click on a cell of this column does, beside selecting its row: a column that offers something.
  QString offer = {};
  std::function<void(qint64 id, const QRect& cell)> take = {};
};

ListingPage* makeProfileList(const ProfileContext& context, ProfileList spec, QWidget* parent);

/// What the list shows, for counting it.
report::Request requestOf(const ProfileContext& context, const QString& listing, const report::Filter& only);

} // namespace ui
