// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace db {
class Database;
}

namespace ui {

/// What people call a kind of record, by its table: "credential" → "Credential".
QString kindOf(const QString& table);

/// Tells lines of history in words; names of records that lines point to are looked up once each.
class HistoryWords {
public:
  explicit HistoryWords(db::Database& database) : m_database(database) {}

  /// "Status: Active → Terminated · Ended: 2026-03-02"; of what came or went, what it was.
  QString changes(const QString& action, const QString& before, const QString& after);
  /// What a record was, by its values: "Document type: State licence · Number: A-1".
  QString summary(const QString& values);
  /// "Enrollment · Humana · TX": what kind of record it is and what it is called, by what it is now or, when it is gone,
  /// by what it was.
  QString record(const QString& table, qint64 id);

private:
  QString shown(const QString& column, const class QJsonValue& value);

  db::Database& m_database;
  QHash<QString, QString> m_names; ///< by "column/id" and "table/id"
};

} // namespace ui
