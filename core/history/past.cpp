// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/past.h"

#include "core/db/database.h"
#include "core/db/historylines.h"
#include "core/history/labels.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <limits>

namespace {

constexpr auto lineColumns =
    "r.id, r.change_id, r.record, r.record_id, r.action, r.before, r.after, c.at, c.who, c.what";

struct Read {
  db::history::Line line;
  QString at, who, what;
};

Read readLine(db::Row& row) {
  Read read;
  read.line = db::history::readLine(row);
  read.at = row.text();
  read.who = row.text();
  read.what = row.text();
  return read;
}

std::vector<PastField> fieldsOf(db::Database& database, const db::history::Line& line) {
  const QJsonObject was = QJsonDocument::fromJson(line.before.toUtf8()).object();
  const QJsonObject is = QJsonDocument::fromJson(line.after.toUtf8()).object();
  std::vector<PastField> fields;
  for (const QString& column : db::Table::find(line.record)->columns()) {
    if (!is.contains(column))
      continue;
    const auto shown = [&](const QJsonObject& values) {
      return shownValue(database, column, db::history::fromJsonValue(values[column]));
    };
    fields.push_back({fieldLabel(line.record, column), shown(was), shown(is)});
  }
  return fields;
}

/// The record as a line left it, or as it was when the line removed it: it is called by that.
db::Values valuesAt(db::Database& database, const db::Table& table, const db::history::Line& line) {
  db::Values values = db::history::emptyValues(table);
  if (line.action == QLatin1String("delete"))
    db::history::apply(table, line.before, values);
  else if (const auto past = db::history::walkedBack(database, table, line.recordId, line.id).values)
    values = *past;
  return values;
}

PastLine told(db::Database& database, const Read& read) {
  const db::Table* table = db::Table::find(read.line.record);
  PastLine line;
  line.id = read.line.id;
  line.changeId = read.line.changeId;
  line.at = QDateTime::fromString(read.at, Qt::ISODateWithMs);
  line.who = read.who;
  line.what = read.what;
  line.table = read.line.record;
  line.recordId = read.line.recordId;
  line.action = read.line.action;
  line.record = recordLabel(line.table);
  if (!table)
    return line;
  line.name = recordName(database, *table, valuesAt(database, *table, read.line));
  if (line.action == QLatin1String("update"))
    line.fields = fieldsOf(database, read.line);
  return line;
}

QString select() { return QStringLiteral("SELECT ") + QLatin1String(lineColumns); }

/// The tables whose rows hang on a provider by themselves.
constexpr const char* hanging[] = {"provider_practice", "provider_name",  "provider_taxonomy",
                                   "provider_address",  "education",      "work_history",
                                   "work_gap",          "peer_reference", "enrollment",
                                   "affiliation",       "credential",     "document",
                                   "tracking",          "task",           "note",
                                   "alert_action"};

/// Lines of a source in words, a page of them.
std::vector<PastLine> lines(db::Database& database, PastSource source, const PastPage& page) {
  source.arguments.emplace_back(page.before ? page.before : std::numeric_limits<qint64>::max());
  source.arguments.emplace_back(page.size);
  const QString sql = select() + source.from + QStringLiteral(" AND r.id < ? ORDER BY r.id DESC LIMIT ?");
  std::vector<PastLine> all;
  for (const Read& one : database.all(sql, source.arguments, readLine))
    all.push_back(told(database, one));
  return all;
}

/// The lines of the records that `owned` names ("SELECT table AS record, id …").
PastSource ofOwned(const QStringList& owned, qint64 owner) {
  const QString all = owned.join(QStringLiteral(" UNION "));
  return {
      QStringLiteral(" FROM (%1) o CROSS JOIN change_row r ON r.record = o.record AND r.record_id = o.id CROSS JOIN "
                     "change c ON c.id = r.change_id WHERE 1 = 1")
          .arg(all),
      db::Values(size_t(all.count(QLatin1Char('?'))), db::Value(owner))};
}

QString owned(const char* table, const char* column) {
  return QStringLiteral("SELECT '%1', id FROM %1 WHERE %2 = ?").arg(QLatin1String(table), QLatin1String(column));
}

} // namespace

PastSource pastSource(const db::Table& table, qint64 id) {
  return {
      QStringLiteral(" FROM change_row r JOIN change c ON c.id = r.change_id WHERE r.record = ? AND r.record_id = ?"),
      {table.name(), id}};
}

PastSource pastSource(Id<Provider> provider) {
  QStringList all{QStringLiteral("SELECT 'provider' AS record, ? AS id")};
  for (const char* table : hanging)
    all << owned(table, "provider_id");
  all << QStringLiteral(
             "SELECT 'step', s.id FROM tracking t JOIN step s ON s.tracking_id = t.id WHERE t.provider_id = ?")
      << QStringLiteral(
             "SELECT 'note', n.id FROM tracking t JOIN note n ON n.tracking_id = t.id WHERE t.provider_id = ?")
      << QStringLiteral("SELECT record, record_id FROM change_row WHERE action = 'delete' AND json_extract(before, "
                        "'$.provider_id') = ?");
  return ofOwned(all, provider.value);
}

PastSource pastSource(Id<Practice> practice) {
  QStringList all{QStringLiteral("SELECT 'practice' AS record, ? AS id")};
  for (const char* table : {"provider_practice", "enrollment", "credential", "document", "tracking", "task"})
    all << owned(table, "practice_id");
  return ofOwned(all, practice.value);
}

PastSource pastSource(Id<Facility> facility) {
  return ofOwned({QStringLiteral("SELECT 'facility' AS record, ? AS id"), owned("affiliation", "facility_id")},
                 facility.value);
}

PastSource removedSource(db::Database& database, const QDateTime& since) {
  // Changes are written in the order of time, and there is no index over it: halve.
  const QString from = since.toUTC().toString(Qt::ISODateWithMs);
  qint64 before = 0, first = database.value(QStringLiteral("SELECT coalesce(max(id), 0) + 1 FROM change"));
  while (first - before > 1) {
    const qint64 middle = before + (first - before) / 2;
    const bool isLater = database.text(QStringLiteral("SELECT at FROM change WHERE id = ?"), {middle}) >= from;
    (isLater ? first : before) = middle;
  }
  const qint64 line = database.value(
      QStringLiteral("SELECT id FROM change_row WHERE change_id >= ? ORDER BY change_id, id LIMIT 1"), {first});
  // Only what is not there now: the newest line of its record is the one that removed it.
  return {
      QStringLiteral(" FROM change_row r JOIN change c ON c.id = r.change_id WHERE r.action = 'delete' AND r.id >= ? "
                     "AND c.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM change_row l WHERE l.record = r.record AND "
                     "l.record_id = r.record_id AND l.id > r.id)"),
      {line ? line : std::numeric_limits<qint64>::max()}};
}

std::vector<PastLine> pastLines(db::Database& database, std::span<const qint64> ids) {
  QString sql = select() + QStringLiteral(" FROM change_row r JOIN change c ON c.id = r.change_id WHERE r.id IN (");
  db::Values arguments;
  for (const qint64 id : ids) {
    sql += arguments.empty() ? QStringLiteral("?") : QStringLiteral(", ?");
    arguments.emplace_back(id);
  }
  const auto found = database.all(sql + QLatin1Char(')'), arguments, readLine);
  std::vector<PastLine> all;
  for (const qint64 id : ids)
    for (const Read& one : found)
      if (one.line.id == id)
        all.push_back(told(database, one));
  return all;
}

std::vector<PastLine> pastOf(db::Database& database, const db::Table& table, qint64 id, const PastPage& page) {
  return lines(database, pastSource(table, id), page);
}

std::vector<PastLine> pastOfProvider(db::Database& database, Id<Provider> provider, const PastPage& page) {
  return lines(database, pastSource(provider), page);
}

std::vector<PastLine> removedSince(db::Database& database, const QDateTime& since, const PastPage& page) {
  return lines(database, removedSource(database, since), page);
}
