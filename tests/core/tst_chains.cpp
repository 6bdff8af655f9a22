// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/backups.h"
#include "support/contents.h"
#include "support/figure.h"
#include "support/smalloffice.h"

#include <QDirIterator>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <sys/resource.h>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

/// A line for each change once it is saved, until it is killed or has made so many.
int work(const QString& file, quint32 seed) {
  const auto database = datafile::open(file, tester());
  QRandomGenerator random(seed);
  for (int i = 0; i < 400; ++i) {
    db::Transaction transaction(*database, tester(), u("Work"));
    auto provider = *db::load(*database, Id<Provider>{1 + random.bounded(20)});
    provider.tags = u("Tag %1.%2").arg(seed).arg(i);
    db::save(transaction, provider);
    transaction.commit();
    std::printf("%lld\n", transaction.changeId());
    std::fflush(stdout);
  }
  return 0;
}

/// Puts the newest backup that is whole in the place of the file, as somebody does who goes down the list of them.
/// Answers which one on standard output.
int restore(const QString& file) {
  for (const datafile::Backup& backup : datafile::backupsOf(file)) {
    try {
      datafile::restore(backup.file, file, tester());
      std::printf("%s\n", qPrintable(backup.file));
      return 0;
    } catch (const db::Error& error) {
      if (error.cause() == db::Error::Cause::Full || error.cause() == db::Error::Cause::Io)
        return 3; // the disk: another backup would not find more room
    }
  }
  return 4; // none is left
}

} // namespace

/// One trouble within another: killed while it recovers from being killed, no room while a backup is restored, the
/// newest backup damaged as well as the file. However they follow, there is a working file with the newest data that
/// was sound.
class TestChains : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void whateverFollowsWhateverTheNewestGoodDataIsThere();

private:
  struct Ended {
    QByteArray said;
    int code = -1; ///< -1 when it was killed
  };
  /// This program once more; killed after so many microseconds, if any are given. `room`: the most it may write into
  /// one file, in bytes.
  Ended run(const QStringList& arguments, int killAfter = 0, qint64 room = 0) const;
  void begin(QRandomGenerator& random);
  void workAndDie(QRandomGenerator& random);
  void back(QRandomGenerator& random);
  void damage(const QString& path, QRandomGenerator& random) const;
  void recover(QRandomGenerator& random);
  /// The newest change a sound file has; -1 when it is not sound.
  static qint64 newestIn(const QString& path);

  QTemporaryDir m_folder;
  QString m_first, m_file;
  qint64 m_saved = 0;                 ///< the newest change that is promised to be there
  QHash<QString, QByteArray> m_holds; ///< what each backup held when it was made
  QSet<QString> m_damaged;            ///< of them
  QDateTime m_now;
};

void TestChains::initTestCase() {
  m_first = m_folder.filePath(u("first.db"));
  makeSmallOffice(m_first, 20);
}

TestChains::Ended TestChains::run(const QStringList& arguments, int killAfter, qint64 room) const {
  QProcess child;
  child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  if (room > 0)
    child.setChildProcessModifier([room] {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{static_cast<rlim_t>(room), static_cast<rlim_t>(room)};
      setrlimit(RLIMIT_FSIZE, &limit);
    });
  child.start(QCoreApplication::applicationFilePath(), arguments);
  if (!child.waitForStarted(-1))
    return {};
  if (killAfter > 0) {
    const std::timespec pause{0, killAfter * 1000L};
    nanosleep(&pause, nullptr);
    child.kill();
  }
  child.waitForFinished(-1);
  Ended ended{child.readAllStandardOutput(), child.exitStatus() == QProcess::NormalExit ? child.exitCode() : -1};
  ended.said.truncate(ended.said.lastIndexOf('\n') + 1);
  return ended;
}

qint64 TestChains::newestIn(const QString& path) {
  try {
    const auto database = datafile::open(path, tester());
    return datafile::check(*database).empty() ? database->value(u("SELECT max(id) FROM change")) : -1;
  } catch (const db::Error&) {
    return -1;
  }
}

void TestChains::begin(QRandomGenerator& random) {
  m_file = m_folder.filePath(u("office.db"));
  for (const QFileInfo& info : QDir(m_folder.path()).entryInfoList({u("office*")}))
    info.isDir() ? QDir(info.filePath()).removeRecursively() : QFile::remove(info.filePath());
  QVERIFY(QFile::copy(m_first, m_file));
  m_saved = newestIn(m_file);
  m_now = tester().now;
  m_holds.clear();
  m_damaged.clear();
  for (int i = 0; i < 2; ++i) {
    workAndDie(random);
    back(random);
  }
}

void TestChains::workAndDie(QRandomGenerator& random) {
  // Mostly while it works, sometimes while it still takes back what the one before left.
  const Ended ended = run({u("--work"), m_file, QString::number(random.generate() % 100000)},
                          random.bounded(4) ? random.bounded(20'000, 60'000) : random.bounded(500, 20'000));
  if (const QByteArrayList lines = ended.said.trimmed().split('\n'); !lines.back().isEmpty())
    m_saved = qMax(m_saved, lines.back().toLongLong());
}

void TestChains::back(QRandomGenerator&) {
  m_now = m_now.addSecs(3600);
  const auto database = datafile::open(m_file, tester());
  const auto made = datafile::makeBackup(*database, m_now);
  m_holds.insert(made.file, contents(*database));
}

void TestChains::damage(const QString& path, QRandomGenerator& random) const {
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadWrite));
  const qint64 size = file.size();
  if (random.bounded(3) == 0) {
    QVERIFY(file.resize(random.bounded(int(size))));
    return;
  }
  file.seek(random.bounded(int(size / 4096)) * 4096); // where SQLite always looks
  QByteArray garbage(512, '\0');
  for (char& one : garbage)
    one = char(random.bounded(256));
  QCOMPARE(file.write(garbage), qint64(garbage.size()));
}

/// What a start does: opens it, which takes back what was half done; if it is not sound, restores.
void TestChains::recover(QRandomGenerator& random) {
  for (int i = random.bounded(3); i > 0; --i)
    run({u("--open"), m_file}, random.bounded(500, 30'000)); // killed while it recovers
  if (const qint64 newest = newestIn(m_file); newest >= 0) {
    QVERIFY2(newest >= m_saved, qPrintable(u("%1 of %2").arg(newest).arg(m_saved)));
    m_saved = newest;
    return;
  }
  for (int i = random.bounded(3); i > 0; --i) {
    const bool isFull = random.bounded(2);
    const Ended ended = isFull ? run({u("--restore"), m_file}, 0, random.bounded(4'096, int(QFileInfo(m_first).size())))
                               : run({u("--restore"), m_file}, random.bounded(500, 60'000));
    QVERIFY2(!isFull || ended.code == 3 || ended.code == 0, qPrintable(QString::number(ended.code)));
    QVERIFY(QFileInfo::exists(m_file)); // whatever it is, at no moment there is none
  }
  const Ended ended = run({u("--restore"), m_file});
  QCOMPARE(ended.code, 0);
  const QString used = QString::fromUtf8(ended.said).trimmed();
  // The newest that is sound: none is passed over, and it holds what the file held then.
  for (const datafile::Backup& one : datafile::backupsOf(m_file)) {
    if (one.file == used)
      break;
    QVERIFY2(newestIn(one.file) < 0, qPrintable(one.file));
  }
  const auto database = datafile::open(m_file, tester());
  QCOMPARE(contents(*database).toHex(), m_holds.value(used).toHex());
  QCOMPARE(datafile::check(*database), std::vector<QString>());
  m_saved = database->value(u("SELECT max(id) FROM change"));
}

void TestChains::whateverFollowsWhateverTheNewestGoodDataIsThere() {
  const int chains = figure("CREDENZA_CHAINS", 10, 500);
  const quint32 seed = quint32(qMax(1, qEnvironmentVariableIntValue("CREDENZA_SEED")));
  QRandomGenerator random(seed);
  int restored = 0;
  for (int chain = 0; chain < chains; ++chain) {
    QString what = u("seed %1, chain %2:").arg(seed).arg(chain);
    begin(random);
    for (int step = random.bounded(2, 6); step > 0 && !QTest::currentTestFailed(); --step) {
      switch (random.bounded(4)) {
      case 0:
        what += u(" work");
        workAndDie(random);
        break;
      case 1:
        what += u(" backup");
        back(random);
        break;
      case 2:
        what += u(" damage");
        damage(m_file, random);
        ++restored;
        break;
      default: {
        what += u(" damaged backup");
        const auto all = datafile::backupsOf(m_file);
        if (all.size() > 1) // the last one that is whole stays so
          damage(all.front().file, random), m_damaged.insert(all.front().file);
        const bool isAnyLeft =
            std::any_of(all.begin(), all.end(), [&](const auto& one) { return !m_damaged.contains(one.file); });
        if (!isAnyLeft)
          back(random);
        else
          damage(m_file, random), ++restored;
      }
      }
      recover(random);
    }
    if (QTest::currentTestFailed())
      QFAIL(qPrintable(what));
  }
  QVERIFY(restored > chains / 2);
}

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  try {
    if (argc == 4 && arguments[1] == u("--work"))
      return work(arguments[2], arguments[3].toUInt());
    if (argc == 3 && arguments[1] == u("--open"))
      return datafile::open(arguments[2], tester()) ? 0 : 1;
    if (argc == 3 && arguments[1] == u("--restore"))
      return restore(arguments[2]);
  } catch (const db::Error& error) {
    return 5;
  }
  TestChains test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_chains.moc"
