// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listingrows.h"

#include "ui/shell/reader.h"
#include "ui/shell/session.h"

#include <unordered_map>

namespace ui {

namespace {

using db::Database;

/// What no index finds, or finds only behind a million other rows, is left to the worker after so many milliseconds.
constexpr int patience = 40;

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
  return report::onScreen(report::requestOf(query, m_listing, m_wide, m_session.today(), m_session.me(), m_only));
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

void ListingRows::setBeside(const QString& heading, Beside beside) {
  m_besideHeading = heading;
  m_beside = std::move(beside);
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

Found ListingRows::allIds(const Query& query, const std::atomic_bool& stop) {
  Reader reader(m_file);
  const report::Request request = base(query);
  const bool isGrouped = request.group >= 0;
  const report::Query sql = isGrouped ? report::groupedIdsQuery(request) : report::idsQuery(request);
  Found found;
  std::string last;
  reader.until(sql.sql, sql.arguments, [&](db::Row& row) {
    found.ids.push_back(row.number());
    if (isGrouped) {
      const std::string_view value = row.utf8();
      if (found.groups.empty() || value != last) {
        last = value;
        found.groups.push_back({QString::fromStdString(last), 0});
      }
      ++found.groups.back().rows;
    }
    return !stop;
  });
  if (m_beside && query.group == m_besideHeading)
    for (Group& group : found.groups)
      group.beside = m_beside(reader, group.value);
  return found;
}

qint64 ListingRows::count(const Query& query) {
  Reader reader(m_file);
  const report::Query sql = report::countQuery(base(query));
  return reader.value(sql.sql, sql.arguments);
}

} // namespace ui
