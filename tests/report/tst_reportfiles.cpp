// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datafile/datafile.h"
#include "core/exchange/csvwriter.h"
#include "core/exchange/importer.h"
#include "core/report/catalogue.h"
#include "core/report/options.h"
#include "core/report/writers.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QDate today(2026, 1, 15);
const db::Actor actor{QStringLiteral("Test"), QDateTime(today, QTime(9, 0), Qt::UTC)};

QByteArray contents(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot read ") + path.toUtf8();
}

} // namespace

/// The small office of tests/data/office, imported, and its reports as they were checked by hand in tests/data/reports.
class TestReportFiles : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void csvIsAsCheckedByHand_data() { reports(); }
  void csvIsAsCheckedByHand();
  void standardOutputHasTheSameBytes_data() { reports(); }
  void standardOutputHasTheSameBytes();
  void pdfHasEveryWordOfEveryCell_data() { reports(); }
  void pdfHasEveryWordOfEveryCell();
  void aFolderThatIsNotThereIsToldAndNothingIsLeft();

private:
  void reports();
  report::Table table(const QString& name);
  QString write(const QString& name, const QString& ending);

  QTemporaryDir m_folder;
  std::unique_ptr<db::Database> m_database;
};

void TestReportFiles::initTestCase() {
  m_database = datafile::open(m_folder.filePath(QStringLiteral("office.db")), actor);
  exchange::ImportOptions options;
  options.today = today;
  const auto outcome = exchange::importFile(*m_database, actor, QStringLiteral(TEST_DATA "/office"), options);
  QVERIFY(outcome.isOk());
  QVERIFY(!outcome->hasRejected());
}

void TestReportFiles::reports() {
  QTest::addColumn<QString>("name");
  for (const char* name : {"open-items", "all-items", "payors", "notes", "tracking", "tasks", "alerts"})
    QTest::newRow(name) << QString::fromLatin1(name);
}

report::Table TestReportFiles::table(const QString& name) {
  const auto request = report::requestFor(*m_database, *report::find(name), {}, today);
  return report::tableFor(*m_database, std::get<report::Request>(request));
}

QString TestReportFiles::write(const QString& name, const QString& ending) {
  const QString path = m_folder.filePath(name + ending);
  const auto outcome = report::write(table(name), path);
  return outcome.isOk() ? path : outcome.problems().front().sentence;
}

void TestReportFiles::csvIsAsCheckedByHand() {
  QFETCH(QString, name);
  QCOMPARE(contents(write(name, QStringLiteral(".csv"))),
           contents(QStringLiteral(TEST_DATA "/reports/%1.csv").arg(name)));
}

void TestReportFiles::standardOutputHasTheSameBytes() {
  QFETCH(QString, name);
  QByteArray bytes;
  report::streamCsv(table(name), [&](std::string_view piece) { bytes.append(piece.data(), qsizetype(piece.size())); });
  QCOMPARE(bytes, contents(QStringLiteral(TEST_DATA "/reports/%1.csv").arg(name)));
}

void TestReportFiles::pdfHasEveryWordOfEveryCell() {
  QFETCH(QString, name);
  QProcess reader;
  reader.start(QStringLiteral("pdftotext"),
               {QStringLiteral("-layout"), write(name, QStringLiteral(".pdf")), QStringLiteral("-")});
  QVERIFY(reader.waitForFinished());
  // Cells are wrapped where they do not fit, words too when they must: what counts is that every letter is there.
  const auto letters = [](QString text) {
    text.remove(QRegularExpression(QStringLiteral("\\s")));
    return text;
  };
  const QString text = letters(QString::fromUtf8(reader.readAllStandardOutput()));
  QMap<QChar, qsizetype> wanted;
  table(name).rows([&](report::Cells cells) {
    for (std::string_view cell : cells)
      for (QChar letter : letters(QString::fromUtf8(cell.data(), qsizetype(cell.size()))))
        ++wanted[letter];
    return true;
  });
  for (auto letter = wanted.begin(); letter != wanted.end(); ++letter)
    QVERIFY2(text.count(letter.key()) >= letter.value(), qPrintable(QString(letter.key())));
}

void TestReportFiles::aFolderThatIsNotThereIsToldAndNothingIsLeft() {
  for (const char* ending : {".csv", ".pdf", ".xlsx"}) {
    const QString path = m_folder.filePath(QStringLiteral("none/at all") + QString::fromLatin1(ending));
    const auto outcome = report::write(table(QStringLiteral("notes")), path);
    QVERIFY(!outcome.isOk());
    QVERIFY(!outcome.problems().front().sentence.isEmpty());
    QVERIFY(!QFileInfo::exists(path));
  }
}

QTEST_MAIN(TestReportFiles)
#include "tst_reportfiles.moc"
