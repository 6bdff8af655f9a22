// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/bulk.h"

namespace db {

namespace {

constexpr qint64 fewRows = 1000;             // to be sorted into an index again
constexpr qint64 fewBytes = 8 * 1024 * 1024; // of a file that is next to empty

} // namespace

Bulk::Bulk(Database& database) : m_database(database) {
  m_database.run(QStringLiteral("PRAGMA foreign_keys = 0"));
  m_database.run(QStringLiteral("PRAGMA cache_size = -65536"));
  m_database.run(QStringLiteral("PRAGMA threads = 2")); // sorts an index on a second core
  // New pages need no copy in a rollback journal, while a write-ahead log takes each page first and the file again.
  // Refused at once while anybody else has the file open: then the log stays.
  if (m_database.value(QStringLiteral("PRAGMA page_count")) * m_database.value(QStringLiteral("PRAGMA page_size")) >
      fewBytes)
    return;
  m_database.run(QStringLiteral("PRAGMA busy_timeout = 0"));
  try {
    m_database.run(QStringLiteral("PRAGMA journal_mode = DELETE"));
  } catch (const Error&) {
  }
  m_database.run(QStringLiteral("PRAGMA busy_timeout = 5000"));
}

Bulk::~Bulk() {
  try {
    m_database.run(QStringLiteral("PRAGMA foreign_keys = 1"));
    m_database.run(QStringLiteral("PRAGMA cache_size = -32768"));
    m_database.run(QStringLiteral("PRAGMA journal_mode = WAL"));
  } catch (const Error&) {
    // The file is in such a state that whatever is done next will say so.
  }
}

void Bulk::setAside(const QString& table, const QStringList& kept) {
  if (m_database.value(QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM %1 LIMIT 1001)").arg(table)) > fewRows)
    return;
  struct Index {
    QString name, sql;
  };
  const auto indices = m_database.all(
      QStringLiteral("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"),
      {table}, [](Row& row) {
        const QString name = row.text();
        return Index{name, row.text()};
      });
  for (const Index& index : indices) {
    if (kept.contains(index.name) || index.sql.startsWith(QLatin1String("CREATE UNIQUE"), Qt::CaseInsensitive))
      continue;
    m_database.run(QStringLiteral("DROP INDEX %1").arg(index.name));
    m_indices << index.sql;
  }
}

void Bulk::putBack() {
  m_database.run(QStringLiteral("PRAGMA cache_size = -16384")); // each of the sorting threads takes as much again
  for (const QString& sql : std::exchange(m_indices, {}))
    m_database.run(sql);
}

} // namespace db
