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
  /// Brings rows that follow from those written here up to date at the end of a transaction, each once: those whose ids
  /// stand in `owner` ("id": the row itself).
  struct Settle {
    using Bring = void (*)(Database&, qint64 id);
    const char* owner;
    Bring bring;
    /// The columns that are followed: one that stays as it is, or is empty in a row that comes or goes, settles
    /// nothing. None named: all.
    std::vector<const char*> followed = {};
    /// Where several rows follow from one owner: their ids.
    std::vector<qint64> (*followers)(Database&, qint64 owner) = nullptr;
  };

  Table(const char* name, std::initializer_list<const char*> columns);
  Table(const char* name, std::initializer_list<const char*> columns, Derived derived);
  Table(const char* name, std::initializer_list<const char*> columns, Settle settle);
  Table(const char* name, std::initializer_list<const char*> columns, Derived derived, Settle settle);

  const QString& name() const { return m_name; }
  const QStringList& columns() const { return m_columns; }
  int tracked() const { return m_tracked; }
  /// What is worked out from the tracked values.
  Values derived(const Values& tracked) const { return m_derive ? m_derive(tracked) : Values(); }
  /// The tracked values and, behind them, the derived ones.
  Values complete(const Values& tracked) const;
  bool hasDerived() const { return bool(m_derive); }
  bool settles() const { return m_settle.has_value(); }
  const Settle& settle() const { return *m_settle; }
  /// Whether what follows from a row is another after this write; before and after are null where there was or is none.
  bool isFollowed(const Values* before, const Values* after) const;
  /// The owner that a row names; 0 when none.
  qint64 ownerOf(qint64 id, const Values& values) const;
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
  void follow(const Settle& settle);

  QString m_name;
  QByteArray m_nameUtf8;
  QStringList m_columns;
  std::vector<QByteArray> m_utf8;
  int m_tracked;
  std::function<Values(const Values&)> m_derive;
  std::optional<Settle> m_settle;
  int m_owner = -1;            // its column; -1: the row itself
  std::vector<int> m_followed; // columns; none: all
  QString m_insert, m_insertWithId, m_update, m_select, m_delete;
};

} // namespace db
