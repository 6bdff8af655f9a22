// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/listing.h"

#include "core/report/composer.h"

namespace report {

namespace {

Query compose(const Request& request, const QStringList& before, bool withCells, int limit) {
  Composer composer(request);
  const QStringList cells = withCells ? before + composer.cells() : before;
  if (const std::vector<Walk> ways = composer.walks(); request.plainTies && limit > 0 && !ways.empty())
    return composer.finish(composer.walked(cells, ways, limit));
  if (limit > 0 && composer.sorts())
    return composer.finish(composer.sorted(cells, limit));
  if (composer.merges())
    return composer.finish(composer.merged(cells, limit));
  return composer.finish(composer.select(cells) + composer.where() + composer.order() +
                         (limit > 0 ? QStringLiteral(" LIMIT %1").arg(limit) : QString()));
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

Query countQuery(const Request& request) {
  Composer composer(request);
  return composer.finish(QStringLiteral("SELECT count(*) FROM ") + composer.eachRow(QStringLiteral("1")));
}

Query countsQuery(const Request& request, const QString& expression) {
  Composer composer(request);
  return composer.finish(QStringLiteral("SELECT v, count(*) FROM %1 GROUP BY v ORDER BY v")
                             .arg(composer.eachRow(expression + QStringLiteral(" AS v"))));
}

Query groupedIdsQuery(const Request& request) {
  const Listing& listing = *request.listing;
  return compose(request, {listing.id, listing.columns[size_t(request.group)].sql}, false, 0);
}

Query rowsByIdQuery(const Request& request, const std::vector<qint64>& ids) {
  Composer composer(request);
  return composer.finish(composer.byKeys(QStringList{request.listing->id} + composer.cells(), ids));
}

Query recordsByIdQuery(const Request& request, int column, const std::vector<qint64>& ids) {
  Composer composer(request);
  const QString& id = request.listing->id;
  const QString& record = request.listing->columns[size_t(column)].record;
  return composer.finish(composer.byKeys({id, record.isEmpty() ? id : record}, ids));
}

} // namespace report
