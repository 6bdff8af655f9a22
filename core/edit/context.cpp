// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/context.h"

#include "core/edit/field.h"
#include "core/payors/enrollments.h"

namespace edit {

const Result<db::Value>& Context::understood(const Field& field, const QString& typed) {
  const auto key = std::pair(&field, typed);
  auto known = m_understood.constFind(key);
  if (known == m_understood.constEnd())
    known = m_understood.insert(key, edit::understood(field, typed, *this));
  return *known;
}

QString Context::name(const QString& table, qint64 id, Names& names) {
  if (!id)
    return {};
  auto known = names.constFind(id);
  if (known == names.constEnd())
    known = names.insert(id, m_database.text(QStringLiteral("SELECT name FROM %1 WHERE id = ?").arg(table), {id}));
  return *known;
}

QString Context::waitingOn(const QString& enrollmentStatus) {
  auto known = m_waitingOn.constFind(enrollmentStatus);
  if (known == m_waitingOn.constEnd())
    known = m_waitingOn.insert(enrollmentStatus, waitingOnOf(m_database, enrollmentStatus));
  return *known;
}

Trackings& Context::trackings(db::Transaction& transaction) {
  if (!m_trackings)
    m_trackings.emplace(transaction);
  return *m_trackings;
}

} // namespace edit
