// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/listing.h"

#include "core/base/searchwords.h"
#include "core/base/text.h"
#include "core/calendar/businessdays.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <functional>

namespace report {

namespace {

const QString unionAll = QStringLiteral(" UNION ALL ");
const QString narrowed = QStringLiteral(":narrowed");

/// A part's rows: all, or those of which the keys are wanted.
QString rowsOf(const Part& part, bool wanted = false) {
  return QStringLiteral("SELECT %1 FROM %2%3 WHERE %4%5")
      .arg(part.cells, wanted ? QStringLiteral("wanted CROSS JOIN ") : QString(), part.from,
           wanted ? part.byKey + QStringLiteral(" AND ") : QString(), part.where);
}

/// Fragments are put together with named parameters, which become "?" and values in their order at the end: the same
/// value may stand in several places, and no value is ever part of the SQL.
class Composer {
public:
  explicit Composer(const Request& request) : m_request(request), m_listing(*request.listing) {
    m_values[QStringLiteral("today")] = request.today;
    m_values[QStringLiteral("number")] = businessDayNumber(request.today);
  }

  QStringList cells() const {
    QStringList parts;
    for (int index : m_request.shown())
      parts << m_listing.columns[size_t(index)].sql;
    return parts;
  }

  QString where() {
    QStringList all;
    if (!m_listing.where.isEmpty())
      all << m_listing.where;
    if (!isOfSums())
      all << conditions();
    const Filter& filter = m_request.filter;
    QStringList dates;
    for (const Span& one : filter.dates)
      dates << span(one);
    if (!dates.isEmpty())
      all << dates.join(QStringLiteral(" OR "));
    if (const QString typed = holds(filter.text); !typed.isEmpty())
      all << typed;
    return all.isEmpty() ? QString()
                         : QStringLiteral(" WHERE (") + all.join(QStringLiteral(") AND (")) + QLatin1Char(')');
  }

  QString order() const {
    QStringList all;
    const std::vector<Term> sorted = terms();
    for (const Term& term : sorted)
      all << term.sql + term.how;
    if (!m_request.plainTies || sorted.empty())
      all << m_listing.order;
    return QStringLiteral(" ORDER BY ") + all.join(QStringLiteral(", "));
  }

  bool isSorted() const { return !terms().empty(); }

  QString select(const QStringList& cells, const QString& rows) {
    return QStringLiteral("SELECT %1 FROM %2%3")
        .arg(cells.join(QStringLiteral(", ")), rows.isEmpty() ? rows : QStringLiteral("(%1) ").arg(rows), from());
  }

  QString select(const QStringList& cells) {
    QStringList all;
    for (const Part& part : m_listing.parts)
      all << rowsOf(part);
    return select(cells, all.join(unionAll));
  }

  /// The rows of a listing of parts in the order of the screen; without a limit all of them. Each part is sorted for
  /// itself, which an index may do, and SQLite merges them row by row, as far as is asked.
  QString merged(const QStringList& cells, int limit) {
    const QString comma = QStringLiteral(", ");
    QStringList named, names, order;
    for (const QString& cell : cells) {
      names << QStringLiteral("c%1").arg(names.size());
      named << cell + QStringLiteral(" AS ") + names.back();
    }
    const std::vector<Term> sorted = terms();
    for (const Term& term : sorted) {
      named << QStringLiteral("%1 AS s%2").arg(term.sql).arg(order.size());
      order << QStringLiteral("s%1%2").arg(order.size()).arg(term.how);
    }
    const QString filter = where();
    // Without a limit the order of a subquery would not count.
    const QString first = QStringLiteral(" LIMIT %1").arg(limit > 0 ? limit : -1);
    const auto merge = [&](const std::function<bool(const Part&)>& takes) {
      QStringList arms;
      for (const Part& part : m_listing.parts)
        if (takes(part))
          arms << select(named, rowsOf(part)) + filter;
      return QStringLiteral("SELECT %1 FROM (%2 ORDER BY %3%4)")
          .arg(names.join(comma), arms.join(unionAll), order.join(comma), first);
    };
    if (sorted.front().sql != m_listing.columns[size_t(m_listing.date)].sql)
      return merge([](const Part&) { return true; });
    // What has no date comes last either way: it is not even looked for when the rest fills the screen.
    return merge([](const Part& part) { return part.hasDate; }) + unionAll +
           merge([](const Part& part) { return !part.hasDate; }) + first;
  }

  /// The ways to walk the rows in the order of the first term; empty when they have to be sorted.
  std::vector<Walk> walks() const {
    if (!m_listing.parts.empty() || (m_request.group < 0 && m_request.sort.empty()))
      return {};
    std::vector<Walk> ways = m_listing.columns[size_t(firstColumn())].walks;
    if (m_request.group < 0 && m_request.sort.front().descending)
      std::reverse(ways.begin(), ways.end());
    return ways;
  }

  /// The first rows, way by way: the next is not even begun when those before fill the screen.
  QString walked(const QStringList& cells, const std::vector<Walk>& ways, int limit) {
    QStringList named, names, arms;
    for (const QString& cell : cells) {
      names << QStringLiteral("c%1").arg(names.size());
      named << cell + QStringLiteral(" AS ") + names.back();
    }
    const QString comma = QStringLiteral(", "), first = QStringLiteral(" LIMIT %1").arg(limit), filter = where();
    for (const Walk& way : ways) {
      QStringList all{way.where}, order;
      all.removeAll(QString());
      if (!filter.isEmpty())
        all << filter.mid(QStringLiteral(" WHERE ").size());
      for (const Term& term : terms())
        if (!way.isNone || !term.isFirst)
          order << term.sql + term.how;
      arms << QStringLiteral("SELECT %1 FROM (SELECT %2 FROM %3%4 ORDER BY %5%6)")
                  .arg(names.join(comma), named.join(comma), way.from,
                       all.isEmpty() ? QString() : QStringLiteral(" WHERE ") + all.join(QStringLiteral(" AND ")),
                       order.join(comma), first);
    }
    return arms.join(unionAll) + first;
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
  bool isOfSums() const { return m_listing.from.contains(narrowed); }

  QStringList conditions() {
    QStringList all;
    for (const auto& [key, values] : m_request.filter.is)
      all << anyOf(m_listing.filters.at(key), values);
    return all;
  }

  QString from() {
    if (!isOfSums())
      return m_listing.from;
    const QStringList all = conditions();
    return QString(m_listing.from)
        .replace(narrowed, all.isEmpty() ? QStringLiteral("1") : all.join(QStringLiteral(") AND (")));
  }

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
    const bool isCondition =
        expression.contains(QLatin1String(":values")) || expression.contains(QLatin1String(":rows"));
    QStringList marks;
    bool nobody = false;
    for (const db::Value& value : values) {
      if (!isCondition && (value.isNull() || (value.number() && *value.number() == 0)))
        nobody = true;
      else
        marks << bind(value);
    }
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

  /// What was typed: all words of it. A telephone number also by its digits alone, which providers keep beside it. With
  /// titles and degrees, "Dr. Marten", also the rest alone, as long as no provider is known by all of it.
  QString holds(const QString& typed) {
    const QStringList words = searchWords(folded(typed)), names = withoutTitles(words);
    if (words.isEmpty())
      return {};
    const QString all = eachOf(words, m_listing.search);
    if (const QString digits = phoneDigits(typed); !digits.isEmpty() && digits != typed)
      return all + QStringLiteral(" OR ") + contains(digits, m_listing.search);
    static const QString people = QStringLiteral("p.search");
    if (names == words || std::find(m_listing.search.begin(), m_listing.search.end(), people) == m_listing.search.end())
      return all;
    return QStringLiteral("%1 OR (%2 AND NOT EXISTS (SELECT 1 FROM provider p WHERE %3))")
        .arg(all, eachOf(names, m_listing.search), eachOf(words, {people, QStringLiteral("p.also")}));
  }

  QString eachOf(const QStringList& words, const std::vector<QString>& places) {
    QStringList all;
    for (const QString& word : words)
      all << contains(word, places);
    return QLatin1Char('(') + all.join(QStringLiteral(") AND (")) + QLatin1Char(')');
  }

  /// A place is an expression that the word stands in, or a condition with :code for the word from its beginning.
  QString contains(const QString& word, const std::vector<QString>& places) {
    QString pattern = word;
    pattern.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('%'), QLatin1String("\\%"));
    pattern.replace(QLatin1Char('_'), QLatin1String("\\_"));
    const QString mark = bind(QString(QLatin1Char('%') + pattern + QLatin1Char('%')));
    static const QString code = QStringLiteral(":code");
    QStringList parts;
    for (const QString& place : places)
      parts << (place.contains(code) ? QString(place).replace(code, bind(pattern))
                                     : QStringLiteral("%1 LIKE %2 ESCAPE '\\'").arg(place, mark));
    return parts.join(QStringLiteral(" OR "));
  }

  struct Term {
    QString sql, how;
    bool isFirst = false; ///< of the column that comes first in the order
  };

  int firstColumn() const { return m_request.group >= 0 ? m_request.group : m_request.sort.front().column; }

  /// What is asked for, and on screen the key behind it.
  std::vector<Term> terms() const {
    std::vector<Term> all;
    if (m_request.group >= 0) {
      all.push_back(term({m_request.group, false}));
      // What is sorted alike and reads otherwise stays apart.
      if (const Column& column = m_listing.columns[size_t(m_request.group)]; !column.sort.isEmpty())
        all.push_back({column.sql, {}});
    }
    for (Term& term : all)
      term.isFirst = true;
    for (const Sort& sort : m_request.sort) {
      all.push_back(term(sort));
      all.back().isFirst = sort.column == firstColumn();
    }
    if (!m_request.plainTies || all.empty())
      return all;
    const bool falling = !m_request.sort.empty() && m_request.sort.back().descending;
    for (const QString& key : m_listing.parts.empty() ? std::vector{m_listing.id} : m_listing.keyOrder)
      all.push_back({key, falling ? QStringLiteral(" DESC") : QString()});
    return all;
  }

  Term term(Sort sort) const {
    const Column& column = m_listing.columns[size_t(sort.column)];
    Term term{column.sort.isEmpty() ? column.sql : column.sort, {}};
    if (sort.descending)
      term.how += QStringLiteral(" DESC");
    // What has no date or number comes last either way, as in a spreadsheet.
    if (column.kind != Kind::Text)
      term.how += QStringLiteral(" NULLS LAST");
    return term;
  }

  const Request& m_request;
  const Listing& m_listing;
  std::map<QString, db::Value> m_values;
};

QString limitClause(int limit) { return limit > 0 ? QStringLiteral(" LIMIT %1").arg(limit) : QString(); }

Query compose(const Request& request, const QStringList& before, bool withCells, int limit) {
  Composer composer(request);
  const QStringList cells = withCells ? before + composer.cells() : before;
  if (request.plainTies && !request.listing->parts.empty() && composer.isSorted())
    return composer.finish(composer.merged(cells, limit));
  if (const std::vector<Walk> ways = composer.walks(); request.plainTies && limit > 0 && !ways.empty())
    return composer.finish(composer.walked(cells, ways, limit));
  return composer.finish(composer.select(cells) + composer.where() + composer.order() + limitClause(limit));
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

Query rowsQuery(const Request& request, int limit) { return compose(request, {}, true, limit); }

Query rowsWithIdQuery(const Request& request, int limit) {
  return compose(request, {request.listing->id}, true, limit);
}

Query idsQuery(const Request& request) { return compose(request, {request.listing->id}, false, 0); }

namespace {

/// One expression of every row, as what stands behind FROM.
QString eachRow(Composer& composer, const Listing& listing, const QString& expression) {
  const QString filter = composer.where();
  if (listing.parts.empty())
    return QStringLiteral("(%1)").arg(composer.select({expression}) + filter);
  QStringList arms;
  for (const Part& part : listing.parts)
    arms << composer.select({expression}, rowsOf(part)) + filter;
  return QStringLiteral("(%1)").arg(arms.join(unionAll));
}

} // namespace

Query countQuery(const Request& request) {
  Composer composer(request);
  if (request.listing->parts.empty()) {
    const QString filter = composer.where();
    return composer.finish(composer.select({QStringLiteral("count(*)")}) + filter);
  }
  return composer.finish(QStringLiteral("SELECT count(*) FROM ") +
                         eachRow(composer, *request.listing, QStringLiteral("1")));
}

Query countsQuery(const Request& request, const QString& expression) {
  Composer composer(request);
  return composer.finish(QStringLiteral("SELECT v, count(*) FROM %1 GROUP BY v ORDER BY v")
                             .arg(eachRow(composer, *request.listing, expression + QStringLiteral(" AS v"))));
}

Query groupedIdsQuery(const Request& request) {
  const Listing& listing = *request.listing;
  return compose(request, {listing.id, listing.columns[size_t(request.group)].sql}, false, 0);
}

namespace {

Query byIdQuery(const Request& request, Composer& composer, const QStringList& cells, const std::vector<qint64>& ids) {
  QStringList marks;
  for (qint64 id : ids)
    marks << composer.bind(id);
  const Listing& listing = *request.listing;
  const QStringList all = QStringList{listing.id} + cells;
  if (listing.parts.empty())
    return composer.finish(
        QStringLiteral("%1 WHERE %2 IN (%3)").arg(composer.select(all), listing.id, marks.join(QStringLiteral(", "))));
  QStringList arms;
  for (const Part& part : listing.parts)
    arms << composer.select(all, rowsOf(part, true));
  return composer.finish(QStringLiteral("WITH wanted(id) AS (VALUES (%1)) %2")
                             .arg(marks.join(QStringLiteral("), (")), arms.join(unionAll)));
}

} // namespace

Query rowsByIdQuery(const Request& request, const std::vector<qint64>& ids) {
  Composer composer(request);
  return byIdQuery(request, composer, composer.cells(), ids);
}

Query recordsByIdQuery(const Request& request, int column, const std::vector<qint64>& ids) {
  Composer composer(request);
  const QString& record = request.listing->columns[size_t(column)].record;
  return byIdQuery(request, composer, {record.isEmpty() ? request.listing->id : record}, ids);
}

} // namespace report
