// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/catalogue.h"
#include "support/samplefile.h"

#include <QProcess>
#include <QSettings>
#include <QTest>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

} // namespace

/// The packet as the command makes it, for a job at night: it follows what was ticked in the window.
class TestReviewCommand : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void figuresTickedInTheWindowStandInThePacketAsTables();

private:
  /// The packet's words, as somebody with these settings has it made.
  QString packet(const QString& home);

  std::unique_ptr<SampleFile> m_sample;
};

void TestReviewCommand::initTestCase() { m_sample = std::make_unique<SampleFile>(); }

QString TestReviewCommand::packet(const QString& home) {
  const QString path = m_sample->dir.filePath(u("packet.pdf"));
  QProcess process;
  QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
  for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
    own.insert(u(name), home);
  own.remove(u("DISPLAY"));
  own.remove(u("QT_QPA_PLATFORM"));
  process.setProcessEnvironment(own);
  process.start(u(CREDENZA), {u("--database"), m_sample->database->file(), u("--today"), u("2026-03-02"), u("review"),
                              u("--output"), path});
  if (!process.waitForFinished() || process.exitCode() != 0)
    return QString::fromUtf8(process.readAllStandardError());
  process.start(u("pdftotext"), {u("-layout"), path, u("-")});
  process.waitForFinished();
  return QString::fromUtf8(process.readAllStandardOutput());
}

void TestReviewCommand::figuresTickedInTheWindowStandInThePacketAsTables() {
  const QTemporaryDir fresh, ticked;
  QSettings(ticked.filePath(u("credenza/credenza.conf")), QSettings::IniFormat)
      .setValue(u("insights/packet"), QStringList{u("due-load"), u("on-time")});
  const QString load = report::find(u("due-load"))->title, onTime = report::find(u("on-time"))->title;
  const QString before = packet(fresh.path()), after = packet(ticked.path());
  QVERIFY2(before.contains(u("Call sheet")) && !before.contains(load) && !before.contains(onTime), qPrintable(before));
  QVERIFY2(after.contains(load) && after.contains(onTime), qPrintable(after));
  QVERIFY2(after.contains(u("On time: ")) && after.contains(u("Overdue")), qPrintable(after));
  QVERIFY(!after.contains(report::find(u("throughput"))->title));
}

QTEST_GUILESS_MAIN(TestReviewCommand)
#include "tst_reviewcommand.moc"
