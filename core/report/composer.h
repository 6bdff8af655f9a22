// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/listing.h"

#include <QStringList>

#include <functional>

namespace report {

/// Makes the SQL of what is asked of a listing. Fragments are put together with named parameters, which become "?" and
/// values in their order at the end: the same value may stand in several places, and no value is ever part of the SQL.
class Composer {
public:
  explicit Composer(const Request& request);

  QStringList cells() const;
  /// " WHERE …" of the listing and of the filter; empty when there is neither.
  QString where();
  /// " ORDER BY …" for files and for the screen.
  QString order() const;
  /// All rows without filter and order: of a listing of parts those of `rows`, where it is said.
  QString select(const QStringList& cells, const QString& rows);
  QString select(const QStringList& cells);

  /// Whether rows of parts come in an order that was asked for, which merged() gives them.
  bool merges() const { return m_request.plainTies && !m_listing.parts.empty() && !terms().empty(); }
  /// The rows of a listing of parts in the order of the screen; without a limit all of them. Each part is sorted for
  /// itself, which an index may do, and SQLite merges them row by row, as far as is asked.
  QString merged(const QStringList& cells, int limit);

  /// The ways to walk the rows in the order of the first term; empty when they have to be sorted.
  std::vector<Walk> walks() const;
  /// The first rows, way by way: the next is not even begun when those before fill the screen.
  QString walked(const QStringList& cells, const std::vector<Walk>& ways, int limit);

  /// Whether all rows have to be looked at before the first is known: no index has them in their order.
  bool sorts() const;
  /// The first rows then: which they are is found over the tables that filter and order ask about alone (SQLite leaves
  /// out what is joined and not asked about), and what stands in them is read of these alone.
  QString sorted(const QStringList& cells, int limit);

  /// One expression of every row, as what stands behind FROM.
  QString eachRow(const QString& expression);
  /// These rows by their keys, in any order.
  QString byKeys(const QStringList& cells, const std::vector<qint64>& keys);

  /// The SQL with its values in order.
  Query finish(const QString& sql) const;

private:
  struct Term {
    QString sql, how;
    bool isFirst = false; ///< of the column that comes first in the order
  };
  /// Cells and what orders them, by names: SQLite sorts a compound only by what it knows by name.
  struct Named {
    QStringList all, cells, order;
    QString rows(const QStringList& arms, const QString& limit) const;
  };

  /// Where the rows of a listing of parts come from: its parts, or all at once.
  std::vector<Part> parts(bool atOnce) const;
  bool isFoundAtOnce() const;
  bool isOfFew() const;
  bool isOfSums() const;
  bool isOfTable() const;
  bool isInstant() const;
  QStringList conditions();
  QString from();
  QString dateColumn() const;
  QString span(const Span& one);
  QString anyOf(const QString& expression, const db::Values& values);
  QString holds(const QString& typed);
  QString eachOf(const QStringList& words, const std::vector<QString>& places);
  QString contains(const QString& word, const std::vector<QString>& places);
  QString bind(const db::Value& value);

  int firstColumn() const;
  bool isByDate() const;
  std::vector<Term> terms() const;
  Term term(Sort sort) const;
  Named named(const QStringList& cells, bool withOrder) const;

  const Request& m_request;
  const Listing& m_listing;
  std::map<QString, db::Value> m_values;
};

} // namespace report
