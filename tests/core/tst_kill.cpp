// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/documentstore.h"
#include "core/datafile/sample.h"
#include "core/payors/enrollment.h"
#include "core/team/provider.h"
#include "core/tracking/trackings.h"
#include "support/figure.h"
#include "support/samplefile.h"
#include "support/testdata.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>
#include <cstdio>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

/// An office at work, as fast as it can, until it is killed: a line for each change once it is saved.
int work(const QString& file, quint32 seed) {
  const auto database = datafile::open(file, tester());
  const DocumentStore store(file);
  QRandomGenerator random(seed);
  const QString scan = file + u(".scan");
  for (int i = 0;; ++i) {
    db::Transaction transaction(*database, tester(), u("Work %1.%2").arg(seed).arg(i));
    switch (random.bounded(4)) {
    case 0: { // a step is done: what follows is planned anew
      const auto steps = db::allWhere<Step>(*database, u("status IN ('New', 'In progress', 'Waiting') ORDER BY id"));
      (void)Trackings(transaction)
          .moveStep(steps[size_t(random.bounded(int(steps.size())))].id, u("In progress"), SampleFile::today());
      break;
    }
    case 1: // many at once
      for (auto enrollment : db::allWhere<Enrollment>(*database, u("id % 3 = 0"))) {
        enrollment.followUp = SampleFile::today().addDays(i % 50);
        db::save(transaction, enrollment);
      }
      break;
    case 2: { // a file is kept, whole, before what names it
      QFile bytes(scan);
      if (!bytes.open(QIODevice::WriteOnly))
        return 1;
      bytes.write(QByteArray(random.bounded(1, 60000), char('a' + i % 26)) + QByteArray::number(i));
      bytes.close();
      auto document = store.keep(scan);
      if (!document.isOk())
        return 1;
      Document kept = *document;
      kept.provider = {1};
      kept.added = SampleFile::today();
      db::save(transaction, kept);
      break;
    }
    default: {
      auto provider = *db::load(*database, Id<Provider>{1 + random.bounded(50)});
      provider.tags = u("Tag %1").arg(i);
      db::save(transaction, provider);
    }
    }
    transaction.commit();
    if (transaction.changeId() == 0)
      continue;
    std::printf("%lld\n", transaction.changeId());
    std::fflush(stdout);
  }
}

} // namespace

/// A program that is killed at any moment loses nothing it said was saved, and the next start asks nothing.
class TestKill : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void nothingThatWasSavedIsLost();
  void killedWhileUpgradingAFileIsOldOrNewAndNothingIsLost_data();
  void killedWhileUpgradingAFileIsOldOrNewAndNothingIsLost();
};

void TestKill::nothingThatWasSavedIsLost() {
  const int kills = figure("CREDENZA_KILLS", 100, 1000);
  SampleFile sample;
  const QString file = sample.database->file();
  sample.database.reset();
  const quint32 seed =
      qEnvironmentVariableIsSet("CREDENZA_SEED") ? quint32(qEnvironmentVariableIntValue("CREDENZA_SEED")) : 1;
  QRandomGenerator random(seed);
  qint64 acknowledged = 0, all = 0, awaited = 0;
  for (int i = 0; i < kills; ++i) {
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {u("--work"), file, QString::number(seed * 100000 + quint32(i))});
    QVERIFY(child.waitForStarted());
    // From the moment it opens the file on; the later ones are in the middle of their work.
    QByteArray said;
    const bool isAwaited = random.bounded(5) > 0;
    awaited += isAwaited;
    if (isAwaited) {
      while (!said.contains('\n') && child.waitForReadyRead(-1)) // until then, on however slow a machine
        said += child.readAllStandardOutput();
      QVERIFY2(said.contains('\n'), child.readAllStandardError().constData());
    }
    std::timespec pause{0, random.bounded(500'000, 40'000'000)};
    nanosleep(&pause, nullptr);
    child.kill();
    child.waitForFinished();
    said += child.readAllStandardOutput();
    const QList<QByteArray> lines = said.left(said.lastIndexOf('\n') + 1).trimmed().split('\n');
    if (!lines.back().isEmpty()) {
      acknowledged = lines.back().toLongLong();
      all += lines.size();
    }
    const auto database = datafile::open(file, tester());
    QCOMPARE(database->text(u("PRAGMA quick_check(1)")), u("ok"));
    const qint64 newest = database->value(u("SELECT max(id) FROM change"));
    QVERIFY2(newest >= acknowledged,
             qPrintable(u("kill %1, seed %2: %3 of %4").arg(i).arg(seed).arg(newest).arg(acknowledged)));
    // Every record as its history says, every document's file there: looked at whole now and then, it takes its time.
    if (i % 20 == 19 || i + 1 == kills) {
      const auto found = datafile::check(*database);
      QVERIFY2(found.empty(), found.empty() ? "" : qPrintable(found.front()));
    }
  }
  QVERIFY(awaited > kills / 2 && all >= awaited); // each of these had saved something
}

void TestKill::killedWhileUpgradingAFileIsOldOrNewAndNothingIsLost_data() {
  QTest::addColumn<QString>("packed");
  for (const QFileInfo& file : QDir(testData("versions")).entryInfoList(QDir::Files))
    QTest::newRow(qPrintable(file.fileName().left(3))) << file.filePath();
}

void TestKill::killedWhileUpgradingAFileIsOldOrNewAndNothingIsLost() {
  QFETCH(QString, packed);
  const int kills = figure("CREDENZA_UPGRADES", 5, 200);
  const QTemporaryDir folder;
  const QString old = folder.filePath(u("old.db")), file = folder.filePath(u("office.db"));
  QProcess::execute(u("sh"), {u("-c"), u("gzip -dc '%1' > '%2'").arg(packed, old)});
  const auto place = [&] {
    for (const QFileInfo& info : QFileInfo(file).dir().entryInfoList({u("office.db*")}, QDir::Files))
      QFile::remove(info.filePath());
    QFile::copy(old, file);
  };
  const auto upgrade = [&](QProcess& child) {
    child.start(QCoreApplication::applicationFilePath(), {u("--upgrade"), file});
    return child.waitForStarted();
  };
  const auto records = [](const QString& path) {
    db::Database database(path, db::Database::Mode::Look);
    return database.text(u("SELECT (SELECT count(*) FROM provider) || ' ' || (SELECT group_concat(last_name) FROM "
                           "provider) || ' ' || (SELECT count(*) FROM step) || ' ' || (SELECT count(*) FROM note)"));
  };
  const QString before = records(old);
  // How long one takes that is left alone.
  place();
  QElapsedTimer timer;
  timer.start();
  QProcess whole;
  QVERIFY(upgrade(whole) && whole.waitForFinished() && whole.exitCode() == 0);
  const qint64 takes = qMax<qint64>(20'000'000, timer.nsecsElapsed());
  QRandomGenerator random(7);
  for (int i = 0; i < kills; ++i) {
    place();
    QProcess child;
    QVERIFY(upgrade(child));
    std::timespec pause{0, long(qMin<qint64>(999'000'000, random.bounded(takes)))};
    nanosleep(&pause, nullptr);
    child.kill();
    child.waitForFinished();
    QCOMPARE(records(file), before);
    const auto database = datafile::open(file, tester());
    QCOMPARE(database->value(u("PRAGMA user_version")), datafile::currentVersion());
    QCOMPARE(datafile::check(*database), std::vector<QString>());
    QCOMPARE(records(file), before);
  }
}

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  if (argc == 3 && qstrcmp(argv[1], "--upgrade") == 0) {
    (void)datafile::open(QString::fromLocal8Bit(argv[2]), tester());
    return 0;
  }
  if (argc == 4 && qstrcmp(argv[1], "--work") == 0)
    return work(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toUInt());
  TestKill test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_kill.moc"
