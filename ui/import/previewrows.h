// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importer.h"
#include "ui/list/rowprovider.h"

namespace ui {

/// The rows of an import as a list: what becomes of each. Of each outcome the first ones are held, all are counted.
/// Filled by the thread that imports, then finished; from there on only read.
class PreviewRows : public RowProvider {
public:
  static constexpr size_t heldOfEach = 5000;

  /// The matches are those the import is given, by the names of the sheets of `file`.
  PreviewRows(const QString& file, std::map<QString, exchange::HeaderMatch> matches);

  /// A row, or one that was added already and came out differently by a later one.
  void add(const exchange::RowOutcome& row);
  qint64 seen() const { return m_seen; }
  /// Puts the rows into the order they are shown in: changed, rejected, new, same.
  void finish(const exchange::ImportReport& report);

  /// How many rows have this outcome, held or not.
  qint64 total(exchange::Outcome outcome) const { return m_totals[size_t(outcome)]; }
  qint64 total() const;
  bool isWhole() const { return total() == qint64(m_rows.size()); }
  const exchange::RowOutcome& row(qint64 id) const { return m_rows[size_t(id - 1)].row; }
  /// Whom or what a row is about.
  const QString& about(qint64 id) const { return m_rows[size_t(id - 1)].about; }

  const std::vector<Column>& columns() const override { return m_columns; }
  std::optional<std::vector<Row>> firstRows(const Query& query, int limit) override;
  std::vector<Row> rowsByIds(std::span<const qint64> ids) override;
  Found allIds(const Query& query, const std::atomic_bool& stop) override;
  qint64 count(const Query& query) override;

private:
  struct Held {
    exchange::RowOutcome row;
    QString about;
    std::vector<QString> cells = {}; ///< as listed
    QString found = {};              ///< what the search looks through
  };
  using Place = std::pair<QString, qint64>; // sheet with kind, and row
  QString sheetOf(const exchange::RowOutcome& row) const;
  QString aboutOf(const exchange::RowOutcome& row) const;
  std::vector<qint64> order(const Query& query, size_t limit) const;

  QString m_file;
  std::map<QString, exchange::HeaderMatch> m_matches;
  std::vector<Column> m_columns;
  std::vector<Held> m_rows;
  QHash<Place, size_t> m_places;
  std::array<size_t, 4> m_held{};
  std::array<qint64, 4> m_totals{};
  qint64 m_seen = 0;
};

/// "New", "Changed", "Same", "Rejected"
QString outcomeWord(exchange::Outcome outcome);

/// What is told of a row beside its outcome: "Expires: 2026-01-31 → 2027-01-31", or why it is rejected.
QString outcomeText(const exchange::RowOutcome& row);

} // namespace ui
