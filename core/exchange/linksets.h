// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/kinds/kind.h"

namespace exchange {

/// Which records of another table a record goes with: a coordinator's teams, a provider's practices. What a file says
/// is the whole set. A record that stands on several rows of it (a provider's, one a practice) has what they say
/// together, so sets are written when the last row was read.
class LinkSets {
public:
  /// sql: the other ids of the record with id ?, in their order.
  LinkSets(ImportContext& context, QString sql) : m_import(context), m_sql(std::move(sql)) {}

  /// Takes what a row says; outcome and changes are the row's up to now.
  void say(qint64 record, const std::vector<qint64>& others, const ImportRow& row, int column, Outcome outcome);

  using Write = std::function<void(qint64 record, qint64 other)>;
  /// Writes what differs and tells of rows that change by it. nameOf: of the other record.
  void finish(const Write& add, const Write& remove, const std::function<QString(qint64)>& nameOf,
              const KindImport::Tell& tell);

private:
  struct Said {
    qint64 record = 0;
    std::vector<qint64> others;
    KindImport::Late first; // the first row that spoke of it
    QString heading;
  };

  ImportContext& m_import;
  QString m_sql;
  std::vector<Said> m_said;
  FlatMap<size_t> m_places; // in m_said, by record
};

} // namespace exchange
