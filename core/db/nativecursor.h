// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/cursor.h"
#include "core/db/error.h"

struct sqlite3;

namespace db {

/// Before the first connection of all: SQLite keeps no sum of the memory it has, which nobody asks it for and which
/// takes a lock with each piece (measured: 4 % of a report). Later it changes nothing.
void leaveMemoryUncounted();
/// The SQLite handle below a Qt Sql connection, or null where it is not SQLite or not the library we link.
sqlite3* nativeHandle(const QSqlDatabase& database);
/// A connection stepping statements on that handle, or null.
std::unique_ptr<Connection> nativeConnection(const QSqlDatabase& database, const QString& file);

/// The handle's last error as ours; the text of the engine holds no bound values.
Error nativeError(sqlite3* handle, const QString& file);
/// Which cause a SQLite result code is.
Error::Cause causeOf(int code, int extended);

} // namespace db
