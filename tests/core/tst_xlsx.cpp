// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/numberformat.h"
#include "core/exchange/xlsxwriter.h"
#include "readrows.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

using exchange::CellKind;
using Table = QList<QStringList>;

class XlsxTest : public QObject {
  Q_OBJECT

private:
  QTemporaryDir m_dir;

private Q_SLOTS:
  void aMasterSheetIsReadAsAPersonSeesIt() {
    auto sheets = exchange::openFile(testData("master.xlsx"));
    QVERIFY2(sheets.isOk(), sheets ? "" : qPrintable(sheets.problems().front().sentence));
    QCOMPARE(sheets.value()->count(), size_t{2}); // the hidden ones are left out
    QCOMPARE(sheets.value()->name(0), QStringLiteral("Enrollments"));
    QCOMPARE(sheets.value()->name(1), QStringLiteral("Hospitals"));
    const ReadRows read = readSheet(*sheets.value());
    QCOMPARE(read.problem, QString());
    QCOMPARE(read.numbers, (QList<qint64>{1, 4, 5, 6, 7})); // the merged title's second row is blank
    QCOMPARE(read.rows[0][7], QStringLiteral("Lakeside Medical – payer enrollments"));
    QCOMPARE(read.rows[2],
             QStringLiteral("Marten, Lily - MD|1234567893|Blue Harbor|2026-01-05|2029-01-05 13:30|yes|02138|calls ñ 李")
                 .split(QLatin1Char('|')));
    QCOMPARE(read.rows[3], QStringLiteral("Marten, Lily - MD|1234567893|Summit Care|1900-01-15|N/A|no|60614|=1+1")
                               .split(QLatin1Char('|')));
    QCOMPARE(read.rows[4].mid(0, 7),
             QStringLiteral("Núñez, Zoë|1987654328|Blue Harbor|2026-02-28|5||0.1").split(QLatin1Char('|')));
    QCOMPARE(read.rows[4].value(7), QString()); // an error is no value
    QCOMPARE(readSheet(*sheets.value(), 1).rows[1],
             (QStringList{QStringLiteral("Northgate General"), QStringLiteral("Evanston"), QStringLiteral("IL")}));
  }

  void fillsThatAPersonSeesAreTold() {
    auto sheets = exchange::openFile(testData("master.xlsx"));
    const auto rows = sheets.value()->rows(0);
    exchange::RowCells row;
    while (row.row() < 5)
      QVERIFY(rows->next(row));
    QVERIFY(row.filled(2));
    QVERIFY(!row.filled(1));
    QVERIFY(!row.filled(99));
    QVERIFY(rows->next(row));
    QVERIFY(!row.filled(2)); // white
  }

  void stringsOfAllSortsAndCellsWithoutPlacesAreRead() {
    const ReadRows read = readFile(testData("handmade.xlsx"));
    QCOMPARE(read.problem, QString());
    QCOMPARE(read.rows[0], (QStringList{QStringLiteral("李伟"), QStringLiteral("Subtype "), QStringLiteral("a<b\rc")}));
    QCOMPARE(read.rows[1].mid(0, 11),
             QStringLiteral(
                 "2026-01-05|7|2026-01-05 12:00:00|2026-01-05 00:00|06:00|1234567893|2026-01-05||yes|0.3|1900-02-29")
                 .split(QLatin1Char('|')));
    QCOMPARE(read.numbers, (QList<qint64>{1, 5}));
  }

  void themeFillsCountAndWhiteAndAutomaticOnesDoNot() {
    auto sheets = exchange::openFile(testData("handmade.xlsx"));
    const auto rows = sheets.value()->rows(0);
    exchange::RowCells row;
    QVERIFY(rows->next(row) && rows->next(row));
    QVERIFY(row.filled(2));
    QVERIFY(!row.filled(0) && !row.filled(1) && !row.filled(3));
  }

  void theDateSystemOf1904Counts() {
    QCOMPARE(readFile(testData("from1904.xlsx")).rows[0],
             (QStringList{QStringLiteral("2026-01-05"), QStringLiteral("1904-01-01")}));
  }

  void dangerousAndDamagedFilesAreRefused_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("word");
    QTest::newRow("dtd") << testData("dtd.xlsx") << QStringLiteral("document type declaration");
    QTest::newRow("bomb") << testData("bomb.xlsx") << QStringLiteral("100 times");
    QTest::newRow("huge") << testData("huge.xlsx") << QStringLiteral("256 MB");
    QTest::newRow("nested") << testData("nested.xlsx") << QStringLiteral("another archive");
    QTest::newRow("many") << testData("many.xlsx") << QStringLiteral("1000 are allowed");
    QTest::newRow("overlap") << testData("overlap.xlsx") << QStringLiteral("over each other");
    QTest::newRow("cut") << testData("cut.xlsx") << QStringLiteral("damaged");
    QTest::newRow("lying") << testData("lying.xlsx") << QStringLiteral("damaged");
    QTest::newRow("ods") << testData("book.ods") << QStringLiteral("OpenDocument");
  }
  void dangerousAndDamagedFilesAreRefused() {
    QFETCH(QString, file);
    QFETCH(QString, word);
    const ReadRows read = readFile(file);
    QVERIFY2(read.problem.contains(word), qPrintable(read.problem));
  }

  void numbersAndSerials_data() {
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("NPI") << QByteArray("1.234567893E9") << QStringLiteral("General") << QByteArray("1234567893");
    QTest::newRow("whole") << QByteArray("5.0") << QStringLiteral("0.00") << QByteArray("5");
    QTest::newRow("small") << QByteArray("1E-7") << QStringLiteral("General") << QByteArray("0.0000001");
    QTest::newRow("negative") << QByteArray("-2.50") << QStringLiteral("General") << QByteArray("-2.5");
    QTest::newRow("tax id") << QByteArray("12345678") << QStringLiteral("00\\-0000000") << QByteArray("01-2345678");
    QTest::newRow("ssn") << QByteArray("12345678") << QStringLiteral("000-00-0000") << QByteArray("012-34-5678");
    QTest::newRow("day") << QByteArray("61") << QStringLiteral("d-mmm-yy") << QByteArray("1900-03-01");
    QTest::newRow("day 59") << QByteArray("59") << QStringLiteral("m/d/yyyy") << QByteArray("1900-02-28");
    QTest::newRow("an empty cell's 0") << QByteArray("0") << QStringLiteral("m/d/yyyy") << QByteArray("");
    QTest::newRow("no date: quoted d") << QByteArray("3") << QStringLiteral("0 \"days\"") << QByteArray("3");
    QTest::newRow("no date: colour") << QByteArray("3") << QStringLiteral("[Red]0.0;[Blue]-0.0") << QByteArray("3");
    QTest::newRow("seconds round up to the next day")
        << QByteArray("46026.9999999") << QStringLiteral("yyyy-mm-dd hh:mm:ss") << QByteArray("2026-01-05 00:00:00");
    QTest::newRow("no number") << QByteArray("abc") << QStringLiteral("General") << QByteArray("abc");
  }
  void numbersAndSerials() {
    QFETCH(QByteArray, number);
    QFETCH(QString, format);
    QFETCH(QByteArray, text);
    const std::string read = exchange::numberAsText({number.constData(), static_cast<size_t>(number.size())},
                                                    exchange::formatFromCode(format), false);
    QCOMPARE(QByteArray::fromStdString(read), text);
  }

  void builtInDateFormatsAreDates() {
    for (const int id : {14, 15, 16, 17, 22, 27, 31, 36, 50, 54, 57, 58})
      QVERIFY2(exchange::builtInFormat(id).date, qPrintable(QString::number(id)));
    for (const int id : {18, 19, 20, 21, 22, 32, 35, 45, 46, 47})
      QVERIFY2(exchange::builtInFormat(id).time, qPrintable(QString::number(id)));
    for (const int id : {0, 1, 2, 9, 10, 13, 37, 44, 48, 49})
      QVERIFY2(!exchange::builtInFormat(id).date && !exchange::builtInFormat(id).time, qPrintable(QString::number(id)));
  }

  void whatIsWrittenIsReadBack() {
    const QString path = m_dir.filePath(QStringLiteral("out.xlsx"));
    const std::vector<exchange::XlsxWriter::Heading> headings{{QStringLiteral("Note")},
                                                              {QStringLiteral("Written"), CellKind::Date},
                                                              {QStringLiteral("TAT"), CellKind::Number}};
    const Table table{
        {QStringLiteral("=1+1"), QStringLiteral("2026-01-05"), QStringLiteral("5")},
        {QStringLiteral("'=x"), QStringLiteral("2026-01-05 13:45"), QStringLiteral("-2.5")},
        {QStringLiteral("''@ 李 \xC3\xA9\n\r\tz \x01 _x000D_ _x"), QStringLiteral("2026-01-05 00:00:09"),
         QStringLiteral("0")},
        {QStringLiteral("  spaces  "), QStringLiteral("1899-05-05"), QStringLiteral("00123")},
        {QStringLiteral("<a href='x'>&amp;"), QStringLiteral("1900-02-01"), QStringLiteral("12345678901234567890")},
        {QStringLiteral("http://example.org/x"), QStringLiteral("9999-12-31"), QStringLiteral("12 days")}};
    for (int round = 0; round < 2; ++round) {
      exchange::XlsxWriter writer(path + QString::number(round));
      for (const char* name : {"Notes", "notes", "A/B: [what a very long name this sheet has]"}) {
        writer.startSheet(QLatin1String(name), headings);
        for (const QStringList& row : table) {
          for (const QString& cell : row)
            writer.cell(cell);
          QVERIFY(writer.endRow());
        }
      }
      const auto problem = writer.commit();
      QVERIFY2(!problem, problem ? qPrintable(problem->sentence) : "");
    }
    auto sheets = exchange::openFile(path + QLatin1Char('0'));
    QVERIFY2(sheets.isOk(), sheets ? "" : qPrintable(sheets.problems().front().sentence));
    QCOMPARE(sheets.value()->count(), size_t{3});
    QCOMPARE(sheets.value()->name(1), QStringLiteral("notes 2"));
    QCOMPARE(sheets.value()->name(2), QStringLiteral("A B what a very long name this"));
    const ReadRows read = readSheet(*sheets.value(), 2);
    QCOMPARE(read.problem, QString());
    QCOMPARE(read.rows.mid(1), table);

    QFile one(path + QLatin1Char('0'));
    QFile two(path + QLatin1Char('1'));
    QVERIFY(one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly));
    QVERIFY(one.readAll() == two.readAll());
  }

  void aTextTooLongForExcelIsSaidAndNothingIsLeft() {
    const QString path = m_dir.filePath(QStringLiteral("long.xlsx"));
    {
      exchange::XlsxWriter writer(path);
      writer.startSheet(QStringLiteral("Notes"), {{QStringLiteral("Note")}});
      writer.cell(std::string(40000, 'x'));
      QVERIFY(!writer.endRow());
      const auto problem = writer.commit();
      QVERIFY(problem && problem->sentence.contains(QStringLiteral("32,767")));
    }
    {
      exchange::XlsxWriter givenUp(path);
      givenUp.startSheet(QStringLiteral("Notes"), {{QStringLiteral("Note")}});
    }
    QCOMPARE(QDir(m_dir.path()).entryList({QStringLiteral("long*")}), QStringList());
  }
};

QTEST_GUILESS_MAIN(XlsxTest)
#include "tst_xlsx.moc"
