// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tracking/trackings.h"

#include <QHash>

namespace edit {

struct Field;

/// What cells are read and written with: the file, the day, and what was looked up once for many cells.
class Context {
public:
  Context(db::Database& database, QDate today) : m_database(database), m_today(today) {}

  db::Database& database() const { return m_database; }
  QDate today() const { return m_today; }

  /// edit::understood, each text of a field once.
  const Result<db::Value>& understood(const Field& field, const QString& typed);
  /// The name of a coordinator or payor; empty for none.
  QString nameOf(Id<Coordinator> id) { return name(QStringLiteral("coordinator"), id.value, m_coordinators); }
  QString nameOf(Id<Payor> id) { return name(QStringLiteral("payor"), id.value, m_payors); }
  /// Whom a status of an enrollment waits on.
  QString waitingOn(const QString& enrollmentStatus);
  Trackings& trackings(db::Transaction& transaction);

private:
  using Names = QHash<qint64, QString>;
  QString name(const QString& table, qint64 id, Names& names);

  db::Database& m_database;
  QDate m_today;
  QHash<QPair<const Field*, QString>, Result<db::Value>> m_understood;
  Names m_coordinators, m_payors;
  QHash<QString, QString> m_waitingOn;
  std::optional<Trackings> m_trackings;
};

} // namespace edit
