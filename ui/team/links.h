// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/records.h"
#include "ui/form/recordchoices.h"

namespace ui {

/// The ids that records of a linking table have in `other` where `mine` is `id`, as values of choices.
template<class A>
QStringList linkedValues(db::Database& database, const db::Table& table, const char* mine, const char* other,
                         Id<A> id) {
  const auto found = database.all(QStringLiteral("SELECT %1 FROM %2 WHERE %3 = ? ORDER BY %1")
                                      .arg(QLatin1String(other), table.name(), QLatin1String(mine)),
                                  {id}, [](db::Row& row) { return QString::number(row.number()); });
  return {found.begin(), found.end()};
}

/// Adds and takes away rows of a linking table L until they are those wanted. L is {id, its owner, the other}.
template<class L, class A, class B>
void saveLinks(db::Transaction& transaction, Id<A> owner, Id<A> L::*mine, Id<B> L::*other, const char* column,
               const QStringList& wanted) {
  QStringList missing = wanted;
  for (const L& link :
       db::allWhere<L>(transaction.database(), QStringLiteral("%1 = ?").arg(QLatin1String(column)), {owner}))
    if (!missing.removeOne(idValue(link.*other)))
      db::remove(transaction, link.id);
  for (const QString& value : missing) {
    L link;
    link.*mine = owner;
    link.*other = idIn<B>(value);
    db::save(transaction, link);
  }
}

} // namespace ui
