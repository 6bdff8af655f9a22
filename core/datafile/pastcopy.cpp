// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/pastcopy.h"

#include "core/datafile/subjects.h"
#include "core/db/historylines.h"

#include <QCoreApplication>
#include <map>
#include <set>

namespace datafile {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("datafile", text); }

/// What follows from a table's rows, to be brought up to date once all of them are as they were.
using Followers = std::map<const db::Table*, std::set<qint64>>;

/// Makes a record what it was before a line, past history: the copy's own need not tell how it was made.
void takeBack(db::Database& copy, const db::Table& table, const db::history::Line& line, Followers& followers) {
  const auto follow = [&](const db::Values& values) {
    if (table.settles())
      followers[&table].insert(table.ownerOf(line.recordId, values));
  };
  std::optional<db::Values> now;
  copy.each(table.selectSql(), {line.recordId}, [&](db::Row& row) {
    db::Values values;
    while (row.consumed() < row.columns())
      values.push_back(row.value());
    now = std::move(values);
  });
  if (now)
    follow(*now);
  if (line.action == QLatin1String("insert")) {
    copy.run(table.deleteSql(), {line.recordId});
    return;
  }
  db::Values before = now ? *now : db::history::emptyValues(table);
  db::history::apply(table, line.before, before);
  follow(before);
  db::Values all = table.complete(before);
  all.emplace_back(line.recordId);
  copy.run(now ? table.updateSql() : table.insertWithIdSql(), all);
}

void settle(db::Database& copy, const Followers& followers) {
  for (const auto& [table, owners] : followers)
    for (const qint64 owner : owners) {
      if (owner == 0)
        continue;
      const auto& rule = table->settle();
      const auto wanted = rule.followers ? rule.followers(copy, owner) : std::vector<qint64>{owner};
      for (const qint64 id : wanted)
        rule.bring(copy, id);
    }
}

} // namespace

Result<std::shared_ptr<PastCopy>> pastCopy(db::Database& database, QDate day) {
  knowAllSubjects();
  const QString end = QDateTime(day.addDays(1), QTime(0, 0), Qt::LocalTime).toUTC().toString(Qt::ISODateWithMs);
  // The clock may have gone back once: what was written before a change of that day belongs to it as well.
  const qint64 last = database.value(QStringLiteral("SELECT coalesce(max(id), 0) FROM change WHERE at < ?"), {end});
  if (last == 0)
    return Problem{
        {},
        tr("This data file was begun on %1: it knows nothing of %2.")
            .arg(database.text(QStringLiteral("SELECT coalesce(substr(min(at), 1, 10), '') FROM change"), {}),
                 day.toString(Qt::ISODate))};
  auto past = std::make_shared<PastCopy>();
  const QString file = past->folder.filePath(QStringLiteral("past.credenza"));
  database.copyTo(file);
  past->database = std::make_unique<db::Database>(file);
  db::Database& copy = *past->database;
  db::Transaction transaction(copy, {QStringLiteral("Credenza"), QDateTime(day, QTime(12, 0), Qt::UTC)},
                              QStringLiteral("As of %1").arg(day.toString(Qt::ISODate)));
  Followers followers;
  const QString lines =
      QStringLiteral("SELECT %1 FROM change_row WHERE change_id > ? AND id < ? ORDER BY id DESC LIMIT 5000")
          .arg(QLatin1String(db::history::lineColumns));
  for (qint64 before = std::numeric_limits<qint64>::max();;) {
    const auto page = copy.all(lines, {last, before}, db::history::readLine);
    if (page.empty())
      break;
    for (const db::history::Line& line : page)
      if (const db::Table* table = db::Table::find(line.record))
        takeBack(copy, *table, line, followers);
    before = page.back().id;
  }
  settle(copy, followers);
  // History as it was then, too: what a record was created with is told by walking back its later lines.
  copy.run(QStringLiteral("DELETE FROM change_row WHERE change_id > ?"), {last});
  copy.run(QStringLiteral("DELETE FROM change WHERE id > ?"), {last});
  transaction.commit();
  return past;
}

} // namespace datafile
