// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listingrows.h"

#include "ui/shell/session.h"

#include <unordered_map>

namespace ui {

namespace {

using db::Database;

/// What no index finds, or finds only behind a million other rows, is left to the worker after so many milliseconds.
constexpr int patience = 40;
constexpr qint64 nobodyYet = -1; // 0 asks for what nobody is assigned to, which is not mine

report::Span spanOf(const QString& word, QDate today) {
  if (word == QLatin1String("overdue"))
    return {{}, today.addDays(-1)};
  if (word == QLatin1String("today"))
    return {today, today};
  if (word == QLatin1String("week"))
    return {today, today.addDays(7 - today.dayOfWeek())};
  if (word.startsWith(QLatin1String("days:")))
    return {today, today.addDays(word.mid(5).toInt())};
  if (const qsizetype dots = word.indexOf(QLatin1String("..")); dots > 0)
    return {QDate::fromString(word.left(dots), Qt::ISODate), QDate::fromString(word.mid(dots + 2), Qt::ISODate)};
  return {};
}

Row readRow(db::Row& row, size_t cells) {
  Row read;
  read.id = row.number();
  read.cells.reserve(cells);
  for (size_t i = 0; i < cells; ++i)
    read.cells.push_back(row.text());
  return read;
}

} // namespace

ListingRows::ListingRows(const Session& session, const report::Listing& listing, const std::vector<ColumnLook>& looks,
                         const report::Listing* wide, report::Filter only)
    : m_session(session), m_file(session.database().file()), m_listing(listing), m_wide(wide), m_only(std::move(only)) {
  const auto place = [&](const char* heading) {
    for (size_t i = 0; heading && i < looks.size(); ++i)
      if (qstrcmp(looks[i].heading, heading) == 0)
        return int(i);
    return -1;
  };
  for (const ColumnLook& look : looks) {
    const QString heading = QString::fromUtf8(look.heading);
    Column column;
    column.key = heading;
    column.heading = heading;
    column.kind = look.kind;
    column.width = look.width;
    column.shown = look.shown;
    column.days = place(look.days);
    column.status = place(look.status);
    column.tints = look.tints;
    const int at = listing.columnAt(heading);
    m_fields.push_back(at < 0 ? nullptr : edit::find(listing.columns[size_t(at)].edits));
    column.edits = m_fields.back() != nullptr;
    m_columns.push_back(column);
    m_headings.push_back(heading);
  }
}

report::Request ListingRows::base(const Query& query) const {
  const bool isWide = m_wide && query.filters.contains(QStringLiteral("wide"));
  report::Request request{isWide ? m_wide : &m_listing, m_session.today(), m_only};
  request.filter.text = query.text;
  const auto ids = [&](const QStringList& words) {
    db::Values values;
    for (const QString& word : words)
      values.push_back(word != QLatin1String("me") ? word.toLongLong()
                       : m_session.me().isValid()  ? m_session.me().value
                                                   : nobodyYet);
    return values;
  };
  if (!query.teams.isEmpty())
    request.filter.is[QStringLiteral("team")] = ids(query.teams);
  for (auto filter = query.filters.begin(); filter != query.filters.end(); ++filter) {
    const QString& key = filter.key();
    if (key == QLatin1String("due"))
      for (const QString& word : filter.value())
        request.filter.dates.push_back(spanOf(word, m_session.today()));
    else if (key == QLatin1String("assignee") || key == QLatin1String("payor") || key == QLatin1String("practice") ||
             key == QLatin1String("provider"))
      request.filter.is[key] = ids(filter.value());
    else if (key != QLatin1String("wide"))
      for (const QString& word : filter.value())
        request.filter.is[key].push_back(word);
  }
  for (const SortKey& key : query.sort)
    if (const int column = request.listing->columnAt(key.column); column >= 0)
      request.sort.push_back({column, key.descending});
  // The date that matters, so that an index gives the order, as long as nothing else is asked.
  if (request.sort.empty() && request.listing->date >= 0 &&
      !request.listing->order.startsWith(QLatin1String("p.sort_name")))
    request.sort.push_back({request.listing->date, request.listing->newestFirst});
  request.plainTies = true;
  return request;
}

report::Request ListingRows::request(const Query& query, const std::vector<int>& columns) const {
  report::Request request = base(query);
  for (int column : columns)
    request.columns.push_back(request.listing->columnAt(m_headings[size_t(column)]));
  return request;
}

namespace {

std::vector<int> allColumns(size_t count) {
  std::vector<int> all(count);
  for (size_t i = 0; i < count; ++i)
    all[i] = int(i);
  return all;
}

} // namespace

std::optional<std::vector<Row>> ListingRows::firstRows(const Query& query, int limit) {
  m_last = query;
  if (m_listing.aside)
    return {}; // known to take long: the worker finds them
  const report::Query sql = report::rowsWithIdQuery(request(query, allColumns(m_columns.size())), limit);
  return m_session.database().allWithin(patience, sql.sql, sql.arguments,
                                        [&](db::Row& row) { return readRow(row, m_columns.size()); });
}

std::vector<Row> ListingRows::rowsByIds(std::span<const qint64> ids) {
  const report::Query sql =
      report::rowsByIdQuery(request(m_last, allColumns(m_columns.size())), {ids.begin(), ids.end()});
  std::unordered_map<qint64, Row> found;
  m_session.database().each(sql.sql, sql.arguments, [&](db::Row& row) {
    Row read = readRow(row, m_columns.size());
    found.emplace(read.id, std::move(read));
  });
  std::vector<Row> rows;
  for (qint64 id : ids) {
    const auto row = found.find(id);
    rows.push_back(row == found.end() ? Row{} : std::move(row->second));
  }
  return rows;
}

std::vector<qint64> ListingRows::records(Database& database, const report::Request& request, int column,
                                         std::span<const qint64> ids) {
  std::vector<qint64> records(ids.begin(), ids.end());
  if (request.listing->columns[size_t(column)].record.isEmpty())
    return records;
  constexpr size_t atOnce = 500; // ids in one question
  for (size_t from = 0; from < ids.size(); from += atOnce) {
    const auto part = ids.subspan(from, std::min(atOnce, ids.size() - from));
    const report::Query sql = report::recordsByIdQuery(request, column, {part.begin(), part.end()});
    std::unordered_map<qint64, qint64> found;
    database.each(sql.sql, sql.arguments, [&](db::Row& row) {
      const qint64 id = row.number();
      found.emplace(id, row.number());
    });
    for (size_t i = 0; i < part.size(); ++i) {
      const auto record = found.find(part[i]);
      records[from + i] = record == found.end() ? 0 : record->second;
    }
  }
  return records;
}

std::vector<qint64> ListingRows::allIds(const Query& query, const std::atomic_bool& stop) {
  Database reader(m_file, Database::Mode::ReadOnly);
  const report::Query sql = report::idsQuery(base(query));
  std::vector<qint64> ids;
  reader.until(sql.sql, sql.arguments, [&](db::Row& row) {
    ids.push_back(row.number());
    return !stop;
  });
  return ids;
}

qint64 ListingRows::count(const Query& query) {
  Database reader(m_file, Database::Mode::ReadOnly);
  const report::Query sql = report::countQuery(base(query));
  return reader.value(sql.sql, sql.arguments);
}

} // namespace ui
