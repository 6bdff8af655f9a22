// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/guard.h"
#include "core/notes/note.h"
#include "core/report/catalogue.h"
#include "core/report/options.h"
#include "core/report/writers.h"
#include "core/team/provider.h"
#include "core/tracking/step.h"
#include "support/samplefile.h"

#include <QGuiApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

/// What has been used to make spreadsheets, databases, readers of PDF and terminals do things.
QStringList payloads() {
  QStringList cores{u("1+1"),
                    u("cmd|' /C calc'!A0"),
                    u("HYPERLINK(\"http://example.org/?\"&A1,\"x\")"),
                    u("SUM(A1:A9)"),
                    u("@SUM(1)"),
                    u("IMPORTXML(\"http://example.org\",\"//a\")"),
                    u("DDE(\"cmd\";\"/C calc\";\"x\")"),
                    u("555-0100"),
                    u("12.5"),
                    u("' OR 1=1 --"),
                    u("'; DROP TABLE provider; --"),
                    u("\" UNION SELECT value FROM setting --"),
                    u("%_\\%"),
                    u("?1 :today $x @y"),
                    u("<img src=\"file:///etc/passwd\">"),
                    u("<a href=\"javascript:alert(1)\">x</a>"),
                    u(") /JavaScript (app.alert) /Launch /URI ("),
                    u("{\\rtf1}${jndi:x}"),
                    u("a\u202Egnp.exe"),
                    u("*:NEAR(\"a\" \"b\")")};
  QStringList all;
  for (const QString& core : cores)
    for (const char* start : {"", "=", "+", "-", "@", "\t=", "\r=", "'=", "＝", "＋", ";=", ",="})
      all << u(start) + core;
  return all;
}

/// The cells of a CSV file, by the letter of RFC 4180.
std::vector<QByteArrayList> csvRows(const QByteArray& bytes) {
  std::vector<QByteArrayList> rows(1);
  QByteArray cell;
  bool quoted = false;
  for (qsizetype i = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (quoted && c == '"' && i + 1 < bytes.size() && bytes[i + 1] == '"')
      cell += bytes[++i];
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && c == ',') {
      rows.back() << cell;
      cell.clear();
    } else if (!quoted && c == '\n') {
      rows.back() << cell;
      cell.clear();
      rows.emplace_back();
    } else if (quoted || c != '\r')
      cell += c;
  }
  rows.pop_back();
  return rows;
}

QByteArray output(const QString& program, const QStringList& arguments) {
  QProcess process;
  process.start(program, arguments);
  process.waitForFinished(60'000);
  return process.readAllStandardOutput();
}

} // namespace

/// Texts that are meant to do harm stay texts, wherever they go.
class TestHostile : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase();
  void noCellOfACsvIsAFormulaAndNoneIsLost();
  void noCellOfAWorkbookIsAFormulaAndNoneIsLost();
  void aPdfHasThemAsWordsAndNothingThatActs();
  void everyFilterTakesAnyText();

private:
  QString write(const QString& name, const QString& ending);

  std::unique_ptr<SampleFile> m_sample;
  QStringList m_texts;
};

void TestHostile::initTestCase() {
  m_sample = std::make_unique<SampleFile>();
  m_texts = payloads();
  QCOMPARE(m_texts.size(), 240);
  db::Database& file = *m_sample->database;
  const auto step = db::allWhere<Step>(file, u("1 = 1 ORDER BY id LIMIT 1")).front();
  db::Transaction transaction(file, tester(), u("Hostile"));
  for (qsizetype i = 0; i < m_texts.size(); ++i) {
    Note note;
    note.tracking = step.tracking;
    note.step = step.id;
    note.written = u("2026-02-01 %1:%2").arg(i / 60, 2, 10, QLatin1Char('0')).arg(i % 60, 2, 10, QLatin1Char('0'));
    note.text = m_texts[i];
    note.author = m_texts[i];
    note.reference = m_texts[i];
    db::save(transaction, note);
  }
  transaction.commit();
}

QString TestHostile::write(const QString& name, const QString& ending) {
  const auto request = report::requestFor(*m_sample->database, *report::find(name), {}, SampleFile::today());
  const QString path = m_sample->dir.filePath(name + ending);
  const auto written = report::write(report::tableFor(*m_sample->database, std::get<report::Request>(request)), path);
  return written.isOk() ? path : QString();
}

void TestHostile::noCellOfACsvIsAFormulaAndNoneIsLost() {
  QFile file(write(u("notes"), u(".csv")));
  QVERIFY(file.open(QIODevice::ReadOnly));
  const auto rows = csvRows(file.readAll());
  const qsizetype at = rows.front().indexOf("Note");
  QSet<QString> found;
  for (const QByteArrayList& row : rows) {
    QCOMPARE(row.size(), rows.front().size());
    for (const QByteArray& cell : row)
      QVERIFY2(cell.isEmpty() || !QByteArray("=+-@\t\r").contains(cell[0]), cell.constData());
    const std::string_view plain = exchange::unguard({row[at].constData(), size_t(row[at].size())});
    found << QString::fromUtf8(plain.data(), qsizetype(plain.size()));
  }
  for (const QString& text : m_texts)
    QVERIFY2(found.contains(text), qPrintable(text));
}

void TestHostile::noCellOfAWorkbookIsAFormulaAndNoneIsLost() {
  const QString path = write(u("notes"), u(".xlsx"));
  QVERIFY(!path.isEmpty());
  // Read by another's reader: what it takes for a formula, and every text.
  const QByteArray said = output(u("/usr/bin/python3"), {u("-c"), u(R"(
import sys, zipfile, openpyxl
names = zipfile.ZipFile(sys.argv[1])
xml = b''.join(names.read(n) for n in names.namelist() if 'worksheets/' in n)
print('formulas', xml.count(b'<f>') + xml.count(b'<f '))
print('links', sum('hyperlink' in n or 'externalLink' in n for n in names.namelist()) + xml.count(b'<hyperlink'))
sheet = openpyxl.load_workbook(sys.argv[1]).active
heads = [cell.value for cell in sheet[1]]
texts = {row[heads.index('Note')].value for row in sheet.iter_rows(min_row=2)}
texts |= {text[1:] for text in texts if str(text)[:1] == "'"} # as import takes a guard off
wanted = open(sys.argv[2], encoding='utf-8', newline='').read().split('\x1e')
print('lost', [w for w in wanted if w not in texts and w.replace('\r', '_x000D_') not in texts])
)"),
                                                         path, [this] {
                                                           const QString list = m_sample->dir.filePath(u("texts"));
                                                           QFile file(list);
                                                           (void)file.open(QIODevice::WriteOnly);
                                                           file.write(m_texts.join(QChar(0x1e)).toUtf8());
                                                           return list;
                                                         }()});
  QCOMPARE(QString::fromUtf8(said).trimmed(), u("formulas 0\nlinks 0\nlost []"));
}

void TestHostile::aPdfHasThemAsWordsAndNothingThatActs() {
  const QString path = write(u("notes"), u(".pdf"));
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QByteArray bytes = file.readAll();
  for (const char* word : {"/JavaScript", "/JS", "/Launch", "/URI", "/OpenAction", "/AA", "/EmbeddedFile", "/Annot",
                           "/SubmitForm", "/RichMedia"})
    QVERIFY2(!bytes.contains(word), word);
  const QString text = QString::fromUtf8(output(u("pdftotext"), {u("-raw"), path, u("-")})).remove(QLatin1Char('\n'));
  for (const char* words : {"file:///etc/passwd", "alert(1)", "/JavaScript", "DROP", "HYPERLINK"})
    QVERIFY2(QString(text).remove(QLatin1Char(' ')).contains(u(words)), words);
  QVERIFY(!text.contains(u("root:"))); // nothing that is named was opened
  // The only pictures are none.
  QCOMPARE(output(u("pdfimages"), {u("-list"), path}).trimmed().count('\n'), 1);
}

void TestHostile::everyFilterTakesAnyText() {
  db::Database& file = *m_sample->database;
  const qint64 tables = file.value(u("SELECT count(*) FROM sqlite_master"));
  QRandomGenerator dice(7);
  QStringList texts = m_texts;
  for (int i = 0; i < 60; ++i) {
    QString text;
    for (int length = dice.bounded(40); length > 0; --length)
      text += QChar(ushort(dice.bounded(2) ? dice.bounded(32, 127) : dice.bounded(1, 0x2100)));
    texts << text;
  }
  const qsizetype always = texts.size(); // the worst are asked of every list, of the others some
  texts << QString(100'000, QLatin1Char('%')) << QStringLiteral("a ").repeated(50'000) << QString(QChar(0));
  int asked = 0;
  for (const report::Listing& listing : report::catalogue())
    for (qsizetype i = 0; i < texts.size(); ++i) {
      report::Request request{&listing, SampleFile::today(), {}};
      request.filter.text = texts[i];
      if (!listing.search.empty() && (i >= always || dice.bounded(60) == 0)) {
        const report::Query query = report::rowsQuery(request, 1);
        file.until(query.sql, query.arguments, [](db::Row& row) {
          while (row.consumed() < row.columns())
            row.utf8();
          return false;
        });
        ++asked;
      }
      for (const auto& [key, expression] : listing.filters)
        if (dice.bounded(300) == 0) {
          request.filter = {{{key, {db::Value(texts[i])}}}, {}, {}};
          const report::Query query = report::countQuery(request);
          file.value(query.sql, query.arguments);
          ++asked;
        }
    }
  QVERIFY(asked > 200);
  QCOMPARE(file.value(u("SELECT count(*) FROM sqlite_master")), tables);
  // What is looked for is words, not a pattern: a percent sign stands for itself.
  report::Request request{report::find(u("providers")), SampleFile::today(), {}};
  request.filter.text = u("%");
  const report::Query query = report::countQuery(request);
  QCOMPARE(file.value(query.sql, query.arguments), 0);
}

int main(int argc, char** argv) {
  QGuiApplication app(argc, argv);
  TestHostile test;
  return QTest::qExec(&test, argc, argv);
}

#include "tst_hostile.moc"
