// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historyrows.h"

#include "core/base/searchwords.h"
#include "core/calendar/typeddate.h"
#include "core/db/database.h"
#include "ui/shell/reader.h"
#include "ui/shell/session.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(HistoryRows)
};

/// "Mon 2 Mar, 09:12" here.
QString shownInstant(const QDateTime& at, QDate today) {
  const QDateTime local = at.toLocalTime();
  return shownDate(local.date(), today) + QStringLiteral(", ") + local.time().toString(QStringLiteral("HH:mm"));
}

/// "Status: Active → Terminated · Ended: — → 2026-03-02"
QString changesOf(const PastLine& line) {
  if (line.action == QLatin1String("insert"))
    return Say::tr("Added");
  if (line.action == QLatin1String("delete"))
    return Say::tr("Deleted");
  const QString none = QStringLiteral("—");
  QStringList parts;
  for (const PastField& field : line.fields)
    parts << QStringLiteral("%1: %2 → %3")
                 .arg(field.label, field.before.isEmpty() ? none : field.before,
                      field.after.isEmpty() ? none : field.after);
  return parts.join(QStringLiteral(" · "));
}

Column column(const char* key, const QString& heading, CellKind kind, int width) {
  Column made;
  made.key = QString::fromLatin1(key);
  made.heading = heading;
  made.kind = kind;
  made.width = width;
  return made;
}

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

HistoryRows::HistoryRows(const Session& session, Shown shown, PastSource source)
    : m_session(session), m_shown(shown), m_source(std::move(source)) {
  const bool removed = shown == Shown::Removed;
  m_columns = {column("at", removed ? Say::tr("Deleted") : Say::tr("When"), CellKind::Second, 150),
               column("who", Say::tr("Who"), CellKind::Text, 130),
               column("record", Say::tr("Record"), CellKind::Text, 110),
               column("name", Say::tr("Name"), CellKind::Strong, 220)};
  if (!removed)
    m_columns.push_back(column("changes", Say::tr("What changed"), CellKind::Text, 320));
  m_columns.push_back(column("what", Say::tr("Done as"), CellKind::Second, 170));
}

PastSource HistoryRows::select(const QString& what, const Query& query) const {
  PastSource sql{QStringLiteral("SELECT ") + what + m_source.from, m_source.arguments};
  for (QString word : searchWords(query.text)) {
    for (const char* sign : {"\\", "%", "_"})
      word.replace(QLatin1String(sign), QLatin1Char('\\') + QLatin1String(sign));
    sql.from +=
        QStringLiteral(" AND (c.who || ' ' || c.what || ' ' || r.record || ' ' || coalesce(r.before, '') || ' ' "
                       "|| coalesce(r.after, '')) LIKE ? ESCAPE '\\'");
    sql.arguments.emplace_back(QString(QLatin1Char('%') + word + QLatin1Char('%')));
  }
  return sql;
}

std::optional<std::vector<Row>> HistoryRows::firstRows(const Query& query, int limit) {
  PastSource sql = select(QStringLiteral("r.id"), query);
  sql.from += orderOf(query) + QStringLiteral(" LIMIT %1").arg(limit);
  const auto ids = m_session.database().all(sql.from, sql.arguments, [](db::Row& row) { return row.number(); });
  return rowsByIds(ids);
}

std::vector<Row> HistoryRows::rowsByIds(std::span<const qint64> ids) {
  std::vector<Row> rows;
  const auto lines = pastLines(m_session.database(), ids);
  auto line = lines.begin();
  for (const qint64 id : ids) {
    if (line == lines.end() || line->id != id) {
      rows.push_back({});
      continue;
    }
    Row row{id, {shownInstant(line->at, m_session.today()), line->who, line->record, line->name}};
    if (m_shown == Shown::Changes)
      row.cells.push_back(changesOf(*line));
    row.cells.push_back(line->what);
    rows.push_back(std::move(row));
    ++line;
  }
  return rows;
}

Found HistoryRows::allIds(const Query& query, const std::atomic_bool& stop) {
  Reader reader(m_session.database().file());
  PastSource sql = select(QStringLiteral("r.id"), query);
  sql.from += orderOf(query);
  Found found;
  reader.until(sql.from, sql.arguments, [&](db::Row& row) {
    found.ids.push_back(row.number());
    return !stop;
  });
  return found;
}

qint64 HistoryRows::count(const Query& query) {
  Reader reader(m_session.database().file());
  const PastSource sql = select(QStringLiteral("count(*)"), query);
  return reader.value(sql.from, sql.arguments);
}

} // namespace ui
