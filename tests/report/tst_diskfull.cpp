// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/documentstore.h"
#include "core/datafile/backups.h"
#include "core/exchange/exporter.h"
#include "core/report/catalogue.h"
#include "core/report/options.h"
#include "core/report/writers.h"
#include "core/team/provider.h"
#include "support/figure.h"
#include "support/samplefile.h"

#include <QDirIterator>
#include <QGuiApplication>
#include <QRandomGenerator>
#include <QStorageInfo>
#include <QTest>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// This program may mount disks that nobody else sees, and that are gone with it.
bool mountsAlone() {
  const auto put = [](const char* path, const QByteArray& text) {
    QFile file(u(path));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush();
  };
  const QByteArray user = QByteArray::number(getuid()), group = QByteArray::number(getgid());
  if (getuid() == 0
          ? unshare(CLONE_NEWNS) != 0
          : unshare(CLONE_NEWNS | CLONE_NEWUSER) != 0 || !put("/proc/self/setgroups", "deny") ||
                !put("/proc/self/uid_map", "0 " + user + " 1") || !put("/proc/self/gid_map", "0 " + group + " 1"))
    return false;
  return mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

bool isAlone = false;

} // namespace

/// A disk that is really full, in the middle of whatever is written on it: what was saved is there, what could not be
/// is told with the disk's name, and nothing half is left.
class TestDiskFull : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanup();
  void cleanupTestCase();
  void nothingIsLostOrLeftHalf_data();
  void nothingIsLostOrLeftHalf();
  void aRestoreNamesTheDiskThatIsFull();
  void aWorkbookWhoseRowsFoundNoRoomOnTheWayIsNone();

private:
  QString at(const char* name) const { return m_disk + QLatin1Char('/') + u(name); }
  qint64 room() const { return QStorageInfo(m_disk).bytesAvailable(); }
  /// Takes all room but so many bytes.
  void leave(qint64 bytes) const;
  void makeRoom() const { QFile::remove(at("ballast")); }
  /// What was written out before, each with its bytes.
  QMap<QString, QByteArray> written() const;
  /// Tries it; the sentence of what went wrong, or nothing.
  QString attempt(const std::function<QString()>& what) const;
  QString writeReport(const QString& path) const;

  QTemporaryDir m_folder;
  QString m_first, m_disk;
  std::unique_ptr<db::Database> m_database;
};

void TestDiskFull::initTestCase() {
  if (!isAlone)
    QSKIP("this system lets nobody have a disk of their own");
  m_disk = m_folder.filePath(u("disk"));
  QVERIFY(QDir().mkpath(m_disk));
  // Room for the thirty backups that are kept, and more.
  QVERIFY(mount("tmpfs", QFile::encodeName(m_disk).constData(), "tmpfs", 0, "size=288m,mode=700") == 0);
  qputenv("TMPDIR", QFile::encodeName(m_disk)); // what is written on the way lies there too
  const SampleFile sample;
  m_first = m_folder.filePath(u("first.db"));
  QVERIFY(QFile::copy(sample.database->file(), m_first));
}

void TestDiskFull::init() {
  QVERIFY(QFile::copy(m_first, at("office.db")));
  m_database = datafile::open(at("office.db"), tester());
}

void TestDiskFull::cleanup() {
  m_database.reset();
  for (const QFileInfo& info : QDir(m_disk).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
    info.isDir() ? QDir(info.filePath()).removeRecursively() : QFile::remove(info.filePath());
}

void TestDiskFull::cleanupTestCase() { umount2(QFile::encodeName(m_disk).constData(), MNT_DETACH); }

void TestDiskFull::leave(qint64 bytes) const {
  QFile ballast(at("ballast"));
  QVERIFY(ballast.open(QIODevice::WriteOnly));
  if (const qint64 size = room() - bytes; size > 0)
    QCOMPARE(posix_fallocate(ballast.handle(), 0, size), 0);
}

QMap<QString, QByteArray> TestDiskFull::written() const {
  QMap<QString, QByteArray> all;
  for (QDirIterator files(m_disk, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();)
    if (const QString path = files.next(); !QFileInfo(path).fileName().startsWith(u("office.db")))
      all.insert(path, bytesOf(path));
  return all;
}

QString TestDiskFull::attempt(const std::function<QString()>& what) const {
  try {
    return what();
  } catch (const db::Error& error) {
    return error.sentence();
  }
}

QString TestDiskFull::writeReport(const QString& path) const {
  const auto request = report::requestFor(*m_database, *report::find(u("all-items")), {}, SampleFile::today());
  if (!std::holds_alternative<report::Request>(request))
    return u("no report");
  const auto done = report::write(report::tableFor(*m_database, std::get<report::Request>(request)), path);
  return done.isOk() ? QString() : done.problems().front().sentence;
}

void TestDiskFull::nothingIsLostOrLeftHalf_data() {
  QTest::addColumn<QString>("what");
  QTest::addColumn<int>("needs"); // bytes, about
  QTest::newRow("changes") << u("changes") << 1'500'000;
  QTest::newRow("document") << u("document") << 700'000;
  QTest::newRow("export to a folder") << u("folder") << 1'500'000;
  QTest::newRow("export to a workbook") << u("workbook") << 3'000'000;
  QTest::newRow("CSV") << u("CSV") << 200'000;
  QTest::newRow("XLSX") << u("XLSX") << 1'500'000;
  QTest::newRow("PDF") << u("PDF") << 1'000'000;
  QTest::newRow("backup") << u("backup") << 16'000'000;
}

void TestDiskFull::nothingIsLostOrLeftHalf() {
  QFETCH(QString, what);
  QFETCH(int, needs);
  const int fills = figure("CREDENZA_FILLS", 25, 100); // of each kind
  QRandomGenerator random(1);
  int failed = 0, edits = 0;
  QDateTime now = tester().now;
  QFile scan(m_folder.filePath(u("scan.txt")));
  QVERIFY(scan.open(QIODevice::WriteOnly));
  const auto work = [&]() -> QString {
    if (what == u("changes")) {
      for (int i = 0; i < 100; ++i) { // until it is full
        db::Transaction transaction(*m_database, tester(), u("Edit"));
        auto provider = *db::load(*m_database, Id<Provider>{1 + i % 40});
        provider.tags = u("Tag %1 ").arg(edits + 1) + QString(5000, QLatin1Char('x'));
        db::save(transaction, provider);
        transaction.commit();
        ++edits;
      }
      return {};
    }
    if (what == u("document")) {
      const auto kept = DocumentStore(m_database->file()).keep(scan.fileName());
      return kept.isOk() ? QString() : kept.problems().front().sentence;
    }
    if (what == u("backup")) {
      now = now.addDays(1);
      datafile::makeBackup(*m_database, now);
      return {};
    }
    if (what == u("folder") || what == u("workbook")) {
      const auto done =
          exchange::exportTo(*m_database, what == u("folder") ? at("everything") : at("everything.xlsx"), now.date());
      return done.isOk() ? QString() : done.problems().front().sentence;
    }
    return writeReport(at("items.") + what.toLower());
  };
  const bool isOut = what != u("changes") && what != u("document") && what != u("backup");
  if (isOut) // what comes out when there is room; the same data give the same bytes
    QCOMPARE(attempt(work), QString());
  const auto whole = written();
  for (int fill = 0; fill < fills; ++fill) {
    scan.resize(0);
    scan.seek(0);
    scan.write(QByteArray(600'000, 'a') + QByteArray::number(fill));
    scan.flush();
    const auto before = written();
    leave(random.bounded(fill % 5 == 0 ? 50'000 : needs));
    const int saved = edits;
    const QString sentence = attempt(work);
    makeRoom();
    const auto after = written();
    if (!sentence.isEmpty()) {
      ++failed;
      QVERIFY2(sentence.contains(m_disk) && sentence.contains(u("MB")) && sentence.contains(u("needed")),
               qPrintable(sentence));
      if (after != before)
        for (const QString& path : (after.keys() + before.keys()))
          QVERIFY2(before.value(path) == after.value(path), qPrintable(path + u(" after: ") + sentence));
    }
    if (isOut)
      QVERIFY(after == whole);
    if (what == u("changes") && edits > saved)
      QVERIFY(m_database->text(u("SELECT group_concat(substr(tags, 1, 12), '|') FROM provider WHERE tags LIKE 'Tag %'"))
                  .contains(u("Tag %1 ").arg(edits)));
    if (fill % 5 == 4)
      QCOMPARE(datafile::check(*m_database), std::vector<QString>());
  }
  QVERIFY2(failed > fills / 4, qPrintable(QString::number(failed)));
  // With room again the same thing succeeds, and what is opened anew is as it was saved.
  QCOMPARE(attempt(work), QString());
  m_database.reset();
  m_database = datafile::open(at("office.db"), tester());
  QCOMPARE(datafile::check(*m_database), std::vector<QString>());
}

/// The backup lies on a disk that is not: that one is not to blame.
void TestDiskFull::aRestoreNamesTheDiskThatIsFull() {
  const QString elsewhere = m_folder.filePath(u("elsewhere.db"));
  datafile::backup(*m_database, elsewhere);
  const auto before = written();
  leave(300'000);
  const QString sentence = attempt([&] {
    datafile::restore(elsewhere, at("restored.db"), tester());
    return QString();
  });
  makeRoom();
  QVERIFY2(sentence.contains(u("“%1").arg(at("restored.db"))) && sentence.contains(u("“%1”").arg(m_disk)),
           qPrintable(sentence));
  QVERIFY(written().keys() == before.keys());
}

/// The file itself has room; what it is made from has not.
void TestDiskFull::aWorkbookWhoseRowsFoundNoRoomOnTheWayIsNone() {
  const QString book = m_folder.filePath(u("items.xlsx"));
  QCOMPARE(writeReport(book), QString());
  const QByteArray whole = bytesOf(book);
  int failed = 0;
  for (int room = 0; room < 3'000'000; room += 60'000) {
    QFile::remove(book);
    leave(room);
    const QString sentence = attempt([&] { return writeReport(book); });
    makeRoom();
    failed += !sentence.isEmpty();
    QVERIFY2(sentence.isEmpty() || sentence.contains(u("“%1” has").arg(m_disk)), qPrintable(sentence));
    QVERIFY(sentence.isEmpty() ? bytesOf(book) == whole : !QFile::exists(book));
  }
  QVERIFY(failed > 10);
}

int main(int argc, char** argv) {
  isAlone = mountsAlone(); // before there is a second thread
  QGuiApplication app(argc, argv);
  TestDiskFull test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_diskfull.moc"
