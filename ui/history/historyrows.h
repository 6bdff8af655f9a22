// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/past.h"
#include "ui/list/rowprovider.h"

namespace ui {

class Session;

/// Lines of history as rows of a list, the newest first: who changed what, when, from what to what. A row's id is that
/// of its line.
class HistoryRows : public RowProvider {
public:
  enum class Shown { Changes, Removed };
  HistoryRows(const Session& session, Shown shown, PastSource source);

  const std::vector<Column>& columns() const override { return m_columns; }
  std::optional<std::vector<Row>> firstRows(const Query& query, int limit) override;
  std::vector<Row> rowsByIds(std::span<const qint64> ids) override;
  Found allIds(const Query& query, const std::atomic_bool& stop) override;
  qint64 count(const Query& query) override;

private:
  PastSource select(const QString& what, const Query& query) const;

  const Session& m_session;
  Shown m_shown;
  PastSource m_source;
  std::vector<Column> m_columns;
};

} // namespace ui
