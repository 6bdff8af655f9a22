// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/table.h"
#include "ui/list/rowprovider.h"
#include "ui/profile/subject.h"

namespace ui {

class Session;

/// Lines of history as rows of a list, the newest first: who changed what, when, from what to what. A row's id is that
/// of its line.
class HistoryRows : public RowProvider {
public:
  /// Of one record; of all records that hang on somebody; or what was removed and is gone since that day.
  HistoryRows(const Session& session, const db::Table& table, qint64 id);
  HistoryRows(const Session& session, const Subject& subject);
  HistoryRows(const Session& session, QDate removedSince);

  const std::vector<Column>& columns() const override { return m_columns; }
  std::vector<Row> firstRows(const Query& query, int limit) override;
  std::vector<Row> rowsByIds(std::span<const qint64> ids) override;
  std::vector<qint64> allIds(const Query& query, const std::atomic_bool& stop) override;
  qint64 count(const Query& query) override;

private:
  struct Sql {
    QString text;
    db::Values arguments;
  };
  enum class Shown { Changes, Removed };
  HistoryRows(const Session& session, Shown shown);
  Sql select(const QString& what, const Query& query) const;
  std::vector<Row> read(const Sql& sql) const;

  const Session& m_session;
  Shown m_shown;
  QString m_from; ///< line r of change c, with arguments
  db::Values m_arguments;
  std::vector<Column> m_columns;
};

} // namespace ui
