// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"

#include <QStringList>

namespace db {

/// For writing very many rows: while it lasts foreign keys are not looked up (whoever uses it writes ids that it has
/// read or made), the cache is larger, a file with next to nothing in it that nobody else has open gets a rollback
/// journal, and chosen indices of tables with next to no rows are set aside and made in one
/// go at the end, which is far cheaper than row by row. Begin it before the transaction.
class Bulk {
public:
  explicit Bulk(Database& database);
  ~Bulk();
  Q_DISABLE_COPY_MOVE(Bulk)

  /// Within the transaction: sets aside the indices of a table with next to no rows, but those named in `kept` and
  /// those that keep something unique. A rollback brings them back.
  void setAside(const QString& table, const QStringList& kept);
  /// Within the transaction, before its commit.
  void putBack();

private:
  Database& m_database;
  QStringList m_indices; ///< the CREATE statements of those set aside
};

} // namespace db
