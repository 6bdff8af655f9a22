// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/field.h"
#include "core/report/listing.h"
#include "ui/list/rowprovider.h"

namespace ui {

class Session;

/// How a listing's column looks in a list.
struct ColumnLook {
  const char* heading;
  CellKind kind = CellKind::Text;
  int width = 140;
  bool shown = true;
  const char* days = nullptr;   ///< heading of the column with days late or left
  const char* status = nullptr; ///< heading of the column that says whether it is done
  bool tints = false;
};

/// A listing of the catalogue as rows of a list. The chips' keys are those of report::Look.
class ListingRows : public RowProvider {
public:
  /// `wide` is used instead of `listing` while the query has the filter "wide" (done ones too); may be null. `only` is
  /// asked for always: what it leaves out does not count as hidden.
  ListingRows(const Session& session, const report::Listing& listing, const std::vector<ColumnLook>& looks,
              const report::Listing* wide = nullptr, report::Filter only = {});

  const std::vector<Column>& columns() const override { return m_columns; }
  std::optional<std::vector<Row>> firstRows(const Query& query, int limit) override;
  std::vector<Row> rowsByIds(std::span<const qint64> ids) override;
  Found allIds(const Query& query, const std::atomic_bool& stop) override;
  qint64 count(const Query& query) override;
  bool canGroup() const override { return true; }

  /// What a list shows, as a report: these columns in this order.
  report::Request request(const Query& query, const std::vector<int>& columns) const;

  /// What else the headings say where the list is grouped by `heading`: called for each group by a worker.
  using Beside = std::function<QString(db::Database& reader, const QString& value)>;
  void setBeside(const QString& heading, Beside beside);

  /// The field that the cells of a column change; null when they cannot be changed.
  const edit::Field* field(int column) const { return m_fields[size_t(column)]; }
  /// The record that a cell of this column changes in each of these rows, in their order; 0 where there is none. May
  /// be called on any thread, with a database of that thread.
  static std::vector<qint64> records(db::Database& database, const report::Request& request, int column,
                                     std::span<const qint64> ids);

private:
  report::Request base(const Query& query) const;

  const Session& m_session;
  QString m_file;
  const report::Listing& m_listing;
  const report::Listing* m_wide;
  report::Filter m_only;
  std::vector<Column> m_columns;
  std::vector<QString> m_headings;
  std::vector<const edit::Field*> m_fields;
  QString m_besideHeading;
  Beside m_beside;
  Query m_last; ///< of firstRows: what pages by id are read with
};

} // namespace ui
