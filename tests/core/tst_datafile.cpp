// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/documenttype.h"
#include "core/datafile/migrations.h"
#include "core/team/team.h"
#include "support/freshfile.h"
#include "support/testdata.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

using db::Error;

namespace {

/// How what() ends: the cause and the sentence for people; nothing when it passes.
struct Ending {
  std::optional<Error::Cause> cause;
  QString sentence;
};
template<class What>
Ending endingOf(What&& what) {
  try {
    what();
  } catch (const Error& error) {
    return {error.cause(), error.sentence()};
  }
  return {};
}

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
    qFatal("cannot write %s", qPrintable(path));
}

/// Past the program, as the sqlite3 shell would.
void runRaw(const QString& path, const char* sql) {
  sqlite3* handle = nullptr;
  if (sqlite3_open(path.toUtf8().constData(), &handle) != SQLITE_OK ||
      sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    qFatal("%s: %s", sql, sqlite3_errmsg(handle));
  sqlite3_close(handle);
}

/// Nobody while it lives, where the test runs as root: root may read and write everything.
class Nobody {
public:
  Nobody() : m_wasRoot(geteuid() == 0) {
    if (m_wasRoot && setresuid(65534, 65534, 0) != 0)
      qFatal("cannot become nobody");
  }
  ~Nobody() {
    if (m_wasRoot && setresuid(0, 0, 0) != 0)
      qFatal("cannot become root again");
  }

private:
  bool m_wasRoot;
};

} // namespace

class TestDataFile : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init();
  void aNewFileHasVersionPragmasAndDocumentTypes();
  void aNewFilePassesItsCheck();
  void openingAgainChangesNothing();
  void businessDaysOfTwoCenturiesAreThere();
  void everyScriptIsAMigrationInItsOrder();
  void filesOfEveryVersionComeUpToTodayWithAllTheyHold_data();
  void filesOfEveryVersionComeUpToTodayWithAllTheyHold();
  void anUpgradeFillsInWhenAllScriptsHaveRun();
  void anUpgradeWorksOutAnewWhatFollowsFromOthers();
  void anUpgradeThatFailsChangesNothing();
  void whatAKilledProgramLeftHalfDoneIsTakenBackBeforeAnUpgrade();
  void aFileThatCannotBeMadeLeavesNothing();
  void killedWhileItIsMadeAFileIsNotThere();
  void aNewerFileIsRefusedUnchanged();
  void foreignFilesAreRefusedUnchanged_data();
  void foreignFilesAreRefusedUnchanged();
  void aCutFileIsNeverTakenForWhole();
  void flippedBytesAreNoticed();
  void anUnreadableFileIsRefused();
  void anUnwritableFileIsRefusedAtTheFirstWrite();
  void readingNeedsAnExistingFile();
  void readingRefusesAnOlderFileUnchanged();
  void readingWorksBesideTheWriter();
  void readingWorksWhereNothingMayBeWritten();
  void backupAndRestoreKeepEverything();
  void aBackupReplacesAnOlderOneAndLeavesNoPart();
  void aBackupIsForItsOwnerAlone();
  void aBackupThatCannotBeWrittenLeavesTheOldOne();
  void theDataFileIsNoBackupOfItself();
  void whatIsPutInItsPlaceIsNotMixedWithWhatStoodThere();
  void restoreKeepsWhatWasThere();
  void aRestoreThatFailsLosesNothing();
  void restoreRefusesADamagedBackup();
  void restoreBringsAnOlderBackupUpToToday();
  void aFileIsThereOnlyWhenItIsFilled();
  void checkFindsBrokenLinks();
  void checkFindsAStatusThatDoesNotFollow();
  void checkFindsAStatusOfEnrollmentsThatIsNotAsItCame();

private:
  /// A file of that version as it was once released.
  void unpack(int version, const char* name);
  QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
  /// A file with one team, closed.
  QString someFile(const char* name = "a.credenza");

  std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDataFile::init() { m_folder = std::make_unique<QTemporaryDir>(); }

QString TestDataFile::someFile(const char* name) {
  const auto file = datafile::open(path(name), tester());
  db::Transaction transaction(*file, tester(), QStringLiteral("Added a team"));
  db::save(transaction, Team{{}, QStringLiteral("Lakeside")});
  transaction.commit();
  return path(name);
}

void TestDataFile::aNewFileHasVersionPragmasAndDocumentTypes() {
  const auto file = datafile::open(path("a.credenza"), tester());
  QCOMPARE(file->value(QStringLiteral("PRAGMA user_version")), datafile::currentVersion());
  QCOMPARE(file->value(QStringLiteral("PRAGMA application_id")), 0x43524456);
  for (const db::Pragma& pragma : db::wantedPragmas())
    QCOMPARE(file->text(QStringLiteral("PRAGMA %1").arg(QLatin1String(pragma.name))),
             QString::fromLatin1(pragma.value));
  const auto ladder = [&](const char* type) {
    return file->text(QStringLiteral("SELECT ladder FROM document_type WHERE name = ?"), {QString::fromLatin1(type)});
  };
  QCOMPARE(ladder("State licence"), QStringLiteral("120/90/60/30/14/7/0"));
  QCOMPARE(ladder("Board certification"), QStringLiteral("180/120/90/60/30/14/7/0"));
  QCOMPARE(ladder("TB test"), QStringLiteral("45/30/14/7/0"));
  QCOMPARE(file->text(QStringLiteral("SELECT group_concat(name) FROM (SELECT t.name FROM document_requirement r JOIN "
                                     "document_type t ON t.id = r.document_type_id ORDER BY t.name)")),
           QStringLiteral("Malpractice insurance,State licence"));
}

void TestDataFile::aNewFilePassesItsCheck() { QCOMPARE(datafile::check(*freshFile()), std::vector<QString>()); }

void TestDataFile::openingAgainChangesNothing() {
  const QString file = someFile();
  const QByteArray before = bytesOf(file);
  {
    const auto again = datafile::open(file, tester());
    QCOMPARE(again->text(QStringLiteral("SELECT name FROM team")), QStringLiteral("Lakeside"));
  }
  QCOMPARE(bytesOf(file), before);
  QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("a.credenza")});
}

void TestDataFile::businessDaysOfTwoCenturiesAreThere() {
  const auto file = freshFile();
  QCOMPARE(file->text(QStringLiteral("SELECT min(day) || ' ' || max(day) FROM business_day")),
           QStringLiteral("1900-01-01 2099-12-31"));
  // Thursday 2 July 2026 to Monday 6 July: Friday is the fourth of July as observed.
  QCOMPARE(file->value(QStringLiteral("SELECT b.number - a.number FROM business_day a, business_day b WHERE a.day = "
                                      "'2026-07-02' AND b.day = '2026-07-06'")),
           1);
}

void TestDataFile::everyScriptIsAMigrationInItsOrder() {
  QStringList scripts;
  int last = 0;
  for (const datafile::Migration& migration : datafile::migrations()) {
    QCOMPARE(migration.version, ++last);
    scripts << QString::fromLatin1(migration.script).section(QLatin1Char('/'), -1);
  }
  QCOMPARE(QDir(QStringLiteral(":/sql")).entryList(QDir::Files, QDir::Name), scripts);
}

void TestDataFile::unpack(int version, const char* name) {
  const QString packed = testData("versions/%1.credenza.gz").arg(version, 3, 10, QLatin1Char('0'));
  QByteArray bytes;
  gzFile file = gzopen(packed.toUtf8().constData(), "rb");
  if (!file)
    qFatal("no %s", qPrintable(packed));
  QByteArray part(1 << 16, Qt::Uninitialized);
  for (int got = 0; (got = gzread(file, part.data(), unsigned(part.size()))) > 0;)
    bytes.append(part.constData(), got);
  gzclose(file);
  write(path(name), bytes);
}

/// One small file of each version that was ever released, packed; never made anew.
void TestDataFile::filesOfEveryVersionComeUpToTodayWithAllTheyHold_data() {
  QTest::addColumn<int>("version");
  for (const QString& file : QDir(testData("versions")).entryList(QDir::Files))
    QTest::newRow(qPrintable(file)) << file.left(3).toInt();
}

void TestDataFile::filesOfEveryVersionComeUpToTodayWithAllTheyHold() {
  QFETCH(int, version);
  unpack(version, "a.credenza");
  const auto read = [&](const std::vector<const db::Table*>& tables) {
    QStringList all;
    sqlite3* handle = nullptr;
    if (sqlite3_open(path("a.credenza").toUtf8().constData(), &handle) != SQLITE_OK)
      qFatal("cannot open");
    for (const db::Table* table : tables) {
      sqlite3_stmt* rows = nullptr;
      const QString sql = QStringLiteral("SELECT * FROM %1 ORDER BY id").arg(table->name());
      if (sqlite3_prepare_v2(handle, sql.toUtf8().constData(), -1, &rows, nullptr) != SQLITE_OK)
        continue; // not yet in that version
      while (sqlite3_step(rows) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count(rows); ++i)
          if (const auto* text = sqlite3_column_text(rows, i); text && *text)
            all << QStringLiteral("%1 %2 %3=%4")
                       .arg(table->name())
                       .arg(sqlite3_column_int64(rows, 0))
                       .arg(QLatin1String(sqlite3_column_name(rows, i)),
                            QString::fromUtf8(reinterpret_cast<const char*>(text)));
      sqlite3_finalize(rows);
    }
    sqlite3_close(handle);
    return QSet<QString>(all.begin(), all.end());
  };
  const auto tables = db::Table::all();
  const QSet<QString> before = read(tables);
  QVERIFY(before.size() > 100);
  {
    const auto opened = datafile::open(path("a.credenza"), tester());
    QCOMPARE(opened->value(QStringLiteral("PRAGMA user_version")), datafile::currentVersion());
    QCOMPARE(datafile::check(*opened), std::vector<QString>());
  }
  QCOMPARE((before - read(tables)).values(), QStringList());
}

void TestDataFile::anUpgradeFillsInWhenAllScriptsHaveRun() {
  write(path("1.sql"), "CREATE TABLE pager (number TEXT)");
  write(path("2.sql"), "ALTER TABLE pager ADD COLUMN note TEXT NOT NULL DEFAULT ''");
  const QByteArray one = path("1.sql").toUtf8(), two = path("2.sql").toUtf8();
  const auto fill = [](db::Transaction& transaction) {
    transaction.database().run(QStringLiteral("INSERT INTO pager (number, note) VALUES ('7', 'beeps')"));
  };
  const auto file = freshFile();
  const int now = datafile::currentVersion();
  datafile::upgrade(*file, {{now + 1, one.constData(), fill}, {now + 2, two.constData()}}, now, tester());
  QCOMPARE(file->text(QStringLiteral("SELECT number || note FROM pager")), QStringLiteral("7beeps"));
  QCOMPARE(file->value(QStringLiteral("PRAGMA user_version")), now + 2);
}

void TestDataFile::anUpgradeWorksOutAnewWhatFollowsFromOthers() {
  const auto file = datafile::open(someFile(), tester());
  // As an older rule may have left it.
  file->run(QStringLiteral("UPDATE team SET sort_name = 'by an older rule'"));
  QVERIFY(!datafile::check(*file).empty());
  write(path("2.sql"), "CREATE TABLE pager (number TEXT)");
  const QByteArray script = path("2.sql").toUtf8();
  const int now = datafile::currentVersion();
  datafile::upgrade(*file, {{now + 1, script.constData()}}, now, tester());
  QCOMPARE(file->text(QStringLiteral("SELECT sort_name FROM team")), QStringLiteral("lakeside"));
  QCOMPARE(datafile::check(*file), std::vector<QString>());
}

/// An older copy without a log of its own, whose writer was killed: its journal lies beside it.
void TestDataFile::whatAKilledProgramLeftHalfDoneIsTakenBackBeforeAnUpgrade() {
  unpack(4, "writing.credenza");
  sqlite3* handle = nullptr;
  QCOMPARE(sqlite3_open(path("writing.credenza").toUtf8().constData(), &handle), SQLITE_OK);
  const auto run = [&](const char* sql) { return sqlite3_exec(handle, sql, nullptr, nullptr, nullptr); };
  QCOMPARE(run("PRAGMA cache_size = 1; BEGIN; UPDATE provider SET last_name = 'Half done'; DELETE FROM change_row"),
           SQLITE_OK);
  write(path("a.credenza"), bytesOf(path("writing.credenza")));
  write(path("a.credenza-journal"), bytesOf(path("writing.credenza-journal")));
  run("ROLLBACK");
  sqlite3_close(handle);
  QVERIFY(bytesOf(path("a.credenza")) != bytesOf(path("writing.credenza")));
  const auto file = datafile::open(path("a.credenza"), tester());
  QCOMPARE(file->value(QStringLiteral("SELECT count(*) FROM provider WHERE last_name = 'Half done'")), 0);
  QCOMPARE(datafile::check(*file), std::vector<QString>());
}

void TestDataFile::anUpgradeThatFailsChangesNothing() {
  const auto file = datafile::open(someFile(), tester());
  write(path("2.sql"), "CREATE TABLE pager (number TEXT)");
  write(path("3.sql"), "ALTER TABLE nowhere ADD COLUMN pager TEXT");
  const QByteArray two = path("2.sql").toUtf8(), three = path("3.sql").toUtf8();
  const int now = datafile::currentVersion();
  const auto ending = endingOf([&] {
    datafile::upgrade(*file, {{now + 1, two.constData()}, {now + 2, three.constData()}}, now, tester());
  });
  QVERIFY(ending.cause);
  QCOMPARE(file->value(QStringLiteral("PRAGMA user_version")), now);
  QCOMPARE(file->value(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'pager'")), 0);
}

void TestDataFile::aFileThatCannotBeMadeLeavesNothing() {
  const auto ending = endingOf([&] { datafile::open(path("no folder/a.credenza"), tester()); });
  QCOMPARE(ending.cause, Error::Cause::NotWritable);
  QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestDataFile::killedWhileItIsMadeAFileIsNotThere() {
  const QString name = path("a.credenza");
  for (const rlim_t most : {0, 100, 4096, 30000, 200000, 1000000}) {
    const pid_t child = fork();
    if (child == 0) {
      // The system kills it at the first byte beyond.
      const rlimit size{most, most}, none{0, 0};
      setrlimit(RLIMIT_CORE, &none);
      setrlimit(RLIMIT_FSIZE, &size);
      datafile::open(name, tester());
      _exit(0);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QVERIFY(!QFile::exists(name));
  }
  QCOMPARE(datafile::check(*datafile::open(name, tester())), std::vector<QString>());
  QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("a.credenza")});
}

void TestDataFile::aNewerFileIsRefusedUnchanged() {
  const QString file = someFile();
  runRaw(file, "PRAGMA user_version = 999");
  const QByteArray before = bytesOf(file);
  const auto ending = endingOf([&] { datafile::open(file, tester()); });
  QCOMPARE(ending.cause, Error::Cause::Newer);
  QVERIFY(ending.sentence.contains(QLatin1String("newer")));
  QCOMPARE(endingOf([&] { datafile::openForReading(file); }).cause, Error::Cause::Newer);
  QCOMPARE(bytesOf(file), before);
  QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("a.credenza")});
}

void TestDataFile::foreignFilesAreRefusedUnchanged_data() {
  QTest::addColumn<QString>("kind");
  QTest::addColumn<int>("cause");
  const auto add = [](const char* kind, Error::Cause cause) {
    QTest::newRow(kind) << QString::fromLatin1(kind) << int(cause);
  };
  add("text", Error::Cause::NotADatabase);
  add("empty", Error::Cause::NotADatabase);
  add("one byte", Error::Cause::NotADatabase);
  add("another program's database", Error::Cause::NotADatabase);
  add("another program's database in WAL mode", Error::Cause::NotADatabase);
  add("a SQLite header and nothing else", Error::Cause::NotADatabase);
  add("folder", Error::Cause::NotReadable);
}

void TestDataFile::foreignFilesAreRefusedUnchanged() {
  QFETCH(QString, kind);
  QFETCH(int, cause);
  const QString file = path("a.credenza");
  if (kind == QLatin1String("text"))
    write(file, "NPI,Last name\r\n1234567893,Marten\r\n");
  else if (kind == QLatin1String("empty"))
    write(file, {});
  else if (kind == QLatin1String("one byte"))
    write(file, "S");
  else if (kind == QLatin1String("another program's database"))
    runRaw(file, "CREATE TABLE t (n)");
  else if (kind == QLatin1String("another program's database in WAL mode"))
    runRaw(file, "PRAGMA journal_mode = wal; CREATE TABLE t (n)");
  else if (kind == QLatin1String("a SQLite header and nothing else"))
    write(file, QByteArray("SQLite format 3\0", 16));
  else
    QVERIFY(QDir().mkdir(file));
  const QByteArray before = bytesOf(file);
  const auto opened = endingOf([&] { datafile::open(file, tester()); });
  QCOMPARE(opened.cause, Error::Cause(cause));
  QVERIFY(opened.sentence.contains(QLatin1String("not changed")));
  QCOMPARE(endingOf([&] { datafile::openForReading(file); }).cause, Error::Cause(cause));
  QCOMPARE(bytesOf(file), before);
  QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
           QStringList{QStringLiteral("a.credenza")});
}

void TestDataFile::aCutFileIsNeverTakenForWhole() {
  const QByteArray whole = bytesOf(someFile());
  for (const qsizetype size :
       {qsizetype{100}, qsizetype{512}, qsizetype{5000}, whole.size() / 2, whole.size() - 4096}) {
    const QString file = path("cut.credenza");
    write(file, whole.first(size));
    std::vector<QString> found;
    const auto ending = endingOf([&] { found = datafile::check(*datafile::openForReading(file)); });
    QVERIFY2(ending.cause || !found.empty(), qPrintable(QString::number(size)));
  }
}

void TestDataFile::flippedBytesAreNoticed() {
  const QString file = someFile();
  const QByteArray whole = bytesOf(file);
  // Within the names of document types, which are all in history.
  const qsizetype at = whole.lastIndexOf("Board certification");
  QVERIFY(at > 0);
  QByteArray damaged = whole;
  damaged[at] = 'b';
  write(file, damaged);
  QVERIFY(!datafile::check(*datafile::openForReading(file)).empty());
  // A page of the tables' own structure
  damaged = whole;
  damaged.replace(4096, 4096, QByteArray(4096, '\x5a'));
  write(file, damaged);
  std::vector<QString> found;
  const auto ending = endingOf([&] { found = datafile::check(*datafile::openForReading(file)); });
  QVERIFY(ending.cause == Error::Cause::Damaged || !found.empty());
}

void TestDataFile::anUnreadableFileIsRefused() {
  const QString file = someFile();
  QVERIFY(QFile::setPermissions(file, {}));
  QVERIFY(chmod(m_folder->path().toUtf8().constData(), 0755) == 0);
  const auto ending = endingOf([&] {
    const Nobody nobody;
    datafile::open(file, tester());
  });
  QCOMPARE(ending.cause, Error::Cause::NotReadable);
  QVERIFY(ending.sentence.contains(QLatin1String("not changed")));
}

void TestDataFile::anUnwritableFileIsRefusedAtTheFirstWrite() {
  const QString file = someFile();
  QVERIFY(chmod(file.toUtf8().constData(), 0444) == 0);
  QVERIFY(chmod(m_folder->path().toUtf8().constData(), 0777) == 0);
  const QByteArray before = bytesOf(file);
  const auto ending = endingOf([&] {
    const Nobody nobody;
    const auto database = datafile::open(file, tester());
    db::Transaction transaction(*database, tester(), QStringLiteral("Rename"));
    db::save(transaction, Team{{}, QStringLiteral("Hillside")});
    transaction.commit();
  });
  QCOMPARE(ending.cause, Error::Cause::NotWritable);
  QCOMPARE(bytesOf(file), before);
}

void TestDataFile::readingNeedsAnExistingFile() {
  QCOMPARE(endingOf([&] { datafile::openForReading(path("a.credenza")); }).cause, Error::Cause::NotReadable);
  QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestDataFile::readingRefusesAnOlderFileUnchanged() {
  const QString file = someFile();
  runRaw(file, "PRAGMA user_version = 0");
  const QByteArray before = bytesOf(file);
  QCOMPARE(endingOf([&] { datafile::openForReading(file); }).cause, Error::Cause::NotReadable);
  QCOMPARE(bytesOf(file), before);
}

void TestDataFile::readingWorksBesideTheWriter() {
  const QString file = someFile();
  const auto writer = datafile::open(file, tester());
  const auto reader = datafile::openForReading(file);
  db::Transaction transaction(*writer, tester(), QStringLiteral("Add"));
  db::save(transaction, Team{{}, QStringLiteral("Hillside")});
  QCOMPARE(reader->value(QStringLiteral("SELECT count(*) FROM team")), 1);
  transaction.commit();
  QCOMPARE(reader->value(QStringLiteral("SELECT count(*) FROM team")), 2);
}

void TestDataFile::readingWorksWhereNothingMayBeWritten() {
  const QString file = someFile();
  QVERIFY(chmod(file.toUtf8().constData(), 0444) == 0);
  QVERIFY(chmod(m_folder->path().toUtf8().constData(), 0555) == 0);
  QString name;
  const auto ending = endingOf([&] {
    const Nobody nobody;
    name = datafile::openForReading(file)->text(QStringLiteral("SELECT name FROM team"));
  });
  QVERIFY(chmod(m_folder->path().toUtf8().constData(), 0755) == 0);
  QVERIFY2(!ending.cause, qPrintable(ending.sentence));
  QCOMPARE(name, QStringLiteral("Lakeside"));
}

void TestDataFile::backupAndRestoreKeepEverything() {
  const QString file = someFile();
  {
    const auto database = datafile::openForReading(file);
    datafile::backup(*database, path("copy.credenza"));
  }
  {
    const auto database = datafile::open(file, tester());
    db::Transaction transaction(*database, tester(), QStringLiteral("Add"));
    db::save(transaction, Team{{}, QStringLiteral("Hillside")});
    transaction.commit();
  }
  datafile::restore(path("copy.credenza"), file, tester());
  const auto database = datafile::open(file, tester());
  QCOMPARE(database->text(QStringLiteral("SELECT group_concat(name) FROM team")), QStringLiteral("Lakeside"));
  QCOMPARE(datafile::check(*database), std::vector<QString>());
}

void TestDataFile::aBackupReplacesAnOlderOneAndLeavesNoPart() {
  const auto database = datafile::open(someFile(), tester());
  write(path("copy.credenza"), "something old");
  datafile::backup(*database, path("copy.credenza"));
  QCOMPARE(datafile::openForReading(path("copy.credenza"))->text(QStringLiteral("SELECT name FROM team")),
           QStringLiteral("Lakeside"));
  QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("copy*")}, QDir::Files),
           QStringList{QStringLiteral("copy.credenza")});
}

void TestDataFile::aBackupIsForItsOwnerAlone() {
  const auto database = datafile::open(someFile(), tester());
  datafile::backup(*database, path("copy.credenza"));
  const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
  QVERIFY(!(QFile::permissions(path("copy.credenza")) & others));
}

void TestDataFile::aBackupThatCannotBeWrittenLeavesTheOldOne() {
  const auto database = datafile::open(someFile(), tester());
  QCOMPARE(endingOf([&] { datafile::backup(*database, path("no folder/copy")); }).cause, Error::Cause::NotWritable);
  QVERIFY(QDir().mkpath(path("copy/inside")));
  QCOMPARE(endingOf([&] { datafile::backup(*database, path("copy")); }).cause, Error::Cause::NotWritable);
  QVERIFY(QDir(path("copy/inside")).exists());
  QVERIFY(!QFile::exists(path("copy.partial")));
}

void TestDataFile::theDataFileIsNoBackupOfItself() {
  const QString file = someFile();
  QVERIFY(QFile::link(file, path("link.credenza")));
  for (const QString& itself : {file, path("link.credenza")}) {
    const auto database = datafile::openForReading(file);
    QCOMPARE(endingOf([&] { datafile::backup(*database, itself); }).cause, Error::Cause::NotWritable);
    QCOMPARE(endingOf([&] { datafile::restore(itself, file, tester()); }).cause, Error::Cause::NotReadable);
  }
  QVERIFY(QFileInfo(path("link.credenza")).isSymLink());
  QVERIFY(!QFile::exists(file + QStringLiteral(".before-restore")));
}

void TestDataFile::whatIsPutInItsPlaceIsNotMixedWithWhatStoodThere() {
  const auto database = datafile::open(someFile(), tester());
  write(path("copy.credenza-wal"), "of a backup that somebody opened");
  datafile::backup(*database, path("copy.credenza"));
  QVERIFY(!QFile::exists(path("copy.credenza-wal")));
}

void TestDataFile::restoreKeepsWhatWasThere() {
  const QString file = someFile();
  const QString backup = someFile("backup.credenza");
  {
    const auto database = datafile::open(file, tester());
    db::Transaction transaction(*database, tester(), QStringLiteral("Add"));
    db::save(transaction, Team{{}, QStringLiteral("Hillside")});
    transaction.commit();
  }
  datafile::restore(backup, file, tester());
  QCOMPARE(datafile::openForReading(file)->value(QStringLiteral("SELECT count(*) FROM team")), 1);
  QCOMPARE(datafile::openForReading(file + QStringLiteral(".before-restore"))
               ->value(QStringLiteral("SELECT count(*) FROM team")),
           2);
}

void TestDataFile::aRestoreThatFailsLosesNothing() {
  const QString file = someFile();
  const QString backup = someFile("backup.credenza");
  QVERIFY(QDir().mkpath(file + QStringLiteral(".before-restore/inside"))); // the old file cannot be set aside
  QCOMPARE(endingOf([&] { datafile::restore(backup, file, tester()); }).cause, Error::Cause::NotWritable);
  QCOMPARE(datafile::openForReading(file)->text(QStringLiteral("SELECT name FROM team")), QStringLiteral("Lakeside"));
  QVERIFY(!QFile::exists(file + QStringLiteral(".restoring")));
}

void TestDataFile::restoreRefusesADamagedBackup() {
  const QString file = someFile();
  const QByteArray before = bytesOf(file);
  const QString backup = someFile("backup.credenza");
  runRaw(backup, "UPDATE team SET name = 'Hillside', sort_name = 'hillside'");
  QCOMPARE(endingOf([&] { datafile::restore(backup, file, tester()); }).cause, Error::Cause::Damaged);
  write(backup, "no database");
  QCOMPARE(endingOf([&] { datafile::restore(backup, file, tester()); }).cause, Error::Cause::NotADatabase);
  QCOMPARE(endingOf([&] { datafile::restore(path("missing"), file, tester()); }).cause, Error::Cause::NotReadable);
  QCOMPARE(bytesOf(file), before);
}

void TestDataFile::checkFindsBrokenLinks() {
  const QString file = someFile();
  runRaw(file, "PRAGMA foreign_keys = 0; INSERT INTO coordinator_team (coordinator_id, team_id) VALUES (5, 1)");
  const auto found = datafile::check(*datafile::openForReading(file));
  QVERIFY(std::any_of(found.begin(), found.end(), [](const QString& sentence) {
    return sentence.startsWith(QLatin1String("coordinator_team 1 points to a coordinator"));
  }));
}

void TestDataFile::checkFindsAStatusOfEnrollmentsThatIsNotAsItCame() {
  const auto file = freshFile();
  file->run(QStringLiteral("UPDATE enrollment_status SET claims = 'Bill' WHERE name = 'Committee'"));
  QCOMPARE(datafile::check(*file),
           std::vector<QString>{QStringLiteral("The table enrollment_status is not as it came with the program.")});
}

void TestDataFile::checkFindsAStatusThatDoesNotFollow() {
  const auto file = freshFile();
  db::Transaction transaction(*file, tester(), QStringLiteral("Add"));
  transaction.insert(*db::Table::find(QStringLiteral("tracking")), {QStringLiteral("T-1"),
                                                                    {},
                                                                    {},
                                                                    {},
                                                                    {},
                                                                    QStringLiteral("Payor"),
                                                                    QStringLiteral("Initial"),
                                                                    {},
                                                                    {},
                                                                    QString(),
                                                                    {},
                                                                    {},
                                                                    {},
                                                                    QStringLiteral("Normal"),
                                                                    QDate(2026, 3, 2),
                                                                    QString(),
                                                                    QString(),
                                                                    {}});
  transaction.commit();
  QCOMPARE(datafile::check(*file), std::vector<QString>());
  file->run(QStringLiteral("UPDATE tracking SET status = 'Completed'"));
  QCOMPARE(datafile::check(*file).size(), size_t{1});
}

void TestDataFile::restoreBringsAnOlderBackupUpToToday() {
  unpack(1, "old.credenza");
  datafile::restore(path("old.credenza"), path("a.credenza"), tester());
  const auto file = datafile::openForReading(path("a.credenza"));
  QCOMPARE(file->value(QStringLiteral("PRAGMA user_version")), datafile::currentVersion());
  QCOMPARE(file->value(QStringLiteral("SELECT count(*) FROM provider")), 3);
  QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.restoring*"), QStringLiteral("*.before*")}),
           QStringList());
}

void TestDataFile::aFileIsThereOnlyWhenItIsFilled() {
  bool wasThere = true;
  const auto fill = [&](db::Database&) {
    wasThere = QFile::exists(path("a.credenza"));
    throw std::runtime_error("stopped");
  };
  QVERIFY_THROWS_EXCEPTION(std::runtime_error, datafile::create(path("a.credenza"), tester(), fill));
  QVERIFY(!wasThere);
  QVERIFY(QDir(m_folder->path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestDataFile)
#include "tst_datafile.moc"
