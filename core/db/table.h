// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/value.h"

#include <QString>
#include <QStringList>
#include <functional>
#include <optional>
#include <vector>

namespace db {

class Database;

/// A table whose every write is remembered: its name and its columns but id, in the order of a record's values().
class Table {
public:
  /// Works out columns from the others (sort names, search text); they are written, but not part of history.
  struct Derived {
    std::initializer_list<const char*> columns;
    std::function<Values(const Values&)> from;
  };
  /// Brings a row of another table up to date at the end of a transaction that wrote here: the one whose id stands in
  /// `column` ("id": the row itself).
  struct Settle {
    const char* column;
    void (*bring)(Database&, qint64 id);
  };

  Table(const char* name, std::initializer_list<const char*> columns);
  Table(const char* name, std::initializer_list<const char*> columns, Derived derived);
  Table(const char* name, std::initializer_list<const char*> columns, Settle settle);

  const QString& name() const { return m_name; }
  const QStringList& columns() const { return m_columns; }
  int tracked() const { return m_tracked; }
  /// The tracked values and, behind them, the derived ones.
  Values complete(const Values& tracked) const;
  bool hasDerived() const { return bool(m_derive); }
  /// The row to settle, as told by these values; 0 when none.
  qint64 toSettle(qint64 id, const Values& values) const;
  void settle(Database& database, qint64 id) const { m_settle->bring(database, id); }
  const QByteArray& columnUtf8(int index) const { return m_utf8[size_t(index)]; }
  const QByteArray& nameUtf8() const { return m_nameUtf8; }

  const QString& insertSql() const { return m_insert; }
  const QString& insertWithIdSql() const { return m_insertWithId; }
  const QString& updateSql() const { return m_update; }
  const QString& selectSql() const { return m_select; } ///< the tracked columns of the row with id ?
  const QString& deleteSql() const { return m_delete; }

  /// Every table made, by name: what undo and check walk over.
  static const Table* find(const QString& name);
  static std::vector<const Table*> all();

private:
  void compose();

  QString m_name;
  QByteArray m_nameUtf8;
  QStringList m_columns;
  std::vector<QByteArray> m_utf8;
  int m_tracked;
  std::function<Values(const Values&)> m_derive;
  std::optional<Settle> m_settle;
  int m_settleColumn = -1; // -1: the row itself
  QString m_insert, m_insertWithId, m_update, m_select, m_delete;
};

} // namespace db
