// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"

#include <string>
#include <unordered_map>

namespace exchange {

/// The records of a small table, found by their name without case and marks.
class Names {
public:
  /// Reads id and name of every row of the table.
  Names(db::Database& database, const QString& table);

  /// The record that is called so, or 0.
  qint64 find(const QString& name) const;
  /// The same for a cell of a file, as UTF-8; quick, since files say the same few names over and over.
  qint64 find(std::string_view cell);
  void add(const QString& name, qint64 id);
  /// Empty for 0.
  QString nameOf(qint64 id) const { return m_names.value(id); }

private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  QHash<QString, qint64> m_ids; // by folded name
  QHash<qint64, QString> m_names;
  std::unordered_map<std::string, qint64, Hash, std::equal_to<>> m_seen; // cells as they stood in the file
};

} // namespace exchange
