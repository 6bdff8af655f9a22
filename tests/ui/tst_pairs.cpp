// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/figure.h"
#include "support/samplefile.h"

#include <QProcess>
#include <QTest>
#include <unistd.h>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }
constexpr int patience = 60000; // milliseconds, for a machine that is busy

} // namespace

/// The program started twice on one file: one writes.
class TestPairs : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void ofTwoStartedAtOnceOneIsTheWriterAndAfterAKillTheNextAsksNothing();
  void aFileOfTwoNamesIsNotWritten();

private:
  /// Starts it, by the file's own name or through a symbolic link.
  std::unique_ptr<QProcess> start(const QStringList& arguments) const;
  /// The process that the lock names.
  qint64 owner() const {
    QFile lock(m_file + u(".lock"));
    return lock.open(QIODevice::ReadOnly) ? lock.readLine().trimmed().toLongLong() : 0;
  }

  std::unique_ptr<SampleFile> m_sample;
  QString m_file, m_link;
};

void TestPairs::initTestCase() {
  m_sample = std::make_unique<SampleFile>();
  m_file = m_sample->database->file();
  m_sample->database.reset();
  m_link = m_sample->dir.filePath(u("link.db"));
  QVERIFY(QFile::link(m_file, m_link));
}

std::unique_ptr<QProcess> TestPairs::start(const QStringList& arguments) const {
  auto process = std::make_unique<QProcess>();
  QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
  own.insert(u("QT_QPA_PLATFORM"), u("offscreen"));
  for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "TMPDIR"})
    own.insert(u(name), m_sample->dir.path());
  process->setProcessEnvironment(own);
  process->setProcessChannelMode(QProcess::MergedChannels);
  process->start(u(CREDENZA), QStringList{u("--today"), u("2026-03-02")} + arguments);
  return process;
}

void TestPairs::ofTwoStartedAtOnceOneIsTheWriterAndAfterAKillTheNextAsksNothing() {
  const int pairs = figure("CREDENZA_PAIRS", 10, 50);
  for (int i = 0; i < pairs; ++i) {
    const auto one = start({u("--database"), m_file});
    const auto other = start({u("--database"), i % 2 ? m_link : m_file});
    QVERIFY(one->waitForStarted() && other->waitForStarted());
    // One wakes the other's window and is done.
    QTRY_VERIFY_WITH_TIMEOUT((one->state() == QProcess::NotRunning) != (other->state() == QProcess::NotRunning),
                             patience);
    QProcess& writer = one->state() == QProcess::Running ? *one : *other;
    QProcess& second = &writer == one.get() ? *other : *one;
    QCOMPARE(second.exitStatus(), QProcess::NormalExit);
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(owner(), writer.processId());
    writer.kill();
    QVERIFY(writer.waitForFinished(patience));
    const auto next = start({u("--database"), m_file});
    QVERIFY(next->waitForStarted());
    QTRY_COMPARE_WITH_TIMEOUT(owner(), next->processId(), patience);
    next->kill();
    QVERIFY(next->waitForFinished(patience));
  }
  QCOMPARE(datafile::check(*datafile::open(m_file, tester())), std::vector<QString>());
}

void TestPairs::aFileOfTwoNamesIsNotWritten() {
  const QString other = m_sample->dir.filePath(u("other.db")), rows = m_sample->dir.filePath(u("rows.csv"));
  QVERIFY(::link(QFile::encodeName(m_file).constData(), QFile::encodeName(other).constData()) == 0);
  QFile csv(rows);
  QVERIFY(csv.open(QIODevice::WriteOnly) && csv.write("Team\r\nLakeside\r\n") > 0);
  csv.close();
  const auto refused = start({u("--database"), other, u("import"), rows, u("--kind"), u("teams")});
  QVERIFY(refused->waitForFinished(patience));
  QCOMPARE(refused->exitCode(), 1);
  QVERIFY(refused->readAll().contains("second name"));
  QVERIFY(QFile::remove(other));
}

QTEST_GUILESS_MAIN(TestPairs)
#include "tst_pairs.moc"
