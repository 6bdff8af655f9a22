// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/credentials/documentstore.h"
#include "core/datafile/datafile.h"
#include "core/exchange/csvwriter.h"
#include "core/exchange/importer.h"
#include "core/report/catalogue.h"
#include "core/report/letterhead.h"
#include "core/report/options.h"
#include "core/report/packet.h"
#include "core/report/pdffile.h"
#include "core/report/pictures.h"
#include "core/report/writers.h"
#include "core/team/letterhead.h"
#include "core/team/practice.h"
#include "support/testdata.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <array>

namespace {

const QDate today(2026, 1, 15);
const db::Actor actor{QStringLiteral("Test"), QDateTime(today, QTime(9, 0), Qt::UTC)};

QByteArray contents(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot read ") + path.toUtf8();
}

/// What pdftotext reads, a page each.
QStringList pagesOf(const QString& pdf) {
  QProcess reader;
  reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
  reader.waitForFinished();
  QStringList pages = QString::fromUtf8(reader.readAllStandardOutput()).split(QLatin1Char('\f'));
  pages.removeLast(); // a form feed ends each
  return pages;
}

/// The place of the first of these that does not stand in a text behind the one before; -1 when all do.
int inOrder(const QString& text, const QStringList& words) {
  qsizetype at = 0;
  for (const QString& word : words)
    if ((at = text.indexOf(word, at)) < 0)
      return int(words.indexOf(word));
  return -1;
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
  void everyReportIsGroupedByWhomItIsAbout_data() { reports(); }
  void everyReportIsGroupedByWhomItIsAbout();
  void aColumnThatIsOnlyGroupedByIsInNoFile();
  void providerStatusHasAPageForEachProvider();
  void aPageAboutSomebodyGoesOnWithTheSameHeading();
  void aFolderThatIsNotThereIsToldAndNothingIsLeft();
  void aPdfIsReadAloudAsATable();
  void theTrackingReportSaysHowManyAreInEachStatus();
  void thePacketIsOneDocument();
  void thePacketIsTheSameTwice();
  void theItemsAreWrittenBesideThePacket();
  void aPracticesPageHasItsLetterhead();

private:
  void reports();
  report::Table table(const QString& name);
  QString write(const QString& name, const QString& ending);
  QString writeReview(const QString& file, const report::Asked& asked = {});

  QTemporaryDir m_folder;
  std::unique_ptr<db::Database> m_database;
};

void TestReportFiles::initTestCase() {
  m_database = datafile::open(m_folder.filePath(QStringLiteral("office.db")), actor);
  exchange::ImportOptions options;
  options.today = today;
  const auto outcome = exchange::importFile(*m_database, actor, testData("office"), options);
  QVERIFY(outcome.isOk());
  QVERIFY(!outcome->hasRejected());
}

void TestReportFiles::reports() {
  QTest::addColumn<QString>("name");
  for (const report::Listing& listing : report::catalogue())
    if (listing.isReport && listing.name != QLatin1String("history")) // its hashes are checked by tst_historyreport
      QTest::newRow(qPrintable(listing.name)) << listing.name;
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

QString TestReportFiles::writeReview(const QString& file, const report::Asked& asked) {
  const auto request = report::requestFor(*m_database, *report::find(QStringLiteral("review")), asked, today);
  const QString path = m_folder.filePath(file);
  const auto outcome = report::writeReview(*m_database, std::get<report::Request>(request), path);
  return outcome.isOk() ? path : outcome.problems().front().sentence;
}

void TestReportFiles::aPdfIsReadAloudAsATable() {
  const QString path = write(QStringLiteral("open-items"), QStringLiteral(".pdf"));
  QProcess reader;
  reader.start(QStringLiteral("pdfinfo"), {QStringLiteral("-struct-text"), path});
  reader.waitForFinished();
  const auto packed = [](QString text) { return text.remove(QRegularExpression(QStringLiteral("[\\s\"]"))); };
  // A line each: "TD", how it is laid out, "a piece of its text" where the font changes.
  QStringList said;
  for (const QString& line : QString::fromUtf8(reader.readAllStandardOutput()).split(QLatin1Char('\n'))) {
    const QString word = line.simplified();
    if (word.startsWith(QLatin1Char('"')))
      said.back() += packed(word);
    else if (!word.isEmpty() && !word.startsWith(QLatin1Char('/')) && !word.startsWith(QLatin1String("Span")))
      said << word.section(QLatin1Char(' '), 0, 0).remove(QLatin1Char(':')) + QLatin1Char(' ');
  }
  QCOMPARE(said.mid(0, 2), QStringList({QStringLiteral("Document "), QStringLiteral("H1 Openitems")}));
  // The headings, then the rows of the CSV, cell by cell, whatever pages they stand on.
  const report::Table rows = table(QStringLiteral("open-items"));
  QStringList wanted{QStringLiteral("Table "), QStringLiteral("TR ")};
  for (const report::Heading& heading : rows.headings)
    wanted << QStringLiteral("TH ") + packed(heading.text);
  rows.rows([&](report::Cells cells) {
    wanted << QStringLiteral("TR ");
    for (const std::string_view cell : cells)
      wanted << QStringLiteral("TD ") + packed(QString::fromUtf8(cell.data(), qsizetype(cell.size())));
    return true;
  });
  said = said.mid(said.indexOf(QStringLiteral("Table ")));
  for (qsizetype i = 0; i < wanted.size(); ++i) {
    // Of text in several scripts poppler reads the first line alone.
    const bool isPlain = wanted[i].toLatin1() == wanted[i].toUtf8();
    QCOMPARE(said.value(i), isPlain ? wanted[i] : wanted[i].left(std::max(qsizetype(4), said.value(i).size())));
  }
  QCOMPARE(said.size(), wanted.size());
}

void TestReportFiles::theTrackingReportSaysHowManyAreInEachStatus() {
  const report::Table tracking = table(QStringLiteral("tracking"));
  QVERIFY(tracking.counted >= 0);
  QCOMPARE(tracking.headings[size_t(tracking.counted)].text, QStringLiteral("Status"));
  QCOMPARE(table(QStringLiteral("open-items")).counted, -1);
}

void TestReportFiles::thePacketIsOneDocument() {
  const QString path = writeReview(QStringLiteral("packet.pdf"));
  const QStringList pages = pagesOf(path);
  QVERIFY(pages.size() >= 6);
  for (int i = 0; i < pages.size(); ++i)
    QVERIFY2(pages[i].contains(QStringLiteral("page %1 of %2").arg(i + 1).arg(pages.size())), qPrintable(pages[i]));
  const QStringList titles{QStringLiteral("Review of the week from 2026-01-12"),
                           QStringLiteral("Open items by provider"),
                           QStringLiteral("Payors with end dates"),
                           QStringLiteral("Alerts"),
                           QStringLiteral("Call sheet"),
                           QStringLiteral("Tasks")};
  QCOMPARE(inOrder(pages.join(QString()), titles), -1);
  QVERIFY2(pages.front().contains(QRegularExpression(QStringLiteral("Reviewed 0 · moved 0 · .* · left \\d"))),
           qPrintable(pages.front()));
  // A bookmark each, in order, and those of their groups below them.
  const QByteArray bytes = contents(path);
  qsizetype at = 0;
  for (const QString& title : titles) {
    at = bytes.indexOf("<< /Title " + report::PdfFile::text(title) + " /Parent", at);
    QVERIFY2(at > 0, qPrintable(title));
  }
  QCOMPARE(bytes.count("/Title " + report::PdfFile::text(titles.front())), 2); // and the document's own
}

void TestReportFiles::thePacketIsTheSameTwice() {
  QCOMPARE(contents(writeReview(QStringLiteral("one.pdf"))), contents(writeReview(QStringLiteral("two.pdf"))));
}

void TestReportFiles::theItemsAreWrittenBesideThePacket() {
  QCOMPARE(contents(writeReview(QStringLiteral("items.csv"))), contents(testData("reports/review.csv")));
  QVERIFY(contents(writeReview(QStringLiteral("items.xlsx"))).startsWith("PK"));
}

void TestReportFiles::csvIsAsCheckedByHand() {
  QFETCH(QString, name);
  QCOMPARE(contents(write(name, QStringLiteral(".csv"))), contents(testData("reports/%1.csv").arg(name)));
}

void TestReportFiles::standardOutputHasTheSameBytes() {
  QFETCH(QString, name);
  QByteArray bytes;
  report::streamCsv(table(name), [&](std::string_view piece) { bytes.append(piece.data(), qsizetype(piece.size())); });
  QCOMPARE(bytes, contents(testData("reports/%1.csv").arg(name)));
}

void TestReportFiles::pdfHasEveryWordOfEveryCell() {
  QFETCH(QString, name);
  // Cells are wrapped where they do not fit, words too when they must: what counts is that every letter is there.
  const auto letters = [](QString text) {
    text.remove(QRegularExpression(QStringLiteral("\\s")));
    return text;
  };
  const QString text = letters(pagesOf(write(name, QStringLiteral(".pdf"))).join(QString()));
  QMap<QChar, qsizetype> wanted;
  const report::Table rows = table(name);
  rows.rows([&](report::Cells cells) {
    for (size_t i = 0; i < cells.size(); ++i)
      if (rows.isColumn(int(i))) // else it stands once above several rows
        for (QChar letter : letters(QString::fromUtf8(cells[i].data(), qsizetype(cells[i].size()))))
          ++wanted[letter];
    return true;
  });
  for (auto letter = wanted.begin(); letter != wanted.end(); ++letter)
    QVERIFY2(text.count(letter.key()) >= letter.value(), qPrintable(QString(letter.key())));
}

void TestReportFiles::everyReportIsGroupedByWhomItIsAbout() {
  QFETCH(QString, name);
  const report::Listing& listing = *report::find(name);
  // Whom a report cannot be grouped by, since no row of it has one.
  const auto words = [](const char* all) { return QString::fromLatin1(all).split(QLatin1Char(' ')); };
  const QMap<QString, QStringList> without{
      {QStringLiteral("license-coverage"), words("payor")},
      {QStringLiteral("provider-status"), words("practice payor")},
      {QStringLiteral("providers"), words("payor")},
      {QStringLiteral("practices"), words("provider payor assignee")},
      {QStringLiteral("facilities"), words("provider practice payor assignee")},
      {QStringLiteral("throughput"), words("provider practice payor assignee")},
      {QStringLiteral("open-by-age"), words("provider practice payor assignee")},
      {QStringLiteral("turnaround"), words("provider practice assignee")},
      {QStringLiteral("due-load"), words("provider practice payor")},
      {QStringLiteral("expirables-by-month"), words("provider practice payor assignee")},
      {QStringLiteral("on-time"), words("provider practice payor assignee")}};
  const std::map<QString, QStringList> headings{
      {QStringLiteral("provider"), {QStringLiteral("Provider")}},
      {QStringLiteral("practice"), {QStringLiteral("Practice"), QStringLiteral("Practices")}},
      {QStringLiteral("payor"), {QStringLiteral("Payor"), QStringLiteral("With")}},
      {QStringLiteral("assignee"), {QStringLiteral("Assignee"), QStringLiteral("Assigned to")}}};
  for (const auto& [key, names] : headings) {
    int column = -1;
    for (const QString& heading : names)
      column = column < 0 ? listing.columnAt(heading) : column;
    QVERIFY2((column < 0) == without.value(name).contains(key), qPrintable(key));
    if (column < 0)
      continue;
    const QString heading = listing.columns[size_t(column)].heading;
    report::Request request{&listing, today, {}};
    if (listing.usualDays > 0)
      request.filter.dates = {{today.addDays(1 - listing.usualDays), today}};
    request.columns = {column};
    std::map<QString, int> wanted; // how many rows of each value, counted without groups
    report::tableFor(*m_database, request).rows([&](report::Cells cells) {
      ++wanted[QString::fromUtf8(cells[0].data(), qsizetype(cells[0].size()))];
      return true;
    });
    request.columns.clear();
    request.group = column;
    const report::Table grouped = report::tableFor(*m_database, request);
    QStringList met;
    grouped.rows([&](report::Cells cells) {
      const std::string_view cell = cells[size_t(grouped.group)];
      const QString value = QString::fromUtf8(cell.data(), qsizetype(cell.size()));
      if (met.isEmpty() || met.back() != value)
        met << value;
      return true;
    });
    QCOMPARE(met.size(), qsizetype(wanted.size())); // each value in one place
    const QString path = m_folder.filePath(QStringLiteral("grouped.pdf"));
    QVERIFY(report::write(grouped, path).isOk());
    const QString text = pagesOf(path).join(QLatin1Char(' ')).simplified();
    for (const auto& [value, rows] : wanted) {
      const QString line = QStringLiteral("%1: %2 %3 %4")
                               .arg(heading, value.isEmpty() ? QStringLiteral("none") : value.simplified())
                               .arg(rows)
                               .arg(rows == 1 ? QStringLiteral("row") : QStringLiteral("rows"));
      QVERIFY2(text.contains(line), qPrintable(name + QStringLiteral(" lacks ") + line));
    }
  }
}

void TestReportFiles::aColumnThatIsOnlyGroupedByIsInNoFile() {
  report::Asked asked;
  asked.columns = QStringLiteral("Provider,Step");
  asked.group = QStringLiteral("Payor");
  const auto request = report::requestFor(*m_database, *report::find(QStringLiteral("open-items")), asked, today);
  const report::Table grouped = report::tableFor(*m_database, std::get<report::Request>(request));
  QByteArray bytes;
  report::streamCsv(grouped, [&](std::string_view piece) { bytes.append(piece.data(), qsizetype(piece.size())); });
  const QString path = m_folder.filePath(QStringLiteral("grouped.csv"));
  QVERIFY(report::write(grouped, path).isOk());
  QCOMPARE(contents(path), bytes);
  QVERIFY(bytes.startsWith("\xEF\xBB\xBFProvider,Step\r\n"));
  for (const QByteArray& line : bytes.trimmed().split('\n'))
    QVERIFY2(!line.contains("Aetna"), line.constData());
  QVERIFY(report::write(grouped, m_folder.filePath(QStringLiteral("grouped.xlsx"))).isOk());
}

void TestReportFiles::providerStatusHasAPageForEachProvider() {
  const auto words = [](std::initializer_list<const char*> all) {
    QStringList list;
    for (const char* one : all)
      list << QString::fromUtf8(one);
    return list;
  };
  const QStringList pages = pagesOf(write(QStringLiteral("provider-status"), QStringLiteral(".pdf")));
  QCOMPARE(pages.size(), 3);
  QCOMPARE(inOrder(pages[0], words({"Provider status", "All teams", "O'Brandt, Ễva", "Team: Harbor Clinic", "What",
                                    "Payors", "Aetna", "page 1 of 3"})),
           -1);
  QCOMPARE(inOrder(pages[1], words({"Nuñez, Zoë", "NPI: 1234567893 · Team: Lakeside Medical", "What", "Payors",
                                    "Facilities", "Mercy", "Credentials", "Missing", "Open trackings", "Tasks",
                                    "Last contacts", "page 2 of 3"})),
           -1);
  QCOMPARE(inOrder(pages[2], words({"李, Wei", "Payors", "Credentials", "Open trackings", "Last contacts"})), -1);
  QVERIFY(!pages[2].contains(QStringLiteral("Tasks")));

  report::Asked asked;
  asked.provider = QStringLiteral("1234567893");
  const auto request = report::requestFor(*m_database, *report::find(QStringLiteral("provider-status")), asked, today);
  const QString one = m_folder.filePath(QStringLiteral("one.pdf"));
  QVERIFY(report::write(report::tableFor(*m_database, std::get<report::Request>(request)), one).isOk());
  QCOMPARE(pagesOf(one).size(), 1);
}

void TestReportFiles::aPageAboutSomebodyGoesOnWithTheSameHeading() {
  report::Table table;
  table.title = QStringLiteral("Sheets");
  table.day = QStringLiteral("2026-01-15");
  for (const char* heading : {"Name", "Section", "What"})
    table.headings.push_back({QString::fromLatin1(heading), report::Kind::Text});
  table.pages = {0};
  table.group = 1;
  table.rows = [](const std::function<bool(report::Cells)>& take) {
    for (const char* name : {"Ida", "Jan"})
      for (int row = 0; row < 50; ++row) {
        const std::string what = "row " + std::to_string(row);
        const std::array<std::string_view, 3> cells{name, row < 20 ? "First" : "Second", what};
        if (!take(cells))
          return;
      }
  };
  const QString path = m_folder.filePath(QStringLiteral("sheets.pdf"));
  QVERIFY(report::write(table, path).isOk());
  const QStringList pages = pagesOf(path);
  QCOMPARE(pages.size(), 4);
  for (int page = 0; page < 4; ++page) {
    const bool goesOn = page % 2 == 1;
    QVERIFY(pages[page].contains(page < 2 ? QStringLiteral("Ida") : QStringLiteral("Jan")));
    QCOMPARE(pages[page].count(QStringLiteral("continued")), goesOn ? 2 : 0); // the page, and its section
    QCOMPARE(pages[page].contains(QStringLiteral("First")), !goesOn);
    QVERIFY(pages[page].contains(QStringLiteral("Second")));
  }
  QVERIFY(pages[1].contains(QStringLiteral("row 49")) && pages[2].contains(QStringLiteral("row 0")));
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

/// Last, since it changes the office.
void TestReportFiles::aPracticesPageHasItsLetterhead() {
  const auto pictures = [](const QString& pdf) {
    QProcess reader;
    reader.start(QStringLiteral("pdfimages"), {QStringLiteral("-list"), pdf});
    reader.waitForFinished();
    return reader.readAllStandardOutput().trimmed().split('\n').size() - 2; // two lines of headings
  };
  const QString plain = write(QStringLiteral("client-status"), QStringLiteral(".pdf"));
  QCOMPARE(pictures(plain), 0);
  QCOMPARE(pagesOf(plain).size(), 4);
  QImage logo(120, 40, QImage::Format_ARGB32);
  logo.fill(QColor(31, 79, 163));
  const QString file = m_folder.filePath(QStringLiteral("logo.png"));
  QVERIFY(logo.save(file));
  {
    db::Transaction transaction(*m_database, actor, QStringLiteral("Letterhead"));
    const Id<Practice> practice{
        m_database->value(QStringLiteral("SELECT id FROM practice WHERE name = 'Harbor North'"))};
    const auto picture = DocumentStore(m_database->file()).keep(file);
    QVERIFY(picture.isOk());
    Document document = *picture;
    document.practice = practice;
    document.added = today;
    const auto kept = db::save(transaction, document);
    db::save(transaction, PracticeLetterhead{{}, practice, kept, QStringLiteral("#1f4fa3")});
    transaction.commit();
  }
  const QString headed = write(QStringLiteral("client-status"), QStringLiteral(".pdf"));
  QCOMPARE(pictures(headed), 1);
  QCOMPARE(pagesOf(headed).size(), 4);
  const report::Table pages = table(QStringLiteral("client-status"));
  const auto seen = report::picturesOf(pages, {.first = 0, .count = 4});
  const auto has = [](const QImage& page, QColor colour) {
    for (int y = 0; y < page.height(); ++y)
      for (int x = 0; x < page.width(); ++x)
        if (page.pixelColor(x, y) == colour)
          return true;
    return false;
  };
  QVERIFY(has(seen.pages[0], QColor(31, 79, 163)));
  QVERIFY(!has(seen.pages[2], QColor(31, 79, 163))); // of another practice
  QVERIFY(!report::logoOf("no picture").isOk());
  QCOMPARE(datafile::check(*m_database), std::vector<QString>());
}

QTEST_MAIN(TestReportFiles)
#include "tst_reportfiles.moc"
