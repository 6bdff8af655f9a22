// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/db/table.h"

class QJsonValue;

/// What undo, the pages of a record and the check share: lines of history, and records walked back along them.
namespace db::history {

struct Line {
  qint64 id = 0, changeId = 0;
  QString record;
  qint64 recordId = 0;
  QString action, before, after;
};

inline constexpr auto lineColumns = "id, change_id, record, record_id, action, before, after";
Line readLine(Row& row);

Value fromJsonValue(const QJsonValue& value);
Values emptyValues(const Table& table);

struct Past {
  std::optional<Values> values; ///< nothing when the record was not there
  bool agrees = true;           ///< each line met on the way left the record as the next one found it
};

/// A record as it was right after line `after`: today's row walked back through the later lines.
Past walkedBack(Database& database, const Table& table, qint64 recordId, qint64 after);

} // namespace db::history
