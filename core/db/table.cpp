// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/table.h"

#include <algorithm>
#include <map>

namespace db {

namespace {

std::map<QString, const Table*>& registry() {
  static std::map<QString, const Table*> tables;
  return tables;
}

} // namespace

Table::Table(const char* name, std::initializer_list<const char*> columns)
    : m_name(QString::fromLatin1(name)), m_nameUtf8(name), m_tracked(int(columns.size())) {
  for (const char* column : columns)
    m_utf8.emplace_back(column);
  compose();
}

Table::Table(const char* name, std::initializer_list<const char*> columns, Derived derived) : Table(name, columns) {
  for (const char* column : derived.columns)
    m_utf8.emplace_back(column);
  m_derive = std::move(derived.from);
  compose();
}

Table::Table(const char* name, std::initializer_list<const char*> columns, Settle settle) : Table(name, columns) {
  follow(settle);
}

Table::Table(const char* name, std::initializer_list<const char*> columns, Derived derived, Settle settle)
    : Table(name, columns, std::move(derived)) {
  follow(settle);
}

void Table::follow(const Settle& settle) {
  m_settle = settle;
  m_owner = int(m_columns.indexOf(QLatin1String(settle.owner)));
  for (const char* column : settle.followed)
    m_followed.push_back(int(m_columns.indexOf(QLatin1String(column))));
}

void Table::compose() {
  m_columns.clear();
  QStringList marks, assignments;
  for (const QByteArray& column : m_utf8) {
    m_columns << QString::fromLatin1(column);
    marks << QStringLiteral("?");
    assignments << m_columns.back() + QStringLiteral(" = ?");
  }
  const QString list = m_columns.join(QStringLiteral(", "));
  const QString places = marks.join(QStringLiteral(", "));
  m_insert = QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)").arg(m_name, list, places);
  m_insertWithId = QStringLiteral("INSERT INTO %1 (%2, id) VALUES (%3, ?)").arg(m_name, list, places);
  m_update = QStringLiteral("UPDATE %1 SET %2 WHERE id = ?").arg(m_name, assignments.join(QStringLiteral(", ")));
  m_select = QStringLiteral("SELECT %2 FROM %1 WHERE id = ?")
                 .arg(m_name, m_columns.mid(0, m_tracked).join(QStringLiteral(", ")));
  m_delete = QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(m_name);
  registry()[m_name] = this;
}

Values Table::complete(const Values& tracked) const {
  Values values = tracked;
  for (Value& value : derived(tracked))
    values.push_back(std::move(value));
  return values;
}

bool Table::isFollowed(const Values* before, const Values* after) const {
  if (m_followed.empty())
    return true;
  if (before && after && m_owner >= 0 && (*before)[size_t(m_owner)] != (*after)[size_t(m_owner)])
    return true;
  return std::any_of(m_followed.begin(), m_followed.end(), [&](int column) {
    if (before && after)
      return (*before)[size_t(column)] != (*after)[size_t(column)];
    return !(before ? *before : *after)[size_t(column)].isEmpty();
  });
}

qint64 Table::ownerOf(qint64 id, const Values& values) const {
  if (m_owner < 0)
    return id;
  const qint64* number = values[size_t(m_owner)].number();
  return number ? *number : 0;
}

const Table* Table::find(const QString& name) {
  const auto found = registry().find(name);
  return found == registry().end() ? nullptr : found->second;
}

std::vector<const Table*> Table::all() {
  std::vector<const Table*> tables;
  for (const auto& [name, table] : registry())
    tables.push_back(table);
  return tables;
}

} // namespace db
