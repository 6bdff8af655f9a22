// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/migrations.h"

#include "core/calendar/businessdays.h"
#include "core/credentials/shippedtypes.h"
#include "core/mail/template.h"
#include "core/team/also.h"

#include <QFile>

namespace datafile {

namespace {

const QDate firstDay(1900, 1, 1), lastDay(2099, 12, 31); // of the table of business days

void fillBusinessDays(db::Database& database) {
  db::Database::Lease cursor = database.lease(QStringLiteral("INSERT INTO business_day (day, number) VALUES (?, ?)"));
  QDate day = firstDay;
  for (const int number : businessDayNumbers(firstDay, lastDay)) {
    cursor.bind({day, number});
    cursor->step();
    cursor->reset();
    day = day.addDays(1);
  }
}

void fillStart(db::Transaction& transaction) {
  fillBusinessDays(transaction.database());
  shipDocumentTypes(transaction);
}

void fillProfile(db::Transaction& transaction) {
  shipSections(transaction);
  settleAllAlso(transaction.database());
}

void run(db::Database& database, const char* path) {
  QFile script(QString::fromLatin1(path));
  if (!script.open(QIODevice::ReadOnly))
    throw db::Error(db::Error::Cause::Other, database.file(), QStringLiteral("no script %1").arg(script.fileName()));
  database.script(QString::fromUtf8(script.readAll()));
}

/// Sort names and search texts are no part of history, so they are written past it.
void refreshDerived(db::Database& database, const db::Table& table) {
  if (!table.hasDerived())
    return;
  const QStringList columns = table.columns(), derived = columns.mid(table.tracked());
  std::vector<db::Values> fresh; // what is derived, and the id
  database.each(QStringLiteral("SELECT id, %1 FROM %2").arg(columns.join(QStringLiteral(", ")), table.name()), {},
                [&](db::Row& row) {
                  const qint64 id = row.number();
                  db::Values stored;
                  while (row.consumed() < row.columns())
                    stored.push_back(row.value());
                  const db::Values tracked(stored.begin(), stored.begin() + table.tracked());
                  const db::Values wanted = table.complete(tracked);
                  if (wanted == stored)
                    return;
                  fresh.emplace_back(wanted.begin() + table.tracked(), wanted.end()).push_back(id);
                });
  const QString sql =
      QStringLiteral("UPDATE %1 SET %2 = ? WHERE id = ?").arg(table.name(), derived.join(QStringLiteral(" = ?, ")));
  for (const db::Values& values : fresh)
    try {
      database.run(sql, values);
    } catch (const db::Error& error) {
      // Two names that were told apart are one by now: that one keeps what was worked out for it then.
      if (error.cause() != db::Error::Cause::Constraint)
        throw;
    }
}

/// Whether a text is that day as "2026-03-02"; of 73,000 of them QDate's own text is most of the work.
bool isDay(const QString& text, const QDate& day) {
  int year = 0, month = 0, number = 0;
  day.getDate(&year, &month, &number);
  const auto says = [&text](qsizetype from, qsizetype length, int value) {
    for (qsizetype at = from + length - 1; at >= from; --at, value /= 10)
      if (text[at] != QLatin1Char(char('0' + value % 10)))
        return false;
    return true;
  };
  return text.size() == 10 && text[4] == QLatin1Char('-') && text[7] == QLatin1Char('-') && says(0, 4, year) &&
         says(5, 2, month) && says(8, 2, number);
}

using TableRows = std::vector<QStringList>;

TableRows rowsOf(db::Database& file, const QString& table) {
  return file.all(QStringLiteral("SELECT * FROM %1 ORDER BY 1").arg(table), {}, [](db::Row& row) {
    QStringList cells;
    while (row.consumed() < row.columns())
      cells << row.text();
    return cells;
  });
}

/// What the scripts put into tables: words of the field, which nobody changes. They are run once for that.
const std::vector<std::pair<QString, TableRows>>& shippedRows() {
  static const auto shipped = [] {
    db::Database fresh(QStringLiteral(":memory:"));
    for (const Migration& migration : migrations())
      run(fresh, migration.script);
    std::vector<std::pair<QString, TableRows>> result;
    for (const QString& table :
         fresh.all(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"),
                   {}, [](db::Row& row) { return row.text(); }))
      if (TableRows rows = rowsOf(fresh, table); !rows.empty())
        result.emplace_back(table, std::move(rows));
    return result;
  }();
  return shipped;
}

} // namespace

bool businessDaysHold(db::Database& database) {
  const std::vector<int> numbers = businessDayNumbers(firstDay, lastDay);
  QDate day = firstDay;
  size_t right = 0, all = 0;
  database.each(QStringLiteral("SELECT day, number FROM business_day ORDER BY day"), {}, [&](db::Row& row) {
    const QString stored = row.text();
    const qint64 number = row.number();
    right += all < numbers.size() && isDay(stored, day) && number == numbers[all];
    ++all;
    day = day.addDays(1);
  });
  return right == numbers.size() && all == right;
}

QStringList changedSinceShipped(db::Database& database) {
  QStringList changed;
  for (const auto& [table, rows] : shippedRows())
    if (rowsOf(database, table) != rows)
      changed << table;
  return changed;
}

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> all{
      {1, ":/sql/001_start.sql", fillStart},
      {2, ":/sql/002_profile.sql", fillProfile},
      {3, ":/sql/003_queue.sql"},
      {4, ":/sql/004_mail.sql", mail::shipMailTemplates},
      {5, ":/sql/005_views.sql"},
      {6, ":/sql/006_review.sql"},
      {7, ":/sql/007_mailwindow.sql"},
      {8, ":/sql/008_schedules.sql"},
      {9, ":/sql/009_drafts.sql"},
  };
  return all;
}

void upgrade(db::Database& database, const std::vector<Migration>& all, int from, const db::Actor& actor) {
  const int to = all.back().version;
  db::Transaction transaction(database, {QStringLiteral("Credenza"), actor.now},
                              QStringLiteral("Data file set up, version %1").arg(to));
  for (const Migration& migration : all)
    if (migration.version > from)
      run(database, migration.script);
  for (const Migration& migration : all)
    if (migration.version > from && migration.fill)
      migration.fill(transaction);
  for (const db::Table* table : db::Table::all())
    refreshDerived(database, *table);
  database.run(QStringLiteral("PRAGMA user_version = %1").arg(to));
  database.run(QStringLiteral("PRAGMA application_id = %1").arg(applicationId));
  transaction.commit();
}

} // namespace datafile
