// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/table.h"

namespace ui {

class ListingPage;
class Session;

/// Deletes records as one change that the toast offers to undo; says why where something depends on one.
void removeRecords(Session& session, const db::Table& table, const std::vector<qint64>& ids);

/// Deleting what is selected in a list: the key Delete, and an entry of its rows' menu.
void offerRemoving(Session& session, ListingPage* page, const db::Table& table);

} // namespace ui
