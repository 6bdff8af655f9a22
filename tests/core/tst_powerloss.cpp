// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultyvfs.h"
#include "support/figure.h"
#include "support/smalloffice.h"
#include "support/testdata.h"

#include <QTemporaryDir>
#include <QTest>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

constexpr int edits = 6;

/// How many moments are tried where `usual` are in every run.
int momentsOf(int usual) {
#ifdef __SANITIZE_ADDRESS__ // all of this is some five times slower then
  usual /= 5;
#endif
  return figure("CREDENZA_MOMENTS", usual, 1000);
}

} // namespace

/// The disk fails at every moment of the work: what was said to be saved is there, and nothing half of it.
class TestPowerLoss : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void whatWasSavedOutlivesAPowerLoss_data();
  void whatWasSavedOutlivesAPowerLoss();
  void withLessCareItWouldBeLost();
  void aPowerLossWhileUpgradingLosesNothing();
  void aPowerLossWhileBackingUpLeavesTheEarlierBackupOrAWholeNewOne();
  void aDiskThatFailsOnceOrForGoodIsSaidAndNothingIsHalf_data();
  void aDiskThatFailsOnceOrForGoodIsSaidAndNothingIsHalf();

private:
  /// The small office in its place, as on the first day.
  QString freshCopy();
  /// Changes by one hand after the other, counted as each is said to be saved. Answers how many were.
  int work(const QString& file, bool bulk, const char* synchronous = nullptr);
  /// How many of the changes a file holds, once the power is back; -1 when it is not sound.
  int kept(const QString& file);
  int callsOf(FaultyVfs& vfs, bool bulk);

  QTemporaryDir m_folder;
  QString m_first, m_error;
};

void TestPowerLoss::initTestCase() {
  m_first = m_folder.filePath(u("first.db"));
  makeSmallOffice(m_first, 300);
}

QString TestPowerLoss::freshCopy() {
  const QString file = m_folder.filePath(u("office.db"));
  for (const char* suffix : {"", "-wal", "-shm", "-journal"})
    QFile::remove(file + QLatin1String(suffix));
  QFile::copy(m_first, file);
  return file;
}

int TestPowerLoss::work(const QString& file, bool bulk, const char* synchronous) {
  int saved = 0;
  m_error.clear();
  try {
    const auto database = datafile::open(file, tester());
    if (synchronous)
      database->run(u("PRAGMA synchronous = %1").arg(QLatin1String(synchronous)));
    for (int edit = 1; edit <= edits; ++edit) {
      db::Transaction transaction(*database, tester(), u("Edit"));
      const auto all = db::allWhere<Provider>(*database, u("1 = 1 ORDER BY id"));
      for (int i = 0; i < (bulk ? 250 : 1); ++i) {
        Provider provider = all[size_t(i)];
        provider.firstName = QString::number(edit);
        db::save(transaction, provider);
      }
      transaction.commit();
      saved = edit;
    }
  } catch (const db::Error& error) {
    m_error = error.sentence();
  }
  return saved;
}

int TestPowerLoss::kept(const QString& file) {
  QFile::remove(file + u("-shm")); // memory
  try {
    const auto database = datafile::open(file, tester());
    if (!datafile::check(*database).empty())
      return -1;
    const auto first = database->text(u("SELECT first_name FROM provider ORDER BY id LIMIT 1")).toInt();
    // All of a change or none of it: whoever is in it has the same number.
    const bool whole =
        database->value(u("SELECT count(DISTINCT first_name) FROM provider WHERE first_name <> ''")) <= 1;
    return whole ? first : -1;
  } catch (const db::Error& error) {
    m_error = error.sentence() + error.details();
    return -1;
  }
}

int TestPowerLoss::callsOf(FaultyVfs& vfs, bool bulk) {
  const QString file = freshCopy();
  vfs.arm(FaultyVfs::Way::PowerLoss, 1 << 30);
  const int saved = work(file, bulk);
  const int calls = vfs.calls();
  QRandomGenerator random(1);
  vfs.settle(random);
  return saved == edits ? calls : 0;
}

void TestPowerLoss::whatWasSavedOutlivesAPowerLoss_data() {
  QTest::addColumn<bool>("bulk");
  QTest::addColumn<int>("moments");
  QTest::newRow("one record") << false << momentsOf(1000);
  QTest::newRow("250 records") << true << momentsOf(200);
}

void TestPowerLoss::whatWasSavedOutlivesAPowerLoss() {
  QFETCH(bool, bulk);
  QFETCH(int, moments);
  FaultyVfs vfs;
  QRandomGenerator random(7);
  const int calls = callsOf(vfs, bulk);
  QVERIFY(calls > 20);
  for (int moment = 0; moment < moments; ++moment) {
    const QString file = freshCopy();
    const int at = 1 + int(qint64(calls) * moment / moments);
    vfs.arm(FaultyVfs::Way::PowerLoss, at);
    const int saved = work(file, bulk);
    vfs.settle(random);
    const int found = kept(file);
    QVERIFY2(
        found >= saved && found <= saved + 1,
        qPrintable(u("call %1 of %2: %3 saved, %4 kept; %5").arg(at).arg(calls).arg(saved).arg(found).arg(m_error)));
  }
}

/// Shows that the test above can fail: without a sync at each commit changes are lost.
void TestPowerLoss::withLessCareItWouldBeLost() {
  FaultyVfs vfs;
  QRandomGenerator random(7);
  const int calls = callsOf(vfs, false);
  int lost = 0;
  for (int moment = 0; moment < 60; ++moment) {
    const QString file = freshCopy();
    vfs.arm(FaultyVfs::Way::PowerLoss, 1 + calls * moment / 60);
    const int saved = work(file, false, "NORMAL");
    vfs.settle(random);
    lost += kept(file) < saved;
  }
  QVERIFY(lost > 0);
}

void TestPowerLoss::aPowerLossWhileUpgradingLosesNothing() {
  const QString old = m_folder.filePath(u("old.db")), file = m_folder.filePath(u("upgraded.db"));
  QProcess::execute(u("sh"), {u("-c"), u("gzip -dc '%1' > '%2'").arg(testData("versions/001.credenza.gz"), old)});
  const auto place = [&] {
    for (const QFileInfo& info : QFileInfo(file).dir().entryInfoList({u("upgraded.db*")}, QDir::Files))
      QFile::remove(info.filePath());
    QFile::copy(old, file);
  };
  const auto providers = [&](const QString& path) {
    db::Database database(path, db::Database::Mode::Look);
    return database.value(u("SELECT count(*) FROM provider"));
  };
  const qint64 before = providers(old);
  QVERIFY(before > 0);
  FaultyVfs vfs;
  QRandomGenerator random(7);
  place();
  vfs.arm(FaultyVfs::Way::PowerLoss, 1 << 30);
  (void)datafile::open(file, tester());
  const int calls = vfs.calls();
  vfs.settle(random);
  const int moments = momentsOf(100);
  for (int moment = 0; moment < moments; ++moment) {
    place();
    vfs.arm(FaultyVfs::Way::PowerLoss, 1 + int(qint64(calls) * moment / moments));
    try {
      (void)datafile::open(file, tester());
    } catch (const db::Error&) {
      // the power went
    }
    vfs.settle(random);
    QFile::remove(file + u("-shm"));
    const auto again = datafile::open(file, tester());
    QVERIFY2(datafile::check(*again).empty(), qPrintable(QString::number(moment)));
    QCOMPARE(again->value(u("SELECT count(*) FROM provider")), before);
  }
}

void TestPowerLoss::aPowerLossWhileBackingUpLeavesTheEarlierBackupOrAWholeNewOne() {
  const QString earlier = m_folder.filePath(u("earlier.db")), target = m_folder.filePath(u("backup.db"));
  const QString file = freshCopy();
  const auto edit = [&](int number) {
    const auto database = datafile::open(file, tester());
    db::Transaction transaction(*database, tester(), u("Edit"));
    auto provider = db::allWhere<Provider>(*database, u("1 = 1 ORDER BY id LIMIT 1")).front();
    provider.firstName = QString::number(number);
    db::save(transaction, provider);
    transaction.commit();
    if (number == 1)
      datafile::backup(*database, earlier);
  };
  edit(1);
  edit(2);
  FaultyVfs vfs;
  QRandomGenerator random(7);
  const auto backup = [&](int at) {
    for (const char* part : {"", "-wal", "-shm"})
      QFile::remove(target + QLatin1String(part));
    QFile::copy(earlier, target);
    const auto database = datafile::open(file, tester());
    vfs.arm(FaultyVfs::Way::PowerLoss, at);
    try {
      datafile::backup(*database, target);
    } catch (const db::Error& error) {
      m_error = error.sentence();
    }
  };
  backup(1 << 30);
  const int calls = vfs.calls();
  vfs.settle(random);
  QCOMPARE(kept(target), 2);
  int old = 0;
  const int moments = momentsOf(200);
  for (int moment = 0; moment < moments; ++moment) {
    const int at = 1 + int(qint64(calls) * moment / moments);
    backup(at);
    vfs.settle(random);
    const int found = kept(target);
    old += found == 1;
    QVERIFY2(found == 1 || found == 2,
             qPrintable(u("call %1 of %2: %3; %4").arg(at).arg(calls).arg(found).arg(m_error)));
    QCOMPARE(kept(file), 2);
  }
  QVERIFY(old > moments / 2);
}

void TestPowerLoss::aDiskThatFailsOnceOrForGoodIsSaidAndNothingIsHalf_data() {
  QTest::addColumn<bool>("forGood");
  QTest::addColumn<int>("error");
  QTest::newRow("an error once") << false << SQLITE_IOERR;
  QTest::newRow("an error from then on") << true << SQLITE_IOERR;
  QTest::newRow("full") << true << SQLITE_FULL;
}

void TestPowerLoss::aDiskThatFailsOnceOrForGoodIsSaidAndNothingIsHalf() {
  QFETCH(bool, forGood);
  QFETCH(int, error);
  FaultyVfs vfs;
  const int calls = callsOf(vfs, false);
  for (int at = 1; at <= calls; at += figure("CREDENZA_STEP", 2, 1)) {
    const QString file = freshCopy();
    vfs.arm(forGood ? FaultyVfs::Way::AllFault : FaultyVfs::Way::OneFault, at, error);
    const int saved = work(file, false);
    const bool failed = vfs.hasFailed();
    vfs.disarm();
    if (saved < edits)
      QVERIFY2(failed && m_error.size() > 40, qPrintable(m_error)); // what happened, what is safe, what to do
    const int found = kept(file);
    QVERIFY2(found >= saved && found <= saved + 1,
             qPrintable(u("call %1: %2 saved, %3 kept; %4").arg(at).arg(saved).arg(found).arg(m_error)));
  }
}

QTEST_GUILESS_MAIN(TestPowerLoss)
#include "tst_powerloss.moc"
