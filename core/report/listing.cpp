// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/listing.h"

#include "core/base/text.h"
#include "core/calendar/businessdays.h"

#include <QRegularExpression>
#include <QStringList>

namespace report {

namespace {

/// Fragments are put together with named parameters, which become "?" and values in their order at the end: the same
/// value may stand in several places, and no value is ever part of the SQL.
class Composer {
public:
  explicit Composer(const Request& request) : m_request(request), m_listing(*request.listing) {
    m_values[QStringLiteral("today")] = request.today;
    m_values[QStringLiteral("number")] = businessDayNumber(request.today);
  }

  QString cells() const {
    QStringList parts;
    for (int index : m_request.shown())
      parts << m_listing.columns[size_t(index)].sql;
    return parts.join(QStringLiteral(", "));
  }

  QString where() {
    QStringList all;
    if (!m_listing.where.isEmpty())
      all << m_listing.where;
    for (const auto& [key, values] : m_request.filter.is)
      all << anyOf(m_listing.filters.at(key), values);
    const Filter& filter = m_request.filter;
    QStringList dates;
    for (const Span& one : filter.dates)
      dates << span(one);
    if (!dates.isEmpty())
      all << dates.join(QStringLiteral(" OR "));
    for (const QString& word : folded(filter.text).split(QLatin1Char(' '), Qt::SkipEmptyParts))
      all << contains(word);
    return all.isEmpty() ? QString()
                         : QStringLiteral(" WHERE (") + all.join(QStringLiteral(") AND (")) + QLatin1Char(')');
  }

  QString order() const {
    QStringList terms;
    if (m_request.group >= 0)
      terms << term({m_request.group, false});
    for (const Sort& sort : m_request.sort)
      terms << term(sort);
    if (m_request.plainTies && !terms.isEmpty())
      terms << m_listing.id +
                   (m_request.sort.empty() || !m_request.sort.back().descending ? QString() : QStringLiteral(" DESC"));
    else
      terms << m_listing.order;
    return QStringLiteral(" ORDER BY ") + terms.join(QStringLiteral(", "));
  }

  Query finish(const QString& sql) const {
    static const QRegularExpression named(QStringLiteral(":([a-z][a-z0-9]*)"));
    Query query;
    qsizetype from = 0;
    for (auto match = named.globalMatch(sql); match.hasNext();) {
      const auto found = match.next();
      query.sql += QStringView(sql).mid(from, found.capturedStart() - from);
      query.sql += QLatin1Char('?');
      query.arguments.push_back(m_values.at(found.captured(1)));
      from = found.capturedEnd();
    }
    query.sql += QStringView(sql).mid(from);
    return query;
  }

  QString bind(const db::Value& value) {
    const QString name = QStringLiteral("v%1").arg(m_values.size());
    m_values[name] = value;
    return QLatin1Char(':') + name;
  }

private:
  bool isInstant() const { return m_listing.filters.contains(QStringLiteral("instant")); }

  QString dateColumn() const {
    return isInstant() ? m_listing.filters.at(QStringLiteral("instant"))
                       : m_listing.columns[size_t(m_listing.date)].sql;
  }

  /// A day that may have a time includes all its hours: "to" a day is before the next.
  QString span(const Span& one) {
    const QString date = dateColumn();
    if (!one.from.isValid() && !one.to.isValid())
      return date + QStringLiteral(" IS NULL");
    QStringList parts;
    if (one.from.isValid())
      parts << date + QStringLiteral(" >= ") + bind(one.from);
    if (one.to.isValid())
      parts << (isInstant() ? date + QStringLiteral(" < ") + bind(one.to.addDays(1))
                            : date + QStringLiteral(" <= ") + bind(one.to));
    return parts.join(QStringLiteral(" AND "));
  }

  QString anyOf(const QString& expression, const db::Values& values) {
    QStringList marks;
    bool nobody = false;
    for (const db::Value& value : values) {
      if (value.isNull() || (value.number() && *value.number() == 0))
        nobody = true;
      else
        marks << bind(value);
    }
    const bool isCondition =
        expression.contains(QLatin1String(":values")) || expression.contains(QLatin1String(":rows"));
    if (isCondition)
      return marks.isEmpty() ? QStringLiteral("0")
                             : QString(expression)
                                   .replace(QLatin1String(":values"), marks.join(QStringLiteral(", ")))
                                   .replace(QLatin1String(":rows"),
                                            QLatin1Char('(') + marks.join(QStringLiteral("), (")) + QLatin1Char(')'));
    QStringList parts;
    if (!marks.isEmpty())
      parts << QStringLiteral("%1 IN (%2)").arg(expression, marks.join(QStringLiteral(", ")));
    if (nobody)
      parts << expression + QStringLiteral(" IS NULL");
    return parts.isEmpty() ? QStringLiteral("0") : parts.join(QStringLiteral(" OR "));
  }

  QString contains(const QString& word) {
    QString pattern = word;
    pattern.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('%'), QLatin1String("\\%"));
    pattern.replace(QLatin1Char('_'), QLatin1String("\\_"));
    const QString mark = bind(QString(QLatin1Char('%') + pattern + QLatin1Char('%')));
    QStringList parts;
    for (const QString& expression : m_listing.search)
      parts << QStringLiteral("%1 LIKE %2 ESCAPE '\\'").arg(expression, mark);
    return parts.join(QStringLiteral(" OR "));
  }

  QString term(Sort sort) const {
    const Column& column = m_listing.columns[size_t(sort.column)];
    QString term = column.sort.isEmpty() ? column.sql : column.sort;
    if (sort.descending)
      term += QStringLiteral(" DESC");
    // What has no date or number comes last either way, as in a spreadsheet.
    if (column.kind != Kind::Text)
      term += QStringLiteral(" NULLS LAST");
    return term;
  }

  const Request& m_request;
  const Listing& m_listing;
  std::map<QString, db::Value> m_values;
};

QString fromClause(const Request& request) { return QStringLiteral(" FROM ") + request.listing->from; }

QString limitClause(int limit) { return limit > 0 ? QStringLiteral(" LIMIT %1").arg(limit) : QString(); }

Query compose(const Request& request, const QString& what, int limit, bool ordered) {
  Composer composer(request);
  const QString cells = what.isEmpty()                       ? composer.cells()
                        : what.endsWith(QLatin1String(", ")) ? what + composer.cells()
                                                             : what;
  QString sql = QStringLiteral("SELECT ") + cells + fromClause(request) + composer.where();
  if (ordered)
    sql += composer.order() + limitClause(limit);
  return composer.finish(sql);
}

} // namespace

Column Column::editing(const char* field, const char* ofRecord) const {
  Column column = *this;
  column.edits = QString::fromLatin1(field);
  column.record = QString::fromLatin1(ofRecord);
  return column;
}

int Listing::columnAt(const QString& heading) const {
  for (size_t i = 0; i < columns.size(); ++i)
    if (columns[i].heading.compare(heading, Qt::CaseInsensitive) == 0)
      return int(i);
  return -1;
}

std::vector<int> Request::shown() const {
  if (!columns.empty())
    return columns;
  std::vector<int> all;
  for (size_t i = 0; i < listing->columns.size(); ++i)
    if (!listing->columns[i].extra)
      all.push_back(int(i));
  return all;
}

Query rowsQuery(const Request& request, int limit) { return compose(request, QString(), limit, true); }

Query rowsWithIdQuery(const Request& request, int limit) {
  return compose(request, request.listing->id + QStringLiteral(", "), limit, true);
}

Query idsQuery(const Request& request) { return compose(request, request.listing->id, 0, true); }

Query countQuery(const Request& request) { return compose(request, QStringLiteral("count(*)"), 0, false); }

namespace {

Query byIdQuery(const Request& request, const QString& cells, const std::vector<qint64>& ids, Composer& composer) {
  QStringList marks;
  for (qint64 id : ids)
    marks << composer.bind(id);
  return composer.finish(QStringLiteral("SELECT %1, %2%3 WHERE %1 IN (%4)")
                             .arg(request.listing->id, cells, fromClause(request), marks.join(QStringLiteral(", "))));
}

} // namespace

Query rowsByIdQuery(const Request& request, const std::vector<qint64>& ids) {
  Composer composer(request);
  return byIdQuery(request, composer.cells(), ids, composer);
}

Query recordsByIdQuery(const Request& request, int column, const std::vector<qint64>& ids) {
  Composer composer(request);
  const QString& record = request.listing->columns[size_t(column)].record;
  return byIdQuery(request, record.isEmpty() ? request.listing->id : record, ids, composer);
}

} // namespace report
