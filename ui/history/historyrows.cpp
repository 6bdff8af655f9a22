// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historyrows.h"

#include "core/base/text.h"
#include "core/calendar/typeddate.h"
#include "ui/history/historywords.h"
#include "ui/shell/session.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(History)
};

/// The records that hang on a provider and are told of with it; steps and notes are told of with their tracking.
constexpr const char* ofProvider[] = {"provider_practice", "provider_name", "provider_taxonomy", "provider_address",
                                      "education",         "work_history",  "work_gap",          "peer_reference",
                                      "credential",        "enrollment",    "affiliation",       "document",
                                      "tracking",          "task"};
constexpr const char* ofPractice[] = {"provider_practice", "credential", "enrollment", "document", "tracking", "task"};

QString recordsOf(const Subject& subject) {
  QStringList all{QStringLiteral("SELECT '%1' AS record, ? AS record_id").arg(subject.filter())};
  const auto add = [&](const char* table) {
    all << QStringLiteral("SELECT '%1', id FROM %1 WHERE %2_id = ?").arg(QLatin1String(table), subject.filter());
  };
  switch (subject.kind) {
  case Subject::Kind::Provider:
    for (const char* table : ofProvider)
      add(table);
    all << QStringLiteral("SELECT record, record_id FROM change_row WHERE action = 'delete' AND "
                          "json_extract(before, '$.provider_id') = ?");
    break;
  case Subject::Kind::Practice:
    for (const char* table : ofPractice)
      add(table);
    break;
  case Subject::Kind::Facility:
    add("affiliation");
    break;
  }
  return all.join(QStringLiteral(" UNION "));
}

/// "2 Mar, 09:12" of the instant in a line.
QString shownInstant(const QString& at, QDate today) {
  const QDateTime local = QDateTime::fromString(at, Qt::ISODateWithMs).toLocalTime();
  return shownDate(local.date(), today) + QStringLiteral(", ") + local.time().toString(QStringLiteral("HH:mm"));
}

Column column(const char* key, const QString& heading, CellKind kind, int width) {
  Column made;
  made.key = QString::fromLatin1(key);
  made.heading = heading;
  made.kind = kind;
  made.width = width;
  return made;
}

} // namespace

HistoryRows::HistoryRows(const Session& session, Shown shown) : m_session(session), m_shown(shown) {
  const bool removed = shown == Shown::Removed;
  m_columns = {column("at", removed ? Say::tr("Deleted") : Say::tr("When"), CellKind::Second, 140),
               column("who", Say::tr("Who"), CellKind::Text, 130),
               column("record", Say::tr("Record"), CellKind::Strong, 240),
               column("changes", removed ? Say::tr("What it was") : Say::tr("What changed"), CellKind::Text, 400),
               column("what", Say::tr("By"), CellKind::Second, 190)};
}

HistoryRows::HistoryRows(const Session& session, const db::Table& table, qint64 id)
    : HistoryRows(session, Shown::Changes) {
  m_from = QStringLiteral("change_row r JOIN change c ON c.id = r.change_id WHERE r.record = ? AND r.record_id = ?");
  m_arguments = {table.name(), id};
}

HistoryRows::HistoryRows(const Session& session, const Subject& subject) : HistoryRows(session, Shown::Changes) {
  const QString records = recordsOf(subject);
  m_from = QStringLiteral("(%1) x CROSS JOIN change_row r ON r.record = x.record AND r.record_id = x.record_id JOIN "
                          "change c ON c.id = r.change_id WHERE 1 = 1")
               .arg(records);
  m_arguments = db::Values(size_t(records.count(QLatin1Char('?'))), db::Value(subject.id));
}

HistoryRows::HistoryRows(const Session& session, QDate removedSince) : HistoryRows(session, Shown::Removed) {
  m_from =
      QStringLiteral("change_row r JOIN change c ON c.id = r.change_id WHERE r.action = 'delete' AND c.at >= ? AND "
                     "NOT EXISTS (SELECT 1 FROM change_row l WHERE l.record = r.record AND l.record_id = "
                     "r.record_id AND l.id > r.id)");
  m_arguments = {removedSince.startOfDay(Qt::LocalTime).toUTC().toString(Qt::ISODateWithMs)};
}

HistoryRows::Sql HistoryRows::select(const QString& what, const Query& query) const {
  Sql sql{QStringLiteral("SELECT %1 FROM %2").arg(what, m_from), m_arguments};
  for (QString word : query.text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    for (const char* sign : {"\\", "%", "_"})
      word.replace(QLatin1String(sign), QLatin1Char('\\') + QLatin1String(sign));
    sql.text += QStringLiteral(" AND (c.who || ' ' || c.what || ' ' || coalesce(r.before, '') || ' ' || "
                               "coalesce(r.after, '')) LIKE ? ESCAPE '\\'");
    sql.arguments.push_back(QLatin1Char('%') + word + QLatin1Char('%'));
  }
  return sql;
}

namespace {

/// In order of when, or of the asked column.
QString orderOf(const Query& query) {
  const QString key = query.sort.empty() ? QString() : query.sort.front().column;
  const bool descending = query.sort.empty() || query.sort.front().descending;
  const QString by = key == QLatin1String("who")      ? QStringLiteral("c.who")
                     : key == QLatin1String("record") ? QStringLiteral("r.record")
                     : key == QLatin1String("what")   ? QStringLiteral("c.what")
                                                      : QStringLiteral("r.id");
  return QStringLiteral(" ORDER BY %1%2, r.id DESC").arg(by, descending ? QStringLiteral(" DESC") : QString());
}

} // namespace

std::vector<Row> HistoryRows::read(const Sql& sql) const {
  struct Line {
    qint64 id;
    QString at, who, what, record, action, before, after;
    qint64 recordId = 0;
  };
  const auto lines = m_session.database().all(sql.text, sql.arguments, [](db::Row& row) {
    Line line{row.number(), row.text(), {}, {}, {}, {}, {}, {}, 0};
    for (QString* part : {&line.who, &line.what, &line.record, &line.action, &line.before, &line.after})
      *part = row.text();
    line.recordId = row.number();
    return line;
  });
  HistoryWords words(m_session.database());
  std::vector<Row> rows;
  for (const Line& line : lines) {
    const QString changes =
        m_shown == Shown::Removed ? words.summary(line.before) : words.changes(line.action, line.before, line.after);
    rows.push_back({line.id,
                    {shownInstant(line.at, m_session.today()), line.who, words.record(line.record, line.recordId),
                     changes, line.what}});
  }
  return rows;
}

namespace {
const QString cells = QStringLiteral("r.id, c.at, c.who, c.what, r.record, r.action, r.before, r.after, r.record_id");
}

std::vector<Row> HistoryRows::firstRows(const Query& query, int limit) {
  Sql sql = select(cells, query);
  sql.text += orderOf(query) + QStringLiteral(" LIMIT %1").arg(limit);
  return read(sql);
}

std::vector<Row> HistoryRows::rowsByIds(std::span<const qint64> ids) {
  Sql sql{QStringLiteral("SELECT %1 FROM change_row r JOIN change c ON c.id = r.change_id WHERE r.id IN (").arg(cells),
          {}};
  for (const qint64 id : ids) {
    sql.text += sql.arguments.empty() ? QStringLiteral("?") : QStringLiteral(", ?");
    sql.arguments.emplace_back(id);
  }
  sql.text += QLatin1Char(')');
  std::vector<Row> rows;
  const std::vector<Row> found = read(sql);
  for (const qint64 id : ids) {
    const auto row = std::find_if(found.begin(), found.end(), [id](const Row& each) { return each.id == id; });
    rows.push_back(row == found.end() ? Row{} : *row);
  }
  return rows;
}

std::vector<qint64> HistoryRows::allIds(const Query& query, const std::atomic_bool& stop) {
  db::Database reader(m_session.database().file(), db::Database::Mode::ReadOnly);
  Sql sql = select(QStringLiteral("r.id"), query);
  sql.text += orderOf(query);
  std::vector<qint64> ids;
  reader.until(sql.text, sql.arguments, [&](db::Row& row) {
    ids.push_back(row.number());
    return !stop;
  });
  return ids;
}

qint64 HistoryRows::count(const Query& query) {
  db::Database reader(m_session.database().file(), db::Database::Mode::ReadOnly);
  const Sql sql = select(QStringLiteral("count(*)"), query);
  return reader.value(sql.text, sql.arguments);
}

} // namespace ui
