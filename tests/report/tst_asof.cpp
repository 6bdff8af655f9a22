// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/credential.h"
#include "core/datafile/datafile.h"
#include "core/datafile/pastcopy.h"
#include "core/db/history.h"
#include "core/notes/note.h"
#include "core/payors/enrollment.h"
#include "core/report/catalogue.h"
#include "core/report/listing.h"
#include "core/tasks/task.h"
#include "core/team/provider.h"
#include "core/tracking/step.h"
#include "support/samplefile.h"

#include <QRandomGenerator>
#include <QTest>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

/// Every report of a file as text.
QMap<QString, QStringList> reportsOf(db::Database& database, QDate today) {
  QMap<QString, QStringList> all;
  for (const report::Listing& listing : report::catalogue()) {
    if (!listing.isReport)
      continue;
    const report::Query rows = report::rowsQuery({&listing, today, {}});
    QStringList& lines = all[listing.name];
    database.each(rows.sql, rows.arguments, [&](db::Row& row) {
      QStringList cells;
      while (row.consumed() < row.columns())
        cells << row.text();
      lines << cells.join(u("|"));
    });
  }
  return all;
}

} // namespace

/// A past day is worked out from history: compared with a copy of the file that was put away on that day.
class TestAsOf : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyReportIsAsItWasWhenThatDayWasOver_data();
  void everyReportIsAsItWasWhenThatDayWasOver();
  void aDayBeforeTheFileIsRefused();
  void theFileItselfIsNotTouched();

private:
  /// What an office does on a day, by chance.
  void work(SampleFile& file, QDate day, QRandomGenerator& random);
  static db::Actor on(QDate day) { return {u("Anna"), QDateTime(day, QTime(15, 0), Qt::UTC)}; }
};

void TestAsOf::work(SampleFile& file, QDate day, QRandomGenerator& random) {
  db::Database& database = *file.database;
  const auto some = [&](const char* table, auto record) {
    const auto ids = database.all(QStringLiteral("SELECT id FROM %1 ORDER BY id").arg(QLatin1String(table)), {},
                                  [](db::Row& row) { return row.number(); });
    using Record = decltype(record);
    return *db::load(database, Id<Record>{ids[size_t(random.bounded(int(ids.size())))]});
  };
  for (int i = 0; i < 12; ++i) {
    db::Transaction transaction(database, on(day), u("Work"));
    switch (random.bounded(7)) {
    case 0: {
      auto enrollment = some("enrollment", Enrollment());
      enrollment.end = day.addDays(random.bounded(-40, 400));
      enrollment.followUp = {};
      db::save(transaction, enrollment);
      break;
    }
    case 1: {
      auto step = some("step", Step());
      step.status = u("Completed");
      step.completed = day;
      db::save(transaction, step);
      break;
    }
    case 2: {
      auto credential = some("credential", Credential());
      credential.expires = random.bounded(3) ? day.addDays(random.bounded(-90, 200)) : QDate();
      db::save(transaction, credential);
      break;
    }
    case 3: {
      auto note = some("note", Note());
      note.id = {};
      note.text = u("Asked on day %1").arg(day.day());
      note.written = u("%1 09:%2").arg(day.toString(Qt::ISODate)).arg(10 + i);
      db::save(transaction, note);
      break;
    }
    case 4: {
      auto provider = some("provider", Provider());
      provider.lastName = u("Name %1").arg(random.bounded(1000)); // its sort name follows
      db::save(transaction, provider);
      break;
    }
    case 5: {
      const auto ids = database.all(
          u("SELECT id FROM task WHERE id NOT IN (SELECT task_id FROM note WHERE task_id IS NOT NULL) ORDER BY id"), {},
          [](db::Row& row) { return row.number(); });
      if (!ids.empty())
        db::remove(transaction, Id<Task>{ids[size_t(random.bounded(int(ids.size())))]});
      break;
    }
    default: {
      auto task = some("task", Task());
      task.id = {};
      task.name = u("New on day %1").arg(day.day());
      db::save(transaction, task);
    }
    }
    transaction.commit();
    if (random.bounded(4) == 0)
      (void)db::history::undo(database, on(day), transaction.changeId());
  }
}

void TestAsOf::everyReportIsAsItWasWhenThatDayWasOver_data() {
  QTest::addColumn<quint32>("seed");
  for (const quint32 seed : {1u, 2u, 3u})
    QTest::addRow("seed %u", seed) << seed;
}

void TestAsOf::everyReportIsAsItWasWhenThatDayWasOver() {
  QFETCH(quint32, seed);
  SampleFile file;
  QRandomGenerator random(seed);
  QMap<QDate, QString> copies;
  const QDate first = SampleFile::today();
  for (int day = 0; day < 6; day += 1 + random.bounded(2)) {
    work(file, first.addDays(day), random);
    copies[first.addDays(day)] = file.dir.filePath(u("day %1.db").arg(day));
    datafile::backup(*file.database, copies[first.addDays(day)]);
  }
  QDate known;
  for (QDate day = first; day <= first.addDays(6); day = day.addDays(1)) {
    if (copies.contains(day))
      known = day; // else nothing was done on it
    const auto past = datafile::pastCopy(*file.database, day);
    QVERIFY(past.isOk());
    const auto copy = datafile::openForReading(copies[known]);
    const auto is = reportsOf(*(*past)->database, day), was = reportsOf(*copy, day);
    for (const QString& name : was.keys())
      QVERIFY2(is[name] == was[name], qPrintable(name + u(" on ") + day.toString(Qt::ISODate)));
    QVERIFY(datafile::check(*copy).empty());
  }
}

void TestAsOf::aDayBeforeTheFileIsRefused() {
  SampleFile file;
  const auto past = datafile::pastCopy(*file.database, QDate(1999, 1, 1));
  QVERIFY(!past.isOk());
  QVERIFY(past.problems().front().sentence.contains(u("knows nothing of 1999-01-01")));
}

void TestAsOf::theFileItselfIsNotTouched() {
  SampleFile file;
  QRandomGenerator random(9);
  work(file, SampleFile::today().addDays(3), random);
  const auto before = reportsOf(*file.database, SampleFile::today());
  QVERIFY(datafile::pastCopy(*file.database, SampleFile::today()).isOk());
  QVERIFY(reportsOf(*file.database, SampleFile::today()) == before);
  QVERIFY(datafile::check(*file.database).empty());
}

QTEST_GUILESS_MAIN(TestAsOf)
#include "tst_asof.moc"
