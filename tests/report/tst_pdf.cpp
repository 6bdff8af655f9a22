// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the PDF reports back with pdftotext and pdfinfo (Debian package poppler-utils).
#include "core/report/canvas.h"
#include "core/report/columns.h"
#include "core/report/pdf.h"
#include "core/report/typesetter.h"

#include <QDir>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <thread>

using namespace report;

namespace {

using Row = std::vector<std::string>;

Table table(std::vector<Heading> headings, std::vector<Row> rows, int group = -1) {
  const auto walk = [rows = std::move(rows)](const std::function<bool(Cells)>& use) {
    for (const auto& row : rows)
      if (!use(std::vector<std::string_view>(row.begin(), row.end())))
        return;
  };
  return {QStringLiteral("Open items"),
          QStringLiteral("Lakeside Medical"),
          QStringLiteral("Assignee: Anna Moreno"),
          QStringLiteral("2026-01-12"),
          std::move(headings),
          group,
          walk};
}

const std::vector<Heading> Few{{QStringLiteral("Provider"), Kind::Text},
                               {QStringLiteral("NPI"), Kind::Text},
                               {QStringLiteral("Due"), Kind::Date},
                               {QStringLiteral("Days late"), Kind::Number},
                               {QStringLiteral("Last note"), Kind::Text}};

Row row(int i, const std::string& note = "Called the payor.") {
  return {"Marten, Lily " + std::to_string(i), std::to_string(1000000000 + i), "2026-01-12", std::to_string(i), note};
}

std::vector<Row> manyRows(int count) {
  std::vector<Row> rows;
  for (int i = 0; i < count; ++i)
    rows.push_back(row(i));
  return rows;
}

/// The nineteen columns of open items, with a note of its own in each row.
Table wide(int count, int noteWords) {
  std::vector<Heading> headings;
  for (const char* text :
       {"Team", "Provider", "NPI", "Practice", "Type", "Subtype", "About", "Step no", "Step", "Status", "Waiting on",
        "Assignee", "Started", "Due", "Days late", "Follow-up", "Last note on", "Last note by", "Last note"})
    headings.push_back({QString::fromLatin1(text), Kind::Text});
  std::vector<Row> rows;
  for (int i = 0; i < count; ++i) {
    std::string note;
    for (int word = 0; word < noteWords; ++word)
      note += "word" + std::to_string(i) + "x" + std::to_string(word) + ' ';
    rows.push_back({"Lakeside Medical Group", "Castellanos-Whitfield, Maria", std::to_string(1000000000 + i),
                    "Lakeside Family Clinic", "Payor", "Recredentialing", "Blue Cross Blue Shield of Texas · TX", "12",
                    "Follow up with payor", "In progress", "Provider", "Anna Moreno", "2025-11-03", "2025-12-15", "19",
                    "2026-01-20", "2026-01-09", "Ben Ito", note});
  }
  return table(headings, rows);
}

QString output(const QString& program, const QStringList& arguments) {
  QProcess process;
  process.start(program, arguments);
  if (!process.waitForFinished(60000) || process.exitCode() != 0)
    qFatal("%s failed: %s (apt-get install poppler-utils)", qPrintable(program), process.readAllStandardError().data());
  return QString::fromUtf8(process.readAllStandardOutput());
}

/// The text in the order it was set, white space folded; of one page (from 1) or of all.
QString textOf(const QString& path, int page = 0, const char* order = "-raw") {
  QStringList arguments{QString::fromLatin1(order), path, QStringLiteral("-")};
  if (page > 0)
    arguments = QStringList{QStringLiteral("-f"), QString::number(page), QStringLiteral("-l"), QString::number(page)} +
                arguments;
  auto text = output(QStringLiteral("pdftotext"), arguments);
  for (const char16_t mark : {u'\u202a', u'\u202b', u'\u202c'}) // which pdftotext puts around right to left
    text.remove(QChar(mark));
  return text.simplified();
}

QString infoOf(const QString& path, const QString& key) {
  for (const auto& line : output(QStringLiteral("pdfinfo"), {path}).split(QLatin1Char('\n')))
    if (line.startsWith(key + QLatin1Char(':')))
      return line.mid(key.size() + 1).trimmed();
  return {};
}

QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<Row> scripts() {
  return {row(1),
          {"Nuñez-Ruiz, Zoë", "1", "", "", "Ångström, Żak, Nguyễn"},
          {"李, 伟", "2", "", "", "李伟 called 李 back"},
          {"Ito", "6", "", "", "went through ✓ → 👍 done"},
          {"王小明", "5", "", "", "再打电话给保险公司，然后更新门户网站上的记录"},
          {"Иванова, Ольга", "3", "", "", "Παπαδοπούλου"},
          {"O’Dell", "4", "", "", "a (b) \\ c <img src=x> &amp; “q” – €"}};
}

} // namespace

class TstPdf : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  QString path(const char* name = "report.pdf") const { return m_folder.filePath(QString::fromLatin1(name)); }
  PdfOutcome write(const Table& table, QPageSize::PageSizeId paper = QPageSize::Letter) {
    const auto outcome = writePdf(table, path(), {paper, {}});
    if (!outcome)
      qFatal("%s", qPrintable(outcome.problems().front().sentence));
    return *outcome;
  }

  /// Where that word stands, the first time.
  QRectF boxOf(const char* word) {
    for (const auto& line : output(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), path(), QStringLiteral("-")})
                                .split(QLatin1Char('\n')))
      if (line.contains(QLatin1String(word))) {
        const auto at = [&](int field) { return line.section(QLatin1Char('"'), field, field).toDouble(); };
        return {QPointF(at(1), at(3)), QPointF(at(5), at(7))};
      }
    return {};
  }

private Q_SLOTS:
  void everyCellIsReadBackInAnyScript() {
    write(table(Few, scripts()));
    const auto text = textOf(path());
    for (const auto& cells : scripts())
      for (const auto& cell : cells)
        QVERIFY2(text.contains(QString::fromStdString(cell)), cell.c_str());
  }

  void npisAndDatesAreWholeHoweverManyColumnsThereAre_data() {
    QTest::addColumn<int>("words");
    for (int words : {10, 12, 13})
      QTest::addRow("%d columns", words + 7) << words;
  }
  void npisAndDatesAreWholeHoweverManyColumnsThereAre() {
    QFETCH(int, words);
    std::vector<Heading> headings{{QStringLiteral("NPI"), Kind::Text}, {QStringLiteral("Last note"), Kind::Text}};
    Row cells{"1234567893", "On hold for forty minutes; the supervisor promises an answer in this week."};
    const std::string longWords = "UnitedHealthcare Castellanos-Whitfield";
    for (int i = 0; i < words; ++i) {
      headings.push_back({QStringLiteral("Words %1").arg(i), Kind::Text});
      cells.push_back(longWords);
    }
    for (int i = 1; i <= 5; ++i) {
      headings.push_back({QStringLiteral("Day %1").arg(i), Kind::Date});
      cells.push_back("2026-11-1" + std::to_string(i));
    }
    for (const auto paper : {QPageSize::Letter, QPageSize::A4}) {
      write(table(headings, std::vector<Row>(30, cells)), paper);
      const QString text = textOf(path());
      QCOMPARE(text.count(QStringLiteral("1234567893")), 30);
      for (int i = 1; i <= 5; ++i)
        QCOMPARE(text.count(QStringLiteral("2026-11-1%1").arg(i)), 30);
    }
  }

  void wordsOfMostRowsGetTheWidthThatLongOnesNowAndThenCanSpare() {
    provideTypeface();
    constexpr qreal em = 20;
    Typesetter body(typeface(em)), head(typeface(em, QFont::DemiBold));
    const Table of = table({{QStringLiteral("Practice"), Kind::Text}, {QStringLiteral("Tracking"), Kind::Text}}, {});
    const std::string rare = "Prairie Wind Family Medicine of Oklahoma City and Tulsa", often = "No tracking yet";
    ColumnFitter fitter(of, body, head, em);
    for (int i = 0; i < 1000; ++i) {
      const std::array<std::string_view, 2> cells{i % 10 ? std::string_view("Harbor North") : rare, often};
      fitter.look(cells);
    }
    constexpr qreal width = 27 * em;
    QVERIFY(fitter.lines(width / em) > 1); // not all of it stands side by side
    const auto columns = fitter.columns(width, em);
    QVERIFY(columns[1].width >= body.extent(often).line);
    QVERIFY(columns[1].left + columns[1].width <= width + 1);
    Lines lines;
    body.wrap(rare, columns[0].width, lines);
    QCOMPARE(lines.count(), 2); // and the long one is no deeper for it
  }

  void aDotBetweenTwoThingsNeverBeginsALine() {
    provideTypeface();
    Typesetter set(typeface(20));
    const std::string both = "Molina Healthcare \xc2\xb7 IL";
    Lines lines;
    set.wrap(both, set.extent("Molina Healthcare").line + 1, lines);
    QCOMPARE(lines.count(), 2);
    QCOMPARE(lines.pieces[0].text, std::string_view("Molina"));
    set.wrap(both, set.extent(both).line + 1, lines);
    QCOMPARE(lines.count(), 1);
  }

  void whatIsSaidAboutANoteBelowItsRowStandsBeforeIt() {
    write(wide(60, 25));
    QVERIFY2(textOf(path(), 1).contains(QStringLiteral("2026-01-09 Ben Ito word0x0 word0x1 ")), qPrintable(path()));
    QCOMPARE(boxOf(">2026-01-09<").top(), boxOf(">word0x0<").top());
  }

  void typeIsNeverSmallerThanSixAndAHalfPoints() {
    write(wide(60, 25));
    constexpr qreal running = 7.5; // the points of "page 1 of 12"
    QVERIFY(boxOf(">1000000000<").height() >= boxOf(">page<").height() * 6.5 / running - 0.001);
  }

  void namesFromRightToLeftAreReadBack() {
    const std::string name = "محمد علي", note = "اتصلت بشركة التأمين";
    write(table(Few, {{name, "1", "2026-01-12", "", note}}));
    const auto text = textOf(path(), 1, "-layout"); // raw order is that of the glyphs on the line
    QVERIFY(text.contains(QString::fromStdString(name)));
    QVERIFY(text.contains(QString::fromStdString(note)));
  }

  void manyRowsAreAllThereInOrder() {
    const auto outcome = write(table(Few, manyRows(5000)));
    QCOMPARE(outcome.rows, 5000);
    const auto text = textOf(path());
    qsizetype at = 0;
    for (int i = 0; i < 5000; ++i) {
      at = text.indexOf(QString::number(1000000000 + i) + QStringLiteral(" 2026-01-12 %1 ").arg(i), at);
      QVERIFY2(at >= 0, qPrintable(QString::number(i)));
    }
  }

  void rowsAreReadOnceAndAgainOnlyWhereThereIsNoRoomForACopy_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("room");
    QTest::addColumn<int>("times");
    QTest::newRow("few") << 3 << true << 1;
    QTest::newRow("few, no room") << 3 << false << 1; // they need none
    QTest::newRow("many") << 8000 << true << 1;
    QTest::newRow("many, no room") << 8000 << false << 2;
  }
  void rowsAreReadOnceAndAgainOnlyWhereThereIsNoRoomForACopy() {
    QFETCH(int, rows);
    QFETCH(bool, room);
    QFETCH(int, times);
    auto all = manyRows(rows);
    if (rows > 3)
      all[1].back().assign(300000, 'a'); // longer than what is read back at once
    Table of = table(Few, all);
    int read = 0;
    of.rows = [&read, walk = of.rows](const std::function<bool(Cells)>& use) {
      ++read;
      walk(use);
    };
    write(table(Few, all));
    const auto expected = bytesOf(path());
    const QByteArray before = qgetenv("TMPDIR");
    if (!room)
      qputenv("TMPDIR", "/proc"); // takes no files, not even root's
    write(of);
    before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
    QCOMPARE(read, times);
    QCOMPARE(bytesOf(path()), expected);
  }

  void everyPageHasItsHeadingsAndItsNumber() {
    const auto outcome = write(table(Few, manyRows(300)));
    QVERIFY(outcome.pages > 3);
    QCOMPARE(infoOf(path(), QStringLiteral("Pages")).toInt(), outcome.pages);
    for (int page = 1; page <= outcome.pages; ++page) {
      const auto text = textOf(path(), page);
      QVERIFY(text.contains(QStringLiteral("Provider NPI Due Days late Last note")));
      QVERIFY(text.endsWith(QStringLiteral("page %1 of %2").arg(page).arg(outcome.pages)));
      QVERIFY(text.startsWith(QStringLiteral("Open items")));
    }
  }

  void theFirstPageSaysHowManyRowsHaveEachWord() {
    std::vector<Row> rows;
    for (int i = 0; i < 2500; ++i)
      rows.push_back({"Marten, Lily", i % 5 == 0 ? "Zurückgestellt" : i < 3 ? "New" : "In progress"});
    Table counted =
        table({{QStringLiteral("Provider"), Kind::Text}, {QStringLiteral("Status"), Kind::Text}}, std::move(rows));
    counted.counted = 1;
    const auto outcome = write(counted);
    const QString said = QStringLiteral("In progress 1,998 · Zurückgestellt 500 · New 2");
    QVERIFY2(textOf(path(), 1).contains(said), qPrintable(textOf(path(), 1).left(300)));
    QVERIFY(!textOf(path(), 2).contains(said));
    QCOMPARE(infoOf(path(), QStringLiteral("Pages")).toInt(), outcome.pages);
  }

  void theFirstPageSaysWhatWasAskedFor() {
    write(table(Few, manyRows(1)));
    const auto text = textOf(path());
    for (const char* part : {"Open items", "Lakeside Medical", "as of 2026-01-12", "Assignee: Anna Moreno", "1 row"})
      QVERIFY2(text.contains(QString::fromLatin1(part)), part);
    QCOMPARE(infoOf(path(), QStringLiteral("Title")), QStringLiteral("Open items"));
    QCOMPARE(infoOf(path(), QStringLiteral("Creator")), QStringLiteral("Credenza"));
  }

  void notesAreWrappedAndNeverCut_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("words");
    QTest::newRow("a few lines") << 60 << 25;
    QTest::newRow("half a page") << 8 << 400;
    QTest::newRow("taller than a page") << 3 << 3000;
  }
  void notesAreWrappedAndNeverCut() {
    QFETCH(int, rows);
    QFETCH(int, words);
    const auto outcome = write(wide(rows, words));
    QCOMPARE(infoOf(path(), QStringLiteral("Pages")).toInt(), outcome.pages);
    QString all;
    for (int page = 1; page <= outcome.pages; ++page)
      all += textOf(path(), page) + QLatin1Char(' ');
    const auto found = all.split(QLatin1Char(' '));
    QStringList notes;
    for (const auto& word : found)
      if (word.startsWith(QStringLiteral("word")))
        notes << word;
    QStringList expected;
    for (int i = 0; i < rows; ++i)
      for (int word = 0; word < words; ++word)
        expected << QStringLiteral("word%1x%2").arg(i).arg(word);
    QCOMPARE(notes, expected);
  }

  void aWordWiderThanItsColumnIsBrokenNotCut() {
    const std::string link = "https://portal.example.org/" + std::string(900, 'a') + "/end-of-link";
    const std::string name = "Żółć" + std::string(400, 'o');
    write(table(Few, {row(1, link), {name, "2", "", "", ""}}));
    const auto text = textOf(path()).remove(QLatin1Char(' '));
    QVERIFY(text.contains(QString::fromStdString(link)));
    QVERIFY(text.contains(QString::fromStdString(name)));
  }

  void allColumnsStayOnThePage() {
    write(wide(5, 12));
    for (const auto& line : output(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), path(), QStringLiteral("-")})
                                .split(QLatin1Char('\n')))
      if (const auto at = line.indexOf(QStringLiteral("xMax=\"")); at >= 0)
        QVERIFY2(line.mid(at + 6).section(QLatin1Char('"'), 0, 0).toDouble() <= 792 - 35, qPrintable(line));
  }

  void numbersEndAtTheSamePlace() {
    write(table(Few, {row(7), row(111), row(4089)}));
    QStringList ends;
    for (const auto& line : output(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), path(), QStringLiteral("-")})
                                .split(QLatin1Char('\n')))
      for (const char* number : {">7<", ">111<", ">4089<"})
        if (line.contains(QString::fromLatin1(number)) && line.section(QLatin1Char('"'), 1, 1).toDouble() > 200)
          ends << line.section(QStringLiteral("xMax=\""), 1).section(QLatin1Char('.'), 0, 0);
    QCOMPARE(ends.size(), 3);
    QCOMPARE(ends.removeDuplicates(), 2);
  }

  void theSameTableGivesTheSameBytesInAnyProcess() {
    write(table(Few, scripts()));
    const auto first = bytesOf(path());
    QVERIFY(!first.isEmpty());
    for (const char* seed : {"0", "", ""}) { // Qt orders its hashes anew in each process
      auto environment = QProcessEnvironment::systemEnvironment();
      environment.insert(QStringLiteral("WRITE_PDF_TO"), path("again.pdf"));
      environment.remove(QStringLiteral("QT_HASH_SEED"));
      if (*seed)
        environment.insert(QStringLiteral("QT_HASH_SEED"), QString::fromLatin1(seed));
      QProcess process;
      process.setProcessEnvironment(environment);
      process.start(QCoreApplication::applicationFilePath(), {});
      QVERIFY(process.waitForFinished(60000));
      QVERIFY(bytesOf(path("again.pdf")) == first);
    }
  }

  void aFolderThatCannotBeWrittenGetsOneSentenceAndNoFile() {
    const auto outcome = writePdf(table(Few, manyRows(3)), path("nowhere/report.pdf"), {QPageSize::Letter, {}});
    QVERIFY(!outcome);
    QVERIFY(outcome.problems().front().sentence.contains(QStringLiteral("Your data is safe")));
    QVERIFY(!QFileInfo::exists(path("nowhere")));
  }

  void aFullDiskLeavesTheOlderFileAndSaysWhy() {
    write(table(Few, manyRows(3)));
    const auto before = bytesOf(path());
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("WRITE_PDF_TO"), path());
    environment.insert(QStringLiteral("WRITE_AT_MOST"), QStringLiteral("20000"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 1);
    const auto sentence = process.readAllStandardOutput();
    QVERIFY2(sentence.contains("too large") && sentence.contains("Your data is safe"), sentence.constData());
    QVERIFY(bytesOf(path()) == before);
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("report.pdf*")}, QDir::Files).size(), 1);
  }

  void stoppingLeavesTheOlderFile() {
    write(table(Few, manyRows(3)));
    const auto before = bytesOf(path());
    for (const qint64 until : {0, 1000}) { // while counting, while painting
      const auto outcome = writePdf(table(Few, manyRows(5000)), path(),
                                    {QPageSize::Letter, [until](qint64 rows) { return rows < until; }});
      QVERIFY(outcome && outcome->isCancelled);
      QVERIFY(bytesOf(path()) == before);
    }
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("report.pdf*")}, QDir::Files).size(), 1);
  }

  void groupsAreNamedCountedAndKeptWithTheirRows() {
    auto headings = Few;
    headings.insert(headings.begin(), {QStringLiteral("Team"), Kind::Text});
    std::vector<Row> rows;
    for (int group = 0; group < 60; ++group)
      for (int i = 0; i <= group % 7; ++i) {
        auto cells = row(i);
        cells.insert(cells.begin(), group == 0 ? "" : "Team " + std::to_string(group));
        rows.push_back(cells);
      }
    const auto outcome = write(table(headings, rows, 0));
    QVERIFY(outcome.pages > 3);
    const auto all = textOf(path());
    QVERIFY(all.contains(QStringLiteral("Team: none 1 row ")));
    for (int group = 1; group < 60; ++group)
      QVERIFY(all.contains(
          QStringLiteral("Team: Team %1 %2")
              .arg(group)
              .arg(group % 7 == 0 ? QStringLiteral("1 row ") : QStringLiteral("%1 rows ").arg(group % 7 + 1))));
    qsizetype continued = 0;
    for (int page = 1; page <= outcome.pages; ++page) {
      const auto text = textOf(path(), page);
      continued += text.count(QStringLiteral("continued"));
      QVERIFY2(text.contains(QStringLiteral("payor. page %1 of").arg(page)), qPrintable(text.right(60)));
    }
    QVERIFY(continued > 0 && continued < outcome.pages);
    qreal foot = 0; // of the text area: no row is pushed below it by a heading
    for (const auto& line : output(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), path(), QStringLiteral("-")})
                                .split(QLatin1Char('\n'))) {
      if (line.contains(QStringLiteral("<page ")))
        foot = line.section(QLatin1Char('"'), 3, 3).toDouble() - paper::Margin;
      if (line.contains(QStringLiteral(">payor.<")))
        QVERIFY2(line.section(QStringLiteral("yMax=\""), 1).section(QLatin1Char('"'), 0, 0).toDouble() <= foot,
                 qPrintable(line));
    }
    QVERIFY(bytesOf(path()).contains("/Outlines"));
  }

  void noRowsAreSaidToBeNone() {
    const auto outcome = write(table(Few, {}));
    QCOMPARE(outcome.pages, 1);
    QVERIFY(textOf(path()).contains(QStringLiteral("No rows Nothing matches the filters: Assignee: Anna Moreno")));
    QVERIFY(textOf(path()).endsWith(QStringLiteral("page 1 of 1")));
  }

  void thePaperIsTheOneAskedFor() {
    write(table(Few, manyRows(1)), QPageSize::Letter);
    QVERIFY(infoOf(path(), QStringLiteral("Page size")).contains(QStringLiteral("letter")));
    write(table(Few, manyRows(1)), QPageSize::A4);
    QVERIFY(infoOf(path(), QStringLiteral("Page size")).contains(QStringLiteral("A4")));
    write(wide(1, 20), QPageSize::A4);
    QVERIFY(infoOf(path(), QStringLiteral("Page size")).startsWith(QStringLiteral("842 x 595")));
  }

  void allFontsAreEmbedded() {
    write(table(Few, scripts()));
    const auto fonts = output(QStringLiteral("pdffonts"), {path()}).split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
    QVERIFY(fonts.size() >= 2);
    for (const auto& font : fonts)
      QVERIFY2(font.contains(QStringLiteral("yes no  yes")), qPrintable(font));
  }

  void charactersWithoutAFontAreReported() {
    const std::string sign = "\xf3\xb0\x80\x80"; // U+F0000, private use: in no font
    const auto outcome = write(table(Few, {row(1, "before " + sign + " after")}));
    QCOMPARE(outcome.missing, QString::fromStdString(sign));
    QVERIFY(textOf(path()).contains(QStringLiteral("after")));
    QVERIFY(write(table(Few, scripts())).missing.isEmpty());
  }

  void aWorkerThreadMayWriteIt() {
    PdfOutcome outcome;
    std::thread([&] { outcome = write(table(Few, manyRows(50))); }).join();
    QCOMPARE(outcome.rows, 50);
    QVERIFY(textOf(path()).contains(QStringLiteral("Marten, Lily 49")));
  }

  void paperGetsTheSamePagesAsTheFile() {
    const auto made = table(Few, manyRows(200));
    const auto outcome = write(made);
    QPdfWriter device(path("paper.pdf"));
    device.setResolution(600);
    TablePainter painter(made, QPageSize::Letter, 600);
    QVERIFY(painter.plan({}));
    device.setPageLayout(painter.pageLayout());
    QPainter onto(&device);
    PainterCanvas canvas(onto, [&] { return device.newPage(); });
    QVERIFY(painter.paint(canvas, {}));
    onto.end();
    QCOMPARE(painter.pages(), outcome.pages);
    QCOMPARE(textOf(path("paper.pdf")), textOf(path()));
  }
};

/// What the tests need a process of their own for: another hash seed, a limit to the size of files.
int writeInChild(const QString& path) {
  if (const auto most = qEnvironmentVariableIntValue("WRITE_AT_MOST"); most > 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{static_cast<rlim_t>(most), static_cast<rlim_t>(most)};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  const auto outcome = writePdf(table(Few, scripts()), path, {QPageSize::Letter, {}});
  if (!outcome)
    std::puts(qPrintable(outcome.problems().front().sentence));
  return outcome ? 0 : 1;
}

int main(int argc, char** argv) {
  QGuiApplication application(argc, argv);
  if (const auto path = qEnvironmentVariable("WRITE_PDF_TO"); !path.isEmpty())
    return writeInChild(path);
  TstPdf test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_pdf.moc"
