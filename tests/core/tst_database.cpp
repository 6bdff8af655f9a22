// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/records.h"
#include "core/team/team.h"
#include "support/freshfile.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using db::Database;
using db::Error;
using db::Row;

namespace {

/// The cause that running `what` ends with; nothing when it passes.
template<class What>
std::optional<Error::Cause> causeOf(What&& what) {
  try {
    what();
  } catch (const Error& error) {
    return error.cause();
  }
  return std::nullopt;
}

} // namespace

class TestDatabase : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase_data();
  void initTestCase();
  void valuesComeBackAsTheyWentIn();
  void textIsNeverNullAndMissingDatesAre();
  void whatTakesTooLongIsGivenUp();
  void runTellsHowManyRowsChanged();
  void insertTellsTheNewId();
  void firstIsNothingWhenThereIsNoRow();
  void untilStopsWhenTold();
  void aColumnLeftOverThrows();
  void aStatementMayRunInsideItself();
  void statementsAskedOnceTakeNoMemoryForGood();
  void aStatementIsReadyAgainAfterAThrow();
  void wrongSqlThrowsWithoutBoundValues();
  void brokenRulesThrowConstraint();
  void pragmasAreAsWanted();
  void scriptsRunStatementByStatement();
  void cachedStatementsSurviveAChangedSchema();
  void aTransactionLeftIsRolledBack();
  void nestedTransactionsAreInert();
  void aNestedOneGivenUpGivesUpTheWhole();
  void anUpdateThatChangesNothingWritesNothing();
  void onlyOneWritesAtATime();
  void aFileIsMadeForItsOwnerAlone();
  void whatReadsBesideTakesNoLockAway();
  void readingOnlyRefusesToWrite();
  void readingOnlySeesWhatTheWriterCommits();

private:
  std::unique_ptr<Database> open(const QString& file = QStringLiteral(":memory:"));
  std::unique_ptr<Database> openWithTables();
};

void TestDatabase::initTestCase_data() {
  QTest::addColumn<int>("engine");
  QTest::newRow("stepping SQLite") << int(Database::Engine::Native);
  QTest::newRow("Qt Sql") << int(Database::Engine::QtSql);
}

void TestDatabase::initTestCase() { Team::table(); }

std::unique_ptr<Database> TestDatabase::open(const QString& file) {
  QFETCH_GLOBAL(int, engine);
  return std::make_unique<Database>(file, Database::Mode::ReadWrite, Database::Engine(engine));
}

std::unique_ptr<Database> TestDatabase::openWithTables() {
  auto database = open();
  QFile script(QStringLiteral(":/sql/001_start.sql"));
  if (!script.open(QIODevice::ReadOnly))
    qFatal("the script of the schema is not built in");
  database->script(QString::fromUtf8(script.readAll()));
  return database;
}

void TestDatabase::valuesComeBackAsTheyWentIn() {
  const auto database = open();
  database->run(QStringLiteral("CREATE TABLE t (n INTEGER, x TEXT, b BLOB)"));
  const QString name = QStringLiteral("Nuñez-Ruiz 李 \U0001F600 ' ; -- %1 ?");
  const QString longText = QString(2000, QLatin1Char('x'));
  const QByteArray bytes("\0\x01\xff", 3);
  database->run(QStringLiteral("INSERT INTO t VALUES (?, ?, ?)"), {qint64{1} << 62, name, bytes});
  database->run(QStringLiteral("INSERT INTO t VALUES (?, ?, ?)"), {-1, longText, db::Value::null()});
  int rows = 0;
  database->each(QStringLiteral("SELECT n, x, b, b IS NULL FROM t ORDER BY rowid"), {}, [&](Row& row) {
    const bool first = rows++ == 0;
    QCOMPARE(row.number(), first ? qint64{1} << 62 : -1);
    QCOMPARE(row.text(), first ? name : longText);
    QCOMPARE(row.blob(), first ? bytes : QByteArray());
    QCOMPARE(row.yes(), !first);
  });
  QCOMPARE(rows, 2);
  QCOMPARE(database->text(QStringLiteral("SELECT x FROM t WHERE x = ?"), {name}), name);
  const auto utf8 = database->first(QStringLiteral("SELECT x FROM t"), {},
                                    [](Row& row) { return QByteArray(std::string(row.utf8()).c_str()); });
  QCOMPARE(*utf8, name.toUtf8());
  const auto kept = database->first(QStringLiteral("SELECT n, x, NULL FROM t ORDER BY n"), {}, [](Row& row) {
    return db::Values{row.value(), row.value(), row.value()};
  });
  QVERIFY(*kept == (db::Values{-1, longText, db::Value::null()}));
}

void TestDatabase::textIsNeverNullAndMissingDatesAre() {
  const auto database = open();
  const auto sql = QStringLiteral("SELECT ? IS NULL, ? IS NULL, ? IS NULL, ? IS NULL, ?");
  const auto read = [](Row& row) {
    const std::vector<bool> nulls{row.yes(), row.yes(), row.yes(), row.yes()};
    return std::pair(nulls, row.date());
  };
  const QDate leapDay(2028, 2, 29);
  const auto found = database->first(sql, {QString(), QDate(), Id<Team>{}, std::optional<int>{}, leapDay}, read);
  QCOMPARE(found->first, (std::vector<bool>{false, true, true, true}));
  QCOMPARE(found->second, leapDay);
  const auto sizes = database->first(QStringLiteral("SELECT ?, ?"), {0, std::optional<int>{}}, [](Row& row) {
    const auto zero = row.maybeInteger();
    return std::pair(zero, row.maybeInteger());
  });
  QVERIFY(sizes->first == 0 && !sizes->second);
}

void TestDatabase::whatTakesTooLongIsGivenUp() {
  QFETCH_GLOBAL(int, engine);
  const auto database = open();
  const auto countTo = [&](qint64 last) {
    return database->allWithin(
        20,
        QStringLiteral("WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n WHERE x < ?) "
                       "SELECT count(*) FROM n"),
        {last}, [](Row& row) { return row.number(); });
  };
  if (Database::Engine(engine) == Database::Engine::Native) // Qt Sql can not be stopped
    QVERIFY(!countTo(1'000'000'000'000));
  QCOMPARE(countTo(3), std::vector<qint64>{3});
  QVERIFY_THROWS_EXCEPTION(db::Error,
                           database->allWithin(20, QStringLiteral("SELECT x FROM t"), {}, [](Row&) { return 0; }));
}

void TestDatabase::runTellsHowManyRowsChanged() {
  const auto database = open();
  database->run(QStringLiteral("CREATE TABLE t (n INTEGER)"));
  QCOMPARE(database->run(QStringLiteral("INSERT INTO t VALUES (1), (2), (3)")), 3);
  QCOMPARE(database->run(QStringLiteral("UPDATE t SET n = n + 1 WHERE n > ?"), {1}), 2);
  QCOMPARE(database->run(QStringLiteral("DELETE FROM t WHERE n = ?"), {99}), 0);
}

void TestDatabase::insertTellsTheNewId() {
  const auto database = open();
  database->run(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER)"));
  const auto sql = QStringLiteral("INSERT INTO t (n) VALUES (?)");
  QCOMPARE(database->insert(sql, {7}), 1);
  QCOMPARE(database->insert(sql, {7}), 2);
}

void TestDatabase::firstIsNothingWhenThereIsNoRow() {
  const auto database = open();
  QVERIFY(!database->first(QStringLiteral("SELECT 1 WHERE 0"), {}, [](Row& row) { return row.number(); }));
  QCOMPARE(database->value(QStringLiteral("SELECT 1 WHERE 0")), 0);
  QCOMPARE(database->text(QStringLiteral("SELECT 'a' WHERE 0")), QString());
}

void TestDatabase::untilStopsWhenTold() {
  const auto database = open();
  std::vector<qint64> seen;
  database->until(QStringLiteral("SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3"), {}, [&](Row& row) {
    seen.push_back(row.number());
    return seen.size() < 2;
  });
  QCOMPARE(seen, (std::vector<qint64>{1, 2}));
}

void TestDatabase::aColumnLeftOverThrows() {
  const auto database = open();
  const auto sql = QStringLiteral("SELECT 1, 2");
  QVERIFY(causeOf([&] { database->each(sql, {}, [](Row& row) { row.number(); }); }));
  QVERIFY(causeOf([&] {
    database->each(sql, {}, [](Row& row) {
      row.number();
      row.number();
      row.number();
    });
  }));
  QVERIFY(!causeOf([&] {
    database->each(sql, {}, [](Row& row) {
      row.number();
      row.number();
    });
  }));
}

void TestDatabase::aStatementMayRunInsideItself() {
  const auto database = open();
  const auto sql = QStringLiteral("SELECT 1 UNION ALL SELECT 2");
  int inner = 0;
  int outer = 0;
  database->each(sql, {}, [&](Row& row) {
    outer += row.integer();
    database->each(sql, {}, [&](Row& again) { inner += again.integer(); });
  });
  QCOMPARE(outer, 3);
  QCOMPARE(inner, 6);
}

void TestDatabase::statementsAskedOnceTakeNoMemoryForGood() {
  const auto database = open();
  const auto ask = [&](int from, int to) {
    for (int i = from; i < to; ++i)
      QCOMPARE(database->all(QStringLiteral("SELECT %1 WHERE 1 IN (1, 2, 3)").arg(i), {},
                             [](Row& row) { return row.integer(); }),
               std::vector<int>{i});
  };
  int outer = 0; // what is in use stays, however much is asked meanwhile
  database->each(QStringLiteral("SELECT 1 UNION ALL SELECT 2"), {}, [&](Row& row) {
    outer += row.integer();
    ask(1000 * outer, 1000 * outer + 4000);
  });
  QCOMPARE(outer, 3);
  const qint64 kept = database->value(QStringLiteral("SELECT count(*) FROM sqlite_stmt"));
  QVERIFY2(kept <= 500, qPrintable(QString::number(kept)));
}

void TestDatabase::aStatementIsReadyAgainAfterAThrow() {
  const auto database = open();
  const auto sql = QStringLiteral("SELECT 1 UNION ALL SELECT 2");
  struct Stop {};
  bool stopped = false;
  try {
    database->each(sql, {}, [](Row&) { throw Stop{}; });
  } catch (const Stop&) {
    stopped = true;
  }
  QVERIFY(stopped);
  QCOMPARE(database->all(sql, {}, [](Row& row) { return row.number(); }).size(), size_t{2});
  database->run(QStringLiteral("CREATE TABLE nothingHeldOpen (n INTEGER)"));
}

void TestDatabase::wrongSqlThrowsWithoutBoundValues() {
  const auto database = open();
  database->run(QStringLiteral("CREATE TABLE t (n INTEGER CHECK (n < 5)) STRICT"));
  try {
    database->run(QStringLiteral("INSERT INTO t VALUES (?)"), {QStringLiteral("Marten, Lily")});
    QFAIL("text went into a number");
  } catch (const Error& error) {
    QVERIFY(!error.details().contains(QLatin1String("Marten")));
    QVERIFY(!QByteArray(error.what()).contains("Marten"));
  }
  QCOMPARE(causeOf([&] { database->run(QStringLiteral("SELEKT 1")); }), Error::Cause::Other);
}

void TestDatabase::brokenRulesThrowConstraint() {
  const auto database = openWithTables();
  const auto insert = [&](const char* sql) { return causeOf([&] { database->run(QString::fromLatin1(sql)); }); };
  QVERIFY(!insert("INSERT INTO team (name, sort_name) VALUES ('A', 'a')"));
  QCOMPARE(insert("INSERT INTO team (name, sort_name) VALUES ('A', 'a')"), Error::Cause::Constraint);
  QCOMPARE(insert("INSERT INTO team (name, sort_name) VALUES ('', 'b')"), Error::Cause::Constraint);
  QCOMPARE(insert("INSERT INTO coordinator_team (coordinator_id, team_id) VALUES (77, 1)"), Error::Cause::Constraint);
}

void TestDatabase::pragmasAreAsWanted() {
  QTemporaryDir folder;
  const auto database = open(folder.filePath(QStringLiteral("a.credenza")));
  QVERIFY(!db::wantedPragmas().empty());
  for (const db::Pragma& pragma : db::wantedPragmas())
    QCOMPARE(database->text(QStringLiteral("PRAGMA %1").arg(QLatin1String(pragma.name))),
             QString::fromLatin1(pragma.value));
  QCOMPARE(database->value(QStringLiteral("PRAGMA busy_timeout")), 5000);
}

void TestDatabase::scriptsRunStatementByStatement() {
  const auto database = open();
  database->script(QStringLiteral("-- a remark; with a semicolon, a ? and HH:MM\nCREATE TABLE t (x TEXT);\n--;\n"
                                  "INSERT INTO t VALUES ('a;b')\n--;\nINSERT INTO t VALUES ('c');\n"));
  QCOMPARE(database->text(QStringLiteral("SELECT group_concat(x, '|') FROM t")), QStringLiteral("a;b|c"));
}

void TestDatabase::cachedStatementsSurviveAChangedSchema() {
  const auto database = open();
  database->run(QStringLiteral("CREATE TABLE t (n INTEGER)"));
  database->run(QStringLiteral("INSERT INTO t VALUES (1)"));
  const auto sql = QStringLiteral("SELECT n FROM t");
  QCOMPARE(database->value(sql), 1);
  database->run(QStringLiteral("CREATE INDEX i ON t(n)"));
  database->run(QStringLiteral("ALTER TABLE t ADD COLUMN x TEXT"));
  QCOMPARE(database->value(sql), 1);
}

void TestDatabase::aTransactionLeftIsRolledBack() {
  const auto database = openWithTables();
  {
    db::Transaction transaction(*database, tester(), QStringLiteral("Left"));
    db::save(transaction, Team{{}, QStringLiteral("Lakeside")});
    QCOMPARE(database->value(QStringLiteral("SELECT count(*) FROM team")), 1);
  }
  for (const char* table : {"team", "change", "change_row", "setting"})
    QCOMPARE(database->value(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table))), 0);
  db::Transaction next(*database, tester(), QStringLiteral("Next"));
  db::save(next, Team{{}, QStringLiteral("Lakeside")});
  next.commit();
  QCOMPARE(next.changeId(), 1);
}

void TestDatabase::nestedTransactionsAreInert() {
  const auto database = openWithTables();
  {
    db::Transaction outer(*database, tester(), QStringLiteral("Outer"));
    {
      db::Transaction inner(*database, tester(), QStringLiteral("Inner"));
      db::save(inner, Team{{}, QStringLiteral("Lakeside")});
      inner.commit();
      QCOMPARE(inner.changeId(), outer.changeId());
    }
    db::save(outer, Team{{}, QStringLiteral("Hillside")});
    outer.commit();
  }
  QCOMPARE(database->value(QStringLiteral("SELECT count(*) FROM team")), 2);
  QCOMPARE(database->text(QStringLiteral("SELECT group_concat(what) FROM change")), QStringLiteral("Outer"));
}

void TestDatabase::aNestedOneGivenUpGivesUpTheWhole() {
  const auto database = openWithTables();
  {
    db::Transaction outer(*database, tester(), QStringLiteral("Outer"));
    db::save(outer, Team{{}, QStringLiteral("Hillside")});
    {
      db::Transaction inner(*database, tester(), QStringLiteral("Inner"));
      db::save(inner, Team{{}, QStringLiteral("Lakeside")});
    }
    QVERIFY(causeOf([&] { outer.commit(); }));
  }
  QCOMPARE(database->value(QStringLiteral("SELECT count(*) FROM team")), 0);
}

void TestDatabase::anUpdateThatChangesNothingWritesNothing() {
  const auto database = openWithTables();
  Team team{{}, QStringLiteral("Lakeside")};
  {
    db::Transaction transaction(*database, tester(), QStringLiteral("Add"));
    team.id = db::save(transaction, team);
    transaction.commit();
  }
  db::Transaction transaction(*database, tester(), QStringLiteral("Nothing"));
  QVERIFY(!transaction.update(Team::table(), team.id.value, team.values()));
  transaction.commit();
  QCOMPARE(transaction.changeId(), 0);
  QCOMPARE(database->value(QStringLiteral("SELECT count(*) FROM change")), 1);
}

void TestDatabase::onlyOneWritesAtATime() {
  QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("a.credenza"));
  const auto one = open(file);
  const auto two = open(file);
  one->run(QStringLiteral("PRAGMA busy_timeout = 0"));
  two->run(QStringLiteral("PRAGMA busy_timeout = 0"));
  db::Transaction first(*one, tester(), QStringLiteral("First"));
  QCOMPARE(causeOf([&] { db::Transaction second(*two, tester(), QStringLiteral("Second")); }), Error::Cause::Busy);
}

void TestDatabase::aFileIsMadeForItsOwnerAlone() {
  QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("a.credenza"));
  const auto database = open(file);
  database->run(QStringLiteral("CREATE TABLE t (n INTEGER)"));
  const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
  for (const char* suffix : {"", "-wal", "-shm"}) {
    QVERIFY(QFile::exists(file + QLatin1String(suffix)));
    QVERIFY(!(QFile::permissions(file + QLatin1String(suffix)) & others));
  }
}

void TestDatabase::whatReadsBesideTakesNoLockAway() {
  QTemporaryDir dir;
  const QString file = dir.filePath(QStringLiteral("office.db"));
  const auto writer = open(file);
  writer->run(QStringLiteral("CREATE TABLE t (n)"));
  for (int i = 0; i < 3; ++i)
    Database(file, Database::Mode::ReadOnly).value(QStringLiteral("SELECT count(*) FROM t")); // as workers do
  // Another program that opens and closes it takes the log away, unless it sees that somebody has the file open.
  QProcess other;
  other.start(QStringLiteral("sqlite3"), {file, QStringLiteral("SELECT count(*) FROM t")});
  QVERIFY(other.waitForFinished());
  QCOMPARE(other.readAllStandardOutput().trimmed(), QByteArray("0"));
  QVERIFY(QFile::exists(file + QStringLiteral("-wal")));
  writer->run(QStringLiteral("INSERT INTO t VALUES (1)"));
  QCOMPARE(Database(file, Database::Mode::ReadOnly).value(QStringLiteral("SELECT count(*) FROM t")), 1);
}

void TestDatabase::readingOnlyRefusesToWrite() {
  QFETCH_GLOBAL(int, engine);
  QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("a.credenza"));
  open(file)->run(QStringLiteral("CREATE TABLE t (n INTEGER)"));
  Database reader(file, Database::Mode::ReadOnly, Database::Engine(engine));
  QCOMPARE(causeOf([&] { reader.run(QStringLiteral("INSERT INTO t VALUES (1)")); }), Error::Cause::NotWritable);
  QCOMPARE(causeOf([&] {
             Database missing(folder.filePath(QStringLiteral("b")), Database::Mode::ReadOnly, Database::Engine(engine));
           }),
           Error::Cause::NotReadable);
  QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("b"))));
}

void TestDatabase::readingOnlySeesWhatTheWriterCommits() {
  QFETCH_GLOBAL(int, engine);
  QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("a.credenza"));
  const auto writer = open(file);
  writer->run(QStringLiteral("CREATE TABLE t (n INTEGER)"));
  Database reader(file, Database::Mode::ReadOnly, Database::Engine(engine));
  const auto count = QStringLiteral("SELECT count(*) FROM t");
  QCOMPARE(reader.value(count), 0);
  writer->run(QStringLiteral("INSERT INTO t VALUES (1)"));
  QCOMPARE(reader.value(count), 1);
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
