// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/names.h"

#include "core/base/text.h"

namespace exchange {

Names::Names(db::Database& database, const QString& table) {
  database.each(QStringLiteral("SELECT id, name FROM %1").arg(table), {}, [&](db::Row& row) {
    const qint64 id = row.number();
    add(row.text(), id);
  });
}

qint64 Names::find(const QString& name) const { return m_ids.value(folded(name)); }

qint64 Names::find(std::string_view cell) {
  if (const auto seen = m_seen.find(cell); seen != m_seen.end())
    return seen->second;
  const qint64 id = find(QString::fromUtf8(cell.data(), qsizetype(cell.size())));
  if (id && m_seen.size() < 100'000)
    m_seen.emplace(cell, id);
  return id;
}

void Names::add(const QString& name, qint64 id) {
  m_ids.insert(folded(name), id);
  m_names.insert(id, name);
}

} // namespace exchange
