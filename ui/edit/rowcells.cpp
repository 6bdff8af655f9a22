// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/rowcells.h"

#include "ui/list/listingrows.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(RowCells)
};

/// What stands in a column that cannot be changed, by row.
QHash<qint64, QString> cellsOf(db::Database& database, report::Request request, int column,
                               const std::vector<qint64>& ids) {
  constexpr size_t atOnce = 500; // ids in one question
  request.columns = {column};
  QHash<qint64, QString> cells;
  for (size_t from = 0; from < ids.size(); from += atOnce) {
    const auto begin = ids.begin() + qsizetype(from);
    const report::Query sql =
        report::rowsByIdQuery(request, {begin, begin + qsizetype(std::min(atOnce, ids.size() - from))});
    database.each(sql.sql, sql.arguments, [&](db::Row& row) {
      const qint64 id = row.number();
      cells.insert(id, row.text());
    });
  }
  return cells;
}

} // namespace

RowCells::Laid RowCells::lay(db::Database& database) const {
  std::vector<std::vector<qint64>> records;
  std::vector<QHash<qint64, QString>> fixed;
  for (const Part& part : parts) {
    records.push_back(part.field ? ListingRows::records(database, request, part.column, rows) : std::vector<qint64>());
    fixed.push_back(part.field ? QHash<qint64, QString>() : cellsOf(database, request, part.column, rows));
  }
  Laid laid;
  laid.cells.reserve(rows.size() * parts.size());
  for (size_t row = 0; row < rows.size(); ++row)
    for (size_t i = 0; i < parts.size(); ++i) {
      const Part& part = parts[i];
      const QString& typed = part.typed[part.typed.size() == 1 ? 0 : qsizetype(row)];
      if (typed.isNull())
        continue;
      edit::Cell cell{part.field, part.field ? records[i][row] : 0, typed};
      if (!part.field) {
        if (typed.trimmed() == fixed[i].value(rows[row]).trimmed())
          continue; // a copy of what stands there
        cell.why = Say::tr("%1 cannot be changed in a list.").arg(part.heading);
      }
      laid.cells.push_back(std::move(cell));
      laid.places.push_back({row, i});
    }
  return laid;
}

QHash<qint64, QString> RowCells::names(db::Database& database, const std::vector<qint64>& ids) const {
  QHash<qint64, QString> names;
  if (ids.empty())
    return names;
  const report::Query sql = report::rowsByIdQuery(request, ids);
  database.each(sql.sql, sql.arguments, [&](db::Row& row) {
    const qint64 id = row.number();
    QStringList words;
    while (row.consumed() < row.columns())
      if (const QString text = row.text(); !text.isEmpty())
        words << text;
    names.insert(id, words.mid(0, 3).join(QStringLiteral(" · ")));
  });
  return names;
}

} // namespace ui
