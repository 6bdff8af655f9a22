// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/cursor.h"

#include <optional>
#include <string_view>

namespace db {

/// The columns of one row, read from left to right in the order of the SELECT.
class Row {
public:
  explicit Row(Cursor& cursor) : m_cursor(cursor) {}

  QString text() { return m_cursor.text(m_next++); }
  qint64 number() { return m_cursor.number(m_next++); }
  int integer() { return int(number()); }
  bool yes() { return number() != 0; }
  QByteArray blob() { return m_cursor.blob(m_next++); }
  /// UTF-8, valid until the next row.
  std::string_view utf8() { return m_cursor.utf8(m_next++); }
  QDate date() { return QDate::fromString(text(), Qt::ISODate); }
  std::optional<int> maybeInteger() {
    if (!m_cursor.isNull(m_next))
      return integer();
    ++m_next;
    return std::nullopt;
  }
  template<class T>
  Id<T> id() {
    return Id<T>{number()};
  }
  bool isNull() const { return m_cursor.isNull(m_next); }
  /// As it is stored: history knows no types. Only for columns that are INTEGER or TEXT.
  Value value() {
    const int at = m_next++;
    return m_cursor.value(at);
  }

  int columns() const { return m_cursor.columns(); }
  int consumed() const { return m_next; }

private:
  Cursor& m_cursor;
  int m_next = 0;
};

} // namespace db
