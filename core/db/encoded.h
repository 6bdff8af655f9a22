// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/cursor.h"

#include <string>

namespace db {

/// Values in the bytes that both the database and the hash of history take. An import fills one again and again, so
/// that its millions of rows are encoded once and ask for no memory.
class Encoded {
public:
  void clear();
  /// Behind those that are there.
  void add(const Values& values);

  size_t size() const { return m_cells.size(); }
  bool isEmpty(size_t index) const { return m_cells[index].begin == m_cells[index].end; } ///< NULL or empty text
  std::string_view text(size_t index) const;                                              ///< a number in digits

  /// The cursor looks at these bytes until it is reset: nothing may be added before.
  void bindTo(Cursor& cursor) const;

private:
  enum class Kind { Null, Number, Text, Blob };
  struct Cell {
    Kind kind;
    qint64 number;
    size_t begin, end;
  };
  std::string m_bytes;
  std::vector<Cell> m_cells;
};

/// Appends text as UTF-8; that of most cells is plain, and then fast.
void appendUtf8(std::string& bytes, const QString& text);

} // namespace db
