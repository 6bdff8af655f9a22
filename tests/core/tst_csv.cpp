// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvwriter.h"
#include "readrows.h"
#include "support/testdata.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

using Table = QList<QStringList>;

class CsvTest : public QObject {
  Q_OBJECT

private:
  QTemporaryDir m_dir;

  QString write(const QByteArray& bytes) {
    const QString path = m_dir.filePath(QStringLiteral("a.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
      qFatal("no file");
    return path;
  }

private Q_SLOTS:
  void windows1252WithSemicolonsIsRead() {
    const ReadRows read = readFile(testData("semicolon-1252.csv"));
    QCOMPARE(read.problem, QString());
    QCOMPARE(read.rows, (Table{{QStringLiteral("Provider"), QStringLiteral("NPI"), QStringLiteral("City")},
                               {QStringLiteral("Müller; Jörg"), QStringLiteral("1234567893"), QStringLiteral("Köln")},
                               {QStringLiteral("Zoë \"Z\" Núñez"), QString(), QStringLiteral("a\nb")}}));
    QCOMPARE(read.numbers, (QList<qint64>{1, 2, 5}));
  }

  void utf16OfBothOrdersIsRead_data() {
    QTest::addColumn<QString>("file");
    QTest::newRow("little") << testData("tabs-utf16le.txt");
    QTest::newRow("big") << testData("tabs-utf16be.txt");
  }
  void utf16OfBothOrdersIsRead() {
    QFETCH(QString, file);
    const ReadRows read = readFile(file);
    QCOMPARE(read.rows.size(), 3);
    QCOMPARE(read.rows[1],
             (QStringList{QStringLiteral("Marten"), QStringLiteral("Lily"), QStringLiteral("1234567893")}));
    QCOMPARE(read.rows[2],
             (QStringList{QStringLiteral("李"), QStringLiteral("伟"), QString::fromUtf8("\xF0\x9F\x98\x80")}));
  }

  void barsAndCarriageReturnsAreRead() {
    const ReadRows read = readFile(testData("bars-cr.txt"));
    QCOMPARE(read.rows, (Table{{QStringLiteral("Surname"), QStringLiteral("First"), QStringLiteral("Degree")},
                               {QStringLiteral("O’Brien"), QStringLiteral("Zoë, A"), QStringLiteral("MD")}}));
    QCOMPARE(read.numbers, (QList<qint64>{1, 2}));
  }

  void anUnclosedQuoteIsSaidWithItsLine() {
    const ReadRows read = readFile(testData("unclosed.csv"));
    QCOMPARE(read.rows.size(), 2);
    QVERIFY2(read.problem.contains(QStringLiteral("line 4")), qPrintable(read.problem));
  }

  void nulBytesAreLeftOut() {
    QCOMPARE(readFile(testData("nul.csv")).rows[1], (QStringList{QStringLiteral("AB"), QStringLiteral("C\"D")}));
  }

  void wrongBytesBehindAnUtf8MarkSpoilOnlyThemselves() {
    QCOMPARE(readFile(testData("mark-damaged.csv")).rows[1],
             (QStringList{QStringLiteral("Zoë"), QString(QChar::ReplacementCharacter)}));
  }

  void files_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Table>("rows");
    const auto row = [](std::initializer_list<const char*> cells) {
      QStringList list;
      for (const char* cell : cells)
        list += QString::fromUtf8(cell);
      return list;
    };
    QTest::newRow("a quote inside an unquoted cell is itself")
        << QByteArray("a,5\" pipe,c\n") << Table{row({"a", "5\" pipe", "c"})};
    QTest::newRow("text behind a closing quote is kept")
        << QByteArray("\"Bud\" Smith,\"b\" ,c\n") << Table{row({"Bud Smith", "b", "c"})};
    QTest::newRow("no line end at the end") << QByteArray("a,b\nc,") << Table{row({"a", "b"}), row({"c", ""})};
    QTest::newRow("all line ends") << QByteArray("a,b\r\nc,d\re,f\ng,h")
                                   << Table{row({"a", "b"}), row({"c", "d"}), row({"e", "f"}), row({"g", "h"})};
    QTest::newRow("line ends in quotes") << QByteArray("\"a\r\nb\",\"c\rd\"\r\n") << Table{row({"a\r\nb", "c\rd"})};
    QTest::newRow("guards come off once") << QByteArray("'=1,''-x,'a,'\n") << Table{row({"=1", "'-x", "'a", "'"})};
    QTest::newRow("empty quotes") << QByteArray("\"\",\"\"\"\",x\n") << Table{row({"", "\"", "x"})};
    QTest::newRow("blank rows") << QByteArray("\n , \n\xC2\xA0\n\"\"\na,b\n\n") << Table{row({"a", "b"})};
    QTest::newRow("names with commas in a semicolon file")
        << QByteArray("Provider;NPI\nMarten, Lily;1\nOrtega, Raul;2\n")
        << Table{row({"Provider", "NPI"}), row({"Marten, Lily", "1"}), row({"Ortega, Raul", "2"})};
    QTest::newRow("lists with semicolons in a comma file")
        << QByteArray("Coordinator,Teams\nAnna,A;B;C\nBo,A;B;C\n")
        << Table{row({"Coordinator", "Teams"}), row({"Anna", "A;B;C"}), row({"Bo", "A;B;C"})};
    QTest::newRow("one column, no delimiter")
        << QByteArray("Team\nAcme\tInc\nBeta\n") << Table{row({"Team"}), row({"Acme\tInc"}), row({"Beta"})};
    QTest::newRow("delimiter without known headings")
        << QByteArray("foo|bar|x\n1,2|3|4\n5|6|7\n")
        << Table{row({"foo", "bar", "x"}), row({"1,2", "3", "4"}), row({"5", "6", "7"})};
  }
  void files() {
    QFETCH(QByteArray, bytes);
    QFETCH(Table, rows);
    const ReadRows read = readFile(write(bytes));
    QCOMPARE(read.problem, QString());
    QCOMPARE(read.rows, rows);
  }

  void cellsAcrossThePiecesOfAFileAreWhole() {
    QByteArray bytes("Team,Task,Note\n");
    Table expected{{QStringLiteral("Team"), QStringLiteral("Task"), QStringLiteral("Note")}};
    for (int i = 0; i < 40000; ++i) {
      const QByteArray note = QByteArray(i % 97, 'x') + "\"\"\r\nñ李";
      bytes += "Team " + QByteArray::number(i) + ",t,\"" + note + "\"\r\n";
      expected += {QStringLiteral("Team %1").arg(i), QStringLiteral("t"),
                   QString::fromUtf8(QByteArray(note).replace("\"\"", "\""))};
    }
    QVERIFY(readFile(write(bytes)).rows == expected);
  }

  void aRowLongerThanAnyPieceIsRead() {
    const QByteArray longText(3 << 20, 'y');
    const ReadRows read = readFile(write("Team,Note\nA,\"" + longText + "\"\nB,c\n"));
    QCOMPARE(read.rows.size(), 3);
    QCOMPARE(read.rows[1][1].size(), longText.size());
    QCOMPARE(read.numbers, (QList<qint64>{1, 2, 3}));
  }

  void aTextIsKeptWhenTheNextRowIsRead() {
    auto sheets = exchange::openFile(write("one\ntwo\n"));
    const auto rows = sheets.value()->rows(0);
    exchange::RowCells row;
    QVERIFY(rows->next(row));
    const QString first = row.text(0);
    QVERIFY(rows->next(row));
    QCOMPARE(first, QStringLiteral("one"));
    QCOMPARE(row.text(0), QStringLiteral("two"));
    QVERIFY(row.text(7).isEmpty());
  }

  void whatIsNoTextSaysWhatToDo_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << testData("empty.csv") << QStringLiteral("empty");
    QTest::newRow("xls") << testData("old.xls") << QStringLiteral("save it as .xlsx");
    QTest::newRow("binary") << testData("binary.dat") << QStringLiteral("neither");
    QTest::newRow("missing") << testData("missing.csv") << QStringLiteral("cannot be read");
    QTest::newRow("folder") << testData("") << QStringLiteral("folder");
  }
  void whatIsNoTextSaysWhatToDo() {
    QFETCH(QString, file);
    QFETCH(QString, word);
    const ReadRows read = readFile(file);
    QVERIFY2(read.problem.contains(word), qPrintable(read.problem));
  }

  void aTextWrittenAsAFormulaIsReadAsItIsShown() {
    const ReadRows read =
        readFile(write("NPI,ZIP,Note\n=\"1234567893\",\"=\"\"02108\"\"\",'=\"x\"\n=\"a\"&\"b\",=\"\",x\n"));
    QCOMPARE(read.rows[1],
             (QStringList{QStringLiteral("1234567893"), QStringLiteral("02108"), QStringLiteral("=\"x\"")}));
    QCOMPARE(read.rows[2], (QStringList{QStringLiteral("=\"a\"&\"b\""), QString(), QStringLiteral("x")}));
  }

  void cellsAreWrittenToTheLetter() {
    using exchange::CellKind;
    const QString path = m_dir.filePath(QStringLiteral("out.csv"));
    {
      exchange::CsvWriter writer(path);
      for (const char* text : {"a,b", "q\"q", "line\nend", "=1+1", "-5", "@x", "\tx", "'=x", "'x", "", "plain é"})
        writer.cell(std::string_view(text));
      writer.endRow();
      writer.cell("-5", CellKind::Number);
      writer.cell("2026-01-05", CellKind::Date);
      writer.cell(QStringLiteral("+1 555"));
      writer.endRow();
      QVERIFY(!QFile::exists(path));
      QVERIFY(!writer.commit());
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(),
             QByteArray("\xEF\xBB\xBF\"a,b\",\"q\"\"q\",\"line\nend\",'=1+1,'-5,'@x,'\tx,''=x,'x,,plain é\r\n"
                        "-5,2026-01-05,'+1 555\r\n"));
  }

  void aRowOfOneEmptyCellIsNoBlankLine() {
    const QString path = m_dir.filePath(QStringLiteral("one.csv"));
    exchange::CsvWriter writer(path);
    for (const char* text : {"NPI", "", "1"}) {
      writer.cell(std::string_view(text));
      writer.endRow();
    }
    QVERIFY(!writer.commit());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArrayLiteral("\xEF\xBB\xBFNPI\r\n\"\"\r\n1\r\n"));
  }

  void aFileThatCannotBeWrittenIsSaid() {
    exchange::CsvWriter writer(m_dir.filePath(QStringLiteral("no/such/folder.csv")));
    writer.cell("x");
    writer.endRow();
    const auto problem = writer.commit();
    QVERIFY(problem);
    QVERIFY2(problem->sentence.contains(QStringLiteral("could not be written")), qPrintable(problem->sentence));
  }

  void whatIsWrittenIsReadBackWhateverItIs() {
    QRandomGenerator random(20260105);
    const QString alphabet = QString::fromUtf8("ab'\"=+-@,;|\t\r\n é李\xF0\x9F\x98\x80");
    const QString path = m_dir.filePath(QStringLiteral("random.csv"));
    for (int round = 0; round < 200; ++round) {
      Table table{{QStringLiteral("Team"), QStringLiteral("Task"), QStringLiteral("Note")}};
      for (int i = random.bounded(1, 20); i > 0; --i) {
        QStringList row;
        for (int column = 0; column < 3; ++column) {
          QString cell;
          for (int size = random.bounded(0, 12); size > 0; --size)
            cell += alphabet[random.bounded(alphabet.size() - 2)];
          row += cell + (random.bounded(4) == 0 ? alphabet.right(2) : QString());
        }
        row[0] += QLatin1Char('x'); // so that no row is blank
        table += row;
      }
      exchange::CsvWriter writer(path);
      for (const QStringList& row : table) {
        for (const QString& cell : row)
          writer.cell(cell);
        writer.endRow();
      }
      QVERIFY(!writer.commit());
      QCOMPARE(readFile(path).rows, table);
    }
  }
};

QTEST_GUILESS_MAIN(CsvTest)
#include "tst_csv.moc"
