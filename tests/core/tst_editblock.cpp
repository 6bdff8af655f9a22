// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/block.h"

#include <QTest>

/// What Excel and LibreOffice put on the clipboard, by their byte-exact forms.
class TestEditBlock : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aBlockIsReadAsExcelWritesIt_data();
  void aBlockIsReadAsExcelWritesIt();
};

void TestEditBlock::aBlockIsReadAsExcelWritesIt_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("rows"); // cells in [], rows in lines
  const auto row = [](const char* name, const char* text, const char* rows) {
    QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(rows);
  };
  row("nothing", "", "");
  row("one cell", "abc\r\n", "[abc]");
  row("one cell without line end", "abc", "[abc]");
  row("two by two", "a\tb\r\nc\td\r\n", "[a][b]\n[c][d]");
  row("line feeds alone", "a\nb\n", "[a]\n[b]");
  row("carriage returns alone", "a\rb\r", "[a]\n[b]");
  row("empty cells", "\t\r\n\tx\r\n", "[][]\n[][x]");
  row("an empty row between", "a\r\n\r\nb\r\n", "[a]\n[]\n[b]");
  row("a line break in a cell", "\"two\nlines\"\tb\r\n", "[two⏎lines][b]");
  row("a tab in a cell", "\"a\tb\"\tc\r\n", "[a\tb][c]");
  row("doubled quotes", "\"say \"\"no\"\"\"\r\n", "[say \"no\"]");
  row("inches are no quote", "3\"\t4\"\r\n", "[3\"][4\"]");
  row("a quote that is not closed", "\"abc\tb\r\n", "[\"abc][b]");
  row("a quoted word is itself", "\"A\" team\tb\r\n", "[\"A\" team][b]");
  row("an empty quoted cell", "\"\"\tb\r\n", "[][b]");
  row("a quoted one at the end", "a\t\"b\"", "[a][b]");
  row("names of any script", "李, Wei\tNuñez\r\n", "[李, Wei][Nuñez]");
}

void TestEditBlock::aBlockIsReadAsExcelWritesIt() {
  QFETCH(QString, text);
  QStringList rows;
  for (const QStringList& row : edit::blockOf(text)) {
    QString line;
    for (QString cell : row)
      line += QLatin1Char('[') + cell.replace(QLatin1Char('\n'), QStringLiteral("⏎")) + QLatin1Char(']');
    rows << line;
  }
  QTEST(rows.join(QLatin1Char('\n')), "rows");
}

QTEST_GUILESS_MAIN(TestEditBlock)
#include "tst_editblock.moc"
