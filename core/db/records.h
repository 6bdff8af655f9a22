// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/transaction.h"

namespace db {

/// A record R is a struct with id, `static const Table& table()`, `Values values() const` and `static R read(Row&)`,
/// which reads id and then the tracked columns in the table's order. With that it is loaded and saved here.
template<class R>
QString selectAll() {
  const Table& table = R::table();
  return QStringLiteral("SELECT id, %1 FROM %2")
      .arg(table.columns().mid(0, table.tracked()).join(QStringLiteral(", ")), table.name());
}

/// The record with this id, or nothing.
template<class R>
std::optional<R> load(Database& database, Id<R> id) {
  static const QString sql = selectAll<R>() + QStringLiteral(" WHERE id = ?");
  return database.first(sql, {id}, R::read);
}

/// The records for which a condition holds, e.g. "team_id = ? ORDER BY sort_name".
template<class R>
std::vector<R> allWhere(Database& database, const QString& condition, const Values& arguments = {}) {
  return database.all(selectAll<R>() + QStringLiteral(" WHERE ") + condition, arguments, R::read);
}

/// Inserts a record without an id, else updates what differs; answers its id.
template<class R>
Id<R> save(Transaction& transaction, const R& record) {
  if (!record.id.isValid())
    return Id<R>{transaction.insert(R::table(), record.values())};
  transaction.update(R::table(), record.id.value, record.values());
  return record.id;
}

template<class R>
void remove(Transaction& transaction, Id<R> id) {
  transaction.remove(R::table(), id.value);
}

} // namespace db
