// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/composer.h"

#include "core/base/searchwords.h"
#include "core/base/text.h"
#include "core/calendar/businessdays.h"

#include <QRegularExpression>

#include <algorithm>

namespace report {

namespace {

const QString comma = QStringLiteral(", ");
const QString unionAll = QStringLiteral(" UNION ALL ");
const QString narrowed = QStringLiteral(":narrowed");

/// A part's rows: all, or those of which the keys are wanted.
QString rowsOf(const Part& part, bool wanted = false) {
  return QStringLiteral("SELECT %1 FROM %2%3 WHERE %4%5")
      .arg(part.cells, wanted ? QStringLiteral("wanted CROSS JOIN ") : QString(), part.from,
           wanted ? part.byKey + QStringLiteral(" AND ") : QString(), part.where);
}

} // namespace

Composer::Composer(const Request& request) : m_request(request), m_listing(*request.listing) {
  m_values[QStringLiteral("today")] = request.today;
  m_values[QStringLiteral("number")] = businessDayNumber(request.today);
}

QStringList Composer::cells() const {
  QStringList parts;
  for (int index : m_request.shown())
    parts << m_listing.columns[size_t(index)].sql;
  return parts;
}

QString Composer::where() {
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

QString Composer::order() const {
  QStringList all;
  const std::vector<Term> sorted = terms();
  for (const Term& term : sorted)
    all << term.sql + term.how;
  if (!m_request.plainTies || sorted.empty())
    all << m_listing.order;
  return QStringLiteral(" ORDER BY ") + all.join(QStringLiteral(", "));
}

QString Composer::select(const QStringList& cells, const QString& rows) {
  return QStringLiteral("SELECT %1 FROM %2%3")
      .arg(cells.join(QStringLiteral(", ")), rows.isEmpty() ? rows : QStringLiteral("(%1) ").arg(rows), from());
}

QString Composer::select(const QStringList& cells) {
  QStringList all;
  for (const Part& part : parts(true))
    all << rowsOf(part);
  return select(cells, all.join(unionAll));
}

Composer::Named Composer::named(const QStringList& cells, bool withOrder) const {
  Named it;
  for (const QString& cell : cells) {
    it.cells << QStringLiteral("c%1").arg(it.cells.size());
    it.all << cell + QStringLiteral(" AS ") + it.cells.back();
  }
  if (withOrder)
    for (const Term& term : terms()) {
      it.all << QStringLiteral("%1 AS s%2").arg(term.sql).arg(it.order.size());
      it.order << QStringLiteral("s%1%2").arg(it.order.size()).arg(term.how);
    }
  return it;
}

QString Composer::Named::rows(const QStringList& arms, const QString& limit) const {
  return QStringLiteral("SELECT %1 FROM (%2 ORDER BY %3%4)")
      .arg(cells.join(comma), arms.join(unionAll), order.join(comma), limit);
}

QString Composer::merged(const QStringList& cells, int limit) {
  const Named names = named(cells, true);
  const QString filter = where();
  const std::vector<Part> all = parts(isFoundAtOnce());
  // Without a limit the order of a subquery would not count.
  const QString first = QStringLiteral(" LIMIT %1").arg(limit > 0 ? limit : -1);
  const auto merge = [&](const std::function<bool(const Part&)>& takes) {
    QStringList arms;
    for (const Part& part : all)
      if (takes(part))
        arms << select(names.all, rowsOf(part)) + filter;
    return names.rows(arms, first);
  };
  const auto dated = std::count_if(all.begin(), all.end(), [](const Part& part) { return part.hasDate; });
  if (!isByDate() || dated == 0 || size_t(dated) == all.size())
    return merge([](const Part&) { return true; });
  // What has no date comes last either way: it is not even looked for when the rest fills the screen.
  return merge([](const Part& part) { return part.hasDate; }) + unionAll +
         merge([](const Part& part) { return !part.hasDate; }) + first;
}

std::vector<Walk> Composer::walks() const {
  if (!m_listing.parts.empty() || firstColumn() < 0)
    return {};
  std::vector<Walk> ways = m_listing.columns[size_t(firstColumn())].walks;
  if (m_request.group < 0 && m_request.sort.front().descending)
    std::reverse(ways.begin(), ways.end());
  return ways;
}

QString Composer::walked(const QStringList& cells, const std::vector<Walk>& ways, int limit) {
  const Named names = named(cells, false);
  QStringList arms;
  const QString first = QStringLiteral(" LIMIT %1").arg(limit), filter = where();
  for (const Walk& way : ways) {
    QStringList all{way.where}, order;
    all.removeAll(QString());
    if (!filter.isEmpty())
      all << filter.mid(QStringLiteral(" WHERE ").size());
    for (const Term& term : terms())
      if (!way.isNone || !term.isFirst)
        order << term.sql + term.how;
    arms << QStringLiteral("SELECT %1 FROM (SELECT %2 FROM %3%4 ORDER BY %5%6)")
                .arg(names.cells.join(comma), names.all.join(comma), way.from,
                     all.isEmpty() ? QString() : QStringLiteral(" WHERE ") + all.join(QStringLiteral(" AND ")),
                     order.join(comma), first);
  }
  return arms.join(unionAll) + first;
}

bool Composer::sorts() const {
  const std::vector<Term> all = terms();
  const bool isWalked = m_listing.whole ? !isFoundAtOnce() : isByDate();
  return m_request.plainTies && !all.empty() && !isWalked && walks().empty() &&
         (isOfTable() || !m_listing.parts.empty());
}

QString Composer::sorted(const QStringList& cells, int limit) {
  const QString first = QStringLiteral(" LIMIT %1").arg(limit);
  if (m_listing.parts.empty())
    return select(cells) + QStringLiteral(" WHERE %1 IN (").arg(m_listing.id) + select({m_listing.id}) + where() +
           order() + first + QLatin1Char(')') + order();
  const Named names = named(cells, true);
  QStringList arms;
  for (const Part& part : parts(true))
    arms << select(names.all, rowsOf(part, true));
  return QStringLiteral("WITH wanted(id) AS (%1) %2").arg(merged({m_listing.id}, limit), names.rows(arms, first));
}

QString Composer::eachRow(const QString& expression) {
  // The limit is none: it keeps SQLite from putting this into the count, where it would read what is joined and not
  // asked about.
  const QString filter = where() + QStringLiteral(" LIMIT -1");
  if (m_listing.parts.empty())
    return QStringLiteral("(%1)").arg(select({expression}) + filter);
  const std::vector<Span>& days = m_request.filter.dates;
  const bool isOfDays =
      !days.empty() && std::all_of(days.begin(), days.end(), [](const Span& one) { return one.from.isValid(); });
  QStringList arms;
  for (const Part& part : parts(!isOfDays))
    arms << QStringLiteral("SELECT * FROM (%1)").arg(select({expression}, rowsOf(part)) + filter);
  return QStringLiteral("(%1)").arg(arms.join(unionAll));
}

QString Composer::byKeys(const QStringList& cells, const std::vector<qint64>& keys) {
  QStringList marks;
  for (qint64 key : keys)
    marks << bind(key);
  if (m_listing.parts.empty())
    return QStringLiteral("%1 WHERE %2 IN (%3)").arg(select(cells), m_listing.id, marks.join(comma));
  QStringList arms;
  for (const Part& part : parts(true))
    arms << select(cells, rowsOf(part, true));
  return QStringLiteral("WITH wanted(id) AS (VALUES (%1)) %2")
      .arg(marks.join(QStringLiteral("), (")), arms.join(unionAll));
}

Query Composer::finish(const QString& sql) const {
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

QString Composer::bind(const db::Value& value) {
  const QString name = QStringLiteral("v%1").arg(m_values.size());
  m_values[name] = value;
  return QLatin1Char(':') + name;
}

std::vector<Part> Composer::parts(bool atOnce) const {
  return atOnce && m_listing.whole ? std::vector{*m_listing.whole} : m_listing.parts;
}

/// What comes in the order of its date is walked in that order, unless it has none or is about so few that these are
/// found first.
bool Composer::isFoundAtOnce() const {
  const std::vector<Span>& days = m_request.filter.dates;
  return !isByDate() || isOfFew() || (days.size() == 1 && !days.front().from.isValid() && !days.front().to.isValid());
}

bool Composer::isOfFew() const {
  static const QStringList few{QStringLiteral("assignee"), QStringLiteral("provider"), QStringLiteral("practice"),
                               QStringLiteral("payor")};
  return std::any_of(few.begin(), few.end(), [&](const QString& key) {
    const auto found = m_request.filter.is.find(key);
    return found != m_request.filter.is.end() &&
           std::none_of(found->second.begin(), found->second.end(), [](const db::Value& value) {
             return value.isNull() || (value.number() && *value.number() == 0);
           });
  });
}

bool Composer::isOfSums() const { return m_listing.from.contains(narrowed); }

QStringList Composer::conditions() {
  QStringList all;
  for (const auto& [key, values] : m_request.filter.is)
    all << anyOf(m_listing.filters.at(key), values);
  return all;
}

QString Composer::from() {
  if (!isOfSums())
    return m_listing.from;
  const QStringList all = conditions();
  return QString(m_listing.from)
      .replace(narrowed, all.isEmpty() ? QStringLiteral("1") : all.join(QStringLiteral(") AND (")));
}

/// A row is found by its key at once.
bool Composer::isOfTable() const {
  return !m_listing.from.startsWith(QLatin1Char('(')) &&
         m_listing.id == m_listing.from.section(QLatin1Char(' '), 1, 1) + QStringLiteral(".id");
}

bool Composer::isInstant() const { return m_listing.filters.contains(QStringLiteral("instant")); }

QString Composer::dateColumn() const {
  return isInstant() ? m_listing.filters.at(QStringLiteral("instant")) : m_listing.columns[size_t(m_listing.date)].sql;
}

/// A day that may have a time includes all its hours: "to" a day is before the next.
QString Composer::span(const Span& one) {
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

QString Composer::anyOf(const QString& expression, const db::Values& values) {
  const bool isCondition = expression.contains(QLatin1String(":values")) || expression.contains(QLatin1String(":rows"));
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
QString Composer::holds(const QString& typed) {
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

QString Composer::eachOf(const QStringList& words, const std::vector<QString>& places) {
  QStringList all;
  for (const QString& word : words)
    all << contains(word, places);
  return QLatin1Char('(') + all.join(QStringLiteral(") AND (")) + QLatin1Char(')');
}

/// A place is an expression that the word stands in, or a condition with :code for the word from its beginning.
QString Composer::contains(const QString& word, const std::vector<QString>& places) {
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

/// The column that comes first in the order; -1 where none was asked for.
int Composer::firstColumn() const {
  if (m_request.group >= 0)
    return m_request.group;
  return m_request.sort.empty() ? -1 : m_request.sort.front().column;
}

/// The date that matters comes first in the order: lists that are long have an index of it.
bool Composer::isByDate() const { return m_listing.date >= 0 && firstColumn() == m_listing.date; }

/// What is asked for, and on screen the key behind it.
std::vector<Composer::Term> Composer::terms() const {
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
  const bool hasOneKey = m_listing.parts.empty() || (m_listing.whole && isFoundAtOnce());
  for (const QString& key : hasOneKey ? std::vector{m_listing.id} : m_listing.keyOrder)
    all.push_back({key, falling ? QStringLiteral(" DESC") : QString()});
  return all;
}

Composer::Term Composer::term(Sort sort) const {
  const Column& column = m_listing.columns[size_t(sort.column)];
  Term term{column.sort.isEmpty() ? column.sql : column.sort, {}};
  if (sort.descending)
    term.how += QStringLiteral(" DESC");
  // What has no date or number comes last either way, as in a spreadsheet.
  if (column.kind != Kind::Text)
    term.how += QStringLiteral(" NULLS LAST");
  return term;
}

} // namespace report
