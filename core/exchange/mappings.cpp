// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/mappings.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace exchange {
namespace {

QString keyOf(const QStringList& headings) {
  QStringList keys;
  for (const QString& heading : headings)
    keys += headingKey(heading);
  return keys.join(QLatin1Char('|'));
}

constexpr int rowsLookedAt = 50; // as for headings nobody has matched

} // namespace

std::optional<HeaderMatch> rememberedMatch(db::Database& database, const QStringList& headings) {
  struct Kept {
    QString kind, mapping;
  };
  const auto kept = database.first(QStringLiteral("SELECT kind, mapping FROM import_mapping WHERE headings = ?"),
                                   {keyOf(headings)}, [](db::Row& row) {
                                     Kept read;
                                     read.kind = row.text();
                                     read.mapping = row.text();
                                     return read;
                                   });
  const std::optional<Kind> kind = kept ? kindNamed(kept->kind) : std::nullopt;
  if (!kind)
    return {};
  HeaderMatch match;
  match.kind = *kind;
  match.headings = headings;
  const KindColumns& columns = columnsOf(*kind);
  match.columnAt.assign(columns.columns.size(), -1);
  const QJsonObject places = QJsonDocument::fromJson(kept->mapping.toUtf8()).object();
  for (auto place = places.begin(); place != places.end(); ++place) {
    const QByteArray name = place.key().toLatin1();
    const int column = columns.indexOf(QLatin1String(name));
    const int at = place.value().toInt(-1);
    if (column >= 0 && at >= 0 && at < headings.size())
      match.columnAt[size_t(column)] = at;
  }
  return match;
}

std::optional<HeaderMatch> rememberedMatch(db::Database& database, const Sheets& sheets, size_t sheet) {
  if (!database.value(QStringLiteral("SELECT EXISTS (SELECT 1 FROM import_mapping)")))
    return {};
  const auto rows = sheets.rows(sheet);
  RowCells row;
  for (int i = 0; i < rowsLookedAt && rows->next(row); ++i) {
    QStringList headings;
    for (size_t column = 0; column < row.size(); ++column)
      headings += row.text(column);
    if (auto match = rememberedMatch(database, headings)) {
      match->row = row.row();
      return match;
    }
  }
  return {};
}

void rememberMatch(db::Database& database, const HeaderMatch& match) {
  const KindColumns& columns = columnsOf(match.kind);
  QJsonObject places;
  for (size_t i = 0; i < columns.columns.size(); ++i)
    if (match.columnAt[i] >= 0)
      places[columns.columns[i].name] = match.columnAt[i];
  database.run(QStringLiteral("INSERT INTO import_mapping (headings, kind, mapping) VALUES (?, ?, ?) ON CONFLICT "
                              "(headings) DO UPDATE SET kind = excluded.kind, mapping = excluded.mapping"),
               {keyOf(match.headings), QString(columns.name),
                QString::fromUtf8(QJsonDocument(places).toJson(QJsonDocument::Compact))});
}

void forgetMatch(db::Database& database, const QStringList& headings) {
  database.run(QStringLiteral("DELETE FROM import_mapping WHERE headings = ?"), {keyOf(headings)});
}

} // namespace exchange
