// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/importing.h"

#include "core/db/history.h"
#include "core/db/records.h"
#include "core/team/practice.h"
#include "core/team/team.h"

/// Rows that a thread of its own writes are the same as those written at once.
class TestWriteBehind : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void rowsIdsAndHistoryAreThoseOfWritingAtOnce();
  void whoAsksSeesWhatIsOnItsWay();
  void aRowThatCannotBeIsTold();
  void whatIsGivenUpLeavesNothing();
  void aLargeImportIsWhatItsFilesSay();
  void aStoppedLargeImportLeavesNothing();
  void anImportIntoAnOpenFileLeavesItsJournalAsItWas();

private:
  static QString manyPractices(int count);
};

namespace {

Team team(int number) {
  Team team;
  team.name = QStringLiteral("Team %1").arg(number);
  return team;
}

qint64 teams(db::Database& database) { return database.value(QStringLiteral("SELECT count(*) FROM team")); }

QString journal(db::Database& database) { return database.text(QStringLiteral("PRAGMA journal_mode")); }

} // namespace

void TestWriteBehind::rowsIdsAndHistoryAreThoseOfWritingAtOnce() {
  QByteArray heads[2];
  QStringList rows[2];
  for (const bool behind : {false, true}) {
    const auto database = freshFile();
    db::Transaction transaction(*database, tester(), "Teams");
    if (behind)
      transaction.writeBehind();
    qint64 last = 0;
    for (int i = 1; i <= 5000; ++i) {
      const auto id = db::save(transaction, team(i));
      QCOMPARE(id.value, last + 1);
      last = id.value;
      if (i % 700 == 0) { // an older one, and one on its way
        for (const int number : {i / 2, i}) {
          Team changed = *db::load(*database, Id<Team>{number});
          changed.name += " again";
          db::save(transaction, changed);
        }
        db::remove(transaction, Id<Team>{i / 3});
      }
    }
    transaction.commit();
    heads[behind] = db::history::head(*database);
    rows[behind] =
        QStringList{database->text("SELECT group_concat(id || name) FROM (SELECT * FROM team ORDER BY id)"),
                    database->text("SELECT group_concat(record || record_id || action || coalesce(before, '') "
                                   "|| coalesce(after, '')) FROM (SELECT * FROM change_row ORDER BY id)")};
    QVERIFY(db::history::verify(*database).empty());
  }
  QVERIFY(!heads[0].isEmpty());
  QCOMPARE(heads[1], heads[0]);
  QCOMPARE(rows[1], rows[0]);
}

void TestWriteBehind::whoAsksSeesWhatIsOnItsWay() {
  const auto database = freshFile();
  db::Transaction transaction(*database, tester(), "Teams");
  transaction.writeBehind();
  for (int i = 1; i <= 3000; ++i) {
    const auto id = db::save(transaction, team(i));
    if (i % 37 == 0)
      QCOMPARE(db::load(*database, id)->name, team(i).name);
    if (i % 611 == 0)
      QCOMPARE(teams(*database), i);
  }
  transaction.commit();
  QCOMPARE(teams(*database), 3000);
}

void TestWriteBehind::aRowThatCannotBeIsTold() {
  const auto database = freshFile();
  for (const int many : {10, 20'000}) {
    db::Transaction transaction(*database, tester(), "Teams");
    transaction.writeBehind();
    db::save(transaction, team(1));
    db::save(transaction, team(1)); // a name stands once
    bool told = false;
    try {
      for (int i = 2; i < many; ++i)
        db::save(transaction, team(i));
      transaction.commit();
    } catch (const db::Error& error) {
      told = true;
      QCOMPARE(error.cause(), db::Error::Cause::Constraint);
    }
    QVERIFY(told);
  }
  QCOMPARE(teams(*database), 0);
  QVERIFY(db::history::verify(*database).empty());
}

void TestWriteBehind::whatIsGivenUpLeavesNothing() {
  const auto database = freshFile();
  const QByteArray before = db::history::head(*database);
  {
    db::Transaction transaction(*database, tester(), "Teams");
    transaction.writeBehind();
    for (int i = 1; i <= 4000; ++i)
      db::save(transaction, team(i));
  }
  QCOMPARE(teams(*database), 0);
  QCOMPARE(db::history::head(*database), before);
}

/// Large enough for an import to set indices aside and write behind.
QString TestWriteBehind::manyPractices(int count) {
  QString text = "Practice,Address\n";
  const QString words = QString("To be asked for in writing. ").repeated(40);
  for (int i = 1; i <= count; ++i)
    text += QString("Practice %1,%2 %1\n").arg(i).arg(words.trimmed());
  return text;
}

void TestWriteBehind::aLargeImportIsWhatItsFilesSay() {
  Importing office;
  QCOMPARE(office.run("practices.csv", manyPractices(6000)), QString("practices: 6000/0/0/0"));
  QCOMPARE(office.count("practice"), 6000);
  QCOMPARE(office.all("SELECT count(*) FROM practice WHERE address LIKE '%writing. ' || substr(name, 10)"),
           QString("6000"));
  QCOMPARE(office.run("practices.csv", manyPractices(6001)), QString("practices: 1/0/6000/0"));
  QVERIFY(db::history::verify(*office.database).empty());
}

void TestWriteBehind::aStoppedLargeImportLeavesNothing() {
  Importing office;
  office.callbacks.progress = [](qint64 done, qint64 all) { return done < all / 2; };
  QVERIFY(office.run("practices.csv", manyPractices(6000)).contains("stopped"));
  QCOMPARE(office.count("practice"), 0);
  QVERIFY(db::history::verify(*office.database).empty());
}

void TestWriteBehind::anImportIntoAnOpenFileLeavesItsJournalAsItWas() {
  for (const bool watched : {false, true}) {
    Importing office;
    const QString file = office.path("office.credenza");
    office.database = datafile::open(file, tester());
    std::unique_ptr<db::Database> reader;
    if (watched)
      reader = std::make_unique<db::Database>(file, db::Database::Mode::ReadOnly);
    if (reader)
      QCOMPARE(teams(*reader), 0);
    QCOMPARE(office.run("practices.csv", manyPractices(6000)), QString("practices: 6000/0/0/0"));
    QCOMPARE(journal(*office.database), QString("wal"));
    if (reader)
      QCOMPARE(reader->value("SELECT count(*) FROM practice"), 6000);
    QVERIFY(!QFile::exists(file + "-journal"));
  }
}

QTEST_GUILESS_MAIN(TestWriteBehind)
#include "tst_writebehind.moc"
