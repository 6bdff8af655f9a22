// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <optional>
#include <variant>
#include <vector>

namespace db {

/// A cell on its way into the database. Text is never NULL; an invalid date and an id of 0 are.
class Value {
  using State = std::variant<std::monostate, qint64, QString, QByteArray>;

public:
  Value() = default;
  Value(const QString& text) : m_value(text.isNull() ? QStringLiteral("") : text) {}
  Value(qint64 number) : m_value(number) {}
  Value(int number) : m_value(qint64{number}) {}
  Value(bool yes) : m_value(qint64{yes}) {}
  Value(std::optional<int> number);
  Value(const QByteArray& blob) : m_value(blob) {}
  Value(QDate date);
  template<class T>
  Value(Id<T> id) : Value(Key{id.value}) {}
  static Value null() { return {}; }

  bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
  const qint64* number() const { return std::get_if<qint64>(&m_value); }
  const QString* text() const { return std::get_if<QString>(&m_value); }
  const QByteArray* blob() const { return std::get_if<QByteArray>(&m_value); }

  /// Nothing said: NULL or empty text. (0 is something.)
  bool isEmpty() const { return isNull() || (text() && text()->isEmpty()); }

  friend bool operator==(const Value&, const Value&) = default;

private:
  // What may be NULL is made out of line: inlined, GCC 12 warns wrongly of uninitialised text in every caller.
  struct Key {
    qint64 value;
  };
  explicit Value(Key key);

  State m_value;
};

using Values = std::vector<Value>;

/// These as Values: a list in braces would copy each of them once more, which imports feel.
template<class... T>
Values valuesOf(const T&... each) {
  Values values;
  values.reserve(sizeof...(each));
  (values.emplace_back(each), ...);
  return values;
}

} // namespace db
