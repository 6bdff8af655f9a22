// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/backups.h"
#include "core/datafile/datafile.h"
#include "core/team/provider.h"
#include "support/contents.h"
#include "support/samplefile.h"

#include <QRandomGenerator>
#include <QTest>

using namespace datafile;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }
const QDateTime start(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC);

void changeSomething(db::Database& database, const QString& name) {
  db::Transaction transaction(database, tester(), u("Changed"));
  auto provider = db::allWhere<Provider>(database, u("1 = 1 ORDER BY id LIMIT 1")).front();
  provider.lastName = name;
  db::save(transaction, provider);
  transaction.commit();
}

QString firstName(db::Database& database) {
  return database.text(u("SELECT last_name FROM provider ORDER BY id LIMIT 1"));
}

} // namespace

/// The backups that are made by themselves.
class TestBackups : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void oneIsDueAfterAChangeAndAQuarterOfAnHour();
  void eachRestoresToWhatTheFileWas();
  void oneOfEachDayWeekAndMonthIsKept_data();
  void oneOfEachDayWeekAndMonthIsKept();
  void olderOnesStayWhenANewOneCannotBeWritten();
  void otherFilesInTheFolderAreLeftAlone();
  void theClockGoingBackStopsNothing();
};

void TestBackups::oneIsDueAfterAChangeAndAQuarterOfAnHour() {
  SampleFile file;
  QVERIFY(isBackupDue(*file.database, start)); // there is none yet
  makeBackup(*file.database, start);
  QVERIFY(!isBackupDue(*file.database, start.addSecs(3600))); // nothing changed
  changeSomething(*file.database, u("Once"));
  QVERIFY(!isBackupDue(*file.database, start.addSecs(14 * 60)));
  QVERIFY(isBackupDue(*file.database, start.addSecs(15 * 60)));
}

void TestBackups::eachRestoresToWhatTheFileWas() {
  SampleFile file;
  QMap<QString, QByteArray> was;
  for (int i = 0; i < 5; ++i) {
    changeSomething(*file.database, u("Name %1").arg(i));
    was[makeBackup(*file.database, start.addSecs(i * 1200)).file] = contents(*file.database);
  }
  const auto all = backupsOf(file.database->file());
  QCOMPARE(all.size(), size_t(5));
  QVERIFY(all.front().made > all.back().made);
  for (const Backup& one : all) {
    const QString target = file.dir.filePath(u("restored.db"));
    restore(one.file, target, tester());
    const auto restored = openForReading(target);
    QCOMPARE(contents(*restored), was[one.file]);
    QVERIFY(check(*restored).empty());
    QCOMPARE(QFile(one.file).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
  }
}

void TestBackups::oneOfEachDayWeekAndMonthIsKept_data() {
  QTest::addColumn<quint32>("seed");
  for (quint32 seed = 1; seed <= 20; ++seed)
    QTest::addRow("seed %u", seed) << seed;
}

/// Backups at random moments over two years, thinned after each as the program does; then looked at from outside.
void TestBackups::oneOfEachDayWeekAndMonthIsKept() {
  QFETCH(quint32, seed);
  QRandomGenerator random(seed);
  std::vector<QDateTime> kept;
  QDateTime now = start;
  std::vector<QDateTime> made;
  for (int i = 0; i < 600; ++i) {
    now = now.addSecs(random.bounded(4) ? random.bounded(900, 20000) : random.bounded(20000, 500000));
    kept.push_back(now);
    made.push_back(now);
    std::vector<size_t> gone = thinned(kept, now);
    std::sort(gone.rbegin(), gone.rend());
    for (const size_t index : gone)
      kept.erase(kept.begin() + qptrdiff(index));
  }
  QVERIFY(kept.size() <= 12 + 10 + 9 + 9);
  QVERIFY(std::find(kept.begin(), kept.end(), now) != kept.end());
  // Of the newest so many days (weeks, months) in which a backup was made, each has one still.
  const auto holds = [&](int most, const std::function<QString(const QDateTime&)>& period) {
    QStringList newest;
    for (auto it = made.rbegin(); it != made.rend() && newest.size() < most; ++it)
      if (!newest.contains(period(*it)))
        newest << period(*it);
    for (const QString& each : newest)
      QVERIFY2(std::any_of(kept.begin(), kept.end(), [&](const QDateTime& time) { return period(time) == each; }),
               qPrintable(each));
  };
  holds(12, [](const QDateTime& time) { return time.date().toString(Qt::ISODate); });
  holds(10, [](const QDateTime& time) {
    int year = 0;
    const int week = time.date().weekNumber(&year);
    return u("%1 week %2").arg(year).arg(week);
  });
  holds(9, [](const QDateTime& time) { return time.date().toString(u("yyyy-MM")); });
}

void TestBackups::olderOnesStayWhenANewOneCannotBeWritten() {
  SampleFile file;
  for (int i = 0; i < 3; ++i)
    makeBackup(*file.database, start.addSecs(i * 10));
  changeSomething(*file.database, u("Later"));
  const auto before = backupsOf(file.database->file());
  // A folder stands where the new one would: nobody can write there, not even root.
  const QDateTime later = start.addDays(30);
  QDir(QFileInfo(before.front().file).absolutePath()).mkpath(later.toString(u("yyyy-MM-dd'T'HHmmss'Z'")) + u(".db/x"));
  QVERIFY_THROWS_EXCEPTION(db::Error, makeBackup(*file.database, later));
  QCOMPARE(backupsOf(file.database->file()).size(), before.size());
}

void TestBackups::otherFilesInTheFolderAreLeftAlone() {
  SampleFile file;
  const Backup first = makeBackup(*file.database, start);
  const QString own = QFileInfo(first.file).dir().filePath(u("before the audit.db"));
  QVERIFY(QFile::copy(first.file, own));
  for (int i = 1; i < 4; ++i)
    makeBackup(*file.database, start.addDays(400 * i));
  QVERIFY(QFile::exists(own));
  for (const Backup& one : backupsOf(file.database->file()))
    QVERIFY(one.file != own);
}

void TestBackups::theClockGoingBackStopsNothing() {
  SampleFile file;
  makeBackup(*file.database, start.addYears(1)); // the clock was wrong
  changeSomething(*file.database, u("Now"));
  QVERIFY(isBackupDue(*file.database, start));
  makeBackup(*file.database, start);
  bool found = false;
  for (const Backup& one : backupsOf(file.database->file()))
    found = found || firstName(*openForReading(one.file)) == u("Now");
  QVERIFY(found);
}

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
